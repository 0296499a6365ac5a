package dev.winnow.serve.internal;

import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Screening;
import dev.winnow.model.result.Verdict;
import dev.winnow.report.json.Contract;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The pairs that answers move, as the page of questions shows them.
 *
 * @param schema the version of the contract
 * @param taken the number of accepted answers
 * @param problems the problems of the other answers, in the language of the server
 * @param moved pairs whose verdict, interval or rank differs, changed verdicts first, at most {@value #MAX_MOVED}
 * @param others the number of further such pairs
 */
record AnswerEffect(int schema, int taken, List<String> problems, List<Moved> moved, int others) {

    static final int MAX_MOVED = 50;

    /** A pair before and after the answers. */
    record Moved(String project, String projectName, String city, String cityName, State before, State after) {

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

    static AnswerEffect between(Screening before, Screening after, int taken, List<String> problems) {
        Map<List<String>, State> earlier = new HashMap<>();
        before.assessments().forEach(one -> earlier.put(key(one), State.of(one)));
        List<Moved> all = after.assessments().stream()
                .flatMap(now -> {
                    State then = earlier.get(key(now));
                    State state = State.of(now);
                    return then == null || then.equals(state)
                            ? Stream.empty()
                            : Stream.of(new Moved(
                                    now.project(), now.projectName(), now.city(), now.cityName(), then, state));
                })
                .sorted(Comparator.comparing(one -> !one.isOtherVerdict()))
                .toList();
        return new AnswerEffect(
                Contract.SCHEMA,
                taken,
                problems,
                all.subList(0, Math.min(MAX_MOVED, all.size())),
                Math.max(0, all.size() - MAX_MOVED));
    }

    private static List<String> key(Assessment one) {
        return List.of(one.project(), one.city(), one.asOf().toString());
    }
}
