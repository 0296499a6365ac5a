package dev.winnow.engine;

import dev.winnow.model.Milestone;
import dev.winnow.model.Project;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kie.api.KieBase;

/** The rules of a pack, compiled in both readings. Thread-safe. */
final class CompiledPack {

    /**
     * A rule in one reading.
     *
     * @param rule the rule
     * @param number its place in the pack
     * @param reading the reading
     */
    record Named(CheckedRule rule, int number, Reading reading) {}

    private final List<CheckedRule> rules;
    private final KieBase base;
    private final Map<String, Named> named = new HashMap<>();
    /** By rule, the types of the patterns whose rows are met one by one by each candidate. */
    private final List<List<Class<?>>> singles = new ArrayList<>();

    CompiledPack(List<CheckedRule> rules, KieBase base) {
        this.rules = List.copyOf(rules);
        this.base = base;
        for (int i = 0; i < rules.size(); i++) {
            singles.add(singles(rules.get(i)));
            for (Reading reading : Reading.values()) {
                named.put(reading.name(rules.get(i).id()), new Named(rules.get(i), i, reading));
            }
        }
    }

    private static List<Class<?>> singles(CheckedRule rule) {
        Order order = Order.of(rule);
        return order.patterns().stream()
                .filter(i -> order.isOfMany(i) && order.meets(i) < 0)
                .<Class<?>>map(i -> rule.types().get(i).record())
                .filter(type -> type != Project.class && type != Milestone.class)
                .toList();
    }

    /** How many rows one rule looks at for one candidate, combinations apart. */
    private long rows(int rule, Surroundings surroundings) {
        long rows = 0;
        for (Class<?> type : singles.get(rule)) {
            rows += surroundings.byType().getOrDefault(type, List.of()).size();
        }
        return rows * Reading.values().length;
    }

    /**
     * How many candidates may be judged together.
     *
     * @throws Overrun if not even one
     */
    int together(Surroundings surroundings, Budget budget) {
        long all = 1;
        int most = 0;
        for (int i = 0; i < rules.size(); i++) {
            long rows = rows(i, surroundings);
            all += rows;
            most = rows > rows(most, surroundings) ? i : most;
        }
        if (all > budget.rows()) {
            throw Overrun.ofRows(rules.get(most).id(), budget);
        }
        return (int) Math.min(Integer.MAX_VALUE, budget.rows() / all);
    }

    static CompiledPack of(String name, List<CheckedRule> rules) {
        Map<String, StringBuilder> files = new java.util.TreeMap<>();
        for (CheckedRule rule : rules) {
            StringBuilder file =
                    files.computeIfAbsent(rule.rule().criterion(), criterion -> Drl.header(name, criterion));
            for (Reading reading : Reading.values()) {
                file.append(Rewriter.write(rule, reading));
            }
        }
        List<String> texts = new ArrayList<>();
        files.values().forEach(file -> texts.add(file.toString()));
        return new CompiledPack(rules, Compiler.compile(name, texts));
    }

    List<CheckedRule> rules() {
        return rules;
    }

    KieBase base() {
        return base;
    }

    /** The rule of an id. */
    CheckedRule rule(String id) {
        return named(Reading.CERTAIN.name(id)).rule();
    }

    Named named(String ruleName) {
        Named found = named.get(ruleName);
        if (found == null) {
            throw new IllegalStateException("unknown rule " + ruleName);
        }
        return found;
    }
}
