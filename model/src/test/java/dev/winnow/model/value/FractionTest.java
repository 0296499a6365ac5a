package dev.winnow.model.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Fractions are exact: a sum minus one of its parts is the other. */
class FractionTest {

    private static Fraction of(long top, long bottom) {
        return Fraction.of(top).over(Fraction.of(bottom));
    }

    @Test
    void threeThirdsAreOne() {
        assertThat(of(1, 3).plus(of(1, 3)).plus(of(1, 3))).isEqualTo(Fraction.ONE);
        assertThat(of(1, 3).times(Fraction.of(3))).isEqualTo(Fraction.ONE);
        assertThat(Fraction.ONE.minus(of(2, 3))).isEqualTo(of(1, 3));
    }

    @Test
    void equalFractionsAreEqualInAnyNotation() {
        assertThat(of(2, 4)).isEqualTo(of(1, 2)).hasSameHashCodeAs(of(1, 2));
        assertThat(of(1, -2)).isEqualTo(of(-1, 2));
        assertThat(Fraction.of(new BigDecimal("0.250"))).isEqualTo(of(1, 4));
        assertThat(Fraction.of(new BigDecimal("1E+2"))).isEqualTo(Fraction.HUNDRED);
    }

    @Test
    void millionthsRoundDown() {
        assertThat(of(2, 3).millionths()).isEqualTo(BigInteger.valueOf(666_666));
        assertThat(of(2, 3).rounded()).isEqualTo(new BigDecimal("0.666666"));
        assertThat(of(-2, 3).millionths()).isEqualTo(BigInteger.valueOf(-666_667));
        assertThat(of(-2, 3).rounded()).isEqualTo(new BigDecimal("-0.666667"));
        assertThat(Fraction.ONE.millionths()).isEqualTo(BigInteger.valueOf(1_000_000));
    }

    @Test
    void theRemainderIsTheAmountLostByRounding() {
        assertThat(of(2, 3).remainder()).isEqualTo(of(2, 3));
        assertThat(of(1, 3).remainder()).isEqualTo(of(1, 3));
        assertThat(of(-2, 3).remainder()).isEqualTo(of(1, 3));
        assertThat(of(1, 4).remainder()).isEqualTo(Fraction.ZERO);
    }

    @Test
    void nothingIsDividedByZero() {
        assertThatThrownBy(() -> Fraction.ONE.over(Fraction.ZERO)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void smallerAndLarger() {
        assertThat(of(1, 3)).isLessThan(of(1, 2));
        assertThat(Fraction.min(of(1, 3), of(1, 2))).isEqualTo(of(1, 3));
        assertThat(Fraction.max(of(1, 3), of(1, 2))).isEqualTo(of(1, 2));
        assertThat(of(-1, 3).signum()).isNegative();
    }

    @Test
    void smallAndLargeTermsCalculateAlike() {
        Random random = new Random(31);
        for (int i = 0; i < 20_000; i++) {
            long a = term(random);
            long b = Math.max(1, Math.abs(term(random)));
            long c = term(random);
            long d = Math.max(1, Math.abs(term(random)));
            Fraction one = Fraction.of(a).over(Fraction.of(b));
            Fraction other = Fraction.of(c).over(Fraction.of(d));
            BigInteger ad = BigInteger.valueOf(a).multiply(BigInteger.valueOf(d));
            BigInteger cb = BigInteger.valueOf(c).multiply(BigInteger.valueOf(b));
            BigInteger bd = BigInteger.valueOf(b).multiply(BigInteger.valueOf(d));
            assertThat(one.plus(other)).hasToString(lowest(ad.add(cb), bd));
            assertThat(one.minus(other)).hasToString(lowest(ad.subtract(cb), bd));
            assertThat(one.times(other))
                    .hasToString(lowest(BigInteger.valueOf(a).multiply(BigInteger.valueOf(c)), bd));
            assertThat(Integer.signum(one.compareTo(other))).isEqualTo(ad.compareTo(cb));
            BigInteger[] whole = BigInteger.valueOf(a)
                    .multiply(BigInteger.valueOf(1_000_000))
                    .divideAndRemainder(BigInteger.valueOf(b));
            assertThat(one.millionths())
                    .isEqualTo(whole[1].signum() < 0 ? whole[0].subtract(BigInteger.ONE) : whole[0]);
        }
    }

    /** Draws up to 4, 31 or 62 bits, which covers both representations and the border between them. */
    private static long term(Random random) {
        return random.nextLong() >> List.of(60, 33, 32, 2).get(random.nextInt(4));
    }

    private static String lowest(BigInteger top, BigInteger bottom) {
        BigInteger common = top.gcd(bottom);
        return top.divide(common) + "/" + bottom.divide(common);
    }
}
