package dev.winnow.cli;

import java.util.Collection;
import java.util.function.Function;

/** What was asked cannot be done; the message says why, in a line, and the exit code whose fault it is. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exit;
    private final String words;

    Refusal(int exit, String words) {
        super(words);
        this.exit = exit;
        this.words = words;
    }

    /** A word that names nothing, with the nearest that does. */
    static Refusal unknown(String kind, String word, Collection<String> known) {
        Function<String, String> maybe = near -> "; maybe `" + near + "`?";
        return new Refusal(
                Exit.USAGE,
                "there is no " + kind + " `" + word + "`"
                        + Maybe.nearest(word, known).map(maybe).orElse(""));
    }

    int exit() {
        return exit;
    }

    /** What is printed. */
    String words() {
        return words;
    }
}
