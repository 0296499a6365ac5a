package dev.winnow.analysis.internal.overview;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Grouping of the listed candidates. */
public enum Grouping {
    /** The projects of each city. */
    CITY,
    /** Each project in the city where it does best. */
    PROJECT;

    /** {@return the words for all groupings, in their order} */
    public static List<String> words() {
        return Arrays.stream(values()).map(Grouping::word).toList();
    }

    /**
     * {@return the grouping with a word}
     *
     * @throws IllegalArgumentException if no grouping has the word
     */
    public static Grouping of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
