package dev.winnow.web.internal;

import dev.winnow.model.source.Message;

/** A request that is refused, with its status and the reason. */
public final class RefusedRequest extends Exception {

    private static final long serialVersionUID = 1L;

    private final Status status;
    private final transient Message reason;

    public RefusedRequest(Status status, Message reason) {
        super(reason.toString());
        this.status = status;
        this.reason = reason;
    }

    public Status status() {
        return status;
    }

    public Message reason() {
        return reason;
    }
}
