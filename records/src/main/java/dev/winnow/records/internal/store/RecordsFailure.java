package dev.winnow.records.internal.store;

import dev.winnow.model.source.Message;
import org.jspecify.annotations.Nullable;

/** Thrown if records cannot be read or written. Nothing was written, unless the message says that this is unknown. */
public class RecordsFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Kind of failure. */
    public enum Kind {
        /** The place is invalid, or a requested record does not exist. */
        USAGE,
        /** The place has no records, or none that this winnow can read. */
        DATA,
        /** A temporary failure: locked, full, unreachable. */
        COULD_NOT
    }

    /** Thrown if a place has no records yet. */
    public static final class None extends RecordsFailure {

        private static final long serialVersionUID = 1L;

        None(Message what) {
            super(Kind.DATA, what);
        }
    }

    private final Kind kind;
    private final transient Message what;

    public RecordsFailure(Kind kind, Message what) {
        super(what.toString());
        this.kind = kind;
        this.what = what;
    }

    RecordsFailure(Kind kind, Message what, @Nullable Throwable cause) {
        super(what.toString(), cause);
        this.kind = kind;
        this.what = what;
    }

    /** The kind of failure. */
    public Kind kind() {
        return kind;
    }

    /** The problem, and a remedy. */
    public Message what() {
        return what;
    }
}
