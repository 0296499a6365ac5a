package dev.winnow.past.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.winnow.model.result.Verdict;
import dev.winnow.past.backtest.OutcomeStatistics.Period;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Verdicts and outcomes of invented pasts, counted by hand. */
class OutcomeStatisticsTest {

    private static Past mixed() {
        return new Past()
                .add(30, true, "succeeded")
                .add(10, true, "failed")
                .add(12, false, "succeeded")
                .add(20, false, "stopped")
                .add(8, false, "failed");
    }

    @Test
    void verdictsAndOutcomesAreCounted() {
        OutcomeStatistics statistics = mixed().statistics(1);
        assertThat(statistics.successes()).isEqualTo(42);
        assertThat(statistics.failures()).isEqualTo(38);
        assertThat(statistics.isEnough()).isTrue();
        assertThat(statistics.succeeded())
                .isEqualTo(Map.of(
                        Verdict.RECOMMEND, new Proportion(30, 40),
                        Verdict.HOLD, new Proportion(0, 0),
                        Verdict.DECLINE, new Proportion(12, 40)));
        assertThat(statistics.ofSuccesses()).containsEntry(Verdict.RECOMMEND, new Proportion(30, 42));
        assertThat(statistics.ofFailures()).containsEntry(Verdict.DECLINE, new Proportion(28, 38));
        assertThat(statistics.advice().lift()).as("0.75 / 0.525").isEqualByComparingTo("1.4286");
    }

    @Test
    void aRuleIsJudgedByTheSuccessesWithAndWithoutIt() {
        assertThat(mixed().statistics(1).rules())
                .extracting(one -> one.rule().id(), OutcomeStatistics.RuleRate::held, OutcomeStatistics.RuleRate::not)
                .containsExactly(
                        tuple("fills-a-gap", new Proportion(30, 40), new Proportion(12, 40)),
                        tuple("shares-the-risk", new Proportion(30, 40), new Proportion(12, 40)));
    }

    @Test
    void twentyNineOfAKindAreTooFew() {
        assertThat(new Past()
                        .add(30, true, "succeeded")
                        .add(30, false, "failed")
                        .statistics(1)
                        .isEnough())
                .isTrue();
        assertThat(new Past()
                        .add(29, true, "succeeded")
                        .add(90, false, "failed")
                        .statistics(1)
                        .isEnough())
                .isFalse();
    }

    @Test
    void periodsHaveAboutEquallyManyDecisions() {
        assertThat(mixed().statistics(2).periods())
                .extracting(
                        Period::from,
                        Period::to,
                        one -> one.succeeded().get(Verdict.RECOMMEND),
                        one -> one.succeeded().get(Verdict.DECLINE))
                .containsExactly(
                        tuple(
                                LocalDate.of(2000, 1, 10),
                                LocalDate.of(2000, 1, 10).plusWeeks(39),
                                new Proportion(30, 40),
                                new Proportion(0, 0)),
                        tuple(
                                LocalDate.of(2000, 1, 10).plusWeeks(40),
                                LocalDate.of(2000, 1, 10).plusWeeks(79),
                                new Proportion(0, 0),
                                new Proportion(12, 40)));
        assertThat(new Past().add(1, true, "failed").statistics(5).periods()).hasSize(1);
    }

    /**
     * Every project ends a year after its decision. The second period starts in week 209; by then the first 156 projects
     * have ended, and 117 of them succeeded. It has 208 projects, all recommended, and 156 of them succeed:
     * (156 · 1/16 + 52 · 9/16) / 208 = 0.1875.
     */
    @Test
    void aPeriodIsForecastByOutcomesKnownBeforeIt() {
        Past past = new Past();
        for (int quarter = 0; quarter < 32; quarter++) {
            past.add(9, true, "succeeded")
                    .add(3, true, "failed")
                    .add(1, true, quarter % 4 == 0 ? "failed" : "succeeded");
        }
        assertThat(past.statistics(2).periods().get(0).brier())
                .as("nothing was known before the first period")
                .isNull();
        assertThat(Objects.requireNonNull(past.statistics(2).periods().get(1).brier())
                        .score())
                .isEqualByComparingTo("0.1875");
    }

    @Test
    void factsOfLaterDaysChangeNoFigure() {
        String known = mixed().document();
        String later = known.replace(
                        "consortium: false", "consortium: [{value: false, asOf: 1999}, {value: true, asOf: 2015}]")
                .replace(
                        "{link: cable, held: true, asOf: 1990}",
                        "{link: cable, held: true, asOf: 1990}, {link: tower, held: true, asOf: 2012}");
        assertThat(Past.statistics(later, 3)).isEqualTo(Past.statistics(known, 3));
    }

    @Test
    void verdictsThatAreNoForecastAreNotCounted() {
        String document = mixed().document()
                + "  - {id: undated, consortium: true, links: [tower], outcome: {result: failed, ended: 2010}}\n"
                + "  - {id: late, decided: 2011-01-01, links: [tower], outcome: {result: failed, ended: 2011-01-01}}\n";
        assertThat(Past.statistics(document, 2)).isEqualTo(mixed().statistics(2));
    }
}
