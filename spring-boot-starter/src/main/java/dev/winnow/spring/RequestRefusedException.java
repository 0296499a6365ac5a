package dev.winnow.spring;

import dev.winnow.model.source.Message;

/**
 * Thrown if a request exceeds {@code winnow.limits.*} or is cancelled. Spring MVC answers it with a problem of RFC
 * 9457.
 */
public final class RequestRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final transient Message said;

    /** The reason why a request is refused. */
    public enum Reason {
        /** The document is too large, or has too many pairs. */
        TOO_LARGE,
        /** The document did not arrive in time. */
        TOO_SLOW,
        /** Other requests occupied all turns. */
        BUSY,
        /** The screening took too long. */
        OUT_OF_TIME,
        /** The thread was interrupted because the request ended or the server stops. */
        CANCELLED
    }

    RequestRefusedException(Reason reason, Message said) {
        super(said.toString());
        this.reason = reason;
        this.said = said;
    }

    /** {@return the reason of the refusal} */
    public Reason reason() {
        return reason;
    }

    /** {@return the message for translation} */
    Message said() {
        return said;
    }
}
