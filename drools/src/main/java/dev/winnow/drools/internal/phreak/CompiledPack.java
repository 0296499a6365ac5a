package dev.winnow.drools.internal.phreak;

import dev.winnow.drools.internal.compile.Rewriter;
import dev.winnow.drools.internal.compile.RuleModels;
import dev.winnow.engine.internal.evaluate.Budget;
import dev.winnow.engine.internal.evaluate.Phase;
import dev.winnow.engine.internal.evaluate.RowLimit;
import dev.winnow.language.internal.check.CheckedRule;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;

/** The rules of a pack, compiled for Drools on first use. Thread-safe. */
public final class CompiledPack {

    /**
     * A compiled rule.
     *
     * @param rule the rule
     * @param number its place in the pack
     * @param plain whether each match is reported once for both readings
     */
    record Named(CheckedRule rule, int number, boolean plain) {}

    /** A subset of the rules. Drools builds its network on first use. */
    static final class Part {

        private final Set<Class<?>> types;
        private final Supplier<KieBase> build;
        private @Nullable KieBase base;

        private Part(List<CheckedRule> rules, Supplier<RuleModels> models) {
            Set<String> names = new HashSet<>();
            Set<Class<?>> matched = new HashSet<>();
            for (CheckedRule rule : rules) {
                names.addAll(Rewriter.names(rule));
                rule.types().forEach(type -> matched.add(type.record()));
            }
            types = Set.copyOf(matched);
            build = () -> models.get().base(names::contains);
        }

        /** The rules, ready to run. */
        synchronized KieBase base() {
            KieBase ready = base;
            if (ready == null) {
                ready = build.get();
                base = ready;
            }
            return ready;
        }

        /** The fact types of their patterns. */
        Set<Class<?>> types() {
            return types;
        }

        boolean isEmpty() {
            return types.isEmpty();
        }
    }

    private final Supplier<RuleModels> compiling;
    private final List<CheckedRule> rules;
    private @Nullable RuleModels models;
    private final Part own;
    private final Part local;
    private final Map<String, Named> named = new HashMap<>();
    private final RowLimit rowLimit;

    /** @param compiling compiles the rules on first use */
    CompiledPack(List<CheckedRule> rules, Supplier<RuleModels> compiling) {
        this.compiling = compiling;
        this.rules = List.copyOf(rules);
        this.rowLimit = new RowLimit(rules, Budget.STANDARD);
        for (int i = 0; i < rules.size(); i++) {
            named.put(rules.get(i).id(), new Named(rules.get(i), i, Rewriter.isPlain(rules.get(i))));
        }
        Map<Phase, List<CheckedRule>> parts = rules.stream().collect(Collectors.groupingBy(Phase::of));
        own = new Part(parts.getOrDefault(Phase.OWN, List.of()), this::models);
        local = new Part(parts.getOrDefault(Phase.LOCAL, List.of()), this::models);
    }

    /** The models from which Drools builds its network; both parts share one package. */
    public synchronized RuleModels models() {
        RuleModels ready = models;
        if (ready == null) {
            ready = compiling.get();
            models = ready;
        }
        return ready;
    }

    /** Limits the number of candidates in a batch. */
    RowLimit rowLimit() {
        return rowLimit;
    }

    public static CompiledPack of(String name, List<CheckedRule> rules) {
        return new CompiledPack(rules, () -> RuleModels.of(name, rules));
    }

    List<CheckedRule> rules() {
        return rules;
    }

    /** Rules that read only the candidate and limits, and so have the same outcome in every city. */
    Part own() {
        return own;
    }

    /** All other rules. */
    Part local() {
        return local;
    }

    CheckedRule rule(String id) {
        return named(id).rule();
    }

    Named named(String id) {
        Named found = named.get(id);
        if (found == null) {
            throw new IllegalStateException("unknown rule " + id);
        }
        return found;
    }
}
