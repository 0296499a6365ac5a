package dev.winnow.model.vocabulary;

import dev.winnow.model.source.Language;
import org.jspecify.annotations.Nullable;

/**
 * A text of a pack's vocabulary in the languages in which it is given.
 *
 * @param english the text in English; null if only a Chinese one is given
 * @param chinese the text in Chinese; null if only an English one is given
 */
public record LocalName(@Nullable String english, @Nullable String chinese) {

    public LocalName {
        if (english == null && chinese == null) {
            throw new IllegalArgumentException("a text is given in one language at least");
        }
    }

    /** {@return the text in a language; in the other if it is not given in this one} */
    public String inLanguage(Language language) {
        String wanted = language == Language.EN ? english : chinese;
        String other = language == Language.EN ? chinese : english;
        return wanted != null ? wanted : String.valueOf(other);
    }
}
