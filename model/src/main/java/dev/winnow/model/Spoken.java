package dev.winnow.model;

import java.util.Locale;

/** Names of components as people say them. */
public final class Spoken {

    private Spoken() {}

    /** {@code annualOutput} as {@code annual output}, {@code coInvestors} as {@code co-investors}. */
    public static String words(String component) {
        return component
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^(co|sub) ", "$1-");
    }
}
