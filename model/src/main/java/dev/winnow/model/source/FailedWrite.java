package dev.winnow.model.source;

import java.io.IOException;

/** Something that could not be written, for a reason that is not the file system's. */
public final class FailedWrite extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Message what;

    /** @param what why it could not be written */
    public FailedWrite(Message what) {
        super(what.toString());
        this.what = what;
    }

    /** Why it could not be written. */
    public Message what() {
        return what;
    }
}
