package dev.winnow.analysis.internal.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.analysis.internal.backtest.AdviceTable.Placebo;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Lift, placebo and Brier score of an advice, against values computed by hand and by shuffling. */
class AdviceTableTest {

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
        assertThat(table(3, 4, 1, 4).brier()).isEqualByComparingTo("0.3333");
        assertThat(table(3, 4, 1, 4).baseBrier()).isEqualByComparingTo("0.3265");
        assertThat(table(1, 1, 0, 0).brier()).isNull();
    }

    @Test
    void aRuleThatSaysNothingScoresNoBetterThanNoRule() {
        AdviceTable blind = table(30, 60, 30, 60);
        assertThat(blind.brier()).isGreaterThan(blind.baseBrier());
        AdviceTable useful = table(50, 60, 10, 60);
        assertThat(useful.brier()).isLessThan(useful.baseBrier());
    }
}
