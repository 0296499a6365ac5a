package dev.winnow.model.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * An exact fraction in lowest terms, for scores whose sums must be exact. Immutable.
 *
 * <p>Nearly all scores have small terms. Terms of up to 31 bits are stored as longs, so that products of two terms and
 * sums of two products cannot overflow. Others are stored as big integers.
 */
public final class Fraction implements Comparable<Fraction> {

    public static final Fraction ZERO = new Fraction(0, 1);
    public static final Fraction ONE = new Fraction(1, 1);

    public static final Fraction HUNDRED = new Fraction(100, 1);

    /** The whole numbers from 0 to 100, from which most scores are computed. */
    private static final Fraction[] POINTS = points();

    /** The whole numbers from 0 to 100 as decimals, shared because half of all rounded scores are among them. */
    private static final BigDecimal[] ROUNDED = rounded(POINTS);

    /** Number of decimals of printed scores. */
    public static final int PLACES = 6;

    private static final int MILLION = 1_000_000;
    private static final long MOST = Integer.MAX_VALUE;

    /** Number of digits for which every whole number fits into a long. */
    private static final int LONG_DIGITS = 18;

    /** The terms of a fraction that does not fit into 31 bits. */
    private record Wide(BigInteger top, BigInteger bottom) {}

    /**
     * An accumulator for sums of fractions. Adding whole numbers, the usual case, creates no fraction per step. Not
     * thread-safe.
     */
    public static final class Sum {

        private long whole;
        private Fraction rest = ZERO;

        /**
         * Adds a fraction.
         *
         * @param more the fraction to add
         */
        public void add(Fraction more) {
            if (more.bottom == 1 && Math.abs(whole) < MOST) {
                whole += more.top;
            } else {
                rest = rest.plus(more);
            }
        }

        /**
         * Adds a multiple.
         *
         * @param more the fraction to add
         * @param times the factor
         */
        public void add(Fraction more, Fraction times) {
            long product = more.top * times.top; // terms of 31 bits each; the top of a wide fraction is 0
            if (more.bottom == 1 && times.bottom == 1 && Math.abs(product) <= MOST && Math.abs(whole) < MOST) {
                whole += product;
            } else {
                rest = rest.plus(more.times(times));
            }
        }

        /** {@return the sum, which is then reset to zero} */
        public Fraction taken() {
            Fraction total = rest.plus(of(whole));
            whole = 0;
            rest = ZERO;
            return total;
        }
    }

    private final long top;
    /** Positive, in lowest terms; 0 if the fraction is wide. */
    private final long bottom;
    /** The terms of a wide fraction; null if the fraction fits, so that equal fractions have equal fields. */
    private final @Nullable Wide wide;

    private Fraction(long top, long bottom) {
        this.top = top;
        this.bottom = bottom;
        this.wide = null;
    }

    private Fraction(Wide wide) {
        this.top = 0;
        this.bottom = 0;
        this.wide = wide;
    }

    private static Fraction[] points() {
        Fraction[] points = new Fraction[101];
        for (int i = 0; i < points.length; i++) {
            points[i] = new Fraction(i, 1);
        }
        points[0] = ZERO;
        points[1] = ONE;
        points[100] = HUNDRED;
        return points;
    }

    private static BigDecimal[] rounded(Fraction[] whole) {
        BigDecimal[] rounded = new BigDecimal[whole.length];
        for (int i = 0; i < whole.length; i++) {
            rounded[i] = BigDecimal.valueOf(whole[i].top * MILLION, PLACES);
        }
        return rounded;
    }

    /**
     * {@return a whole number}
     *
     * @param whole the number
     */
    public static Fraction of(long whole) {
        return reduced(whole, 1);
    }

    /**
     * Returns a quotient of whole numbers.
     *
     * @param bottom positive
     */
    static Fraction of(long top, long bottom) {
        return reduced(top, bottom);
    }

