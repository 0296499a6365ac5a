package dev.winnow.spring;

import dev.winnow.model.source.Message;

/**
 * Thrown where a request asks for more than {@code winnow.limits.*} allows. With Spring MVC it is answered by a problem
 * of RFC 9457.
 */
public final class RequestRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final transient Message said;

    /** Why a request is refused. */
    public enum Reason {
        /** The document is too large, or has too many pairs. */
        TOO_LARGE,
        /** The document did not arrive in time. */
        TOO_SLOW,
        /** Other requests took all turns. */
        BUSY,
        /** The screening took too long. */
        OUT_OF_TIME,
        /** The thread was interrupted, because the request ended or the server stops. */
        CANCELLED
    }

    RequestRefusedException(Reason reason, Message said) {
        super(said.toString());
        this.reason = reason;
        this.said = said;
    }

    /** {@return why the request is refused} */
    public Reason reason() {
        return reason;
    }

    /** {@return the message, which can be translated} */
    Message said() {
        return said;
    }
}
