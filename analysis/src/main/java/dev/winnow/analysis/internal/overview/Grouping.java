package dev.winnow.analysis.internal.overview;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a screening is listed by. */
public enum Grouping {
    /** The projects of each city. */
    CITY,
    /** Each project in the city where it does best. */
    PROJECT;

    /** {@return the words for them, in their order} */
    public static List<String> words() {
        return Arrays.stream(values()).map(Grouping::word).toList();
    }

    /**
     * {@return the one that a word means}
     *
     * @throws IllegalArgumentException if it means none
     */
    public static Grouping of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
