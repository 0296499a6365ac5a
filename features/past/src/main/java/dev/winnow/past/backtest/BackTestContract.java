package dev.winnow.past.backtest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.BaseCase;
import dev.winnow.model.result.CriticalAssumption;
import dev.winnow.model.result.Effect;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Finding;
import dev.winnow.model.result.Screening.Edition;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.result.VerdictReason;
import dev.winnow.model.source.SmallWords;
import dev.winnow.model.value.ScoreInterval;
import dev.winnow.report.json.Contract;
import dev.winnow.report.json.ScreeningDocument.Universe;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Back-tests of packs on past projects. */
public record BackTestContract(
        int schema,
        Universe universe,
        boolean illustrative,
        int successes,
        int failures,
        boolean survivorBias,
        int undatedFacts,
        List<Project> projects,
        List<Test> tests) {

    static BackTestContract of(BackTests tests) {
        BackTest first = tests.list().get(0);
        return new BackTestContract(
                Contract.SCHEMA,
                Universe.of(first.universe()),
                first.illustrative(),
                first.successes(),
                first.failures(),
                first.isFlattered(),
                first.undatedFacts(),
                Contract.list(tests.trials(), Project::of),
                Contract.list(
                        tests.list(),
                        one -> new Test(
                                one.pack(),
                                View.of(one, false),
                                View.of(one, true),
                                Statistics.of(OutcomeStatistics.of(one, tests.slices())))));
    }

    /** Returns one line per assessment. */
    static List<Line> lines(BackTests tests) {
        List<Line> lines = new ArrayList<>();
        for (BackTest test : tests.list()) {
            for (boolean hindsight : List.of(false, true)) {
                for (BackTestCase trial : test.trials()) {
                    for (Judged one : Judged.all(trial, hindsight)) {
                        lines.add(new Line(
                                Contract.SCHEMA,
                                test.pack(),
                                Universe.of(test.universe()),
                                hindsight ? Sight.HINDSIGHT : Sight.THEN,
                                trial.outcome().result(),
                                one));
                    }
                }
            }
        }
        return lines;
    }

    @SmallWords
    enum Sight {
        THEN,
        HINDSIGHT
    }

    public record Line(
            int schema,
            Edition pack,
            Universe universe,
            Sight view,
            String outcome,
            @JsonUnwrapped Judged assessment) {}

    record Project(
            String project,
            String outcome,
            @Nullable LocalDate ended,
            @Nullable LocalDate decided,
            @Nullable String city) {

        static Project of(BackTestCase trial) {
            return new Project(
                    trial.project(), trial.outcome().result(), trial.outcome().ended(), trial.decided(), trial.city());
        }
    }

    record Test(Edition pack, View then, View hindsight, Statistics statistics) {}

    /** @param rates null if there are too few outcomes for rates */
    record Statistics(int successes, int failures, @Nullable Rates rates) {

        static Statistics of(OutcomeStatistics all) {
            return new Statistics(all.successes(), all.failures(), all.isEnough() ? Rates.of(all) : null);
        }
    }

    record Rates(
            Map<Verdict, Share> succeeded,
            Map<Verdict, Share> ofSuccesses,
            Map<Verdict, Share> ofFailures,
            @Nullable BigDecimal lift,
            AdviceTable.@Nullable LiftRange liftRange,
            AdviceTable.@Nullable Placebo placebo,

            @Nullable BigDecimal brier,
            @Nullable BrierParts brierParts,
            @Nullable BigDecimal baseBrier,
            List<Period> periods,
            List<RuleShares> rules) {

        static Rates of(OutcomeStatistics all) {
            AdviceTable advice = all.advice();
            return new Rates(
                    Share.of(all.succeeded()),
                    Share.of(all.ofSuccesses()),
                    Share.of(all.ofFailures()),
                    advice.showsLift() ? advice.lift() : null,
                    advice.showsLift() ? advice.liftRange() : null,
                    advice.showsLift() ? advice.placebo() : null,
                    score(advice.brier()),
                    BrierParts.of(advice.brier()),
                    advice.baseBrier(),
                    Contract.list(
                            all.periods(),
                            one -> new Period(
                                    one.from(),
                                    one.to(),
                                    Share.of(one.succeeded()),
                                    one.lift(),
                                    score(one.brier()),
                                    BrierParts.of(one.brier()))),
                    Contract.list(
                            all.rules(),
                            one -> new RuleShares(one.rule().id(), Share.of(one.held()), Share.of(one.not()))));
        }
    }

    /** The parts of a Brier score. */
    record BrierParts(BigDecimal reliability, BigDecimal resolution, BigDecimal uncertainty) {

        static @Nullable BrierParts of(@Nullable BrierScore one) {
            return one == null ? null : new BrierParts(one.reliability(), one.resolution(), one.uncertainty());
        }
    }

    private static @Nullable BigDecimal score(@Nullable BrierScore one) {
        return one == null ? null : one.score();
    }

    /** A share with its interval, which are null with too few cases for a rate. */
    record Share(
            int hits,
            int cases,
            @Nullable BigDecimal share,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high) {

        static Share of(Proportion one) {
            Proportion.Rate rate = one.rate();
            return rate == null
                    ? new Share(one.hits(), one.cases(), null, null, null)
                    : new Share(one.hits(), one.cases(), rate.share(), rate.low(), rate.high());
        }

        static Map<Verdict, Share> of(Map<Verdict, Proportion> shares) {
            Map<Verdict, Share> all = new EnumMap<>(Verdict.class);
            shares.forEach((verdict, share) -> all.put(verdict, of(share)));
            return all;
        }
    }

    record Period(
            LocalDate from,
            LocalDate to,
            Map<Verdict, Share> succeeded,
            @Nullable BigDecimal lift,
            @Nullable BigDecimal brier,
            @Nullable BrierParts brierParts) {}

    record RuleShares(String rule, Share held, Share not) {}

    record View(
            Map<Verdict, Map<String, Integer>> matrix,
            @Nullable Map<Verdict, Map<String, Integer>> baseMatrix,
            List<Judged> assessments,
            List<Rule> rules) {

        static View of(BackTest test, boolean hindsight) {
            return new View(
                    matrix(verdict -> test.counts(verdict, hindsight)),
                    test.hasBase() ? matrix(verdict -> test.baseCounts(verdict, hindsight)) : null,
                    test.trials().stream()
                            .flatMap(trial -> Judged.all(trial, hindsight).stream())
                            .toList(),
                    Contract.list(test.discriminations(hindsight), Rule::of));
        }

        private static Map<Verdict, Map<String, Integer>> matrix(Function<Verdict, Map<String, Integer>> counts) {
            Map<Verdict, Map<String, Integer>> matrix = new EnumMap<>(Verdict.class);
            for (Verdict verdict : Verdict.values()) {
                Map<String, Integer> row = new LinkedHashMap<>();
                BackTestCase.RESULTS.forEach(
                        result -> row.put(result, counts.apply(verdict).getOrDefault(result, 0)));
                matrix.put(verdict, row);
            }
            return matrix;
        }
    }

    /** @param counts whether this assessment decides the result of the project */
    record Judged(
            String project,
            String city,
            boolean counts,
            LocalDate asOf,
            Verdict verdict,
            VerdictReason because,
            ScoreInterval score,
            BigDecimal known,

            @Nullable Found finding,
            @Nullable String question,
            @Nullable Base base) {

        static List<Judged> all(BackTestCase trial, boolean hindsight) {
            String counting = trial.judged(hindsight).city();
            return Contract.list(
                    trial.all(hindsight), one -> of(one, one.assessment().city().equals(counting)));
        }

        private static Judged of(Explanation explanation, boolean counts) {
            Assessment one = explanation.assessment();
            return new Judged(
                    one.project(),
                    one.city(),
                    counts,
                    one.asOf(),
                    one.verdict(),
                    one.because(),
                    one.score(),
                    one.known(),
                    explanation.findings().isEmpty()
                            ? null
                            : Found.of(explanation.findings().get(0)),
                    explanation.questions().isEmpty()
                            ? null
                            : explanation.questions().get(0).fact(),
                    one.base() == null ? null : Base.of(one.base(), explanation));
        }
    }

    record Found(String rule, Effect effect, BigDecimal contribution, String reason) {

        static Found of(Finding one) {
            return new Found(one.rule(), one.effect(), one.contribution(), one.reason());
        }
    }

    record Base(Verdict verdict, VerdictReason because, ScoreInterval score, List<CriticalAssumption> critical) {

        static Base of(BaseCase base, Explanation explanation) {
            return new Base(
                    base.verdict(), base.because(), base.score(), Objects.requireNonNull(explanation.critical()));
        }
    }

    record Rule(
            String rule,
            Effect effect,
            RuleDiscrimination.Kind told,
            boolean backwards,
            RuleDiscrimination.Count succeeded,
            RuleDiscrimination.Count failed) {

        static Rule of(RuleDiscrimination one) {
            return new Rule(
                    one.rule().id(), one.rule().effect(), one.kind(), one.isBackwards(), one.succeeded(), one.failed());
        }
    }
}
