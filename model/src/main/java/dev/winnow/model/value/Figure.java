package dev.winnow.model.value;

import dev.winnow.model.source.Language;
import dev.winnow.model.source.Localized;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A number as far as it is known: an interval with provenance. "Over 300 bn yuan" is {@code [300000, ∞)}, never 300000.
 *
 * <p>Figures are non-negative and exact: both ends are {@link Amount}s. An unknown figure is {@code null}, and arithmetic
 * with an unknown is unknown. Arithmetic gives the interval that holds every possible result; its results carry no
 * evidence. Where a result has more than some 300 digits on a side of the point, its ends are rounded outwards.
 *
 * @param low the smallest it can be, finite
 * @param high the largest it can be; {@link Amount#UNBOUNDED} if it has no upper end
 * @param unit what it counts; money is in millions of its currency
 * @param bound how the stated number bounds it
 * @param evidence where it comes from; null for a computed figure
 */
public record Figure(
        Amount low,
        Amount high,
        Unit unit,
        Bound bound,
        @Nullable Evidence evidence) implements Comparable<Figure>, Localized {

    /** The plain number 0. */
    public static final Figure ZERO = exactly(Amount.ZERO, Unit.NUMBER);

    /** The plain number 1. */
    public static final Figure ONE = exactly(Amount.ONE, Unit.NUMBER);

    private static final Amount ABOUT_LOW = Amount.of("0.95");
    private static final Amount ABOUT_HIGH = Amount.of("1.05");

    public Figure {
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(bound, "bound");
        if (low.isUnbounded() || low.compareTo(high) > 0) {
            throw new IllegalArgumentException("not an interval of numbers: " + low + " to " + high);
        }
    }

    /** A number known exactly. */
    public static Figure exactly(Amount value, Unit unit) {
        return new Figure(value, value, unit, Bound.EXACT, null);
    }

    /** A number known exactly: {@code exactly("8.3", Unit.MONEY)}. */
    public static Figure exactly(String value, Unit unit) {
        return exactly(Amount.of(value), unit);
    }

    /** A number known exactly. */
    public static Figure exactly(BigDecimal value, Unit unit) {
        return exactly(Amount.of(value), unit);
    }

    /** A whole number known exactly. */
    public static Figure exactly(long value, Unit unit) {
        return exactly(Amount.of(value), unit);
    }

    /**
     * The decimal number that is printed for a double, known exactly: 8.3 for {@code 8.3}, which no double is. What was
     * computed in doubles is better computed in {@link BigDecimal}, or here.
     */
    public static Figure exactly(double value, Unit unit) {
        return exactly(Amount.of(value), unit);
    }

    /** A stated number with its bound; {@link Bound#BETWEEN} needs {@link #between}. */
    public static Figure stated(Amount value, Bound bound, Unit unit, @Nullable Evidence evidence) {
        return switch (bound) {
            case EXACT -> new Figure(value, value, unit, bound, evidence);
            case AT_LEAST -> new Figure(value, Amount.UNBOUNDED, unit, bound, evidence);
            case AT_MOST -> new Figure(Amount.ZERO, value, unit, bound, evidence);
            case ABOUT -> new Figure(value.times(ABOUT_LOW), value.times(ABOUT_HIGH), unit, bound, evidence);
            case BETWEEN -> throw new IllegalArgumentException("a range has two numbers");
        };
    }

    /** Anything from one number to another; exact if they are the same, at least if there is no upper end. */
    public static Figure between(Amount low, Amount high, Unit unit, @Nullable Evidence evidence) {
        Bound bound = high.isUnbounded() ? Bound.AT_LEAST : low.equals(high) ? Bound.EXACT : Bound.BETWEEN;
        return new Figure(low, high, unit, bound, evidence);
    }

    /** A count or sum known only as an interval, as rules compute it. */
    public static Figure between(Amount low, Amount high, Unit unit) {
        return between(low, high, unit, null);
    }

    /** What arithmetic makes of figures. */
    private static Figure computed(Amount low, Amount high, Unit unit) {
        return between(low.rounded(RoundingMode.DOWN), high.rounded(RoundingMode.UP), unit, null);
    }

    /** How many members a list has, at least so many if it may hold more; unknown if the list is. */
    public static @Nullable Figure size(@Nullable Collection<?> list) {
        if (list == null) {
            return null;
        }
        Amount known = Amount.of(list.size());
        return StartOfList.mayHoldMore(list)
                ? stated(known, Bound.AT_LEAST, Unit.NUMBER, null)
                : exactly(known, Unit.NUMBER);
    }

    /** The sum; unknown if either is. */
    public static @Nullable Figure sum(@Nullable Figure left, @Nullable Figure right) {
        return left == null || right == null
                ? null
                : computed(left.low.plus(right.low), left.high.plus(right.high), left.unit);
    }

    /** The difference, never below 0; unknown if either is. */
    public static @Nullable Figure difference(@Nullable Figure left, @Nullable Figure right) {
        if (left == null || right == null) {
            return null;
        }
        return computed(left.low.minus(right.high), left.high.minus(right.low), left.unit);
    }

    /** The product; unknown if either is, unless the other is exactly 0. */
    public static @Nullable Figure product(@Nullable Figure left, @Nullable Figure right) {
        if (left == null || right == null) {
            return isNothing(left) || isNothing(right) ? ZERO : null;
        }
        Unit unit = left.unit.times(right.unit);
        return computed(left.low.times(right.low), left.high.times(right.high), unit);
    }

    private static boolean isNothing(@Nullable Figure figure) {
        return figure != null && figure.high.isZero();
    }

    /** The quotient, 0 where the divisor is exactly 0; unknown if either is, unless the other is exactly 0. */
    public static @Nullable Figure quotient(@Nullable Figure part, @Nullable Figure whole) {
        if (part == null || whole == null) {
            return isNothing(part) || isNothing(whole) ? ZERO : null;
        }
        Unit unit = part.unit.over(whole.unit);
        if (whole.high.isZero()) {
            return exactly(Amount.ZERO, unit);
        }
        Amount low = whole.low.isZero() ? Amount.ZERO : part.low.over(whole.high);
        Amount high =
                part.high.isZero() ? Amount.ZERO : whole.low.isZero() ? Amount.UNBOUNDED : part.high.over(whole.low);
        return computed(low, high, unit);
    }

    /** The result of an arithmetic sign: {@code + - *} or {@code /}; unknown if either side is. */
    public static @Nullable Figure calculated(char sign, @Nullable Figure left, @Nullable Figure right) {
        return switch (sign) {
            case '+' -> sum(left, right);
            case '-' -> difference(left, right);
            case '*' -> product(left, right);
            case '/' -> quotient(left, right);
            default -> throw new IllegalArgumentException("no arithmetic sign: " + sign);
        };
    }

    /** Whether one number is all it can be. */
    public boolean isExact() {
        return low.equals(high);
    }

    /** The smallest interval that contains both: the combined statement of sources that disagree. */
    public Figure hull(Figure other) {
        return between(Amount.min(low, other.low), Amount.max(high, other.high), unit, evidence);
    }

    /** The number as it was stated: the middle of "about", the lower end of "over" and of a range. */
    public Amount value() {
        return switch (bound) {
            case EXACT, AT_LEAST, BETWEEN -> low;
            case AT_MOST -> high;
            case ABOUT -> high.over(ABOUT_HIGH);
        };
    }

    /** By lower, then by upper end. */
    @Override
    public int compareTo(Figure other) {
        int byLow = low.compareTo(other.low);
        return byLow != 0 ? byLow : high.compareTo(other.high);
    }

    /** As people write it, and {@link FigureText} reads it: {@code over 300 bn yuan}, {@code 1,000–1,200}. */
    @Override
    public String toString() {
        return write(Language.EN);
    }

    /** As people write it in a language, and {@link FigureText} reads it: {@code over 300 bn yuan}, {@code 超过3000亿元}. */
    @Override
    public String write(Language language) {
        return bound == Bound.BETWEEN
                ? unit.range(low, high, language)
                : bound.prefix(language) + unit.write(value(), language);
    }
}
