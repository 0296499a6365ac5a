package dev.winnow.report.internal.sentences;

import dev.winnow.engine.ScreeningSession;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Question;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The most important question of each candidate, where its answer could change the verdict. */
public final class FirstQuestions {

    private final Map<List<Object>, Question> questions = new HashMap<>();

    /** Returns the first questions of candidates that a session judged. */
    public static FirstQuestions of(ScreeningSession session, List<Assessment> candidates) {
        List<Assessment> open =
                candidates.stream().filter(one -> !one.isSettled()).toList();
        return of(
                open,
                session.questions(open)
                        .map(questions -> questions.stream().findFirst())
                        .toList());
    }

    /**
     * Returns the first questions of candidates.
     *
     * @param questions the most important question of each candidate, in their order
     */
    public static FirstQuestions of(List<Assessment> candidates, List<Optional<Question>> questions) {
        FirstQuestions all = new FirstQuestions();
        for (int i = 0; i < candidates.size(); i++) {
            Assessment one = candidates.get(i);
            if (!one.isSettled()) {
                questions.get(i).ifPresent(first -> all.questions.put(key(one), first));
            }
        }
        return all;
    }

    /** Returns the first question of a candidate; null if no answer could change its verdict. */
    public static @Nullable Question of(Explanation one) {
        return one.assessment().isSettled() || one.questions().isEmpty()
                ? null
                : one.questions().get(0);
    }

    /**
     * Returns the first question of one of these candidates; null if no answer could change its verdict, or it is not
     * among them.
     */
    public @Nullable Question of(Assessment one) {
        return questions.get(key(one));
    }

    private static List<Object> key(Assessment one) {
        return List.of(one.project(), one.city(), one.asOf());
    }
}
