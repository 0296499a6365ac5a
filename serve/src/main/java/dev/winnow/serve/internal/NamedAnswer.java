package dev.winnow.serve.internal;

import dev.winnow.model.vocabulary.FactName;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.Wording;
import dev.winnow.tables.internal.answers.LaidAnswers;
import dev.winnow.web.internal.workbench.Snapshot;
import java.util.List;

/**
 * The subject of an accepted answer in words, for a question that the page does not ask.
 *
 * @param fact the fact in question
 * @param of the id of its project or city
 * @param words both in the language of the server
 */
record NamedAnswer(String fact, String of, String words) {

    /** Returns the subjects of the accepted answers over a screening. */
    static List<NamedAnswer> all(LaidAnswers laid, Snapshot over, Wording wording) {
        FactWords facts = new FactWords(wording, over.result().asked().names());
        return laid.taken().stream()
                .map(one -> new NamedAnswer(one.fact(), one.id(), words(one.fact(), one.id(), facts, wording)))
                .toList();
    }

    /** Returns {@code Hisense Xinxin, yield rate}. */
    static String words(String fact, String of, FactWords facts, Wording wording) {
        String list = FactName.of(fact).isOfProject() ? "projects" : "cities";
        return wording.sentence("%s, %s", facts.named(list, of), facts.words(fact));
    }
}
