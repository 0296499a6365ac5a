package dev.winnow.cli.command;

import dev.winnow.analysis.internal.questions.QuestionList;
import dev.winnow.cli.terminal.Exit;
import dev.winnow.cli.terminal.Refusal;
import dev.winnow.model.result.Names;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.vocabulary.LocalName;
import dev.winnow.report.i18n.QuestionWords;
import dev.winnow.report.i18n.Wording;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Finds the addressee of questions that a word names. */
final class Addressee {

    private Addressee() {}

    /** Whether a word is the name by which the commands print an addressee in a language. */
    static boolean isPrinted(LocalName who, Language language, String word) {
        return new QuestionWords(Wording.inLanguage(language), Names.NONE)
                .who(who)
                .equalsIgnoreCase(word.strip());
    }

    /**
     * Returns the first addressee whose name in any language contains a word.
     *
     * @param others further words that the command knows, for the advice
     */
    static LocalName of(QuestionList questions, String word, Collection<String> others) {
        List<LocalName> all = questions.addressees();
        for (LocalName who : all) {
            for (Language language : Language.values()) {
                String called = who.inLanguage(language).toLowerCase(Locale.ROOT);
                if (called.contains(word.strip().toLowerCase(Locale.ROOT)) || isPrinted(who, language, word)) {
                    return who;
                }
            }
        }
        List<String> called = Stream.concat(
                        others.stream().sorted(), all.stream().map(who -> who.inLanguage(Language.EN)))
                .distinct()
                .toList();
        throw new Refusal(
                Exit.USAGE,
                Message.of("unknown addressee `%s`", word).with(called.isEmpty() ? null : Nearest.oneOf(word, called)));
    }
}
