package dev.winnow.records.internal.store;

import dev.winnow.model.source.Message;
import org.jspecify.annotations.Nullable;

/** Thrown if records cannot be read or written. Nothing was written then, unless its message says that this is not known. */
public final class RecordsFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Whose fault it is. */
    public enum Kind {
        /** The place is named wrongly, or a record is asked for that is not there. */
        USAGE,
        /** What stands there are no records, or none that this winnow can read. */
        DATA,
        /** It could not be done now: locked, full, not reached. */
        COULD_NOT
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

    /** Whose fault it is. */
    public Kind kind() {
        return kind;
    }

    /** What is wrong, and what to do. */
    public Message what() {
        return what;
    }
}
