package dev.winnow.engine.internal.walk;

import dev.winnow.engine.internal.evaluate.Comparisons;
import dev.winnow.engine.internal.evaluate.Evaluator;
import dev.winnow.engine.internal.evaluate.Interval;
import dev.winnow.engine.internal.evaluate.Truth;
import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.syntax.Expression;
import dev.winnow.language.internal.syntax.Expression.And;
import dev.winnow.language.internal.syntax.Expression.Compare;
import dev.winnow.language.internal.syntax.Expression.Not;
import dev.winnow.language.internal.syntax.Expression.Or;
import dev.winnow.language.internal.syntax.Expression.Property;
import dev.winnow.language.internal.syntax.Pattern;
import dev.winnow.language.internal.syntax.Pattern.Total;
import dev.winnow.model.domain.Project;
import dev.winnow.model.value.Amount;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds the values of one figure of the candidate at which a comparison changes its result, by observing a walk. Each
 * is found as two neighbours on the {@link SearchGrid}: the last value with the old result and the first with the new
 * one.
 */
public final class FlipPoints implements Walker.Watch {

    private static final Amount LARGEST = Amount.of("1e15");
    private static final Amount SMALLEST = Amount.of("1e-6");
    private static final Amount TEN = Amount.of(10);

    private final CheckedRule checked;
    private final String figure;
    private final Amount most;
    private final Function<Amount, Project> candidates;
    private final Set<Amount> turns;

    /**
     * @param figure the name of a component of a project
     * @param most the largest value that it can have
     * @param candidates creates the candidate with a value of the figure
     * @param turns receives the values found
     */
    public FlipPoints(
            CheckedRule checked, String figure, Amount most, Function<Amount, Project> candidates, Set<Amount> turns) {
        this.checked = checked;
        this.figure = figure;
        this.most = Amount.min(most, LARGEST);
        this.candidates = candidates;
        this.turns = turns;
    }

    @Override
    public void condition(int pattern, Expression test, Evaluator evaluator, Truth truth) {
        if (test instanceof And || test instanceof Or || test instanceof Not) {
            test.parts().forEach(part -> condition(pattern, part, evaluator, truth));
        } else if (test instanceof Compare && reads(test, pattern)) {
            search(value -> evaluator.of(candidates.apply(value)).truth(test));
        }
    }

    @Override
    public void total(int pattern, Total total, Interval ends, Evaluator outside, Truth truth) {
        if (reads(total.right(), pattern)) {
            search(value -> {
                Object right = outside.of(candidates.apply(value)).value(total.right());
                return Comparisons.compare(total.sign(), ends, right);
            });
        }
    }

    /** Whether an accumulate of the rule reads the figure, so that its total changes with it. */
    public boolean movesTotals() {
        for (int i = 0; i < checked.types().size(); i++) {
            Pattern pattern = checked.rule().patterns().get(i);
            int index = i;
            boolean summed = pattern.total() != null
                    && pattern.total().argument() != null
                    && reads(pattern.total().argument(), i);
            if (pattern.kind() == Pattern.Kind.ACCUMULATE
                    && (summed || pattern.conditions().stream().anyMatch(test -> reads(test, index)))) {
                return true;
            }
        }
        return false;
    }

    private boolean reads(Expression expression, int pattern) {
        if (expression instanceof Property property) {
            return property.name().equals(figure)
                    && checked.types().get(pattern).record() == Project.class;
        }
        if (expression instanceof Expression.Variable name) {
            CheckedRule.Variable bound = checked.variable(name.name());
            return !bound.total() && reads(bound.value(), bound.pattern());
        }
        return expression.parts().stream().anyMatch(part -> reads(part, pattern));
    }

    /** Searches between powers of ten. A result that changes and changes back between two of them is missed. */
    private void search(Function<Amount, Truth> truth) {
        Amount from = Amount.ZERO;
        Truth before = truth.apply(from);
        for (Amount to = SMALLEST; from.compareTo(most) < 0; to = to.times(TEN)) {
            Amount end = Amount.min(to, most);
            Truth after = truth.apply(end);
            while (before != after) {
                Truth start = before;
                Amount turn = SearchGrid.first(from, end, value -> truth.apply(value) != start);
                turns.add(SearchGrid.below(turn));
                turns.add(turn);
                from = turn;
                before = truth.apply(turn);
            }
            from = end;
        }
    }
}
