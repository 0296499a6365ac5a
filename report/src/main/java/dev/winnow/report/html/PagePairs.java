package dev.winnow.report.html;

import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Question;
import dev.winnow.report.internal.sentences.FirstQuestions;
import java.util.List;
import java.util.Optional;

/**
 * The candidates of a page that can be opened.
 *
 * @param all the candidates, in the order of the list
 * @param questions the most important question of each; empty if nothing is open, or not yet known
 * @param explained their explanations if the page embeds them; otherwise those of the candidates whose assumptions the
 *     head of the page names
 * @param embedded whether the page embeds the explanations of all; otherwise its server explains each that is opened
 */
record PagePairs(
        List<Assessment> all, List<Optional<Question>> questions, List<Explanation> explained, boolean embedded) {

    PagePairs {
        all = List.copyOf(all);
        questions = List.copyOf(questions);
        explained = List.copyOf(explained);
    }

    /** Returns candidates whose explanations the page embeds. */
    static PagePairs of(List<Explanation> all) {
        return new PagePairs(
                all.stream().map(Explanation::assessment).toList(),
                all.stream().map(PagePairs::first).toList(),
                all,
                true);
    }

    /** Returns the most important question of a candidate. */
    static Optional<Question> first(Explanation one) {
        return one.questions().stream().findFirst();
    }

    /** Returns the questions that could change verdicts. */
    FirstQuestions undecided() {
        return FirstQuestions.of(all, questions);
    }
}
