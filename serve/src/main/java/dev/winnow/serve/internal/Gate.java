package dev.winnow.serve.internal;

import dev.winnow.model.source.Message;
import dev.winnow.web.internal.RefusedRequest;
import dev.winnow.web.internal.Reply;
import dev.winnow.web.internal.Status;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Admits only requests of the user's own browser. The address that the command prints contains a random token; the
 * first request with it sets a cookie, which later requests must send; programs send {@code Authorization: Bearer
 * TOKEN} instead. {@code Host} must name this server, against DNS
 * rebinding; {@code Origin}, where sent, too, against forms of other sites; and {@code Sec-Fetch-Site}, where sent, may
 * be another site only for a page that the user opens, such as by a link in a mail. An operation with a key of its own needs no
 * token. Immutable and thread-safe.
 */
final class Gate {

    private static final int TOKEN_BYTES = 16;
    private static final String QUERY = "token=";
    private static final String BEARER = "Bearer ";

    /** The values of {@code Sec-Fetch-Site} of the server's own pages and of typed addresses. */
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    private final String token;
    private final String cookie;
    private final Set<String> hosts;

    private Gate(String token, int port) {
        this.token = token;
        this.cookie = "winnow-" + port + "=" + token; // cookies are shared by all ports of a host
        this.hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
    }

    /** Returns the gate of a server with a token. */
    static Gate of(int port, String token) {
        return new Gate(token, port);
    }

    /** Returns a new random token. */
    static String newToken() {
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    /** Returns the query of the first address. */
    String query() {
        return QUERY + token;
    }

    /**
     * Checks a request.
     *
     * @param keyed whether its operation checks a key of its own instead of the token
     * @return the reply to the first request, which sets the cookie; null for an admitted request
     */
    @Nullable
    Reply check(Request request, boolean keyed) throws RefusedRequest {
        String host = request.getHeaders().get(HttpHeader.HOST);
        if (host == null || !hosts.contains(host)) {
            throw new RefusedRequest(
                    Status.FORBIDDEN, Message.of("`%s` is not the address of this server", shown(host)));
        }
        String origin = request.getHeaders().get(HttpHeader.ORIGIN);
        if (origin != null && hosts.stream().noneMatch(one -> origin.equals("http://" + one))) {
            throw new RefusedRequest(
                    Status.FORBIDDEN, Message.of("requests from `%s` are not accepted", shown(origin)));
        }
        String site = request.getHeaders().get("Sec-Fetch-Site");
        if (site != null && !OWN_SITES.contains(site) && !isOpenedPage(request)) {
            throw new RefusedRequest(Status.FORBIDDEN, Message.of("requests from `%s` are not accepted", shown(site)));
        }
        if (keyed) {
            return null;
        }
        String query = request.getHttpURI().getQuery();
        if (query != null && query.startsWith(QUERY) && isSame(query, query())) {
            return Reply.seeOther(Request.getPathInContext(request), cookie + "; Path=/; HttpOnly; SameSite=Strict");
        }
        boolean admitted = isSame(request.getHeaders().get(HttpHeader.AUTHORIZATION), BEARER + token)
                || request.getHeaders().getValuesList(HttpHeader.COOKIE).stream()
                        .flatMap(line -> Stream.of(line.split("; *")))
                        .anyMatch(one -> isSame(one, cookie));
        if (!admitted) {
            throw new RefusedRequest(
                    Status.UNAUTHORIZED,
                    Message.of("the token is missing or wrong: open the address that `%s` printed", "winnow serve"));
        }
        return null;
    }

    /** Whether the user opens a page in a tab of its own, by a link or an address. */
    private static boolean isOpenedPage(Request request) {
        HttpFields headers = request.getHeaders();
        return request.getMethod().equals("GET")
                && "navigate".equals(headers.get("Sec-Fetch-Mode"))
                && "document".equals(headers.get("Sec-Fetch-Dest"));
    }

    /** Shortens a header, which is repeated in a JSON text only. */
    private static String shown(@Nullable String header) {
        int most = 100;
        return header == null ? "" : header.length() <= most ? header : header.substring(0, most) + "…";
    }

    /** Compares in constant time. */
    private static boolean isSame(@Nullable String one, String other) {
        return one != null
                && MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
