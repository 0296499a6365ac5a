package dev.winnow.model.value;

import dev.winnow.model.source.Language;
import dev.winnow.model.source.Localized;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A number as far as it is known: an interval with provenance. "Over 300 bn yuan" is {@code [300000, ∞)}, never 300000.
 *
 * <p>Figures are non-negative. An unknown figure is {@code null}, and arithmetic with an unknown is unknown. Arithmetic
 * gives the interval that holds every possible result; its results carry no evidence.
 *
 * @param low the smallest it can be, finite
 * @param high the largest it can be; may be infinite
 * @param unit what it counts; money is in millions of its currency
 * @param bound how the stated number bounds it
 * @param evidence where it comes from; null for a computed figure
 */
public record Figure(
        double low,
        double high,
        Unit unit,
        Bound bound,
        @Nullable Evidence evidence) implements Comparable<Figure>, Localized {

    /** The plain number 0. */
    public static final Figure ZERO = exactly(0, Unit.NUMBER);

    /** The plain number 1. */
    public static final Figure ONE = exactly(1, Unit.NUMBER);

    private static final double ABOUT = 0.05;

    /** What is left of a number after it was multiplied and divided again. */
    private static final MathContext DIGITS = new MathContext(14);

    public Figure {
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(bound, "bound");
        if (!(low >= 0) || !(high >= low) || Double.isInfinite(low)) {
            throw new IllegalArgumentException("not an interval of non-negative numbers: " + low + " to " + high);
        }
        low = low + 0.0; // no negative zero
        high = high + 0.0;
    }

    /** A number known exactly. */
    public static Figure exactly(double value, Unit unit) {
        return Double.isInfinite(value)
                ? between(value, value, unit, null)
                : new Figure(value, value, unit, Bound.EXACT, null);
    }

    /** A stated number with its bound; {@link Bound#BETWEEN} needs {@link #between}. */
    public static Figure stated(double value, Bound bound, Unit unit, @Nullable Evidence evidence) {
        return switch (bound) {
            case EXACT -> new Figure(value, value, unit, bound, evidence);
            case AT_LEAST -> new Figure(value, Double.POSITIVE_INFINITY, unit, bound, evidence);
            case AT_MOST -> new Figure(0, value, unit, bound, evidence);
            case ABOUT -> new Figure(value * (1 - ABOUT), value * (1 + ABOUT), unit, bound, evidence);
            case BETWEEN -> throw new IllegalArgumentException("a range has two numbers");
        };
    }

    /** Anything from one number to another; exact if they are the same, at least if there is no upper end. */
    public static Figure between(double from, double high, Unit unit, @Nullable Evidence evidence) {
        double low = Math.min(from, Double.MAX_VALUE); // larger ones cannot be told from each other
        Bound bound = low == high ? Bound.EXACT : Double.isInfinite(high) ? Bound.AT_LEAST : Bound.BETWEEN;
        return new Figure(low, high, unit, bound, evidence);
    }

    /** A count or sum of which only the ends are known, as rules compute it. */
    public static Figure between(double low, double high, Unit unit) {
        return between(low, high, unit, null);
    }

    /** How many members a list has; unknown if the list is. */
    public static @Nullable Figure size(@Nullable Collection<?> list) {
        return list == null ? null : exactly(list.size(), Unit.NUMBER);
    }

    /** The sum; unknown if either is. */
    public static @Nullable Figure sum(@Nullable Figure left, @Nullable Figure right) {
        return left == null || right == null
                ? null
                : between(left.low + right.low, left.high + right.high, left.unit, null);
    }

    /** The difference, never below 0; unknown if either is. */
    public static @Nullable Figure difference(@Nullable Figure left, @Nullable Figure right) {
        if (left == null || right == null) {
            return null;
        }
        return between(Math.max(0, left.low - right.high), Math.max(0, left.high - right.low), left.unit, null);
    }

    /** The product; unknown if either is. */
    public static @Nullable Figure product(@Nullable Figure left, @Nullable Figure right) {
        if (left == null || right == null) {
            return null;
        }
        double high = left.high == 0 || right.high == 0 ? 0 : left.high * right.high;
        Unit unit = left.unit.isMoney()
                ? left.unit
                : right.unit.isMoney()
                        ? right.unit
                        : left.unit == Unit.SHARE && right.unit == Unit.SHARE ? Unit.SHARE : Unit.NUMBER;
        return between(left.low * right.low, high, unit, null);
    }

    /** The quotient, 0 where the divisor is exactly 0; unknown if either is. */
    public static @Nullable Figure quotient(@Nullable Figure part, @Nullable Figure whole) {
        if (part == null || whole == null) {
            return null;
        }
        Unit unit = part.unit.isMoney() && !whole.unit.isMoney() ? part.unit : Unit.NUMBER;
        if (whole.high == 0) {
            return between(0, 0, unit, null);
        }
        double low = whole.low == 0 || Double.isInfinite(whole.high) ? 0 : part.low / whole.high;
        double high = part.high == 0 ? 0 : whole.low == 0 ? Double.POSITIVE_INFINITY : part.high / whole.low;
        return between(low, high, unit, null);
    }

    /** Whether one number is all it can be. */
    public boolean isExact() {
        return low == high;
    }

    /** The smallest interval that holds both: what sources that disagree leave known. */
    public Figure hull(Figure other) {
        return between(Math.min(low, other.low), Math.max(high, other.high), unit, evidence);
    }

    /** The number as it was stated: the middle of "about", the lower end of "over" and of a range. */
    public double value() {
        return switch (bound) {
            case EXACT, AT_LEAST, BETWEEN -> low;
            case AT_MOST -> high;
            case ABOUT -> BigDecimal.valueOf(high / (1 + ABOUT)).round(DIGITS).doubleValue();
        };
    }

    /** By lower, then by upper end. */
    @Override
    public int compareTo(Figure other) {
        int byLow = Double.compare(low, other.low);
        return byLow != 0 ? byLow : Double.compare(high, other.high);
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
