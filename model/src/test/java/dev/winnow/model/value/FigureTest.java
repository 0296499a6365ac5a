package dev.winnow.model.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A figure is an interval with exact ends, and so are the results of arithmetic. */
class FigureTest {

    private static Figure between(String low, String high) {
        return Figure.between(Amount.of(low), high.equals("any") ? Amount.UNBOUNDED : Amount.of(high), Unit.NUMBER);
    }

    private static void assertEnds(Figure figure, String low, String high) {
        assertThat(figure.low()).hasToString(low);
        assertThat(figure.high()).hasToString(high);
    }

    @Test
    void aNumberIsTheSameFromEveryType() {
        assertThat(Figure.exactly("8.3", Unit.MONEY))
                .isEqualTo(Figure.exactly(8.3, Unit.MONEY))
                .isEqualTo(Figure.exactly(new BigDecimal("8.300"), Unit.MONEY))
                .isEqualTo(Figure.exactly(Amount.of("8.3"), Unit.MONEY))
                .hasToString("8.3 mn yuan");
        assertThat(Figure.exactly(8, Unit.NUMBER)).isEqualTo(Figure.exactly("8", Unit.NUMBER));
    }

    @ParameterizedTest
    @CsvSource({
        "8.3, 7.885, 8.715",
        "0.1, 0.095, 0.105",
        "7, 6.65, 7.35",
        "0, 0, 0",
        "123456.789, 117283.94955, 129629.62845"
    })
    void aboutMeansWithinFivePerCentAndKeepsTheStatedNumber(String stated, String low, String high) {
        Figure figure = Figure.stated(Amount.of(stated), Bound.ABOUT, Unit.NUMBER, null);
        assertEnds(figure, low, high);
        assertThat(figure.value()).isEqualTo(Amount.of(stated));
    }

    @Test
    void arithmeticHoldsEveryResult() {
        Figure some = between("40.1", "41.3");
        Figure more = between("0.3", "any");
        assertEnds(Figure.sum(some, between("64.1", "64.1")), "104.2", "105.4");
        assertEnds(Figure.sum(some, more), "40.4", "unbounded");
        assertEnds(Figure.difference(some, between("40.2", "40.2")), "0", "1.1");
        assertEnds(Figure.difference(more, some), "0", "unbounded");
        assertEnds(Figure.difference(some, more), "0", "41");
        assertEnds(Figure.product(some, between("0.1", "0.2")), "4.01", "8.26");
        assertEnds(Figure.product(some, more), "12.03", "unbounded");
        assertEnds(Figure.product(more, Figure.ZERO), "0", "0");
        assertEnds(Figure.quotient(some, between("4", "5")), "8.02", "10.325");
        assertEnds(Figure.quotient(some, more), "0", "137.6666666666666666666666666666667");
        assertEnds(Figure.quotient(some, between("0", "4.01")), "0", "unbounded");
        assertEnds(Figure.quotient(more, Figure.ZERO), "0", "0");
        assertEnds(Figure.quotient(Figure.ZERO, between("0", "any")), "0", "0");
        assertEnds(Figure.quotient(null, Figure.ZERO), "0", "0");
        assertEnds(Figure.quotient(Figure.ZERO, null), "0", "0");
        assertEnds(Figure.product(null, Figure.ZERO), "0", "0");
        assertThat(Figure.sum(some, null)).isNull();
        assertThat(Figure.quotient(some, null)).isNull();
        assertThat(Figure.product(null, more)).isNull();
    }

    @Test
    void aQuotientIsExactThoughNoDecimalHoldsIt() {
        Figure third = Figure.quotient(Figure.ONE, Figure.exactly(3, Unit.NUMBER));
        assertThat(third.isExact()).isTrue();
        assertThat(Figure.sum(third, Figure.sum(third, third))).isEqualTo(Figure.ONE);
        assertThat(Figure.product(third, Figure.exactly(3, Unit.NUMBER))).isEqualTo(Figure.ONE);
    }

    @Test
    void aResultOfVeryManyDigitsIsRoundedOutwards() {
        Figure digits = Figure.exactly("0." + "7".repeat(300), Unit.NUMBER);
        Figure product = digits;
        for (int i = 0; i < 20; i++) {
            product = Figure.product(product, digits);
        }
        assertThat(product.isExact()).isFalse();
        assertThat(product.high().minus(product.low())).isLessThan(Amount.of("1e-290"));

        Figure large = Figure.exactly("1e200", Unit.NUMBER);
        Figure larger = large;
        for (int i = 0; i < 20; i++) {
            larger = Figure.product(larger, large);
        }
        assertEnds(larger, "1" + "0".repeat(300), "unbounded");
    }

    @Test
    void theEndsAreInOrderAndTheLowerIsFinite() {
        Amount three = Amount.of(3);
        assertThatThrownBy(() -> Figure.between(three, Amount.ONE, Unit.NUMBER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not an interval of numbers: 3 to 1");
        assertThatThrownBy(() -> Figure.exactly(Amount.UNBOUNDED, Unit.NUMBER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not an interval of numbers: unbounded to unbounded");
        assertThatThrownBy(() -> Figure.exactly(-1, Unit.NUMBER)).isInstanceOf(IllegalArgumentException.class);
    }
}
