package dev.winnow.console.terminal;

import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Thrown if a command cannot be executed, with a message of one line and the exit code. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exit;
    private final transient @Nullable Message words;

    public Refusal(int exit, Message words) {
        super(words.toString());
        this.exit = exit;
        this.words = words;
    }

    /** Creates a refusal that has already been reported. */
    public Refusal(int exit) {
        this.exit = exit;
        this.words = null;
    }

    /**
     * Refuses a word that names nothing, with the nearest valid name.
     *
     * @param what the message that it does not exist
     */
    public static Refusal unknown(Message what, String word, Collection<String> known) {
        return new Refusal(Exit.USAGE, what.with(Nearest.advice(word, known)));
    }

    public int exit() {
        return exit;
    }

    /** Returns the message; null if it has already been reported. */
    public @Nullable Message words() {
        return words;
    }
}
