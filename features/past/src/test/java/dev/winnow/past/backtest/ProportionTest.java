package dev.winnow.past.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Intervals and scores equal published tables. */
class ProportionTest {

    /** Newcombe, Statistics in Medicine 17 (1998), table I, method 3: Wilson's score without continuity correction. */
    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0, 0.1611", "1, 29, 0.0061, 0.1718"})
    void intervalsAreThoseOfNewcombe(int hits, int cases, double low, double high) {
        assertThat(new Proportion(hits, cases).end(-1)).isCloseTo(low, within(0.00005));
        assertThat(new Proportion(hits, cases).end(1)).isCloseTo(high, within(0.00005));
        assertThat(new Proportion(cases - hits, cases).end(1))
                .as("the complement has the mirrored interval")
                .isCloseTo(1 - low, within(0.00005));
    }

    @Test
    void endsOfIntervalsAreRoundedOutward() {
        for (int hits = 0; hits <= 40; hits++) {
            Proportion one = new Proportion(hits, 40);
            assertThat(one.low()).isBetween(rounded(one.end(-1) - 0.0001), rounded(one.end(-1)));
            assertThat(one.high()).isBetween(rounded(one.end(1)), rounded(one.end(1) + 0.0001));
        }
        assertThat(new Proportion(81, 263).low()).isEqualByComparingTo("0.2552");
        assertThat(new Proportion(81, 263).high()).isEqualByComparingTo("0.3663");
        assertThat(new Proportion(0, 40).low()).isZero();
        assertThat(new Proportion(40, 40).high()).isEqualByComparingTo("1");
    }

    /** By the binomial distribution, without sampling, at rates of 0.5 % to 50 % and the numbers of cases that have a rate. */
    @ParameterizedTest
    @ValueSource(ints = {30, 50, 100, 300})
    void intervalsContainTheTrueRateInNearlyNinetyFivePercentOfSamples(int cases) {
        double sum = 0;
        double least = 1;
        for (int thousandths = 5; thousandths <= 500; thousandths += 5) {
            double coverage = coverage(cases, thousandths / 1000.0);
            sum += coverage / 100;
            least = Math.min(least, coverage);
        }
        if (Boolean.getBoolean("winnow.thorough")) {
            System.out.printf("Wilson, %d cases: %.1f %% (least %.1f %%)%n", cases, 100 * sum, 100 * least);
        }
        assertThat(sum).isBetween(0.945, 0.965);
        assertThat(least).isGreaterThan(0.84);
    }

    private static double coverage(int cases, double rate) {
        double covered = 0;
        double chance = Math.pow(1 - rate, cases);
        for (int hits = 0; hits <= cases; hits++) {
            Proportion one = new Proportion(hits, cases);
            if (Objects.requireNonNull(one.low()).doubleValue() <= rate
                    && rate <= Objects.requireNonNull(one.high()).doubleValue()) {
                covered += chance;
            }
            chance *= (cases - hits) / (hits + 1.0) * rate / (1 - rate);
        }
        return covered;
    }

    private static BigDecimal rounded(double number) {
        return BigDecimal.valueOf(number).setScale(11, RoundingMode.HALF_EVEN);
    }

    @Test
    void fewCasesHaveNoRate() {
        assertThat(new Proportion(10, 29).rate()).isNull();
        assertThat(Objects.requireNonNull(new Proportion(15, 30).rate()).share())
                .isEqualByComparingTo("0.5");
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
        assertThat(score(0.1, 0, 0.9, 1, 0.8, 1, 0.3, 0).score()).isEqualByComparingTo("0.0375");
        assertThat(new BrierScore.Sum().score()).isNull();
    }

    /** Brier, Monthly Weather Review 78 (1950), table 1, where both classes together score 0.19. */
    @Test
    void tenForecastsOfRainScoreAsInBriersTable() {
        BrierScore rain = score(0.7, 0, 0.9, 1, 0.8, 1, 0.4, 1, 0.2, 0, 0.1, 0, 0, 0, 0, 0, 0, 0, 0, 0);

        assertThat(rain.score()).isEqualByComparingTo("0.095");
    }

    /**
     * Murphy's parts, by hand: 5 forecasts of 0.2 with 2 events and 5 of 0.8 with 3. Reliability (0.2² + 0.2²) / 2,
     * resolution 0.1², uncertainty 0.5².
     */
    @Test
    void aBrierScoreHasTheThreePartsOfMurphy() {
        BrierScore score = score(0.2, 1, 0.2, 1, 0.2, 0, 0.2, 0, 0.2, 0, 0.8, 1, 0.8, 1, 0.8, 1, 0.8, 0, 0.8, 0);

        assertThat(score.reliability()).isEqualByComparingTo("0.04");
        assertThat(score.resolution()).isEqualByComparingTo("0.01");
        assertThat(score.uncertainty()).isEqualByComparingTo("0.25");
        assertThat(score.score()).isEqualByComparingTo("0.28");
    }

    /** Scores forecasts, each followed by 1 if it happened, grouped by their probability. */
    private static BrierScore score(double... forecasts) {
        BrierScore.Sum sum = new BrierScore.Sum();
        for (int i = 0; i < forecasts.length; i += 2) {
            sum.add(String.valueOf(forecasts[i]), forecasts[i], forecasts[i + 1] == 1);
        }
        return Objects.requireNonNull(sum.score());
    }
}
