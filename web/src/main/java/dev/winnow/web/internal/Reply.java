package dev.winnow.web.internal;

import dev.winnow.report.json.Contract;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The answer to a request.
 *
 * @param type the media type
 * @param policy the content security policy
 * @param headers further headers
 * @param body the bytes, which are not copied
 */
@SuppressWarnings("ArrayRecordComponent") // replies are not compared
public record Reply(Status status, String type, String policy, Map<String, String> headers, byte[] body) {

    /** The policy of everything but pages. */
    public static final String NO_CONTENT =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public Reply {
        headers = Map.copyOf(headers);
    }

    /**
     * A problem by RFC 9457.
     *
     * @param type {@code about:blank}, since the status identifies the problem
     * @param title the name of the status
     * @param detail description of the problem, in the language of the server
     */
    public record ProblemDetails(String type, String title, int status, String detail) {}

    /** Returns a page whose policy, as in its {@code meta} element, also becomes a header. */
    public static Reply page(String policy, byte[] html) {
        return new Reply(Status.OK, "text/html; charset=utf-8", policy + "; frame-ancestors 'none'", Map.of(), html);
    }

    /** Returns a part of a page, such as a script. */
    public static Reply part(String type, byte[] content) {
        return new Reply(Status.OK, type, NO_CONTENT, Map.of(), content);
    }

    /** Returns a file that the browser saves under a name. */
    public static Reply file(String type, String name, byte[] content) {
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return new Reply(
                Status.OK,
                type,
                NO_CONTENT,
                Map.of("Content-Disposition", "attachment; filename*=UTF-8''" + encoded),
                content);
    }

    /** Returns a record as JSON. */
    public static Reply json(Object contract) {
        return new Reply(Status.OK, "application/json", NO_CONTENT, Map.of(), bytes(contract));
    }

    /** Returns a problem. */
    public static Reply problem(Status status, String detail) {
        return new Reply(
                status,
                "application/problem+json",
                NO_CONTENT,
                Map.of(),
                bytes(new ProblemDetails("about:blank", status.title(), status.code(), detail)));
    }

    /** Returns a redirection that sets a cookie. */
    public static Reply seeOther(String path, String cookie) {
        return new Reply(
                Status.SEE_OTHER,
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
