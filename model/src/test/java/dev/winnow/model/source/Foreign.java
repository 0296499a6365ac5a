package dev.winnow.model.source;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What no message may say of its own accord: words of the machinery that an analyst has never heard of. */
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

    /** The foreign words of a message; what it quotes from the file does not count. */
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
