package dev.winnow.model.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Amounts are exact, however they are stored. */
class AmountTest {

    private static final Amount THIRD = Amount.ONE.over(Amount.of(3));

    @Test
    void decimalsAddUp() {
        assertThat(Amount.of("0.1").plus(Amount.of("0.2"))).isEqualTo(Amount.of("0.3"));
        assertThat(Amount.of("40.1").plus(Amount.of("64.1"))).isEqualTo(Amount.of("104.2"));
        assertThat(Amount.of("0.9").minus(Amount.of("0.85"))).isEqualTo(Amount.of("0.05"));
        assertThat(Amount.of("8.3").times(Amount.of("0.95"))).isEqualTo(Amount.of("7.885"));
        assertThat(Amount.of("104.2").over(Amount.of("64.1")).times(Amount.of("64.1")))
                .isEqualTo(Amount.of("104.2"));
    }

    @Test
    void threeThirdsAreOne() {
        assertThat(THIRD.plus(THIRD).plus(THIRD)).isEqualTo(Amount.ONE);
        assertThat(THIRD.times(Amount.of(3))).isEqualTo(Amount.ONE);
        assertThat(Amount.ONE.minus(THIRD)).isEqualTo(Amount.of(2).over(Amount.of(3)));
    }

    @Test
    void aDoubleMeansTheDecimalPrintedForIt() {
        assertThat(Amount.of(0.1)).isEqualTo(Amount.of("0.1"));
        assertThat(Amount.of(8.3)).isEqualTo(Amount.of(new BigDecimal("8.30")));
        assertThat(Amount.of(0.1 + 0.2)).isEqualTo(Amount.of("0.30000000000000004"));
        assertThat(Amount.of(1e15)).isEqualTo(Amount.of(1_000_000_000_000_000L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "5.0", "5.000000000", "0.5e1", "50e-1"})
    void equalNumbersAreEqualInAnyNotation(String text) {
        assertThat(Amount.of(text))
                .isEqualTo(Amount.of(5))
                .isEqualByComparingTo(Amount.of(5))
                .hasSameHashCodeAs(Amount.of(5))
                .hasToString("5");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "300000, 300000",
        "8.30, 8.3",
        "0.000000012, 0.000000012",
        "1e20, 100000000000000000000",
        "46116860184.27387903, 46116860184.27387903",
        "46116860184.27387904, 46116860184.27387904",
        "92233720368.54775807, 92233720368.54775807",
        "92233720368.54775806, 92233720368.54775806"
    })
    void isWrittenAsAPlainDecimal(String number, String text) {
        assertThat(Amount.of(number)).hasToString(text);
        assertThat(Amount.of(text)).isEqualTo(Amount.of(number));
    }

    @Test
    void aRepeatingDecimalIsWrittenTo34Digits() {
        assertThat(THIRD).hasToString("0.3333333333333333333333333333333333");
        assertThat(THIRD.decimal()).isNotEqualByComparingTo(THIRD.decimal().multiply(BigDecimal.valueOf(1.5)));
    }

