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

/** The facts bound to the patterns of a rule during evaluation; evaluates conditions and totals given these facts. */
public final class Bindings {

    private final CheckedRule checked;
    private final EvaluationContext context;
    private final Project candidate;
    private final @Nullable Object[] facts;

    /** @param facts the fact of each pattern, by index; null where none is bound; not copied */
    public Bindings(CheckedRule checked, EvaluationContext context, Project candidate, @Nullable Object[] facts) {
        this.checked = checked;
        this.context = context;
        this.candidate = candidate;
        this.facts = facts;
    }

    public Pattern pattern(int index) {
        return checked.rule().patterns().get(index);
    }

    /** The facts of a pattern's type, including the unwritten row of an incomplete list. */
    public List<?> rows(int index) {
        FactType type = checked.types().get(index);
        return type.record() == Project.class ? List.of(candidate) : context.rows(type, candidate);
    }

    /** An evaluator for expressions in a pattern, given one fact. */
    public Evaluator at(int index, Object fact) {
        return new Evaluator(checked, context.keys(), facts, index, fact);
    }

    /** An evaluator for expressions outside patterns. */
    public Evaluator outside() {
        return new Evaluator(checked, context.keys(), facts, -1, context);
    }

    /** Truth of all conditions of a pattern for a row. */
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

    /** Whether the conditions of a pattern leave the unwritten row a key that no other row has; YES for other rows. */
    public Truth mayStand(int index, Object row) {
        Expression.NewKey newKey = checked.looks().get(index).newKey();
        return newKey == null || !Vocabulary.isUnwritten(row)
                ? Truth.YES
                : at(index, row).truth(newKey);
    }

    /** Truth of an accumulate's comparison. */
    public Truth holds(Total total, Interval sum) {
        return Comparisons.compare(total.sign(), sum, outside().value(total.right()));
    }

    /** The contribution of a row to a count or sum. */
    public Interval amount(int index, Total total, Object row) {
        if (total.argument() != null) {
            return Interval.of((Figure) at(index, row).value(total.argument()));
        }
        return Interval.of(Vocabulary.isUnwritten(row) ? null : Figure.ONE);
    }

    /** The count or sum over the rows of a pattern. */
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
