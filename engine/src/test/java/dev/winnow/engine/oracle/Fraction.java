package dev.winnow.engine.oracle;

import dev.winnow.model.value.Amount;
import java.math.BigDecimal;
import java.math.BigInteger;

/** An exact fraction. */
record Fraction(BigInteger over, BigInteger under) implements Comparable<Fraction> {

    static final Fraction ZERO = of(0);
    static final Fraction ONE = of(1);

    private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

    Fraction {
        if (under.signum() <= 0) {
            throw new IllegalArgumentException("divisor " + under);
        }
        if (!under.equals(BigInteger.ONE)) {
            BigInteger common = over.gcd(under);
            over = over.divide(common);
            under = under.divide(common);
        }
    }

    static Fraction of(long whole) {
        return new Fraction(BigInteger.valueOf(whole), BigInteger.ONE);
    }

    static Fraction of(BigDecimal decimal) {
        return decimal.scale() <= 0
                ? new Fraction(decimal.toBigIntegerExact(), BigInteger.ONE)
                : new Fraction(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
    }

    static Fraction of(Amount amount) {
        String[] terms = amount.fraction().toString().split("/");
        return new Fraction(new BigInteger(terms[0]), new BigInteger(terms[1]));
    }

    /** This number as an {@link Amount}. */
    Amount amount() {
        return Amount.of(new BigDecimal(over)).over(Amount.of(new BigDecimal(under)));
    }

    Fraction plus(Fraction other) {
        return new Fraction(over.multiply(other.under).add(other.over.multiply(under)), under.multiply(other.under));
    }

    Fraction minus(Fraction other) {
        return plus(new Fraction(other.over.negate(), other.under));
    }

    Fraction times(Fraction other) {
        return new Fraction(over.multiply(other.over), under.multiply(other.under));
    }

    Fraction dividedBy(Fraction other) {
        return new Fraction(over.multiply(other.under), under.multiply(other.over));
    }

    Fraction min(Fraction other) {
        return compareTo(other) <= 0 ? this : other;
    }

    Fraction max(Fraction other) {
        return compareTo(other) >= 0 ? this : other;
    }

    boolean isZero() {
        return over.signum() == 0;
    }

    /** Rounded down to millionths; never negative. */
    BigDecimal floor() {
        return new BigDecimal(over.multiply(MILLION).divide(under), 6);
    }

    @Override
    public int compareTo(Fraction other) {
        return over.multiply(other.under).compareTo(other.over.multiply(under));
    }

    @Override
    public String toString() {
        return under.equals(BigInteger.ONE) ? over.toString() : over + "/" + under;
    }
}
