package dev.winnow.analysis.internal.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Intervals and scores equal published tables. */
class ProportionTest {

    /** Newcombe, Statistics in Medicine 17 (1998), table I, method 3: Wilson's score without continuity correction. */
    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0, 0.1611", "1, 29, 0.0061, 0.1718"})
    void intervalsAreThoseOfNewcombe(int hits, int cases, String low, String high) {
        assertThat(new Proportion(hits, cases).low()).isEqualByComparingTo(low);
        assertThat(new Proportion(hits, cases).high()).isEqualByComparingTo(high);
        assertThat(new Proportion(cases - hits, cases).high())
                .as("the complement has the mirrored interval")
                .isEqualByComparingTo(BigDecimal.ONE.subtract(new BigDecimal(low)));
    }

    @Test
    void withoutCasesThereIsNoShare() {
        assertThat(new Proportion(0, 0).share()).isNull();
        assertThat(new Proportion(0, 0).low()).isNull();
        assertThatThrownBy(() -> new Proportion(2, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    /** The example of scikit-learn's {@code brier_score_loss}: 0.0375. */
    @Test
    void aBrierScoreIsTheMeanSquaredError() {
        assertThat(new BrierScore()
                        .add(0.1, false)
                        .add(0.9, true)
                        .add(0.8, true)
                        .add(0.3, false)
                        .score())
                .isEqualByComparingTo("0.0375");
        assertThat(new BrierScore().score()).isNull();
    }

    /** Brier, Monthly Weather Review 78 (1950), table 1, where both classes together score 0.19. */
    @Test
    void tenForecastsOfRainScoreAsInBriersTable() {
        BrierScore rain = new BrierScore()
                .add(0.7, false)
                .add(0.9, true)
                .add(0.8, true)
                .add(0.4, true)
                .add(0.2, false)
                .add(0.1, false);
        for (int i = 0; i < 4; i++) {
            rain.add(0, false);
        }
        assertThat(rain.score()).isEqualByComparingTo("0.095");
    }
}
