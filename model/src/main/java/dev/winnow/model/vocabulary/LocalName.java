package dev.winnow.model.vocabulary;

import dev.winnow.model.source.Internal;
import dev.winnow.model.source.Language;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text of a pack's vocabulary in the languages in which it is given.
 *
 * @param english the English text; null if only a Chinese one is given
 * @param chinese the Chinese text; null if only an English one is given
 */
public record LocalName(@Nullable String english, @Nullable String chinese) {

    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    private static final Pattern PREFIX = Pattern.compile("^(co|sub) ");

    public LocalName {
        if (english == null && chinese == null) {
            throw new IllegalArgumentException("a text must be given in at least one language");
        }
    }

    /**
     * {@return an identifier in words: {@code annual output} for {@code annualOutput}, {@code lead user} for {@code
     * LeadUser}}
     */
    @Internal
    public static String inWords(String name) {
        String apart = HUMP.matcher(name).replaceAll(" ").toLowerCase(Locale.ROOT);
        return PREFIX.matcher(apart).replaceFirst("$1-");
    }

    /** {@return the text in a language, or in the other language if it is not given in this one} */
    public String inLanguage(Language language) {
        String wanted = language == Language.ZH ? chinese : english;
        String other = language == Language.ZH ? english : chinese;
        return wanted != null ? wanted : String.valueOf(other);
    }
}
