package dev.winnow.model.source;

import java.util.Arrays;
import java.util.Optional;

/** A language of winnow's output. Results do not depend on it, only their wording. */
@SmallWords
public enum Language {
    EN("en"),
    /** Simplified Chinese. */
    ZH("zh");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** Returns the language of a tag such as {@code zh}; empty if winnow has no texts in it. */
    public static Optional<Language> of(String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag.equals(tag))
                .findFirst();
    }

    /** Returns the BCP 47 tag: {@code en} or {@code zh}. */
    public String tag() {
        return tag;
    }
}
