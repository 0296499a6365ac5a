package dev.winnow.cli.terminal;

import dev.winnow.model.source.Nearest;
import java.util.Collection;

/** What was asked cannot be done; the message says why, in a line, and the exit code whose fault it is. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exit;
    private final String words;

    public Refusal(int exit, String words) {
        super(words);
        this.exit = exit;
        this.words = words;
    }

    /** A word that names nothing, with the nearest that does. */
    public static Refusal unknown(String kind, String word, Collection<String> known) {
        String advice = Nearest.advice(word, known);
        return new Refusal(
                Exit.USAGE, "there is no " + kind + " `" + word + "`" + (advice == null ? "" : "; " + advice));
    }

    public int exit() {
        return exit;
    }

    /** What is printed. */
    public String words() {
        return words;
    }
}
