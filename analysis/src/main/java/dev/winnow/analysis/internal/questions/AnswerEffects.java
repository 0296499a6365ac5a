package dev.winnow.analysis.internal.questions;

import dev.winnow.engine.Screener;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.model.internal.history.Answer;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Screening;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.universe.Universe;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The effects of answers: the verdicts that they change, and the answers behind each change, found by screening again
 * without some of them.
 *
 * @param verdicts the candidates with another verdict
 * @param others number of further candidates with another reason or score
 */
public record AnswerEffects(List<MovedVerdict> verdicts, int others) {

    public AnswerEffects {
        verdicts = List.copyOf(verdicts);
    }

    /**
     * Compares two screenings.
     *
     * @param before the screening without the answers
     * @param after the screening with them
     * @param answers the accepted answers, most decisive first
     * @param request the request of the screening, without the answers
     * @param with returns the universe with some of the answers
     */
    public static AnswerEffects between(
            Screening before,
            Screening after,
            Collection<Answer> answers,
            ScreeningRequest request,
            Function<Set<Answer>, Universe> with) {
        Map<Set<Answer>, Universe> known = new HashMap<>();
        Screener screener = request.screener();
        Trial trial = (some, one) -> {
            Universe universe = known.computeIfAbsent(Set.copyOf(some), with);
            Assessment again = screener.open(universe, request.asOfPolicy()).assess(one.project(), one.city());
            return again == null ? null : again.verdict();
        };
        List<MovedVerdict> verdicts = new ArrayList<>();
        int others = 0;
        for (MatchedPair pair : MatchedPair.of(before.assessments(), after.assessments())) {
            Assessment then = pair.before();
            Assessment now = pair.after();
            if (pair.isOtherVerdict()) {
                verdicts.add(new MovedVerdict(then, now, enough(now, answers, trial)));
            } else {
                others += pair.isMoved() ? 1 : 0;
            }
        }
        return new AnswerEffects(verdicts, others);
    }

    /** Judges a candidate with some of the answers. */
    private interface Trial {
        @Nullable
        Verdict judge(Set<Answer> some, Assessment one);
    }

    /** Finds a smallest set of answers with the same verdict, by dropping unnecessary ones, the last first. */
    private static List<Answer> enough(Assessment now, Collection<Answer> answers, Trial trial) {
        List<Answer> enough = new ArrayList<>(answers.stream()
                .filter(answer -> answer.reply() == null)
                .filter(answer ->
                        answer.id().equals(now.project()) || answer.id().equals(now.city()))
                .toList());
        Set<Answer> counted = new HashSet<>(answers);
        for (int i = enough.size() - 1; i >= 0; i--) {
            Answer answer = enough.get(i);
            counted.remove(answer);
            if (trial.judge(counted, now) == now.verdict()) {
                enough.remove(i);
            } else {
                counted.add(answer);
            }
        }
        return enough;
    }

    /**
     * A candidate whose verdict the answers change.
     *
     * @param before the assessment without the answers
     * @param after the assessment with the answers
     * @param by a minimal set of answers that brings the new verdict
     */
    public record MovedVerdict(Assessment before, Assessment after, List<Answer> by) {

        public MovedVerdict {
            by = List.copyOf(by);
        }
    }
}
