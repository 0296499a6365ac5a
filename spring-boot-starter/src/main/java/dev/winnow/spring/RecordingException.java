package dev.winnow.spring;

import dev.winnow.model.source.Message;
import org.jspecify.annotations.Nullable;

/** Thrown where records cannot be read or written. With Spring MVC it is answered by a problem of RFC 9457. */
public final class RecordingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final transient Message said;

    /** Why records cannot be read or written. */
    public enum Reason {
        /** There is no such record, or no record at the place yet. */
        NOT_THERE,
        /** Pack or universe was changed since the screening: screen once more. */
        CHANGED,
        /** At the place are no records that this winnow can read, or altered ones. */
        UNREADABLE,
        /** It cannot be done now: the database is locked, full or not reached. */
        UNAVAILABLE
    }

    RecordingException(Reason reason, Message said, @Nullable Throwable cause) {
        super(said.toString(), cause);
        this.reason = reason;
        this.said = said;
    }

    /** {@return why records cannot be read or written} */
    public Reason reason() {
        return reason;
    }

    /** {@return the message, which can be translated} */
    Message said() {
        return said;
    }
}
