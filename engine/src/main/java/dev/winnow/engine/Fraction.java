package dev.winnow.engine;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * An exact fraction in lowest terms, for scores that must add up.
 */
final class Fraction implements Comparable<Fraction> {

    static final Fraction ZERO = new Fraction(BigInteger.ZERO, BigInteger.ONE);
    static final Fraction ONE = new Fraction(BigInteger.ONE, BigInteger.ONE);
    static final Fraction HUNDRED = of(100);

    private static final int PLACES = 6;
    private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

    private final BigInteger top;
    /** Always positive; the fraction is in lowest terms. */
    private final BigInteger bottom;

    private Fraction(BigInteger top, BigInteger bottom) {
        this.top = top;
        this.bottom = bottom;
    }

    static Fraction of(long whole) {
        return new Fraction(BigInteger.valueOf(whole), BigInteger.ONE);
    }

    static Fraction of(BigDecimal decimal) {
        return decimal.scale() <= 0
                ? new Fraction(decimal.toBigIntegerExact(), BigInteger.ONE)
                : reduced(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
    }

    /** The decimal number that people read when a finite double is printed. */
    static Fraction of(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? of((long) number)
                : of(BigDecimal.valueOf(number));
    }

    private static Fraction reduced(BigInteger top, BigInteger bottom) {
        if (bottom.equals(BigInteger.ONE)) {
            return new Fraction(top, bottom);
        }
        BigInteger common = top.gcd(bottom);
        return common.equals(BigInteger.ONE)
                ? new Fraction(top, bottom)
                : new Fraction(top.divide(common), bottom.divide(common));
    }

    Fraction plus(Fraction other) {
        if (top.signum() == 0) {
            return other;
        }
        if (other.top.signum() == 0) {
            return this;
        }
        return bottom.equals(other.bottom)
                ? reduced(top.add(other.top), bottom)
                : reduced(top.multiply(other.bottom).add(other.top.multiply(bottom)), bottom.multiply(other.bottom));
    }

    Fraction minus(Fraction other) {
        return plus(new Fraction(other.top.negate(), other.bottom));
    }

    Fraction times(Fraction other) {
        if (equals(ONE) || other.top.signum() == 0) {
            return other;
        }
        return other.equals(ONE) || top.signum() == 0
                ? this
                : reduced(top.multiply(other.top), bottom.multiply(other.bottom));
    }

    /** @throws ArithmeticException if the divisor is 0 */
    Fraction over(Fraction divisor) {
        if (divisor.top.signum() == 0) {
            throw new ArithmeticException("division by zero");
        }
        BigInteger sign = BigInteger.valueOf(divisor.top.signum());
        return reduced(
                top.multiply(divisor.bottom).multiply(sign),
                bottom.multiply(divisor.top).multiply(sign));
    }

    int signum() {
        return top.signum();
    }

    static Fraction min(Fraction one, Fraction other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    static Fraction max(Fraction one, Fraction other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    /** The largest whole number of millionths that does not exceed it. */
    BigInteger millionths() {
        BigInteger[] parts = top.multiply(MILLION).divideAndRemainder(bottom);
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }

    /** What {@link #millionths} leaves, in millionths, from 0 to below 1. */
    Fraction remainder() {
        return times(new Fraction(MILLION, BigInteger.ONE)).minus(new Fraction(millionths(), BigInteger.ONE));
    }

    /** Rounded down to millionths. */
    BigDecimal rounded() {
        return new BigDecimal(millionths(), PLACES);
    }

    @Override
    public int compareTo(Fraction other) {
        return bottom.equals(other.bottom)
                ? top.compareTo(other.top)
                : top.multiply(other.bottom).compareTo(other.top.multiply(bottom));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fraction fraction && top.equals(fraction.top) && bottom.equals(fraction.bottom);
    }

    @Override
    public int hashCode() {
        return 31 * top.hashCode() + bottom.hashCode();
    }

    @Override
    public String toString() {
        return top + "/" + bottom;
    }
}