    /**
     * {@return a decimal number}
     *
     * @param decimal the number
     */
    public static Fraction of(BigDecimal decimal) {
        if (decimal.scale() == 0 && decimal.precision() <= LONG_DIGITS) { // nearly all weights and points
            return of(decimal.longValue());
        }
        return decimal.scale() <= 0
                ? reduced(decimal.toBigIntegerExact(), BigInteger.ONE)
                : reduced(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
    }

    /**
     * Returns a fraction in lowest terms.
     *
     * @param bottom positive
     */
    private static Fraction reduced(long top, long bottom) {
        if (bottom == 1 && top >= 0 && top < POINTS.length) {
            return POINTS[(int) top];
        }
        if (top == 0) {
            return ZERO;
        }
        if (top == bottom) {
            return ONE;
        }
        long common = bottom == 1 ? 1 : gcd(Math.abs(top), bottom);
        long one = top / common;
        long other = bottom / common;
        return Math.abs(one) <= MOST && other <= MOST && one != Long.MIN_VALUE
                ? new Fraction(one, other)
                : new Fraction(new Wide(BigInteger.valueOf(one), BigInteger.valueOf(other)));
    }

    private static Fraction reduced(BigInteger top, BigInteger bottom) {
        BigInteger common = top.gcd(bottom);
        BigInteger one = top.divide(common);
        BigInteger other = bottom.divide(common);
        return one.bitLength() < Integer.SIZE && other.bitLength() < Integer.SIZE
                ? reduced(one.longValue(), other.longValue())
                : new Fraction(new Wide(one, other));
    }

    /**
     * Returns the greatest common divisor of two positive numbers, by the binary algorithm, since division is many
     * times slower.
     */
    private static long gcd(long one, long other) {
        int twos = Long.numberOfTrailingZeros(one | other);
        long odd = one >>> Long.numberOfTrailingZeros(one);
        long rest = other;
        while (rest != 0) {
            rest >>>= Long.numberOfTrailingZeros(rest);
            long least = Math.min(odd, rest);
            rest = Math.max(odd, rest) - least;
            odd = least;
        }
        return odd << twos;
    }

    private BigInteger bigTop() {
        return wide == null ? BigInteger.valueOf(top) : wide.top();
    }

    private BigInteger bigBottom() {
        return wide == null ? BigInteger.valueOf(bottom) : wide.bottom();
    }

    private boolean fitsWith(Fraction other) {
        return wide == null && other.wide == null;
    }

    /**
     * {@return the sum}
     *
     * @param other another fraction
     */
    public Fraction plus(Fraction other) {
        if (signum() == 0) {
            return other;
        }
        if (other.signum() == 0) {
            return this;
        }
        if (fitsWith(other)) {
            return bottom == other.bottom
                    ? reduced(top + other.top, bottom)
                    : reduced(top * other.bottom + other.top * bottom, bottom * other.bottom);
        }
        return reduced(
                bigTop().multiply(other.bigBottom()).add(other.bigTop().multiply(bigBottom())),
                bigBottom().multiply(other.bigBottom()));
    }

    /**
     * {@return the difference}
     *
     * @param other another fraction
     */
    public Fraction minus(Fraction other) {
        if (other.signum() == 0) {
            return this;
        }
        if (fitsWith(other)) {
            return bottom == other.bottom
                    ? reduced(top - other.top, bottom)
                    : reduced(top * other.bottom - other.top * bottom, bottom * other.bottom);
        }
        return plus(other.negated());
    }

    private Fraction negated() {
        return wide == null
                ? new Fraction(-top, bottom)
                : new Fraction(new Wide(wide.top().negate(), wide.bottom()));
    }

    /**
     * {@return the product}
     *
     * @param other another fraction
     */
    public Fraction times(Fraction other) {
        if (equals(ONE) || other.equals(ZERO)) { // most rules hold fully or not at all
            return other;
        }
        if (other.equals(ONE) || equals(ZERO)) {
            return this;
        }
        return fitsWith(other)
                ? reduced(top * other.top, bottom * other.bottom)
                : reduced(bigTop().multiply(other.bigTop()), bigBottom().multiply(other.bigBottom()));
    }

    /**
     * {@return the quotient}
     *
     * @param divisor the divisor
     * @throws ArithmeticException if the divisor is 0
     */
    public Fraction over(Fraction divisor) {
        int sign = divisor.signum();
        if (sign == 0) {
            throw new ArithmeticException("division by zero");
        }
        if (fitsWith(divisor)) {
            return reduced(top * divisor.bottom * sign, bottom * divisor.top * sign);
        }
        BigInteger signed = BigInteger.valueOf(sign);
        return reduced(
                bigTop().multiply(divisor.bigBottom()).multiply(signed),
                bigBottom().multiply(divisor.bigTop()).multiply(signed));
    }

    /**
     * {@return the largest fraction that divides this and another without remainder}
     *
     * @param other another fraction
     */
    public Fraction commonMeasure(Fraction other) {
        BigInteger product = bigBottom().multiply(other.bigBottom());
        return reduced(BigInteger.ONE, product.divide(bigBottom().gcd(other.bigBottom())));
    }

    /** Returns the length of its longer term in bits. */
    int bitLength() {
        return Math.max(bigTop().bitLength(), bigBottom().bitLength());
    }

    /** Whether a multiple of this fraction is a whole number. */
    boolean isMultipleOfOneIn(long times) {
        return wide == null
                ? times % bottom == 0
                : BigInteger.valueOf(times).mod(wide.bottom()).signum() == 0;
    }

    /** Returns the largest whole number that does not exceed a multiple of this fraction. */
    BigInteger floor(long times) {
        if (wide == null && times <= MOST) {
            return BigInteger.valueOf(Math.floorDiv(top * times, bottom));
        }
        BigInteger[] parts = bigTop().multiply(BigInteger.valueOf(times)).divideAndRemainder(bigBottom());
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }

    /** Returns the number with some decimals. */
    BigDecimal rounded(int decimals, RoundingMode mode) {
        return new BigDecimal(bigTop()).divide(new BigDecimal(bigBottom()), decimals, mode);
    }

    /** Returns the number with some significant digits. */
    BigDecimal decimal(MathContext digits) {
        return new BigDecimal(bigTop()).divide(new BigDecimal(bigBottom()), digits);
    }

    /** {@return whether its terms fit into 31 bits} */
    public boolean isSmall() {
        return wide == null;
    }

    /** {@return the sign of the fraction: -1, 0 or 1} */
    public int signum() {
        return wide == null ? Long.signum(top) : wide.top().signum();
    }

    /**
     * {@return the smaller fraction}
     *
     * @param one a fraction
     * @param other another fraction
     */
    public static Fraction min(Fraction one, Fraction other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    /**
     * {@return the larger fraction}
     *
     * @param one a fraction
     * @param other another fraction
     */
    public static Fraction max(Fraction one, Fraction other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    /** {@return the largest whole number of millionths that does not exceed it} */
    public BigInteger millionths() {
        return floor(MILLION);
    }

    /** {@return {@link #millionths} as a long} */
    public long wholeMillionths() {
        return wide == null
                ? Math.floorDiv(top * MILLION, bottom)
                : millionths().longValueExact();
    }

    /** {@return the difference from {@link #millionths}, in millionths, from 0 to below 1} */
    public Fraction remainder() {
        if (wide == null) {
            return reduced(Math.floorMod(top * MILLION, bottom), bottom);
        }
        return times(of(MILLION)).minus(reduced(millionths(), BigInteger.ONE));
    }

    /** {@return the number rounded down to six decimals} */
    public BigDecimal rounded() {
        if (bottom == 1 && top >= 0 && top < POINTS.length) {
            return ROUNDED[(int) top];
        }
        return wide == null
                ? BigDecimal.valueOf(Math.floorDiv(top * MILLION, bottom), PLACES)
                : new BigDecimal(millionths(), PLACES);
    }

    /**
     * Returns the quotient, rounded down to six decimals. It is faster than {@link #over}, as it does not compute
     * lowest terms.
     *
     * @param divisor positive
     * @return the number with six decimals
     */
    public BigDecimal roundedOver(Fraction divisor) {
        if (fitsWith(divisor)) {
            long one = top * divisor.bottom;
            if (Math.abs(one) <= Long.MAX_VALUE / MILLION) {
                return BigDecimal.valueOf(Math.floorDiv(one * MILLION, bottom * divisor.top), PLACES);
            }
        }
        return over(divisor).rounded();
    }

    /** {@return the number rounded up to six decimals} */
    public BigDecimal roundedUp() {
        return negated().rounded().negate();
    }

    /** {@return the nearest double, or one next to it} */
    public double toDouble() {
        return wide == null
                ? (double) top / bottom
                : new BigDecimal(wide.top())
                        .divide(new BigDecimal(wide.bottom()), MathContext.DECIMAL64)
                        .doubleValue();
    }

    @Override
    public int compareTo(Fraction other) {
        return fitsWith(other)
                ? Long.compare(top * other.bottom, other.top * bottom)
                : bigTop().multiply(other.bigBottom()).compareTo(other.bigTop().multiply(bigBottom()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fraction fraction
                && top == fraction.top
                && bottom == fraction.bottom
                && (wide == null ? fraction.wide == null : wide.equals(fraction.wide));
    }

    @Override
    public int hashCode() {
        return wide == null ? Long.hashCode(31 * top + bottom) : wide.hashCode();
    }

    @Override
    public String toString() {
        return bigTop() + "/" + bigBottom();
    }
}
