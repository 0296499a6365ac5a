package dev.winnow.records.internal.content;

import dev.winnow.model.source.Message;

/** Thrown if an input cannot be recorded as it was used. */
public final class Unrecordable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Message what;

    public Unrecordable(Message what) {
        super(what.toString());
        this.what = what;
    }

    /** The reason, and a remedy. */
    public Message what() {
        return what;
    }
}
