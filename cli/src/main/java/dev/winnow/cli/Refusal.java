package dev.winnow.cli;

import dev.winnow.model.Nearest;
import java.util.Collection;

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
        String advice = Nearest.advice(word, known);
        return new Refusal(
                Exit.USAGE, "there is no " + kind + " `" + word + "`" + (advice == null ? "" : "; " + advice));
    }

    int exit() {
        return exit;
    }

    /** What is printed. */
    String words() {
        return words;
    }
}
