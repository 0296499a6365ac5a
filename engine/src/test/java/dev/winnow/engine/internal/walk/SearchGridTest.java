package dev.winnow.engine.internal.walk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.value.Amount;
import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The grid of a search is ordered, has no gaps, and contains every short decimal. */
class SearchGridTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0.00000000000000000001",
        "0.00000000000000000001, 0, 0.00000000000000000002",
        "0.00001, 0.00000999999999999999, 0.0000100000000000001",
        "0.35, 0.349999999999999, 0.350000000000001",
        "1, 0.999999999999999, 1.00000000000001",
        "300000, 299999.999999999, 300000.000000001",
        "999999999999999, 999999999999998, 1000000000000000",
        "1000000000000000, 999999999999999, 1000000000000010",
        "0.1234567890123456, 0.123456789012345, 0.123456789012346"
    })
    void neighbours(String number, String below, String above) {
        assertThat(SearchGrid.below(Amount.of(number))).hasToString(below);
        assertThat(SearchGrid.above(Amount.of(number))).hasToString(above);
    }

    @Test
    void oneThirdHasNeighbours() {
        Amount third = Amount.ONE.over(Amount.of(3));
        assertThat(SearchGrid.below(third)).hasToString("0.333333333333333");
        assertThat(SearchGrid.above(third)).hasToString("0.333333333333334");
        assertThat(SearchGrid.near(third)).hasToString("0.333333333333333");
    }

    @Test
    void theFirstNumberIsFoundUpwardsAndDownwards() {
        Amount limit = Amount.of("0.35");
        Amount up = SearchGrid.first(Amount.ZERO, Amount.of(1000), value -> value.compareTo(limit) >= 0);
        assertThat(up).hasToString("0.35");
        Amount down = SearchGrid.first(Amount.of(1000), Amount.ZERO, value -> value.compareTo(limit) < 0);
        assertThat(down).hasToString("0.349999999999999");
    }

    @Test
    void placesAndNumbersAreInTheSameOrder() {
        Random random = new Random(15);
        for (int i = 0; i < 20_000; i++) {
            long digits = 1 + Math.abs(random.nextLong() % 1_000_000_000_000_000L);
            Amount number = Amount.of(BigDecimal.valueOf(digits, random.nextInt(36) - 15));
            long place = SearchGrid.place(number);
            Amount there = SearchGrid.at(place);
            assertThat(there).isLessThanOrEqualTo(number);
            assertThat(SearchGrid.at(place + 1)).isGreaterThan(number);
            assertThat(SearchGrid.place(there)).isEqualTo(place);
            assertThat(SearchGrid.place(SearchGrid.at(place + 1))).isEqualTo(place + 1);
        }
    }
}
