package dev.winnow.engine.evaluate;

import dev.winnow.language.check.CheckedRule;
import dev.winnow.language.syntax.Expression;
import dev.winnow.language.syntax.Pattern;
import dev.winnow.language.syntax.Pattern.Total;
import dev.winnow.language.vocabulary.FactType;
import dev.winnow.model.domain.Project;
import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Figure;
import dev.winnow.model.vocabulary.Vocabulary;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The facts bound to the patterns of a rule while it is evaluated pattern by pattern, and how far the rows of a pattern
 * match given them.
 */
public final class Bindings {

    /**
     * The interval of a count or sum.
     *
     * @param low at least
     * @param high at most; unbounded if a list may hold more
     */
    public record Ends(Amount low, Amount high) {

        static final Ends NONE = new Ends(Amount.ZERO, Amount.ZERO);

        /** Adds up intervals. */
        public static final class Adding {

            private final Amount.Sum low = new Amount.Sum(RoundingMode.DOWN);
            private final Amount.Sum high = new Amount.Sum(RoundingMode.UP);

            /** Adds an interval. */
            public void add(Ends more) {
                low.add(more.low);
                high.add(more.high);
            }

            /** What all add up to. */
            public Ends taken() {
                return new Ends(low.taken(), high.taken());
            }
        }
    }

    private final CheckedRule checked;
    private final EvaluationContext context;
    private final Project candidate;
    private final @Nullable Object[] facts;

    /** @param facts the fact of each pattern, by its index; null where it has none, or none yet; not copied */
    public Bindings(CheckedRule checked, EvaluationContext context, Project candidate, @Nullable Object[] facts) {
        this.checked = checked;
        this.context = context;
        this.candidate = candidate;
        this.facts = facts;
    }

    public Pattern pattern(int index) {
        return checked.rule().patterns().get(index);
    }

    /** The facts of a pattern's type, and of a city's list that may hold more, the unwritten row. */
    public List<?> rows(int index) {
        FactType type = checked.types().get(index);
        return type.record() == Project.class ? List.of(candidate) : context.rows(type, candidate);
    }

    /** An evaluator for expressions in a pattern, for one fact. */
    public Evaluator at(int index, Object fact) {
        return new Evaluator(checked, context.keys(), facts, index, fact);
    }

    /** An evaluator for expressions outside patterns. */
    public Evaluator outside() {
        return new Evaluator(checked, context.keys(), facts, -1, context);
    }

    /** How far a row meets all conditions of a pattern. */
    Truth meets(int index, Object row) {
        Evaluator evaluator = at(index, row);
        Truth all = Vocabulary.isUnwritten(row) ? Truth.UNKNOWN : Truth.TRUE;
        for (Expression test : checked.looks().get(index).conditions()) {
            all = all.and(evaluator.truth(test));
            if (all == Truth.FALSE) {
                return all;
            }
        }
        return all.and(mayStand(index, row));
    }

    /** How far the key that the conditions of a pattern leave for a row may be its key: false for one that is another row's. */
    public Truth mayStand(int index, Object row) {
        Expression.NewKey newKey = checked.looks().get(index).newKey();
        return newKey == null || !Vocabulary.isUnwritten(row)
                ? Truth.TRUE
                : at(index, row).truth(newKey);
    }

    /** Whether an accumulate's comparison holds. */
    public Truth holds(Total total, Ends ends) {
        return holds(total, ends, (Figure) outside().value(total.right()));
    }

    /** Whether an accumulate's comparison holds against a figure; null if that is unknown. */
    public static Truth holds(Total total, Ends ends, @Nullable Figure right) {
        return switch (total.sign()) {
            case AT_LEAST -> Truth.of(Certainly.atLeast(ends.low, right), Possibly.atLeast(ends.high, right));
            case MORE_THAN -> Truth.of(Certainly.moreThan(ends.low, right), Possibly.moreThan(ends.high, right));
            case AT_MOST -> Truth.of(Certainly.atMost(ends.high, right), Possibly.atMost(ends.low, right));
            case LESS_THAN -> Truth.of(Certainly.lessThan(ends.high, right), Possibly.lessThan(ends.low, right));
            case SAME, DIFFERENT -> throw new IllegalStateException("no comparison of a total: " + total.sign());
        };
    }

    /** What a row adds to a count or sum, given how far it matches. */
    public Ends adds(int index, Total total, Object row, Truth meets) {
        if (meets == Truth.FALSE) {
            return Ends.NONE;
        }
        Figure amount = Figure.ONE;
        if (total.argument() != null) {
            amount = (Figure) at(index, row).value(total.argument());
        } else if (Vocabulary.isUnwritten(row)) {
            amount = null;
        }
        return new Ends(meets == Truth.TRUE ? Certainly.amount(amount) : Amount.ZERO, Possibly.amount(amount));
    }

    /** What the rows of a pattern add up to. */
    public Ends ends(int index, Total total) {
        Ends.Adding sum = new Ends.Adding();
        for (Object row : rows(index)) {
            sum.add(adds(index, total, row, meets(index, row)));
        }
        return sum.taken();
    }
}