    @Test
    void nothingIsBelowZero() {
        assertThat(Amount.of(3).minus(Amount.of("3.5"))).isEqualTo(Amount.ZERO);
        assertThat(THIRD.minus(Amount.ONE)).isEqualTo(Amount.ZERO);
        assertThatThrownBy(() -> Amount.of(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Amount.of("-0.1")).isInstanceOf(IllegalArgumentException.class);
        assertThat(Amount.of(-0.0)).isEqualTo(Amount.ZERO);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, -1})
    void negativeAndNonFiniteNumbersAreRefused(double number) {
        assertThatThrownBy(() -> Amount.of(number)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1e-999999999", "1e300", "1e-301"})
    void aNumberOfVeryManyDigitsIsRefusedBeforeItFillsTheMemory(String number) {
        assertThatThrownBy(() -> Amount.of(number))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("more than 300 digits before or after the point");
    }

    @Test
    void theUnboundedIsMoreThanEveryNumber() {
        Amount huge = Amount.of("1e299");
        Amount most = Amount.UNBOUNDED;
        assertThat(most).isGreaterThan(huge).isEqualByComparingTo(most).hasToString("unbounded");
        assertThat(most.plus(huge)).isEqualTo(most);
        assertThat(THIRD.plus(most)).isEqualTo(most);
        assertThat(Amount.ZERO.plus(most)).isEqualTo(most);
        assertThat(most.minus(huge)).isEqualTo(most);
        assertThat(huge.minus(most)).isEqualTo(Amount.ZERO);
        assertThat(most.minus(most)).isEqualTo(Amount.ZERO);
        assertThat(most.times(THIRD)).isEqualTo(most);
        assertThat(most.times(Amount.ZERO)).isEqualTo(Amount.ZERO);
        assertThat(most.over(huge)).isEqualTo(most);
        assertThat(huge.over(most)).isEqualTo(Amount.ZERO);
        assertThat(Amount.max(most, huge)).isEqualTo(most);
        assertThat(Amount.min(most, huge)).isEqualTo(huge);
        assertThat(most.isWhole()).isFalse();
        assertThatThrownBy(() -> most.over(most)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(most::decimal).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(most::fraction).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void nothingIsDividedByZero() {
        for (Amount amount : List.of(Amount.ZERO, Amount.ONE, THIRD, Amount.UNBOUNDED)) {
            assertThatThrownBy(() -> amount.over(Amount.ZERO)).isInstanceOf(ArithmeticException.class);
        }
    }

    @Test
    void obeysTheLawsOfArithmeticInEveryRepresentation() {
        Random random = new Random(83);
        for (int i = 0; i < 20_000; i++) {
            Ratio left = Ratio.drawn(random);
            Ratio right = random.nextInt(8) == 0 ? left : Ratio.drawn(random);
            Amount one = left.amount();
            Amount other = right.amount();
            assertThat(one.plus(other)).isEqualTo(left.plus(right).amount()).isEqualTo(other.plus(one));
            assertThat(one.times(other)).isEqualTo(left.times(right).amount()).isEqualTo(other.times(one));
            assertThat(one.minus(other))
                    .isEqualTo(
                            left.compareTo(right) <= 0
                                    ? Amount.ZERO
                                    : left.minus(right).amount());
            assertThat(Integer.signum(one.compareTo(other))).isEqualTo(left.compareTo(right));
            assertThat(one.equals(other)).isEqualTo(left.compareTo(right) == 0);
            assertThat(one.equals(other) && one.hashCode() != other.hashCode()).isFalse();
            assertThat(one.plus(other).minus(other)).isEqualTo(one);
            assertThat(one.floor()).isEqualTo(left.top().divide(left.bottom()));
            assertThat(one.isWhole()).isEqualTo(left.top().mod(left.bottom()).signum() == 0);
            assertThat(one.isZero()).isEqualTo(left.top().signum() == 0);
            if (!other.isZero()) {
                assertThat(one.over(other)).isEqualTo(left.over(right).amount());
                assertThat(one.over(other).times(other)).isEqualTo(one);
                assertThat(one.ratio(other)).isEqualTo(one.over(other).fraction());
            }
        }
    }

    @Test
    void aSumDoesNotDependOnTheOrderOfItsParts() {
        Random random = new Random(641);
        for (int i = 0; i < 500; i++) {
            List<Amount> parts = new ArrayList<>();
            Ratio total = new Ratio(BigInteger.ZERO, BigInteger.ONE);
            for (int j = random.nextInt(40); j > 0; j--) {
                Ratio part = Ratio.drawn(random);
                parts.add(part.amount());
                total = total.plus(part);
            }
            Amount.Sum sum = new Amount.Sum(RoundingMode.DOWN);
            parts.forEach(sum::add);
            assertThat(sum.taken()).isEqualTo(total.amount());
            Collections.shuffle(parts, random);
            parts.forEach(sum::add);
            assertThat(sum.taken()).isEqualTo(total.amount());
            parts.add(random.nextInt(parts.size() + 1), Amount.UNBOUNDED);
            parts.forEach(sum::add);
            assertThat(sum.taken()).isEqualTo(Amount.UNBOUNDED);
            assertThat(sum.taken()).isEqualTo(Amount.ZERO);
        }
    }

    @Test
    void aSumOfVeryManyFractionsIsRoundedToItsSide() {
        Amount.Sum least = new Amount.Sum(RoundingMode.DOWN);
        Amount.Sum most = new Amount.Sum(RoundingMode.UP);
        Fraction exact = Fraction.ZERO;
        for (int i = 1; i <= 4_000; i++) {
            Amount part = Amount.ONE.over(Amount.of(i));
            least.add(part);
            most.add(part);
            exact = exact.plus(part.fraction());
        }
        assertThat(exact.bitLength()).isGreaterThan(5_000);
        Amount low = least.taken();
        Amount high = most.taken();
        assertThat(low.fraction()).isLessThan(exact);
        assertThat(high.fraction()).isGreaterThan(exact);
        assertThat(low.fraction().bitLength()).isLessThan(4_200);
        assertThat(high.minus(low)).isLessThan(Amount.of("1e-295"));
    }

    @Test
    void aResultOfMoreThan300DigitsIsRoundedOutwards() {
        Amount long300 = Amount.of("0." + "7".repeat(300));
        Amount product = long300;
        for (int i = 0; i < 5; i++) {
            product = product.times(long300);
        }
        assertThat(product.rounded(RoundingMode.DOWN)).isLessThan(product);
        assertThat(product.rounded(RoundingMode.UP)).isGreaterThan(product);
        assertThat(long300.rounded(RoundingMode.UP)).isEqualTo(long300);

        Amount large = Amount.of("1e299");
        Amount larger = large.times(large).times(large).times(large).times(large);
        assertThat(larger.rounded(RoundingMode.UP)).isEqualTo(Amount.UNBOUNDED);
        assertThat(larger.rounded(RoundingMode.DOWN)).isEqualTo(large.times(Amount.of(10)));
        assertThat(large.rounded(RoundingMode.UP)).isEqualTo(large);
    }

    /** A number by its definition: two big integers, never reduced or rounded. */
    private record Ratio(BigInteger top, BigInteger bottom) implements Comparable<Ratio> {

        /** Draws whole numbers, short and long decimals up to and beyond the range of one long, and fractions. */
        static Ratio drawn(Random random) {
            BigInteger top = new BigInteger(1 + random.nextInt(random.nextInt(3) == 0 ? 90 : 40), random);
            return switch (random.nextInt(6)) {
                case 0 -> new Ratio(top, BigInteger.ONE);
                case 1, 2 -> new Ratio(top, BigInteger.TEN.pow(1 + random.nextInt(4)));
                case 3 -> new Ratio(top, BigInteger.TEN.pow(random.nextInt(20)));
                case 4 ->
                    new Ratio(
                            BigInteger.ONE.shiftLeft(62).add(BigInteger.valueOf(random.nextInt(3) - 1)),
                            BigInteger.TEN.pow(8));
                default -> new Ratio(top, BigInteger.valueOf(1 + random.nextInt(50)));
            };
        }

        Amount amount() {
            return Amount.of(Fraction.of(new BigDecimal(top)).over(Fraction.of(new BigDecimal(bottom))));
        }

        Ratio plus(Ratio other) {
            return new Ratio(top.multiply(other.bottom).add(other.top.multiply(bottom)), bottom.multiply(other.bottom));
        }

        Ratio minus(Ratio other) {
            return new Ratio(
                    top.multiply(other.bottom).subtract(other.top.multiply(bottom)), bottom.multiply(other.bottom));
        }

        Ratio times(Ratio other) {
            return new Ratio(top.multiply(other.top), bottom.multiply(other.bottom));
        }

        Ratio over(Ratio other) {
            return new Ratio(top.multiply(other.bottom), bottom.multiply(other.top));
        }

        @Override
        public int compareTo(Ratio other) {
            return top.multiply(other.bottom).compareTo(other.top.multiply(bottom));
        }
    }
}
