package dev.winnow.web.internal.journal;

import java.io.IOException;

/** A journal that cannot be read. */
public final class UnreadableJournal extends IOException {

    private static final long serialVersionUID = 1L;

    private final int line;

    /**
     * Creates the exception.
     *
     * @param line the damaged line, from 1; 0 if a newer winnow wrote the journal
     */
    UnreadableJournal(int line) {
        super("line " + line);
        this.line = line;
    }

    /** Returns the damaged line, from 1; 0 if a newer winnow wrote the journal. */
    public int line() {
        return line;
    }
}
