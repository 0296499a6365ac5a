package dev.winnow.cli.command;

import dev.winnow.analysis.internal.questions.QuestionList;
import dev.winnow.cli.terminal.Exit;
import dev.winnow.cli.terminal.Refusal;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Message;
import dev.winnow.model.vocabulary.LocalName;
import java.util.List;
import java.util.Locale;

/** Finds the addressee of questions that a word names. */
final class Addressee {

    private Addressee() {}

    /** Returns the first addressee whose name in any language contains a word. */
    static LocalName of(QuestionList questions, String word) {
        List<LocalName> all = questions.addressees();
        for (LocalName who : all) {
            for (Language language : Language.values()) {
                String called = who.inLanguage(language).toLowerCase(Locale.ROOT);
                if (called.contains(word.strip().toLowerCase(Locale.ROOT))) {
                    return who;
                }
            }
        }
        List<String> called =
                all.stream().map(who -> who.inLanguage(Language.EN)).toList();
        throw new Refusal(
                Exit.USAGE,
                Message.of("unknown addressee `%s`", word)
                        .with(called.isEmpty() ? null : Message.of("it is one of %s", Message.names(called))));
    }
}
