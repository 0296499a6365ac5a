package dev.winnow.report.internal.letters;

import dev.winnow.analysis.internal.questions.OpenQuestion;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Names;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.QuestionWords;
import dev.winnow.report.i18n.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts open questions to one addressee into the few sentences that a letter has room for. */
public final class LetterQuestions {

    /** Maximum number of questions in a letter. */
    private static final int MOST = 5;

    /** Maximum number of rows that one question names. */
    private static final int MOST_ROWS = 6;

    private LetterQuestions() {}

    /**
     * Returns the first questions. Facts that differ only in their row become one question.
     *
     * @param open the questions, most decisive first
     */
    public static List<Letter.Asked> of(List<OpenQuestion> open, Names names, Wording wording) {
        QuestionWords words = new QuestionWords(wording, names);
        Map<String, List<OpenQuestion>> alike = new LinkedHashMap<>();
        for (OpenQuestion one : open) {
            alike.computeIfAbsent(one.id() + " " + FactWords.kindOf(one.fact()), any -> new ArrayList<>())
                    .add(one);
        }
        return alike.values().stream()
                .limit(MOST)
                .map(group -> asked(group, words))
                .toList();
    }

    private static Letter.Asked asked(List<OpenQuestion> group, QuestionWords words) {
        Assessment pair = group.get(0).candidates().get(0);
        List<String> facts =
                group.stream().limit(MOST_ROWS).map(OpenQuestion::fact).toList();
        return new Letter.Asked(group.get(0).id(), facts, words.ask(facts, pair.project(), pair.city()));
    }
}
