package dev.winnow.engine.internal.evaluate;

import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.syntax.Expression;
import dev.winnow.language.internal.syntax.Pattern;
import dev.winnow.language.internal.syntax.Pattern.Total;
import dev.winnow.language.internal.vocabulary.FactType;
import dev.winnow.model.domain.Project;
import dev.winnow.model.value.Figure;
import dev.winnow.model.vocabulary.Vocabulary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The facts bound to the patterns of a rule while it is evaluated pattern by pattern, and how far the rows of a pattern
 * match given them.
 */
public final class Bindings {

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
        Truth all = Vocabulary.isUnwritten(row) ? Truth.POSSIBLE : Truth.YES;
        for (Expression test : checked.looks().get(index).conditions()) {
            all = all.and(evaluator.truth(test));
            if (all == Truth.NO) {
                return all;
            }
        }
        return all.and(mayStand(index, row));
    }

    /** How far the key that the conditions of a pattern leave for a row may be its key: false for one that is another row's. */
    public Truth mayStand(int index, Object row) {
        Expression.NewKey newKey = checked.looks().get(index).newKey();
        return newKey == null || !Vocabulary.isUnwritten(row)
                ? Truth.YES
                : at(index, row).truth(newKey);
    }

    /** How far an accumulate's comparison holds. */
    public Truth holds(Total total, Interval sum) {
        return Comparisons.compare(total.sign(), sum, outside().value(total.right()));
    }

    /** What a row adds to a count or sum if it counts. */
    public Interval amount(int index, Total total, Object row) {
        if (total.argument() != null) {
            return Interval.of((Figure) at(index, row).value(total.argument()));
        }
        return Interval.of(Vocabulary.isUnwritten(row) ? null : Figure.ONE);
    }

    /** The sum of the rows of a pattern. */
    public Interval sum(int index, Total total) {
        Interval.Sum sum = new Interval.Sum();
        for (Object row : rows(index)) {
            Truth meets = meets(index, row);
            if (meets != Truth.NO) {
                sum.add(meets, amount(index, total, row));
            }
        }
        return sum.taken();
    }
}
