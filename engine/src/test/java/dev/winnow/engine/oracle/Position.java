package dev.winnow.engine.oracle;

import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Condition;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Side;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.result.VerdictReason;
import dev.winnow.model.value.ScoreInterval;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A judgement of a project in a city: the truth of each rule, the score of each criterion, and the verdict.
 *
 * @param rules truth by rule; a rule that is not listed does not hold
 * @param spans scores by criterion, and the total score
 * @param because the reason of the verdict
 * @param possible the verdicts that more knowledge could bring
 * @param conditions the rules that a recommendation depends on
 */
record Position(
        Map<String, Truth> rules,
        Map<String, ScoreInterval> spans,
        VerdictReason because,
        Set<Verdict> possible,
        Set<String> conditions) {

    /** The engine's judgement. */
    static Position of(Explanation explanation) {
        Assessment assessment = explanation.assessment();
        Map<String, Truth> rules = new LinkedHashMap<>();
        explanation.undetermined().forEach(one -> rules.put(one.rule(), Truth.UNKNOWN));
        explanation.findings().forEach(one -> rules.put(one.rule(), Truth.TRUE));
        Map<String, ScoreInterval> spans = new LinkedHashMap<>();
        explanation.criteria().forEach(one -> spans.put(one.id(), one.span()));
        assessment.sides().forEach((side, span) -> spans.put("side " + side, span));
        spans.put("score", assessment.score());
        return new Position(
                rules,
                spans,
                assessment.because(),
                assessment.possible(),
                explanation.conditions().stream().map(Condition::rule).collect(Collectors.toSet()));
    }

    /** The oracle's judgement. */
    static Position of(PlainPack pack, Scoreboard board) {
        Map<String, Truth> rules = new LinkedHashMap<>();
        board.outcomes().forEach(one -> rules.put(one.rule().id(), one.truth()));
        Map<String, ScoreInterval> spans = new LinkedHashMap<>();
        pack.criteria().forEach(one -> spans.put(one.id(), span(board.criterion(one.id()))));
        for (Side side : Side.values()) {
            spans.put("side " + side, span(board.side(side)));
        }
        spans.put("score", span(board.score()));
        return new Position(rules, spans, board.because(), board.possible(), board.conditions());
    }

    private static ScoreInterval span(Scoreboard.Ends ends) {
        // A planted fault may exchange the ends; the check needs a valid interval.
        return new ScoreInterval(
                ends.low().min(ends.high()).floor(), ends.low().max(ends.high()).floor());
    }

    Truth rule(String id) {
        return rules.getOrDefault(id, Truth.FALSE);
    }

    /** Differences between two judgements of the same universe. */
    static List<String> differences(String where, Position oracle, Position engine) {
        List<String> differences = new ArrayList<>();
        oracle.rules.forEach((rule, truth) -> {
            if (engine.rule(rule) != truth) {
                differences.add(where + ": " + rule + ": oracle " + truth + ", engine " + engine.rule(rule));
            }
        });
        oracle.spans.forEach((what, span) -> {
            ScoreInterval other = Objects.requireNonNull(engine.spans.get(what));
            if (span.low().compareTo(other.low()) != 0 || span.high().compareTo(other.high()) != 0) {
                differences.add(where + ": " + what + ": oracle " + span + ", engine " + other);
            }
        });
        return differences;
    }
}
