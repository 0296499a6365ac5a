package dev.winnow.model.source;

import java.util.Arrays;
import java.util.Optional;

/** A language of winnow's output. Results do not depend on it; only the words differ. */
public enum Language {
    /** English. */
    EN("en"),
    /** Simplified Chinese. */
    ZH("zh");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** The language of a tag such as {@code zh}; empty if winnow has no texts in it. */
    public static Optional<Language> of(String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag.equals(tag))
                .findFirst();
    }

    /** The tag, in BCP 47: {@code en} or {@code zh}. */
    public String tag() {
        return tag;
    }
}
