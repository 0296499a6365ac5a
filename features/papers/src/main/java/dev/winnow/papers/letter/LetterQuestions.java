package dev.winnow.papers.letter;

import dev.winnow.analysis.internal.paths.AnswerReach;
import dev.winnow.analysis.internal.questions.OpenQuestion;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Names;
import dev.winnow.records.internal.entry.LetterEntry;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.QuestionWords;
import dev.winnow.report.i18n.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Puts open questions to one addressee into the few sentences that a letter has room for. */
public final class LetterQuestions {

    /** Maximum number of questions in a letter. */
    private static final int MOST = 5;

    /** Maximum number of rows that one question names. */
    private static final int MOST_ROWS = 6;

    private LetterQuestions() {}

    /**
     * Returns the first questions, those with the farthest reach first. Facts that differ only in their row become one
     * question.
     *
     * @param open the questions, most decisive first
     * @param reach the reach of questions that are asked together
     */
    public static List<LetterEntry.Asked> of(
            List<OpenQuestion> open,
            Function<List<List<OpenQuestion>>, List<AnswerReach>> reach,
            Names names,
            Wording wording) {
        QuestionWords words = new QuestionWords(wording, names);
        Map<String, List<OpenQuestion>> alike = new LinkedHashMap<>();
        for (OpenQuestion one : open) {
            alike.computeIfAbsent(one.id() + " " + FactWords.kindOf(one.fact()), any -> new ArrayList<>())
                    .add(one);
        }
        List<List<OpenQuestion>> first = alike.values().stream()
                .limit(MOST)
                .map(group -> group.subList(0, Math.min(group.size(), MOST_ROWS)))
                .toList();
        List<AnswerReach> reaches = reach.apply(first);
        return IntStream.range(0, first.size())
                .mapToObj(i -> asked(first.get(i), reaches.get(i), words))
                .sorted(Comparator.comparing(LetterEntry.Asked::reach))
                .toList();
    }

    private static LetterEntry.Asked asked(List<OpenQuestion> group, AnswerReach reach, QuestionWords words) {
        Assessment pair = group.get(0).candidates().get(0);
        List<String> facts = group.stream().map(OpenQuestion::fact).toList();
        return new LetterEntry.Asked(group.get(0).id(), facts, words.ask(facts, pair.project(), pair.city()), reach);
    }
}
