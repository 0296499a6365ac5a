package dev.winnow.model.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An exact number that is not negative: 0.1 + 0.2 is 0.3, three thirds are 1, and a sum does not depend on the order of
 * its parts. Immutable.
 *
 * <p>{@link #UNBOUNDED} is the only infinite amount: the upper end of an interval without one.
 *
 * <p>Nearly all amounts are short decimals. Multiples of 10⁻⁸ that are not too large are stored as one long, others as
 * a fraction.
 */
public final class Amount implements Comparable<Amount> {

    private static final int PLACES = 8;
    private static final long UNIT = 100_000_000;
    /** The largest value stored as one long, so that the sum of two does not overflow. */
    private static final long LARGEST = Long.MAX_VALUE >> 1;
    /** The long value of larger fractions. */
    private static final long LARGER = Long.MAX_VALUE - 1;

    /** Maximum number of digits of a given number before the point, and after it. */
    private static final int DIGITS = 300;
    /** Length of a term, in bits, above which computed numbers are rounded. */
    private static final int BITS = 4096;

    private static final Amount[] SMALL = small();

    public static final Amount ZERO = of(0);
    public static final Amount ONE = of(1);
    /** Infinity. */
    public static final Amount UNBOUNDED = new Amount(Long.MAX_VALUE, null);

    private static final Amount HUGE = of(Fraction.of(BigDecimal.ONE.movePointRight(DIGITS)));

    /** In units of 10⁻⁸, rounded down, so that comparing it decides nearly all comparisons. */
    private final long scaled;
    /** The exact number; null if the long is exact, so that equal amounts have equal fields. */
    private final @Nullable Fraction exact;

    private Amount(long scaled, @Nullable Fraction exact) {
        this.scaled = scaled;
        this.exact = exact;
    }

    /**
     * An accumulator for sums. Adding a short decimal creates no object. Not thread-safe.
     *
     * <p>The sum of very many different fractions is rounded, as its terms would grow without bound; see {@link
     * #rounded}.
     */
    public static final class Sum {

        private final RoundingMode mode;
        private long scaled;
        private Amount rest = ZERO;

        /**
         * Creates an empty sum.
         *
         * @param mode {@link RoundingMode#DOWN} for a lower bound of the sum, UP for an upper bound
         */
        public Sum(RoundingMode mode) {
            this.mode = mode;
        }

        /** Adds an amount. */
        public void add(Amount more) {
            long sum = scaled + more.scaled;
            if (more.exact == null && sum >= 0 && sum <= LARGEST) {
                scaled = sum;
            } else {
                rest = rest.plus(more).rounded(mode);
            }
        }

        /** Returns the sum and resets it to 0. */
        public Amount taken() {
            Amount total = rest.plus(scaled(scaled));
            scaled = 0;
            rest = ZERO;
            return total;
        }
    }

    private static Amount[] small() {
        Amount[] small = new Amount[101];
        for (int i = 0; i < small.length; i++) {
            small[i] = new Amount(i * UNIT, null);
        }
        return small;
    }

    /**
     * Returns a whole number.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public static Amount of(long number) {
        if (number >= 0 && number < SMALL.length) {
            return SMALL[(int) number];
        }
        return number > 0 && number <= LARGEST / UNIT ? scaled(number * UNIT) : of(Fraction.of(number));
    }

    /**
     * Returns a decimal number, exactly.
     *
     * @throws IllegalArgumentException if it is negative, or has more than 300 digits before or after the point
     */
    public static Amount of(BigDecimal number) {
        long whole = (long) number.precision() - number.scale();
        if (number.signum() > 0 && number.scale() >= 0 && number.scale() <= PLACES && whole <= PLACES) {
            return scaled(number.setScale(PLACES).unscaledValue().longValue());
        }
        if (number.signum() != 0
                && (whole > DIGITS || number.stripTrailingZeros().scale() > DIGITS)) {
            throw new IllegalArgumentException("more than " + DIGITS + " digits before or after the point");
        }
        return of(number.signum() == 0 ? Fraction.ZERO : Fraction.of(number.stripTrailingZeros()));
    }

    /**
     * Returns a decimal number as written, such as {@code 8.3}.
     *
     * @throws IllegalArgumentException as for {@link #of(BigDecimal)}, or if it is not a number
     */
    public static Amount of(String number) {
        return of(new BigDecimal(number));
    }

    /**
     * Returns the decimal number that is printed for a double: 0.1 for {@code 0.1}, though no double is exactly a
     * tenth. For a computed double, such as {@code 0.1 + 0.2}, this includes the rounding of the computation.
     *
     * @throws IllegalArgumentException if it is negative, infinite or not a number
     */
    public static Amount of(double number) {
        return of(BigDecimal.valueOf(number));
    }

    /** Returns a fraction that is not negative. */
    static Amount of(Fraction number) {
        if (number.signum() < 0) {
            throw new IllegalArgumentException("below 0: " + number);
        }
        BigInteger floor = number.floor(UNIT);
        if (floor.bitLength() >= Long.SIZE || floor.longValue() > LARGEST) {
            return new Amount(LARGER, number);
        }
        return number.isMultipleOfOneIn(UNIT) ? scaled(floor.longValue()) : new Amount(floor.longValue(), number);
    }

    private static Amount scaled(long scaled) {
        return scaled == 0 ? ZERO : new Amount(scaled, null);
    }

    /** Whether it is 0. */
    public boolean isZero() {
        return scaled == 0 && exact == null;
    }

    /** Whether it is {@link #UNBOUNDED}. */
    public boolean isUnbounded() {
        return scaled == Long.MAX_VALUE;
    }

    /** Whether it is a whole number. */
    public boolean isWhole() {
        return exact == null ? scaled % UNIT == 0 && !isUnbounded() : exact.isMultipleOfOneIn(1);
    }

    /** Returns the sum. */
    public Amount plus(Amount more) {
        if (exact == null && more.exact == null) {
            long sum = scaled + more.scaled;
            if (sum >= 0 && sum <= LARGEST) {
                return scaled(sum);
            }
        }
        if (isUnbounded() || more.isUnbounded()) {
            return UNBOUNDED;
        }
        return isZero() ? more : more.isZero() ? this : of(fraction().plus(more.fraction()));
    }

    /** Returns the difference, at least 0. Subtracting an unbounded amount gives 0. */
    public Amount minus(Amount less) {
        if (compareTo(less) <= 0) {
            return ZERO;
        }
        if (isUnbounded()) {
            return UNBOUNDED;
        }
        return exact == null && less.exact == null
                ? scaled(scaled - less.scaled)
                : of(fraction().minus(less.fraction()));
    }

    /** Returns the product. 0 times any amount is 0. */
    public Amount times(Amount factor) {
        if (isZero() || factor.isZero()) {
            return ZERO;
        }
        if (isUnbounded() || factor.isUnbounded()) {
            return UNBOUNDED;
        }
        if (exact == null && factor.exact == null) {
            long one = scaled % UNIT == 0 ? scaled / UNIT : scaled;
            long other = one == scaled && factor.scaled % UNIT == 0 ? factor.scaled / UNIT : factor.scaled;
            boolean divided = one != scaled || other != factor.scaled;
            if (Math.multiplyHigh(one, other) == 0 && one * other >= 0 && (divided || one * other % UNIT == 0)) {
                long product = divided ? one * other : one * other / UNIT;
                if (product <= LARGEST) {
                    return scaled(product);
                }
            }
        }
        return of(fraction().times(factor.fraction()));
    }

    /**
     * Returns the quotient. A finite amount divided by an unbounded one is 0.
     *
     * @throws ArithmeticException if the divisor is 0, or both are unbounded
     */
    public Amount over(Amount divisor) {
        if (divisor.isUnbounded() && !isUnbounded()) {
            return ZERO;
        }
        if (isUnbounded() && !divisor.isUnbounded() && !divisor.isZero()) {
            return UNBOUNDED;
        }
        return of(ratio(divisor));
    }

    /**
     * Returns the quotient of two finite amounts as a fraction.
     *
     * @throws ArithmeticException if the divisor is 0
     */
    public Fraction ratio(Amount divisor) {
        if (exact == null && divisor.exact == null && !divisor.isZero() && !isUnbounded() && !divisor.isUnbounded()) {
            return scaled % UNIT == 0 && divisor.scaled % UNIT == 0 // shorter terms are reduced faster
                    ? Fraction.of(scaled / UNIT, divisor.scaled / UNIT)
                    : Fraction.of(scaled, divisor.scaled);
        }
        return fraction().over(divisor.fraction());
    }

    /** Returns the smaller amount. */
    public static Amount min(Amount one, Amount other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    /** Returns the larger amount. */
    public static Amount max(Amount one, Amount other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    /**
     * Returns this amount, rounded if it was computed to very many digits, so that no rule can fill the memory. An
     * amount above 10³⁰⁰ becomes 10³⁰⁰ or unbounded, and an amount with terms longer than 4,096 bits becomes a
     * neighbouring decimal with 300 places.
     *
     * @param mode DOWN to round down, UP to round up
     */
    Amount rounded(RoundingMode mode) {
        if (exact == null) {
            return this;
        }
        if (compareTo(HUGE) > 0) {
            return mode == RoundingMode.UP ? UNBOUNDED : HUGE;
        }
        return exact.bitLength() <= BITS ? this : of(Fraction.of(exact.rounded(DIGITS, mode)));
    }

    /**
     * Returns the largest whole number that does not exceed it.
     *
     * @throws ArithmeticException if it is unbounded
     */
    public BigInteger floor() {
        return exact == null && !isUnbounded()
                ? BigInteger.valueOf(scaled / UNIT)
                : fraction().floor(1);
    }

    /**
     * Returns this amount as a fraction.
     *
     * @throws ArithmeticException if it is unbounded
     */
    public Fraction fraction() {
        if (isUnbounded()) {
            throw new ArithmeticException("unbounded");
        }
        return exact == null ? Fraction.of(scaled, UNIT) : exact;
    }

    /**
     * Returns this amount as a decimal, rounded to 34 digits if it has more.
     *
     * @throws ArithmeticException if it is unbounded
     */
    public BigDecimal decimal() {
        if (exact == null && !isUnbounded()) {
            return shortest();
        }
        BigDecimal decimal = fraction().decimal(MathContext.DECIMAL128).stripTrailingZeros();
        return decimal.scale() < 0 ? decimal.setScale(0) : decimal;
    }

    private BigDecimal shortest() {
        long digits = scaled;
        int places = PLACES;
        while (places > 0 && digits % 10 == 0) {
            digits /= 10;
            places--;
        }
        return BigDecimal.valueOf(digits, places);
    }

    /** Returns the nearest double, or one next to it, for charts and statistics; comparisons use the exact amount. */
    public double toDouble() {
        return isUnbounded() ? Double.POSITIVE_INFINITY : exact == null ? scaled / (double) UNIT : exact.toDouble();
    }

    @Override
    public int compareTo(Amount other) {
        if (scaled != other.scaled) {
            return Long.compare(scaled, other.scaled);
        }
        return exact == null && other.exact == null ? 0 : fraction().compareTo(other.fraction());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Amount amount && scaled == amount.scaled && Objects.equals(exact, amount.exact);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(scaled) * 31 + Objects.hashCode(exact);
    }

    /** Returns the amount as a plain decimal of up to 34 digits, {@code 8.3}, or {@code unbounded}. */
    @Override
    public String toString() {
        return isUnbounded() ? "unbounded" : decimal().toPlainString();
    }
}
