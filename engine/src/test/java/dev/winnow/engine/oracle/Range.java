package dev.winnow.engine.oracle;

import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.Unit;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The oracle's reading of a figure: from low to high, both included. The high is null if it is unbounded. */
record Range(
        Fraction low,
        @Nullable Fraction high,
        Unit unit,
        @Nullable Figure stated) {

    static Range of(Figure figure) {
        return new Range(Fraction.of(figure.low()), end(figure.high()), figure.unit(), figure);
    }

    private static @Nullable Fraction end(Amount high) {
        return high.isUnbounded() ? null : Fraction.of(high);
    }

    static Range computed(Fraction low, @Nullable Fraction high, Unit unit) {
        return new Range(low, high, unit, null);
    }

    static Range exactly(long value) {
        return computed(Fraction.of(value), Fraction.of(value), Unit.NUMBER);
    }

    static @Nullable Fraction sum(@Nullable Fraction one, @Nullable Fraction other) {
        return one == null || other == null ? null : one.plus(other);
    }

    Range plus(Range other) {
        return computed(low.plus(other.low), sum(high, other.high), unit);
    }

    Range minus(Range other, Set<Fault> faults) {
        boolean spoilt = faults.contains(Fault.DIFFERENCE_UNSWAPPED);
        Fraction least = difference(low, spoilt ? other.low : other.high);
        return computed(Objects.requireNonNull(least), difference(high, spoilt ? other.high : other.low), unit);
    }

    private static @Nullable Fraction difference(@Nullable Fraction from, @Nullable Fraction taken) {
        if (taken == null) {
            return Fraction.ZERO;
        }
        return from == null ? null : Fraction.ZERO.max(from.minus(taken));
    }

    Range times(Range other) {
        Unit product = Units.product(unit, other.unit);
        Fraction most = isNothing() || other.isNothing()
                ? Fraction.ZERO
                : high == null || other.high == null ? null : high.times(other.high);
        return computed(low.times(other.low), most, product);
    }

    /** Whether it is exactly 0. */
    boolean isNothing() {
        return high != null && high.isZero();
    }

    Range over(Range other) {
        Unit quotient = Units.quotient(unit, other.unit);
        if (other.isNothing() || isNothing()) {
            return computed(Fraction.ZERO, Fraction.ZERO, quotient);
        }
        boolean mayBeNothing = other.low.isZero();
        Fraction least = mayBeNothing || other.high == null ? Fraction.ZERO : low.dividedBy(other.high);
        return computed(least, mayBeNothing || high == null ? null : high.dividedBy(other.low), quotient);
    }

    /** Compares all possible values of both sides. */
    Truth compare(String operator, Range other, Set<Fault> faults) {
        Range left = spoilt(faults);
        Range right = other.spoilt(faults);
        return switch (operator) {
            case ">=" -> Truth.of(order(left.low, right.high) >= 0, order(left.high, right.low) >= 0);
            case ">" -> Truth.of(order(left.low, right.high) > 0, order(left.high, right.low) > 0);
            case "<=" -> Truth.of(order(left.high, right.low) <= 0, order(left.low, right.high) <= 0);
            case "<" -> Truth.of(order(left.high, right.low) < 0, order(left.low, right.high) < 0);
            case "==" -> left.equal(right);
            case "!=" -> left.equal(right).not();
            default -> throw new IllegalArgumentException(operator);
        };
    }

    /** Compares two ends; at most one of them is unbounded. */
    private static int order(@Nullable Fraction one, @Nullable Fraction other) {
        return one == null ? 1 : other == null ? -1 : one.compareTo(other);
    }

    private Truth equal(Range other) {
        boolean one = low.equals(high) && other.low.equals(other.high) && low.equals(other.low);
        return Truth.of(one, order(low, other.high) <= 0 && order(other.low, high) <= 0);
    }

    private Range spoilt(Set<Fault> faults) {
        boolean exact = faults.contains(Fault.LOWER_ENDS) || (faults.contains(Fault.AT_LEAST_EXACT) && high == null);
        return exact ? computed(low, low, unit) : this;
    }

    /** The lowest part divided by the highest whole, clamped to 0–1. */
    static Fraction lowShare(@Nullable Range part, @Nullable Range whole, Set<Fault> faults) {
        if (part == null || whole == null || whole.low.isZero()) {
            return Fraction.ZERO;
        }
        Fraction most = faults.contains(Fault.SHARE_UNSWAPPED) ? whole.low : whole.high;
        return most == null ? Fraction.ZERO : part.low.dividedBy(most).min(Fraction.ONE);
    }

    /** The highest part divided by the lowest whole, clamped to 0–1. */
    static Fraction highShare(@Nullable Range part, @Nullable Range whole, Set<Fault> faults) {
        if (whole != null && whole.isNothing()) {
            return Fraction.ZERO;
        }
        if (part == null || whole == null) {
            return Fraction.ONE;
        }
        if (part.isNothing()) {
            return Fraction.ZERO;
        }
        Fraction least = faults.contains(Fault.SHARE_UNSWAPPED) ? whole.high : whole.low;
        if (part.high == null || (least != null && least.isZero())) {
            return Fraction.ONE;
        }
        return least == null ? Fraction.ZERO : part.high.dividedBy(least).min(Fraction.ONE);
    }

    /** The text of a computed number, which is written as "at least" because it may equal its lower bound. */
    @Override
    public String toString() {
        if (stated != null) {
            return stated.toString();
        }
        // A planted fault may exchange the ends.
        return high == null || low.compareTo(high) > 0
                ? "at least " + unit.write(low.amount())
                : Figure.between(low.amount(), high.amount(), unit, null).toString();
    }
}
