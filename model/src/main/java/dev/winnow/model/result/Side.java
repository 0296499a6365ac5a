package dev.winnow.model.result;

import dev.winnow.model.source.SmallWords;

/** The side whose gain a criterion measures. A match needs both sides, so a score is the minimum over them. */
@SmallWords
public enum Side {
    /** The gain of the city. */
    CITY("city"),
    /** The gain of the project. */
    PROJECT("project");

    private final String words;

    Side(String words) {
        this.words = words;
    }

    /** The name of the side within a sentence, in English. */
    public String words() {
        return words;
    }
}
