package dev.winnow.engine.internal.evaluate;

import dev.winnow.language.internal.syntax.Expression.Comparison;
import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.StartOfList;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compares values that may be unknown or known as intervals. All evaluators and compiled rules use these comparisons.
 *
 * <p>Values are figures, amounts, intervals of a count or sum, dates, texts and lists; null means unknown. A comparison
 * is certain if all possible values of the operands meet it, and possible if some do.
 */
public final class Comparisons {

    private Comparisons() {}

    /** {@return the truth of a comparison of two values} */
    public static Truth compare(Comparison sign, @Nullable Object left, @Nullable Object right) {
        return switch (sign) {
            case AT_LEAST -> atLeast(left, right);
            case AT_MOST -> atLeast(right, left);
            case MORE_THAN -> moreThan(left, right);
            case LESS_THAN -> moreThan(right, left);
            case SAME -> same(left, right);
            case DIFFERENT -> same(left, right).not();
        };
    }

    /** {@return whether a number is at least another, or a date is not before another} */
    public static Truth atLeast(@Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return Truth.POSSIBLE;
        }
        if (left instanceof LocalDate day) {
            return day.isBefore((LocalDate) right) ? Truth.NO : Truth.YES;
        }
        return Truth.of(low(left).compareTo(high(right)) >= 0, high(left).compareTo(low(right)) >= 0);
    }

    /** {@return whether a number is more than another, or a date is after another} */
    public static Truth moreThan(@Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return Truth.POSSIBLE;
        }
        if (left instanceof LocalDate day) {
            return day.isAfter((LocalDate) right) ? Truth.YES : Truth.NO;
        }
        return Truth.of(low(left).compareTo(high(right)) > 0, high(left).compareTo(low(right)) > 0);
    }

    private static Amount low(Object value) {
        return value instanceof Figure figure
                ? figure.low()
                : value instanceof Interval interval ? interval.low() : (Amount) value;
    }

    private static Amount high(Object value) {
        return value instanceof Figure figure
                ? figure.high()
                : value instanceof Interval interval ? interval.high() : (Amount) value;
    }

    /** {@return whether two values are equal; certain only for exact figures} */
    public static Truth same(@Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return Truth.POSSIBLE;
        }
        if (left instanceof Figure one && right instanceof Figure other) {
            boolean apart =
                    one.high().compareTo(other.low()) < 0 || other.high().compareTo(one.low()) < 0;
            return Truth.of(one.isExact() && other.isExact() && one.low().equals(other.low()), !apart);
        }
        if (left instanceof OtherKey key) {
            return Truth.of(false, right instanceof OtherKey || key.mayBe(right));
        }
        if (right instanceof OtherKey key) {
            return Truth.of(false, key.mayBe(left));
        }
        return left.equals(right) ? Truth.YES : Truth.NO;
    }

    /** {@return whether a list contains an item} The list may be incomplete; an empty list contains nothing. */
    public static Truth memberOf(@Nullable Object item, @Nullable Collection<?> list) {
        if (list == null || (item != null && list.contains(item))) {
            return list == null ? Truth.POSSIBLE : Truth.YES;
        }
        boolean possibly = StartOfList.mayHoldMore(list)
                || (item instanceof OtherKey key ? key.mayBeOneOf(list) : item == null && !list.isEmpty());
        return Truth.of(false, possibly);
    }

    /** {@return whether an item equals one of several texts} */
    public static Truth oneOf(@Nullable Object item, List<String> options) {
        return item == null || (item instanceof OtherKey key && key.mayBeOneOf(options))
                ? Truth.POSSIBLE
                : options.contains(item) ? Truth.YES : Truth.NO;
    }

    /** {@return whether an item equals one of several texts; called by compiled rules} */
    public static Truth oneOf(@Nullable Object item, String... options) {
        return oneOf(item, List.of(options));
    }
}
