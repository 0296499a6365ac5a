package dev.winnow.model.value;

import dev.winnow.model.source.Language;
import dev.winnow.model.source.Localized;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A number as far as it is known: an interval with its origin. "Over 300 bn yuan" is {@code [300000, ∞)}, never 300000.
 *
 * <p>Figures are not negative, and exact: both ends are {@link Amount}s. An unknown figure is {@code null}, and
 * arithmetic with an unknown figure is unknown. Arithmetic returns the interval of all possible results, without
 * evidence. Ends with more than some 300 digits on a side of the point are rounded outwards.
 *
 * @param low its smallest possible value, finite
 * @param high its largest possible value; {@link Amount#UNBOUNDED} if there is no upper end
 * @param unit its unit; money is in millions of its currency
 * @param bound the relation of the stated number to the true one
 * @param evidence its origin; null for a computed figure
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

    /** Returns an exact number. */
    public static Figure exactly(Amount value, Unit unit) {
        return new Figure(value, value, unit, Bound.EXACT, null);
    }

    /** Returns an exact number: {@code exactly("8.3", Unit.MONEY)}. */
    public static Figure exactly(String value, Unit unit) {
        return exactly(Amount.of(value), unit);
    }

    /** Returns an exact number. */
    public static Figure exactly(BigDecimal value, Unit unit) {
        return exactly(Amount.of(value), unit);
    }

    /** Returns an exact whole number. */
    public static Figure exactly(long value, Unit unit) {
        return exactly(Amount.of(value), unit);
    }

    /**
     * Returns the decimal number that is printed for a double, as an exact number: 8.3 for {@code 8.3}, though no
     * double is exactly that. Results of double arithmetic include its rounding; compute them in {@link BigDecimal} or
     * in figures instead.
     */
    public static Figure exactly(double value, Unit unit) {
        return exactly(Amount.of(value), unit);
    }

    /** Returns a stated number with its bound, other than {@link Bound#BETWEEN}, for which use {@link #between}. */
    public static Figure stated(Amount value, Bound bound, Unit unit, @Nullable Evidence evidence) {
        return switch (bound) {
            case EXACT -> new Figure(value, value, unit, bound, evidence);
            case AT_LEAST -> new Figure(value, Amount.UNBOUNDED, unit, bound, evidence);
            case AT_MOST -> new Figure(Amount.ZERO, value, unit, bound, evidence);
            case ABOUT -> new Figure(value.times(ABOUT_LOW), value.times(ABOUT_HIGH), unit, bound, evidence);
            case BETWEEN -> throw new IllegalArgumentException("a range needs two numbers: use between");
        };
    }

    /** Returns an interval; exact if both ends are equal, at-least if there is no upper end. */
    public static Figure between(Amount low, Amount high, Unit unit, @Nullable Evidence evidence) {
        Bound bound = high.isUnbounded() ? Bound.AT_LEAST : low.equals(high) ? Bound.EXACT : Bound.BETWEEN;
        return new Figure(low, high, unit, bound, evidence);
    }

    /** Returns an interval without evidence, such as a count or a sum that rules compute. */
    public static Figure between(Amount low, Amount high, Unit unit) {
        return between(low, high, unit, null);
    }

    /** Returns a result of arithmetic, with its ends rounded outwards if they are long. */
    private static Figure computed(Amount low, Amount high, Unit unit) {
        return between(low.rounded(RoundingMode.DOWN), high.rounded(RoundingMode.UP), unit, null);
    }

    /** Returns the size of a list, as a lower bound if the list may be incomplete; unknown if the list is. */
    public static @Nullable Figure size(@Nullable Collection<?> list) {
        if (list == null) {
            return null;
        }
        Amount known = Amount.of(list.size());
        return StartOfList.mayHoldMore(list)
                ? stated(known, Bound.AT_LEAST, Unit.NUMBER, null)
                : exactly(known, Unit.NUMBER);
    }

    /** Returns the sum; unknown if either figure is. */
    public static @Nullable Figure sum(@Nullable Figure left, @Nullable Figure right) {
        return left == null || right == null
                ? null
                : computed(left.low.plus(right.low), left.high.plus(right.high), left.unit.ofSums());
    }

    /** Returns the difference, at least 0; unknown if either figure is. */
    public static @Nullable Figure difference(@Nullable Figure left, @Nullable Figure right) {
        if (left == null || right == null) {
            return null;
        }
        return computed(left.low.minus(right.high), left.high.minus(right.low), left.unit.ofSums());
    }

    /** Returns the product; unknown if either figure is, unless the other is exactly 0. */
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

    /**
     * Returns the quotient, 0 if the divisor is exactly 0; unknown if either figure is, unless the other is exactly 0.
     */
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

    /** Returns the result of an operator, {@code + - *} or {@code /}; unknown if either side is. */
    public static @Nullable Figure calculated(char sign, @Nullable Figure left, @Nullable Figure right) {
        return switch (sign) {
            case '+' -> sum(left, right);
            case '-' -> difference(left, right);
            case '*' -> product(left, right);
            case '/' -> quotient(left, right);
            default -> throw new IllegalArgumentException("unknown operator: " + sign);
        };
    }

    /** Whether both ends are the same number. */
    public boolean isExact() {
        return low.equals(high);
    }

    /** Returns the smallest interval that contains both figures: the joint statement of sources that disagree. */
    public Figure hull(Figure other) {
        return between(Amount.min(low, other.low), Amount.max(high, other.high), unit, evidence);
    }

    /** Returns the number as it was stated: the middle of "about", the lower end of "over" and of a range. */
    public Amount value() {
        return switch (bound) {
            case EXACT, AT_LEAST, BETWEEN -> low;
            case AT_MOST -> high;
            case ABOUT -> high.over(ABOUT_HIGH);
        };
    }

    /** Compares lower, then upper ends. */
    @Override
    public int compareTo(Figure other) {
        int byLow = low.compareTo(other.low);
        return byLow != 0 ? byLow : high.compareTo(other.high);
    }

    /**
     * Returns the figure as people write it and {@link FigureText} reads it: {@code over 300 bn yuan}, {@code
     * 1,000–1,200}.
     */
    @Override
    public String toString() {
        return write(Language.EN);
    }

    /**
     * Returns the figure as people write it in a language and {@link FigureText} reads it: {@code over 300 bn yuan},
     * {@code 超过3000亿元}.
     */
    @Override
    public String write(Language language) {
        return bound == Bound.BETWEEN
                ? unit.range(low, high, language)
                : bound.prefix(language) + unit.write(value(), language);
    }
}
