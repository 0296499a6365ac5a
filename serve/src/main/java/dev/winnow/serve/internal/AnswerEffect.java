package dev.winnow.serve.internal;

import dev.winnow.analysis.internal.questions.MatchedPair;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Screening;
import dev.winnow.model.result.Verdict;
import dev.winnow.report.json.Contract;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * The pairs that answers move, as the page of questions shows them.
 *
 * @param schema the version of the contract
 * @param elsewhere whether answers of another page or program count that the page did not send
 * @param taken the number of accepted answers
 * @param names the subjects of the accepted answers in words
 * @param refused the other answers
 * @param verdicts the number of pairs with another verdict
 * @param moved pairs whose verdict, interval or rank differs, changed verdicts first, at most {@value #MAX_MOVED}
 * @param others the number of further such pairs
 */
record AnswerEffect(
        int schema,
        boolean elsewhere,
        int taken,
        List<NamedAnswer> names,
        List<RefusedText> refused,
        int verdicts,
        List<Moved> moved,
        int others) {

    static final int MAX_MOVED = 50;

    /** A pair before and after the answers. */
    record Moved(
            String project,
            String projectName,
            String city,
            String cityName,
            LocalDate asOf,
            State before,
            State after) {

        private boolean isOtherVerdict() {
            return before.verdict != after.verdict;
        }
    }

    /**
     * The result of a pair.
     *
     * @param low the lower bound of the score
     * @param high the upper bound of the score
     */
    record State(Verdict verdict, BigDecimal low, BigDecimal high, int rank) {

        static State of(Assessment one) {
            return new State(one.verdict(), one.score().low(), one.score().high(), one.rank());
        }
    }

    static AnswerEffect between(
            boolean elsewhere, Screening before, Screening after, List<NamedAnswer> taken, List<RefusedText> refused) {
        List<Moved> all = MatchedPair.of(before.assessments(), after.assessments()).stream()
                .map(AnswerEffect::moved)
                .filter(one -> !one.before.equals(one.after))
                .sorted(Comparator.comparing(one -> !one.isOtherVerdict()))
                .toList();
        return new AnswerEffect(
                Contract.SCHEMA,
                elsewhere,
                taken.size(),
                taken,
                refused,
                (int) all.stream().filter(Moved::isOtherVerdict).count(),
                all.subList(0, Math.min(MAX_MOVED, all.size())),
                Math.max(0, all.size() - MAX_MOVED));
    }

    private static Moved moved(MatchedPair pair) {
        Assessment now = pair.after();
        return new Moved(
                now.project(),
                now.projectName(),
                now.city(),
                now.cityName(),
                now.asOf(),
                State.of(pair.before()),
                State.of(now));
    }
}
