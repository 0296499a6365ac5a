package dev.winnow.spring;

import dev.winnow.model.source.Message;
import org.jspecify.annotations.Nullable;

/** Thrown if records cannot be read or written. Spring MVC answers it with a problem of RFC 9457. */
public final class RecordingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final transient Message said;

    /** The reason why records cannot be read or written. */
    public enum Reason {
        /** The record does not exist, or the place has no records yet. */
        NOT_THERE,
        /** The pack or the universe has changed since the screening; screen again. */
        CHANGED,
        /** The records are altered, or of a form that this version of winnow cannot read. */
        UNREADABLE,
        /** The database is locked, full or not reachable. */
        UNAVAILABLE
    }

    RecordingException(Reason reason, Message said, @Nullable Throwable cause) {
        super(said.toString(), cause);
        this.reason = reason;
        this.said = said;
    }

    /** {@return the reason of the failure} */
    public Reason reason() {
        return reason;
    }

    /** {@return the message for translation} */
    Message said() {
        return said;
    }
}
