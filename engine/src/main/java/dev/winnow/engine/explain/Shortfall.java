package dev.winnow.engine.explain;

import dev.winnow.engine.explain.Obstacle.Gap;
import dev.winnow.engine.internal.evaluate.Evaluator;
import dev.winnow.engine.internal.evaluate.Interval;
import dev.winnow.engine.internal.evaluate.Truth;
import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.syntax.Expression;
import dev.winnow.language.internal.syntax.Expression.And;
import dev.winnow.language.internal.syntax.Expression.Compare;
import dev.winnow.language.internal.syntax.Expression.Comparison;
import dev.winnow.language.internal.syntax.Expression.Numeral;
import dev.winnow.language.internal.syntax.Pattern.Total;
import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.Unit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Computes the gaps of failing constraints of a rule. */
final class Shortfall {

    private final CheckedRule checked;
    private final Operands operands;

    Shortfall(CheckedRule checked, Operands operands) {
        this.checked = checked;
        this.operands = operands;
    }

    /** The failing part of a condition: the first failing operand of {@code &&}. */
    static Expression failing(Expression test, Evaluator evaluator) {
        if (test instanceof And and) {
            for (Expression part : and.parts()) {
                if (evaluator.truth(part) == Truth.NO) {
                    return failing(part, evaluator);
                }
            }
        }
        return test;
    }

    /** The gap of a failing condition; null if it does not compare numbers. */
    @Nullable
    Gap of(Expression test, Evaluator evaluator) {
        if (!(test instanceof Compare compare)) {
            return null;
        }
        Object left = evaluator.value(compare.left());
        Object right = evaluator.value(compare.right());
        if (!(left instanceof Figure one) || !(right instanceof Figure other)) {
            return null;
        }
        return isNeed(compare.left()) && !isNeed(compare.right())
                ? gap(other, compare.sign().mirrored(), one, operands.limit(compare.left()))
                : gap(one, compare.sign(), other, operands.limit(compare.right()));
    }

    /** The gap of a failing comparison of a count or sum; null if it does not compare numbers. */
    @Nullable
    Gap of(Total total, Interval ends, @Nullable Object right) {
        Unit unit =
                Objects.requireNonNull(checked.variable(total.variable()).type().unit());
        return right instanceof Figure needed
                ? gap(
                        Figure.between(ends.low(), ends.high(), unit),
                        total.sign(),
                        needed,
                        operands.limit(total.right()))
                : null;
    }

    /** Whether a side of a comparison is the requirement rather than the actual value. */
    private boolean isNeed(Expression side) {
        return side instanceof Numeral || operands.limit(side) != null;
    }

    private static Gap gap(Figure found, Comparison sign, Figure needed, @Nullable String limit) {
        Amount distance = switch (sign) {
            case AT_LEAST, MORE_THAN -> needed.low().minus(found.high());
            case AT_MOST, LESS_THAN -> found.low().minus(needed.high());
            case SAME ->
                Amount.max(needed.low().minus(found.high()), found.low().minus(needed.high()));
            case DIFFERENT -> Amount.ZERO;
        };
        return new Gap(found, sign.sign, needed, Figure.exactly(distance, found.unit()), limit);
    }
}
