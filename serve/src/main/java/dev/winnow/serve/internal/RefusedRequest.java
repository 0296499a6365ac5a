package dev.winnow.serve.internal;

import dev.winnow.model.source.Message;

/** A request that is refused, with its HTTP status and the reason. */
final class RefusedRequest extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Message reason;

    RefusedRequest(int status, Message reason) {
        super(reason.toString());
        this.status = status;
        this.reason = reason;
    }

    int status() {
        return status;
    }

    Message reason() {
        return reason;
    }
}
