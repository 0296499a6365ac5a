package dev.winnow.serve.internal;

import dev.winnow.model.source.Message;
import dev.winnow.tables.internal.answers.FormAnswers;
import dev.winnow.tables.internal.answers.GivenAnswer;
import dev.winnow.web.internal.RefusedRequest;
import dev.winnow.web.internal.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A change of the answers by a page. Other pages, and other programs, may have changed other answers since.
 *
 * @param was the answers from which the page began
 * @param now the form as it is now
 */
record AnswerChange(List<GivenAnswer> was, FormAnswers now) {

    AnswerChange {
        was = List.copyOf(was);
    }

    /**
     * Returns the form with the changes of this page and those of others.
     *
     * @param kept the answers that count so far
     * @param words names the subject of an answer
     * @throws RefusedRequest if others changed the same answer otherwise
     */
    FormAnswers over(List<GivenAnswer> kept, Function<GivenAnswer, String> words) throws RefusedRequest {
        Map<String, GivenAnswer> before = byQuestion(was);
        Map<String, GivenAnswer> mine = byQuestion(now.answers());
        Map<String, GivenAnswer> theirs = byQuestion(kept);
        Set<String> questions = new LinkedHashSet<>(theirs.keySet());
        questions.addAll(mine.keySet());
        List<GivenAnswer> merged = new ArrayList<>();
        for (String question : questions) {
            GivenAnswer base = before.get(question);
            GivenAnswer own = mine.get(question);
            GivenAnswer other = theirs.get(question);
            boolean changedHere = !Objects.equals(own, base);
            if (changedHere && !Objects.equals(other, base) && !Objects.equals(other, own)) {
                GivenAnswer subject = Objects.requireNonNull(own == null ? other : own);
                throw new RefusedRequest(
                        Status.CONFLICT,
                        Message.of("`%s` was answered otherwise in another page or on disk", words.apply(subject))
                                .with(shown(other)));
            }
            GivenAnswer counts = changedHere ? own : other;
            if (counts != null) {
                merged.add(counts);
            }
        }
        return new FormAnswers(now.winnow(), now.schema(), now.pack(), now.universe(), merged);
    }

    private static @Nullable Message shown(@Nullable GivenAnswer other) {
        return other == null || other.answer() == null ? null : Message.of("there it is `%s`", other.answer());
    }

    private static Map<String, GivenAnswer> byQuestion(List<GivenAnswer> answers) {
        Map<String, GivenAnswer> byQuestion = new LinkedHashMap<>();
        answers.forEach(one -> byQuestion.put(one.fact() + " " + one.of(), one));
        return byQuestion;
    }
}
