package dev.winnow.engine.internal.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.Fraction;
import dev.winnow.model.value.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A share is part ÷ whole; its bounds follow from the bounds of both. */
class ShareTest {

    private static Figure figure(String low, String high) {
        Amount upper = high.equals("any") ? Amount.UNBOUNDED : Amount.of(high);
        return Figure.between(Amount.of(low), upper, Unit.NUMBER);
    }

    @ParameterizedTest(name = "{0}–{1} of {2}–{3} is {4} to {5}")
    @CsvSource({
        // exact
        "1, 1, 4, 4, 1/4, 1/4",
        "1, 1, 3, 3, 1/3, 1/3",
        "0, 0, 4, 4, 0/1, 0/1",
        "4, 4, 4, 4, 1/1, 1/1",
        "5, 5, 4, 4, 1/1, 1/1",
        "0.3, 0.3, 3, 3, 1/10, 1/10",
        // intervals: the low is the smallest part of the largest whole
        "1, 2, 4, 8, 1/8, 1/2",
        "3, 6, 4, 8, 3/8, 1/1",
        "8, 9, 4, 8, 1/1, 1/1",
        // a whole that may be 0
        "1, 1, 0, 4, 0/1, 1/1",
        "0, 0, 0, 4, 0/1, 0/1",
        // a whole that is 0
        "1, 1, 0, 0, 0/1, 0/1",
        "0, 0, 0, 0, 0/1, 0/1",
        // no upper end
        "1, any, 4, 4, 1/4, 1/1",
        "8, any, 4, 4, 1/1, 1/1",
        "1, 1, 4, any, 0/1, 1/4",
        "5, 5, 4, any, 0/1, 1/1",
        "0, 0, 4, any, 0/1, 0/1",
        "1, any, 4, any, 0/1, 1/1"
    })
    void shareOfAWhole(String low, String high, String wholeLow, String wholeHigh, String least, String most) {
        Share share = Share.of(figure(low, high), figure(wholeLow, wholeHigh));

        assertThat(share.low()).hasToString(least);
        assertThat(share.high()).hasToString(most);
        assertThat(share.isOpen()).isEqualTo(!least.equals(most));
    }

    @Test
    void unknownAwardsSpanNothingToAll() {
        assertThat(Share.of(null, figure("1", "2"))).isEqualTo(new Share(Fraction.ZERO, Fraction.ONE));
        assertThat(Share.of(figure("1", "2"), null)).isEqualTo(new Share(Fraction.ZERO, Fraction.ONE));
        assertThat(Share.of(null, null)).isEqualTo(new Share(Fraction.ZERO, Fraction.ONE));
        assertThat(Share.of(null, figure("0", "0"))).isEqualTo(Share.NONE);
    }

    @Test
    void aCeilingIsAtMostAHundred() {
        assertThat(Share.ceiling(figure("60", "60"))).isEqualTo(new Share(Fraction.of(60), Fraction.of(60)));
        assertThat(Share.ceiling(figure("60", "any"))).isEqualTo(new Share(Fraction.of(60), Fraction.HUNDRED));
        assertThat(Share.ceiling(figure("160", "200"))).isEqualTo(new Share(Fraction.HUNDRED, Fraction.HUNDRED));
        assertThat(Share.ceiling(null)).isEqualTo(new Share(Fraction.ZERO, Fraction.HUNDRED));
    }
}
