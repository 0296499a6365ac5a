package dev.winnow.engine.phreak;

import dev.winnow.engine.compile.Order;
import dev.winnow.engine.compile.Rewriter;
import dev.winnow.engine.compile.RuleModels;
import dev.winnow.engine.evaluate.Budget;
import dev.winnow.engine.evaluate.BudgetExceeded;
import dev.winnow.engine.evaluate.EvaluationContext;
import dev.winnow.engine.evaluate.Phase;
import dev.winnow.engine.evaluate.Reading;
import dev.winnow.engine.fused.FusedPlan;
import dev.winnow.language.check.CheckedRule;
import dev.winnow.language.vocabulary.FactType;
import dev.winnow.model.domain.Milestone;
import dev.winnow.model.domain.Project;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;

/**
 * The rules of a pack made ready to run: planned for the fused evaluator, and compiled for Drools when first needed.
 * Thread-safe.
 */
public final class CompiledPack {

    /**
     * A compiled rule.
     *
     * @param rule the rule
     * @param number its place in the pack
     * @param plain whether each match is reported once for both readings
     */
    record Named(CheckedRule rule, int number, boolean plain) {}

    /** A subset of the rules. Drools builds its network when first needed. */
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

        /** Whether there are no rules. */
        boolean isEmpty() {
            return types.isEmpty();
        }
    }

    private final Supplier<RuleModels> compiling;
    private final List<CheckedRule> rules;
    private final FusedPlan plan;
    private @Nullable RuleModels models;
    private final Part own;
    private final Part local;
    private final Map<String, Named> named = new HashMap<>();
    /** By rule, the types of the patterns whose rows are each tried with each candidate. */
    private final List<List<String>> singles = new ArrayList<>();

    /** @param compiling compiles the rules, when that is needed */
    CompiledPack(List<CheckedRule> rules, Supplier<RuleModels> compiling) {
        this.compiling = compiling;
        this.rules = List.copyOf(rules);
        this.plan = FusedPlan.of(rules);
        for (int i = 0; i < rules.size(); i++) {
            singles.add(singles(rules.get(i)));
            named.put(rules.get(i).id(), new Named(rules.get(i), i, Rewriter.isPlain(rules.get(i))));
        }
        Map<Phase, List<CheckedRule>> parts = rules.stream().collect(Collectors.groupingBy(Phase::of));
        own = new Part(parts.getOrDefault(Phase.OWN, List.of()), this::models);
        local = new Part(parts.getOrDefault(Phase.LOCAL, List.of()), this::models);
    }

    /** The models from which Drools builds its network; both parts are of one package. */
    public synchronized RuleModels models() {
        RuleModels ready = models;
        if (ready == null) {
            ready = compiling.get();
            models = ready;
        }
        return ready;
    }

    /** The plan of the fused evaluator. */
    public FusedPlan plan() {
        return plan;
    }

    private static List<String> singles(CheckedRule rule) {
        Order order = Order.of(rule);
        return order.patterns().stream()
                .filter(i -> order.isOfMany(i) && order.meets(i) < 0)
                .map(i -> rule.types().get(i))
                .filter(type -> type.record() != Project.class && type.record() != Milestone.class)
                .map(FactType::name)
                .toList();
    }

    /** The number of rows that one rule reads for one candidate, not counting combinations. */
    private long rows(int rule, EvaluationContext context) {
        long rows = 0;
        for (String type : singles.get(rule)) {
            rows += context.byType().getOrDefault(type, List.of()).size();
        }
        return Rewriter.isPlain(rules.get(rule)) ? rows : rows * Reading.values().length;
    }

    /**
     * The number of candidates that may be judged in one batch.
     *
     * @throws BudgetExceeded if a single candidate exceeds the budget
     */
    int together(EvaluationContext context, Budget budget) {
        long all = 1;
        int most = 0;
        for (int i = 0; i < rules.size(); i++) {
            long rows = rows(i, context);
            all += rows;
            most = rows > rows(most, context) ? i : most;
        }
        if (all > budget.rows()) {
            throw BudgetExceeded.ofRows(rules.get(most).id(), budget);
        }
        return (int) Math.min(Integer.MAX_VALUE, budget.rows() / all);
    }

    public static CompiledPack of(String name, List<CheckedRule> rules) {
        return new CompiledPack(rules, () -> RuleModels.of(name, rules));
    }

    List<CheckedRule> rules() {
        return rules;
    }

    /** The rules that read the candidate and limits alone, and so have the same outcome in every city. */
    Part own() {
        return own;
    }

    /** All others. */
    Part local() {
        return local;
    }

    /** The rule with an id. */
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
