package dev.winnow.engine.evaluate;

import dev.winnow.language.check.CheckedRule;
import dev.winnow.language.pack.PackException;
import dev.winnow.language.syntax.Pattern;
import dev.winnow.language.vocabulary.FactType;
import dev.winnow.model.domain.Milestone;
import dev.winnow.model.domain.Project;
import java.util.ArrayList;
import java.util.List;

/**
 * Limits the rows that all rules of a pack read for one candidate, not counting combinations, to those of a {@link
 * Budget}.
 */
public final class RowLimit {

    private final List<CheckedRule> rules;
    private final Budget budget;
    /** By rule, the types of the patterns whose rows are each tried with each candidate. */
    private final List<List<String>> singles;

    public RowLimit(List<CheckedRule> rules, Budget budget) {
        this.rules = List.copyOf(rules);
        this.budget = budget;
        this.singles = new ArrayList<>(rules.size());
        rules.forEach(rule -> singles.add(singles(rule)));
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

    /**
     * The number of candidates that may be judged together.
     *
     * @param first the candidate that a problem names
     * @throws PackException if a single candidate exceeds the budget
     */
    public int batch(EvaluationContext context, Candidate first) {
        long all = 1;
        int most = 0;
        for (int i = 0; i < rules.size(); i++) {
            long rows = rows(i, context);
            all += rows;
            most = rows > rows(most, context) ? i : most;
        }
        if (all > budget.rows()) {
            CheckedRule rule = rules.get(most);
            throw BudgetExceeded.ofRows(rule.id(), budget).of(rule, first.project(), context);
        }
        return (int) Math.min(Integer.MAX_VALUE, budget.rows() / all);
    }

    /** The number of rows that a rule reads: in each of two readings unless it has plain patterns only. */
    private long rows(int rule, EvaluationContext context) {
        long rows = 0;
        for (String type : singles.get(rule)) {
            rows += context.byType().getOrDefault(type, List.of()).size();
        }
        boolean plain = rules.get(rule).rule().patterns().stream().allMatch(one -> one.kind() == Pattern.Kind.FACT);
        return plain ? rows : 2 * rows;
    }
}
