package dev.winnow.past.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.past.backtest.AdviceTable.LiftRange;
import dev.winnow.past.backtest.AdviceTable.Placebo;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Lift, placebo and Brier score of an advice, against values computed by hand and by shuffling. */
class AdviceTableTest {

    private static final boolean THOROUGH = Boolean.getBoolean("winnow.thorough");

    private static AdviceTable table(int hits, int recommended, int otherHits, int others) {
        return new AdviceTable(new Proportion(hits, recommended), new Proportion(otherHits, others));
    }

    @Test
    void theLiftComparesRecommendedProjectsWithAll() {
        assertThat(table(30, 40, 20, 60).lift()).as("0.75 / 0.5").isEqualByComparingTo("1.5");
        assertThat(table(0, 0, 20, 60).lift()).as("nothing is recommended").isNull();
        assertThat(table(0, 40, 0, 60).lift()).as("nothing succeeded").isNull();
        assertThat(table(0, 40, 0, 60).placebo()).isNull();
    }

    @Test
    void theLiftHasAnIntervalThatIsWideForFewProjects() {
        LiftRange many = Objects.requireNonNull(table(300, 400, 200, 600).liftRange());
        assertThat(many.low()).isEqualByComparingTo("1.4235");
        assertThat(many.high()).isEqualByComparingTo("1.5752");
        LiftRange sure = Objects.requireNonNull(table(40, 40, 0, 60).liftRange());
        assertThat(sure.high())
                .as("no lift is above the reciprocal of the share recommended")
                .isEqualByComparingTo("2.5");
        assertThat(Objects.requireNonNull(table(0, 40, 20, 60).liftRange()).low())
                .isZero();
        assertThat(table(20, 40, 0, 0).liftRange()).isNull();
    }

    @Test
    void theLiftOfFewRecommendedProjectsIsNotShown() {
        assertThat(table(20, 29, 20, 60).showsLift()).isFalse();
        assertThat(table(20, 30, 20, 60).showsLift()).isTrue();
    }

    /** The interval of the lift contains the true lift in about 95 % of samples, also with few recommended projects. */
    @Test
    void theIntervalOfTheLiftContainsTheTrueLift() {
        SplittableRandom random = new SplittableRandom(5);
        for (int recommended : new int[] {30, 60, 200}) {
            for (double[] rates : new double[][] {{0.5, 0.5}, {0.8, 0.4}, {0.95, 0.3}, {0.3, 0.1}}) {
                int others = 100;
                int samples = THOROUGH ? 20_000 : 1_000;
                double share = (double) recommended / (recommended + others);
                double truth = rates[0] / (share * rates[0] + (1 - share) * rates[1]);
                int contained = 0;
                for (int i = 0; i < samples; i++) {
                    LiftRange range = table(
                                    hits(recommended, rates[0], random),
                                    recommended,
                                    hits(others, rates[1], random),
                                    others)
                            .liftRange();
                    contained += range != null
                                    && range.low().doubleValue() <= truth
                                    && truth <= range.high().doubleValue()
                            ? 1
                            : 0;
                }
                if (THOROUGH) {
                    System.out.println("lift, " + recommended + " recommended, rates " + rates[0] + " and " + rates[1]
                            + ": " + 100.0 * contained / samples + " %");
                }
                assertThat((double) contained / samples).isGreaterThan(0.92);
            }
        }
    }

    private static int hits(int cases, double rate, SplittableRandom random) {
        int hits = 0;
        for (int i = 0; i < cases; i++) {
            hits += random.nextDouble() < rate ? 1 : 0;
        }
        return hits;
    }

    /** Fisher's tea: 8 cups, 4 of each kind, all recognised; 1 of 70 arrangements does that, 17 of 70 three or more. */
    @Test
    void aPlaceboCountsEveryArrangement() {
        Placebo all = Objects.requireNonNull(table(4, 4, 0, 4).placebo());
        assertThat(all.reached()).isEqualByComparingTo("0.0143");
        assertThat(Objects.requireNonNull(table(3, 4, 1, 4).placebo()).reached())
                .isEqualByComparingTo("0.2429");
        assertThat(all.low()).as("one of four right").isEqualByComparingTo("0.5");
        assertThat(all.high()).isEqualByComparingTo("1.5");
    }

    @Test
    void thePlaceboCoversNoLiftForAnyNumbers() {
        for (int recommended = 1; recommended <= 25; recommended++) {
            for (int others = 0; others <= 25; others++) {
                for (int hits = 1; hits <= recommended + others; hits++) {
                    int own = Math.min(hits, recommended);
                    Placebo placebo = Objects.requireNonNull(
                            table(own, recommended, hits - own, others).placebo());
                    assertThat(placebo.covers(BigDecimal.ONE)).isTrue();
                }
            }
        }
    }

    @Test
    void aThousandShufflesAgreeWithThePlacebo() {
        AdviceTable observed = table(70, 110, 60, 130);
        Placebo placebo = Objects.requireNonNull(observed.placebo());
        List<Boolean> outcomes = new ArrayList<>(Collections.nCopies(130, true));
        outcomes.addAll(Collections.nCopies(110, false));
        Random random = new Random(7);
        int within = 0;
        int reached = 0;
        for (int i = 0; i < 1_000; i++) {
            Collections.shuffle(outcomes, random);
            int hits = Collections.frequency(outcomes.subList(0, 110), true);
            AdviceTable shuffled = table(hits, 110, 130 - hits, 130);
            BigDecimal lift = Objects.requireNonNull(shuffled.lift());
            within += placebo.covers(lift) ? 1 : 0;
            reached += hits >= 70 ? 1 : 0;
        }
        assertThat(within).isBetween(940, 985);
        assertThat(reached / 1_000.0)
                .isBetween(
                        placebo.reached().doubleValue() - 0.015,
                        placebo.reached().doubleValue() + 0.015);
    }

    /**
     * 3 of 4 recommended and 1 of 4 other projects succeeded. Without itself, a recommended success has 2 of 3, a
     * failure 3 of 3; another success 0 of 3, a failure 1 of 3: (3 · 1/9 + 1) + (1 + 3 · 1/9) = 8/3, by 8 projects.
     * Of all, a success has 3 of 7, a failure 4 of 7: 8 · (4/7)² / 8.
     */
    @Test
    void eachProjectIsForecastByTheOthers() {
        assertThat(Objects.requireNonNull(table(3, 4, 1, 4).brier()).score()).isEqualByComparingTo("0.3333");
        assertThat(table(3, 4, 1, 4).baseBrier()).isEqualByComparingTo("0.3265");
        assertThat(table(1, 1, 0, 0).brier()).isNull();
    }

    @Test
    void aRuleThatSaysNothingScoresNoBetterThanNoRule() {
        AdviceTable blind = table(30, 60, 30, 60);
        assertThat(Objects.requireNonNull(blind.brier()).score()).isGreaterThan(blind.baseBrier());
        AdviceTable useful = table(50, 60, 10, 60);
        assertThat(Objects.requireNonNull(useful.brier()).score()).isLessThan(useful.baseBrier());
    }
}
