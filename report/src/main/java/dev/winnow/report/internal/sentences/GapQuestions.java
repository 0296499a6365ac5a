package dev.winnow.report.internal.sentences;

import dev.winnow.analysis.internal.chains.ChainMap;
import dev.winnow.analysis.internal.questions.OpenQuestion;
import dev.winnow.model.result.Names;
import dev.winnow.report.i18n.QuestionStake;
import dev.winnow.report.i18n.QuestionWords;
import dev.winnow.report.i18n.Wording;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Open questions about a city's chains, which must be answered before it is known what would close its gaps, worded as
 * in {@code winnow ask}.
 *
 * @param items the questions, grouped by who knows, those that decide most per day first
 */
public record GapQuestions(List<Item> items) {

    /** Number of links named in a question. */
    private static final int FEW = 3;

    /**
     * A question.
     *
     * @param asked the fact
     * @param sentence the question
     * @param who who knows
     * @param effort who knows, and the days an answer takes
     * @param stake the most that depends on it
     * @param links the links whose hypothetical projects depend on it
     * @param all whether these are all links
     */
    public record Item(
            OpenQuestion asked,
            String sentence,
            String who,
            String effort,
            String stake,
            List<String> links,
            boolean all) {

        /** Returns {@code chip design, circuit boards, display modules and 4 more}. */
        public String links(Wording wording) {
            if (all && links.size() > FEW) {
                return wording.sentence("all %s links", links.size());
            }
            return wording.list(links, FEW);
        }
    }

    /** Returns the questions of a chain map. */
    public static GapQuestions of(ChainMap map, Wording wording, Names names) {
        QuestionWords words = new QuestionWords(wording, names);
        Map<String, String> links = map.links().stream()
                .collect(Collectors.toMap(
                        one -> one.newcomer().assessment().project(),
                        one -> wording.name(one.link().name()),
                        (one, other) -> one));
        return new GapQuestions(map.questions().stream()
                .map(one -> new Item(
                        one,
                        words.ask(one.fact(), "", map.city()),
                        words.who(one.how()),
                        words.effort(one.fact()),
                        QuestionStake.of(one.stake(), one.candidates().size() > 1, wording),
                        one.candidates().stream()
                                .map(candidate -> links.getOrDefault(candidate.project(), candidate.projectName()))
                                .toList(),
                        one.candidates().size() == map.links().size()))
                .toList());
    }
}
