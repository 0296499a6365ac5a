package dev.winnow.engine.oracle;

import dev.winnow.model.value.Figure;
import dev.winnow.model.value.Unit;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The oracle's reading of a figure: from low to high, both ends included; high may be infinite. */
record Range(double low, double high, Unit unit, @Nullable Figure stated) {

    static Range of(Figure figure) {
        return new Range(figure.low(), figure.high(), figure.unit(), figure);
    }

    static Range computed(double low, double high, Unit unit) {
        return new Range(low, high, unit, null);
    }

    static Range exactly(double value) {
        return computed(value, value, Unit.NUMBER);
    }

    Range plus(Range other) {
        return computed(low + other.low, high + other.high, unit);
    }

    Range minus(Range other, Set<Fault> faults) {
        double least = faults.contains(Fault.DIFFERENCE_UNSWAPPED) ? other.low : other.high;
        double most = faults.contains(Fault.DIFFERENCE_UNSWAPPED) ? other.high : other.low;
        return computed(floor(low, least), floor(high, most), unit);
    }

    private static double floor(double from, double taken) {
        return Double.isInfinite(taken) ? 0 : Math.max(0, from - taken);
    }

    Range times(Range other) {
        Unit product = unit.isMoney() || other.unit.isMoney()
                ? (unit.isMoney() ? unit : other.unit)
                : unit == Unit.SHARE && other.unit == Unit.SHARE ? Unit.SHARE : Unit.NUMBER;
        return computed(low * other.low, high == 0 || other.high == 0 ? 0 : high * other.high, product);
    }

    Range over(Range other) {
        Unit quotient = unit.isMoney() && !other.unit.isMoney() ? unit : Unit.NUMBER;
        if (other.high == 0 || high == 0) {
            return computed(0, 0, quotient);
        }
        double least = other.low == 0 || Double.isInfinite(other.high) ? 0 : low / other.high;
        return computed(least, other.low == 0 ? Double.POSITIVE_INFINITY : high / other.low, quotient);
    }

    /** Compares for every number that either side may be. */
    Truth compare(String operator, Range other, Set<Fault> faults) {
        Range left = spoilt(faults);
        Range right = other.spoilt(faults);
        return switch (operator) {
            case ">=" -> Truth.of(left.low >= right.high, left.high >= right.low);
            case ">" -> Truth.of(left.low > right.high, left.high > right.low);
            case "<=" -> Truth.of(left.high <= right.low, left.low <= right.high);
            case "<" -> Truth.of(left.high < right.low, left.low < right.high);
            case "==" -> left.equal(right);
            case "!=" -> left.equal(right).not();
            default -> throw new IllegalArgumentException(operator);
        };
    }

    private Truth equal(Range other) {
        boolean one = low == high && other.low == other.high && low == other.low;
        return Truth.of(one, low <= other.high && other.low <= high);
    }

    private Range spoilt(Set<Fault> faults) {
        boolean exact =
                faults.contains(Fault.LOWER_ENDS) || (faults.contains(Fault.AT_LEAST_EXACT) && Double.isInfinite(high));
        return exact ? computed(low, low, unit) : this;
    }

    /** What the least part of the most whole is, 0 to 1. */
    static Fraction lowShare(@Nullable Range part, @Nullable Range whole, Set<Fault> faults) {
        if (part == null || whole == null || whole.low == 0) {
            return Fraction.ZERO;
        }
        double most = faults.contains(Fault.SHARE_UNSWAPPED) ? whole.low : whole.high;
        return Double.isInfinite(most)
                ? Fraction.ZERO
                : Fraction.of(part.low).dividedBy(Fraction.of(most)).min(Fraction.ONE);
    }

    /** What the most part of the least whole is, 0 to 1. */
    static Fraction highShare(@Nullable Range part, @Nullable Range whole, Set<Fault> faults) {
        if (whole != null && whole.high == 0) {
            return Fraction.ZERO;
        }
        if (part == null || whole == null) {
            return Fraction.ONE;
        }
        if (part.high == 0) {
            return Fraction.ZERO;
        }
        double least = faults.contains(Fault.SHARE_UNSWAPPED) ? whole.high : whole.low;
        if (least == 0 || Double.isInfinite(part.high)) {
            return Fraction.ONE;
        }
        return Double.isInfinite(least)
                ? Fraction.ZERO
                : Fraction.of(part.high).dividedBy(Fraction.of(least)).min(Fraction.ONE);
    }

    /** As people write it; of a computed number, the lower end may be reached. */
    @Override
    public String toString() {
        if (stated != null) {
            return stated.toString();
        }
        // A planted fault may turn the ends round.
        return Double.isInfinite(high) || low > high
                ? "at least " + unit.write(low)
                : Figure.between(low, high, unit, null).toString();
    }
}
