package dev.winnow.past.backtest;

import dev.winnow.language.RuleSummary;
import dev.winnow.model.result.Verdict;
import dev.winnow.past.backtest.RuleDiscrimination.Count;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How well verdicts without hindsight predicted outcomes. Counts only forecasts: projects whose day of decision is
 * known, and before the day of their outcome.
 *
 * @param successes number of forecasts whose project succeeded
 * @param failures number of forecasts whose project failed or was stopped
 * @param succeeded share of successes among the projects with a verdict
 * @param ofSuccesses share of a verdict among successes
 * @param ofFailures share of a verdict among failures
 * @param advice successes by advice, recommended or not
 * @param periods the forecasts by period of their decision, in order
 * @param rules share of successes by rule, the clearest differences first
 */
public record OutcomeStatistics(
        int successes,
        int failures,
        Map<Verdict, Proportion> succeeded,
        Map<Verdict, Proportion> ofSuccesses,
        Map<Verdict, Proportion> ofFailures,
        AdviceTable advice,
        List<Period> periods,
        List<RuleRate> rules) {

    public OutcomeStatistics {
        succeeded = new EnumMap<>(succeeded);
        ofSuccesses = new EnumMap<>(ofSuccesses);
        ofFailures = new EnumMap<>(ofFailures);
        periods = List.copyOf(periods);
        rules = List.copyOf(rules);
    }

    /**
     * The projects decided in a period.
     *
     * @param from the day of the first decision
     * @param to the day of the last one
     * @param succeeded share of successes among the projects with a verdict
     * @param advice successes by advice
     * @param brier the Brier score if a project is forecast to succeed with the share of successes among the projects
     *     with the same advice whose outcome was known before the period; null if there are none, or if the period has
     *     too few outcomes for rates
     */
    public record Period(
            LocalDate from,
            LocalDate to,
            Map<Verdict, Proportion> succeeded,
            AdviceTable advice,
            @Nullable BrierScore brier) {

        public Period {
            succeeded = new EnumMap<>(succeeded);
        }

        /** The lift of the advice; null if it is undefined, or if there are too few outcomes for rates. */
        public @Nullable BigDecimal lift() {
            return advice.showsLift() ? advice.lift() : null;
        }
    }

    /**
     * Success with and without a rule.
     *
     * @param rule the rule
     * @param held successes among the projects for which it certainly held
     * @param not successes among those for which it certainly did not
     */
    public record RuleRate(RuleSummary rule, Proportion held, Proportion not) {

        private static RuleRate of(RuleDiscrimination counts) {
            Count succeeded = counts.succeeded();
            Count failed = counts.failed();
            return new RuleRate(
                    counts.rule(),
                    new Proportion(succeeded.holds(), succeeded.holds() + failed.holds()),
                    new Proportion(succeeded.not(), succeeded.not() + failed.not()));
        }

        private double difference() {
            return held.isEnough() && not.isEnough() ? Math.abs(held.ratio() - not.ratio()) : -1;
        }
    }

    private static final Comparator<RuleRate> CLEAREST = Comparator.comparing(RuleRate::difference)
            .reversed()
            .thenComparing(one -> one.rule().id());

    /**
     * Computes the statistics of a back-test.
     *
     * @param slices number of periods of about equally many decisions, at least 1; decisions of one day are in the same
     *     period
     */
    public static OutcomeStatistics of(BackTest test, int slices) {
        List<BackTestCase> forecasts = test.trials().stream()
                .filter(BackTestCase::isForecast)
                .sorted(Comparator.comparing(BackTestCase::decisionDay).thenComparing(BackTestCase::project))
                .toList();
        List<BackTestCase> succeeded =
                forecasts.stream().filter(trial -> trial.outcome().isSuccess()).toList();
        List<BackTestCase> failed =
                forecasts.stream().filter(trial -> !trial.outcome().isSuccess()).toList();
        return new OutcomeStatistics(
                succeeded.size(),
                failed.size(),
                successes(forecasts),
                verdicts(succeeded),
                verdicts(failed),
                advice(forecasts),
                periods(forecasts, slices),
                test.then().stream()
                        .map(one -> RuleRate.of(BackTesting.discrimination(one.rule(), forecasts, false)))
                        .filter(one -> one.held().cases() > 0 && one.not().cases() > 0)
                        .sorted(CLEAREST)
                        .toList());
    }

    /** Whether there are enough successes and enough failures for rates. */
    public boolean isEnough() {
        return advice.isEnough();
    }

    private static Proportion successes(List<BackTestCase> forecasts, Predicate<BackTestCase> among) {
        List<BackTestCase> some = forecasts.stream().filter(among).toList();
        return new Proportion(
                (int) some.stream().filter(trial -> trial.outcome().isSuccess()).count(), some.size());
    }

    private static Map<Verdict, Proportion> successes(List<BackTestCase> forecasts) {
        Map<Verdict, Proportion> successes = new EnumMap<>(Verdict.class);
        for (Verdict verdict : Verdict.values()) {
            successes.put(verdict, successes(forecasts, trial -> verdict(trial) == verdict));
        }
        return successes;
    }

    private static Map<Verdict, Proportion> verdicts(List<BackTestCase> forecasts) {
        Map<Verdict, Long> counts =
                forecasts.stream().collect(Collectors.groupingBy(OutcomeStatistics::verdict, Collectors.counting()));
        Map<Verdict, Proportion> shares = new EnumMap<>(Verdict.class);
        for (Verdict verdict : Verdict.values()) {
            shares.put(verdict, new Proportion(counts.getOrDefault(verdict, 0L).intValue(), forecasts.size()));
        }
        return shares;
    }

    private static Verdict verdict(BackTestCase trial) {
        return trial.judged(false).verdict();
    }

    private static boolean isRecommended(BackTestCase trial) {
        return verdict(trial) == Verdict.RECOMMEND;
    }

    private static AdviceTable advice(List<BackTestCase> forecasts) {
        return new AdviceTable(
                successes(forecasts, OutcomeStatistics::isRecommended),
                successes(forecasts, trial -> !isRecommended(trial)));
    }

    private static List<Period> periods(List<BackTestCase> forecasts, int slices) {
        List<Period> periods = new ArrayList<>();
        int from = 0;
        for (int slice = 1; slice <= slices && from < forecasts.size(); slice++) {
            int to = Math.max(from + 1, (int) ((long) forecasts.size() * slice / slices));
            while (to < forecasts.size()
                    && forecasts
                            .get(to)
                            .decisionDay()
                            .equals(forecasts.get(to - 1).decisionDay())) {
                to++;
            }
            periods.add(period(forecasts.subList(0, from), forecasts.subList(from, to)));
            from = to;
        }
        return periods;
    }

    private static Period period(List<BackTestCase> earlier, List<BackTestCase> decided) {
        LocalDate start = decided.get(0).decisionDay();
        AdviceTable known = advice(earlier.stream()
                .filter(trial -> {
                    LocalDate ended = trial.outcome().ended();
                    return ended != null && ended.isBefore(start);
                })
                .toList());
        AdviceTable advice = advice(decided);
        BrierScore.Sum score = new BrierScore.Sum();
        for (BackTestCase trial : advice.isEnough() ? decided : List.<BackTestCase>of()) {
            Proportion same = isRecommended(trial) ? known.recommended() : known.others();
            Proportion forecast = same.cases() > 0 ? same : known.all();
            if (forecast.cases() > 0) {
                score.add(
                        isRecommended(trial) ? "recommended" : "others",
                        forecast.ratio(),
                        trial.outcome().isSuccess());
            }
        }
        return new Period(
                start, decided.get(decided.size() - 1).decisionDay(), successes(decided), advice, score.score());
    }
}
