package dev.winnow.report.internal.contents;

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
 * What is to be found out of a city before it is known what would close its gaps, in the sentences of {@code winnow ask}.
 *
 * @param items the questions, by who knows, those that decide most for the days they cost first
 */
public record GapQuestions(List<Item> items) {

    /** How many links are named. */
    private static final int FEW = 3;

    /**
     * A question.
     *
     * @param asked what is asked
     * @param sentence the question
     * @param who who knows
     * @param effort who knows, and how many days it takes
     * @param stake what hangs on it, at most
     * @param links the links whose newcomers hang on it
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

        /** {@code chip design, circuit boards, display modules and 4 more}. */
        public String links(Wording wording) {
            if (all && links.size() > FEW) {
                return wording.sentence("all %s links", links.size());
            }
            return wording.list(links, FEW);
        }
    }

    /** The questions of a map in a language. */
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
