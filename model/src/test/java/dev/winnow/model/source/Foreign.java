package dev.winnow.model.source;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Technical words that analysts do not know, so that no message may use them except in quotations. */
public final class Foreign {

    private static final List<String> WORDS = Arrays.asList(
            "Exception",
            "drools",
            "kie",
            "token",
            "jackson",
            "snakeyaml",
            "java",
            "Optional",
            "Nullable",
            "untyped",
            "class ",
            "compil",
            "parse",
            "null",
            "regex",
            "LambdaExtractor",
            "reflect");

    private Foreign() {}

    /** Returns the technical words in a message, except those in quotations from the file. */
    public static List<String> in(Problem problem) {
        String own = (problem.what() + " " + (problem.advice() == null ? "" : problem.advice()))
                .replaceAll("`[^`]*`", "`…`")
                .replaceAll("\"[^\"]*\"", "\"…\"")
                .toLowerCase(Locale.ROOT);
        return WORDS.stream()
                .filter(word -> own.contains(word.toLowerCase(Locale.ROOT)))
                .toList();
    }
}
