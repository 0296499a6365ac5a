package dev.winnow.model.source;

import java.io.IOException;

/** A failure to write that is not caused by the file system. */
public final class FailedWrite extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Message what;

    /**
     * Creates the exception.
     *
     * @param what the reason
     */
    public FailedWrite(Message what) {
        super(what.toString());
        this.what = what;
    }

    /** Returns the reason. */
    public Message what() {
        return what;
    }
}
