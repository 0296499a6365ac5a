package dev.winnow.console.option;

import dev.winnow.analysis.internal.questions.QuestionList;
import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.model.result.Names;
import dev.winnow.model.source.Han;
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
public final class Addressee {

    /** The addressee who applied. */
    public static final LocalName APPLICANT = new LocalName("owner", null);

    private Addressee() {}

    /** Whether a word is the name by which the commands print an addressee in a language. */
    public static boolean isPrinted(LocalName who, Language language, String word) {
        String applicant =
                who.equals(APPLICANT) ? Wording.inLanguage(language).sentence("the applicant") : word(who, language);
        return Stream.of(word(who, language), applicant).anyMatch(word.strip()::equalsIgnoreCase);
    }

    private static String word(LocalName who, Language language) {
        return new QuestionWords(Wording.inLanguage(language), Names.NONE).who(who);
    }

    /**
     * Returns the first addressee whose name in any language contains a word.
     *
     * @param others further words that the command knows, for the advice
     */
    public static LocalName of(QuestionList questions, String word, Collection<String> others) {
        List<LocalName> all = questions.addressees();
        for (LocalName who : all) {
            for (Language language : Language.values()) {
                String called = who.inLanguage(language).toLowerCase(Locale.ROOT);
                if (called.contains(word.strip().toLowerCase(Locale.ROOT)) || isPrinted(who, language, word)) {
                    return who;
                }
            }
        }
        List<String> called = Han.isIn(word)
                ? all.stream().map(who -> word(who, Language.ZH)).distinct().toList()
                : Stream.concat(others.stream().sorted(), all.stream().map(who -> who.inLanguage(Language.EN)))
                        .distinct()
                        .toList();
        throw new Refusal(
                Exit.USAGE,
                Message.of("unknown addressee `%s`", word).with(called.isEmpty() ? null : Nearest.oneOf(word, called)));
    }
}
