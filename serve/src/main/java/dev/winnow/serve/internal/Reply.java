package dev.winnow.serve.internal;

import dev.winnow.report.json.Contract;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.eclipse.jetty.http.HttpStatus;

/**
 * The answer to a request.
 *
 * @param status the HTTP status
 * @param type the media type
 * @param policy the content security policy
 * @param headers further headers
 * @param body the bytes, which are not copied
 */
@SuppressWarnings("ArrayRecordComponent") // replies are not compared
record Reply(int status, String type, String policy, Map<String, String> headers, byte[] body) {

    /** The policy of everything but pages. */
    static final String NO_CONTENT = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /**
     * A problem by RFC 9457.
     *
     * @param type {@code about:blank}: the status says what is wrong
     * @param title the name of the status
     * @param detail what is wrong, in the language of the server
     */
    record ProblemDetails(String type, String title, int status, String detail) {}

    /** Returns a page whose policy, as in its {@code meta} element, also becomes a header. */
    static Reply page(String policy, byte[] html) {
        return new Reply(
                HttpStatus.OK_200, "text/html; charset=utf-8", policy + "; frame-ancestors 'none'", Map.of(), html);
    }

    /** Returns a record as JSON. */
    static Reply json(Object contract) {
        return new Reply(HttpStatus.OK_200, "application/json", NO_CONTENT, Map.of(), bytes(contract));
    }

    /** Returns a problem; its connection is closed, so that no rest of a refused body is read. */
    static Reply problem(int status, String detail) {
        ProblemDetails problem = new ProblemDetails("about:blank", HttpStatus.getMessage(status), status, detail);
        return new Reply(status, "application/problem+json", NO_CONTENT, Map.of("Connection", "close"), bytes(problem));
    }

    /** Returns a redirection that sets a cookie. */
    static Reply seeOther(String path, String cookie) {
        return new Reply(
                HttpStatus.SEE_OTHER_303,
                "text/plain; charset=utf-8",
                NO_CONTENT,
                Map.of("Location", path, "Set-Cookie", cookie),
                new byte[0]);
    }

    private static byte[] bytes(Object contract) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Contract.write(contract, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
