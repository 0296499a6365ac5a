package dev.winnow.bench.peers;

import dev.winnow.engine.ScreeningResult;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Effect;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Side;
import dev.winnow.model.result.Undetermined;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Checks that an engine's judgements agree with winnow: certain and possible points of each rule, scores, verdicts and
 * ranks of every pair.
 */
final class Agreement {

    /** Tolerance: winnow rounds shares to six decimals, and points are up to 50 times a share. */
    private static final double ROUNDING = 1e-4;

    private static final double MILLION = 1e6;

    private final Map<String, Explanation> expected = new HashMap<>();

    /** @param result the result of winnow */
    Agreement(ScreeningResult result) {
        result.explanations()
                .forEach(one -> expected.put(
                        pair(one.assessment().project(), one.assessment().city()), one));
    }

    /**
     * Checks an engine's judgements of a whole universe.
     *
     * @throws IllegalStateException at the first difference
     */
    void check(String engine, List<Judgement> judgements) {
        if (judgements.size() != expected.size()) {
            throw new IllegalStateException(
                    engine + " judges " + judgements.size() + " pairs, and winnow " + expected.size());
        }
        for (Judgement judgement : judgements) {
            awards(where(engine, judgement), judgement, expected(judgement));
            scores(where(engine, judgement), judgement, expected(judgement).assessment());
        }
        for (Judgement judgement : judgements) { // checked last, since one wrong score causes many wrong ranks
            int rank = expected(judgement).assessment().rank();
            if (judgement.rank() != rank) {
                throw new IllegalStateException(
                        where(engine, judgement) + ": rank " + judgement.rank() + ", and winnow says " + rank);
            }
        }
    }

    private static String where(String engine, Judgement judgement) {
        return engine + ", " + pair(judgement.project(), judgement.city());
    }

    private static String pair(String project, String city) {
        return project + " in " + city;
    }

    private Explanation expected(Judgement judgement) {
        String pair = pair(judgement.project(), judgement.city());
        Explanation explanation = expected.get(pair);
        if (explanation == null) {
            throw new IllegalStateException("winnow does not judge " + pair);
        }
        return explanation;
    }

    private static void awards(String where, Judgement judgement, Explanation explanation) {
        for (Rule rule : Rule.all()) {
            dev.winnow.model.result.Finding holds = explanation.findings().stream()
                    .filter(finding -> finding.rule().equals(rule.id()))
                    .findFirst()
                    .orElse(null);
            Undetermined open = explanation.undetermined().stream()
                    .filter(undetermined -> undetermined.rule().equals(rule.id()))
                    .findFirst()
                    .orElse(null);
            Finding finding = judgement.finding(rule);
            String ours = words(rule, holds, open);
            String theirs = words(finding);
            if (!same(rule, finding, holds, open)) {
                throw new IllegalStateException(
                        where + ": rule `" + rule.id() + "` " + theirs + ", and winnow says: " + ours);
            }
        }
    }

    private static boolean same(
            Rule rule,
            @Nullable Finding finding,
            dev.winnow.model.result.@Nullable Finding holds,
            @Nullable Undetermined open) {
        if ((finding != null && finding.certain()) != (holds != null)) {
            return false;
        }
        if (rule.effect() != Effect.AWARD) {
            return (finding != null && !finding.certain()) == (open != null);
        }
        double low = low(rule, holds);
        double high = low + (open == null ? 0 : open.points().doubleValue());
        boolean rows = finding == null || finding.rows().isEmpty() || holds == null || rows(finding, holds);
        return rows
                && Math.abs(low - (finding == null ? 0 : finding.low())) < ROUNDING
                && Math.abs(high - (finding == null ? 0 : finding.high())) < ROUNDING;
    }

    /** Whether each row found has a type that winnow names for the rule; rows of the same type are not compared. */
    private static boolean rows(Finding finding, dev.winnow.model.result.Finding holds) {
        List<String> types = holds.facts().stream().map(fact -> fact.type()).toList();
        return finding.rows().stream()
                .allMatch(row -> types.contains(row.getClass().getSimpleName()));
    }

    private static double low(Rule rule, dev.winnow.model.result.@Nullable Finding holds) {
        return holds == null ? 0 : rule.points() * holds.share().doubleValue();
    }

    private static String words(
            Rule rule, dev.winnow.model.result.@Nullable Finding holds, @Nullable Undetermined open) {
        if (holds == null && open == null) {
            return "cannot hold";
        }
        double low = low(rule, holds);
        return words(holds != null, low, low + (open == null ? 0 : open.points().doubleValue()));
    }

    private static String words(@Nullable Finding finding) {
        return finding == null ? "cannot hold" : words(finding.certain(), finding.low(), finding.high());
    }

    private static String words(boolean certain, double low, double high) {
        return String.format(Locale.ROOT, "%s hold, %.4f to %.4f points", certain ? "does" : "may", low, high);
    }

    private static void scores(String where, Judgement judgement, Assessment assessment) {
        Scores scores = judgement.scores();
        same(
                where,
                "the city's low",
                scores.cityLow(),
                side(assessment, Side.CITY).low());
        same(
                where,
                "the city's high",
                scores.cityHigh(),
                side(assessment, Side.CITY).high());
        same(
                where,
                "the project's low",
                scores.projectLow(),
                side(assessment, Side.PROJECT).low());
        same(
                where,
                "the project's high",
                scores.projectHigh(),
                side(assessment, Side.PROJECT).high());
        same(where, "what is known", scores.known(), assessment.known());
        if (judgement.because() != assessment.because()) {
            throw new IllegalStateException(
                    where + ": because " + judgement.because() + ", and winnow says " + assessment.because());
        }
    }

    private static dev.winnow.model.value.ScoreInterval side(Assessment assessment, Side side) {
        return Objects.requireNonNull(assessment.sides().get(side));
    }

    private static void same(String where, String what, long millionths, BigDecimal expected) {
        if (millionths != Math.round(expected.doubleValue() * MILLION)) {
            throw new IllegalStateException(
                    where + ": " + what + " is " + millionths + " millionths, and winnow says " + expected);
        }
    }
}
