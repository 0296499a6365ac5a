package dev.winnow.engine.internal.evaluate;

import dev.winnow.language.PackException;
import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.syntax.Pattern;
import dev.winnow.language.internal.vocabulary.FactType;
import dev.winnow.model.domain.Milestone;
import dev.winnow.model.domain.Project;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Limits the number of single rows that all rules of a pack examine for one candidate to that of a {@link Budget}.
 * Combinations of rows are not counted here.
 */
public final class RowLimit {

    private final List<CheckedRule> rules;
    private final Budget budget;
    /** By type, how often all rules together examine each row. */
    private final Map<String, Integer> reads = new HashMap<>();

    public RowLimit(List<CheckedRule> rules, Budget budget) {
        this.rules = List.copyOf(rules);
        this.budget = budget;
        rules.forEach(rule -> singles(rule).forEach(type -> reads.merge(type, readings(rule), Integer::sum)));
    }

    /** The types of the patterns whose rows are each tried with each candidate. */
    private static List<String> singles(CheckedRule rule) {
        Order order = Order.of(rule);
        return order.patterns().stream()
                .filter(i -> order.isOfMany(i) && order.meets(i) < 0)
                .map(i -> rule.types().get(i))
                .filter(type -> type.record() != Project.class && type.record() != Milestone.class)
                .map(FactType::name)
                .toList();
    }

    /**
     * The number of candidates that may be judged together.
     *
     * @param first the candidate named in a problem
     * @throws PackException if a single candidate exceeds the budget
     */
    public int batch(EvaluationContext context, Candidate first) {
        long all = 1;
        for (Map.Entry<String, Integer> read : reads.entrySet()) {
            all += read.getValue() * rows(read.getKey(), context);
        }
        if (all > budget.rows()) {
            CheckedRule most = rules.get(0);
            for (CheckedRule rule : rules) {
                most = rows(rule, context) > rows(most, context) ? rule : most;
            }
            throw BudgetExceeded.ofRows(most.id(), budget).of(most, first.project(), context);
        }
        return (int) Math.min(Integer.MAX_VALUE, budget.rows() / all);
    }

    private static long rows(CheckedRule rule, EvaluationContext context) {
        return readings(rule)
                * singles(rule).stream().mapToLong(type -> rows(type, context)).sum();
    }

    private static long rows(String type, EvaluationContext context) {
        return context.byType().getOrDefault(type, List.of()).size();
    }

    /** Number of evaluations of a rule: one if all its patterns are plain, otherwise one per reading. */
    private static int readings(CheckedRule rule) {
        return rule.rule().patterns().stream().allMatch(one -> one.kind() == Pattern.Kind.FACT) ? 1 : 2;
    }
}
