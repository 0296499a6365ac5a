package dev.winnow.workbench.internal.assist;

import dev.winnow.model.source.Language;
import dev.winnow.model.source.Localized;
import org.jspecify.annotations.Nullable;

/** A text of a vocabulary in the languages in which it is given. */
record Texts(@Nullable String english, @Nullable String chinese) implements Localized {

    @Override
    public String write(Language language) {
        String wanted = language == Language.ZH ? chinese : english;
        String other = language == Language.ZH ? english : chinese;
        return wanted != null ? wanted : other == null ? "" : other;
    }
}
