package dev.winnow.web.internal;

/** The HTTP statuses of replies. */
public enum Status {
    OK(200, "OK"),
    SEE_OTHER(303, "See Other"),
    BAD_REQUEST(400, "Bad Request"),
    UNAUTHORIZED(401, "Unauthorized"),
    FORBIDDEN(403, "Forbidden"),
    NOT_FOUND(404, "Not Found"),
    METHOD_NOT_ALLOWED(405, "Method Not Allowed"),
    CONFLICT(409, "Conflict"),
    TOO_LARGE(413, "Content Too Large"),
    UNSUPPORTED_TYPE(415, "Unsupported Media Type"),
    UNPROCESSABLE(422, "Unprocessable Content"),
    LARGE_HEADERS(431, "Request Header Fields Too Large"),
    FAILED(500, "Internal Server Error"),
    BUSY(503, "Service Unavailable");

    private final int code;
    private final String title;

    Status(int code, String title) {
        this.code = code;
        this.title = title;
    }

    public int code() {
        return code;
    }

    /** Returns its name in HTTP. */
    public String title() {
        return title;
    }
}
