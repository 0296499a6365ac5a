package dev.winnow.serve.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.model.source.Language;
import dev.winnow.report.i18n.Wording;
import dev.winnow.web.internal.Access;
import dev.winnow.web.internal.Operation;
import dev.winnow.web.internal.Operations;
import dev.winnow.web.internal.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Attacks on the server: each is refused, reaches no page, and the server still answers. */
class LocalServerTest {

    private static final Wording ENGLISH = Wording.inLanguage(Language.EN);
    private static final ServerLimits SHORT = new ServerLimits(
            1000,
            Duration.ofMillis(300),
            Duration.ofMillis(300),
            Duration.ofMillis(300),
            8,
            2,
            1,
            1,
            Duration.ofMillis(50));

    private final AtomicInteger answered = new AtomicInteger();
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final Operations operations = Operations.of(List.of(
            Operation.page("/", request -> answer()),
            Operation.post("/answers", Access.EDIT, "Answers.", null, null, request -> answer()),
            Operation.page("/broken", request -> {
                throw new IllegalStateException("secret");
            }),
            Operation.post("/saved", Access.WRITE, "Saves.", null, null, request -> answer())));
    private LocalServer server = start(ServerLimits.DEFAULT);

    private Reply answer() {
        answered.incrementAndGet();
        return Reply.page("default-src 'none'", "<p>page</p>".getBytes(StandardCharsets.UTF_8));
    }

    private void failed(Operation operation, Throwable failure) {
        failures.add(operation.path() + ": " + failure.getMessage());
    }

    private LocalServer start(ServerLimits limits) {
        try {
            return LocalServer.start(0, Gate.newToken(), operations, false, ENGLISH, limits, this::failed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void restart(ServerLimits limits) {
        server.close();
        server = start(limits);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private RawHttp http() {
        return new RawHttp(server.address());
    }

    private int port() {
        return http().port();
    }

    private String cookie() {
        return http().cookie();
    }

    private String request(String line, String... headers) {
        return RawHttp.request(line, headers);
    }

    private String own(String line, String... more) {
        return http().own(line, more);
    }

    private Socket open() throws IOException {
        return http().open();
    }

    private String exchange(String request) throws IOException {
        return http().exchange(request);
    }

    private void assertRefused(String response, int status) throws IOException {
        assertThat(response).startsWith("HTTP/1.1 " + status + " ");
        assertThat(response).contains("Content-Type: application/problem+json").contains("\"status\": " + status);
        assertProtected(response);
        assertThat(answered).hasValue(0);
        assertThat(exchange(own("GET /"))).startsWith("HTTP/1.1 200 ").endsWith("<p>page</p>");
    }

    private static void assertProtected(String response) {
        assertThat(response)
                .contains("Content-Security-Policy: default-src 'none'")
                .contains("frame-ancestors 'none'")
                .contains("X-Content-Type-Options: nosniff")
                .contains("Referrer-Policy: no-referrer")
                .contains("Cache-Control: no-store")
                .doesNotContain("Server:");
    }

    @Test
    void listensOnLoopbackOnly() throws IOException {
        for (NetworkInterface one : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            for (InetAddress address : Collections.list(one.getInetAddresses())) {
                if (!address.isLoopbackAddress()) {
                    assertThatThrownBy(() -> new Socket(address, port()).close())
                            .isInstanceOf(IOException.class);
                }
            }
        }
    }

    @Test
    void aProgramSendsTheTokenAsBearer() throws IOException {
        String host = "Host: 127.0.0.1:" + port();
        String token = server.address().getQuery().substring("token=".length());
        assertRefused(exchange(request("GET /", host, "Authorization: Bearer 0", "Connection: close")), 401);
        assertThat(exchange(request("GET /", host, "Authorization: Bearer " + token, "Connection: close")))
                .startsWith("HTTP/1.1 200 ");
    }

    @Test
    void theFirstAddressSetsACookieThatScriptsAndOtherSitesCannotUse() throws IOException {
        String first = exchange(
                request("GET /?" + server.address().getQuery(), "Host: 127.0.0.1:" + port(), "Connection: close"));
        assertThat(first)
                .startsWith("HTTP/1.1 303 ")
                .contains("Location: /\r\n")
                .contains("Set-Cookie: " + cookie() + "; Path=/; HttpOnly; SameSite=Strict");
        assertThat(server.address().getQuery()).matches("token=[0-9a-f]{32}");
        String page = exchange(own("GET /"));
        assertThat(page).startsWith("HTTP/1.1 200 ");
        assertProtected(page);
    }

    @Test
    void eachServerHasItsOwnToken() {
        String before = server.address().getQuery();
        restart(ServerLimits.DEFAULT);
        assertThat(server.address().getQuery()).isNotEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:80", "127.0.0.1", "127.0.0.1:1", "localhost.evil.example"})
    void refusesAnotherHost(String host) throws IOException {
        assertRefused(exchange(request("GET /", "Host: " + host, "Cookie: " + cookie(), "Connection: close")), 403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "https://127.0.0.1", "null", "http://127.0.0.1:1"})
    void refusesAnotherOrigin(String origin) throws IOException {
        assertRefused(exchange(own("POST /answers", "Origin: " + origin, "Content-Length: 0")), 403);
    }

    @Test
    void acceptsItsOwnOrigin() throws IOException {
        assertThat(exchange(own("POST /answers", "Origin: http://localhost:" + port(), "Content-Length: 0")))
                .startsWith("HTTP/1.1 200 ");
    }

    @Test
    void refusesAMissingOrWrongToken() throws IOException {
        String host = "Host: 127.0.0.1:" + port();
        assertRefused(exchange(request("GET /", host, "Connection: close")), 401);
        answered.set(0);
        assertRefused(exchange(request("GET /?token=0", host, "Connection: close")), 401);
        answered.set(0);
        assertRefused(exchange(request("GET /", host, "Cookie: winnow-" + port() + "=0", "Connection: close")), 401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../etc/passwd",
                "/%2e%2e/etc/passwd",
                "/..%2fetc%2fpasswd",
                "/questions/../../etc/passwd",
                "//etc/passwd",
                "/..;/etc/passwd",
                "/%00"
            })
    void servesNoFiles(String path) throws IOException {
        String response = exchange(own("GET " + path));
        assertThat(response).matches("(?s)HTTP/1\\.1 40[04] .*").doesNotContain("root:");
        assertRefused(response, Integer.parseInt(response.substring(9, 12)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "OPTIONS", "TRACE", "PATCH"})
    void refusesOtherMethods(String method) throws IOException {
        assertRefused(exchange(own(method + " /", "Content-Length: 0")), 405);
    }

    @Test
    void writesNothingWhenReadOnly() throws IOException {
        server.close();
        server = LocalServer.start(0, Gate.newToken(), operations, true, ENGLISH, ServerLimits.DEFAULT, this::failed);
        assertRefused(exchange(own("POST /saved", "Content-Length: 0")), 403);
        assertThat(exchange(own("POST /answers", "Content-Length: 0"))).startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?file=1", "/?token=1&token=2", "/?a=1&a=2"})
    void refusesUnknownAndRepeatedParameters(String path) throws IOException {
        assertRefused(exchange(own("GET " + path)), 400);
    }

    @Test
    void refusesALargeUploadBeforeItsBody() throws IOException {
        assertRefused(exchange(own("POST /answers", "Content-Length: 1000000000")), 413);
    }

    @Test
    void refusesALargeUploadOfUnknownLength() throws IOException {
        restart(SHORT);
        String chunk = "400\r\n" + "x".repeat(0x400) + "\r\n";
        assertRefused(exchange(own("POST /answers", "Transfer-Encoding: chunked") + chunk), 413);
    }

    @Test
    void refusesLargeHeaders() throws IOException {
        assertRefused(exchange(own("GET /", "X-Large: " + "x".repeat(10_000))), 431);
    }

    @Test
    void closesConnectionsWhoseBodyIsSlow() throws IOException {
        restart(new ServerLimits(
                1000,
                Duration.ofMillis(300),
                Duration.ofMinutes(5),
                Duration.ofMinutes(5),
                8,
                2,
                1,
                1,
                Duration.ofMillis(50)));
        String slow = exchange(own("POST /answers", "Content-Length: 100") + "x");
        assertThat(slow).doesNotContain("200 OK");
        assertThat(answered).hasValue(0);
        assertThat(exchange(own("GET /"))).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void closesSilentConnections() throws IOException {
        restart(SHORT);
        try (Socket silent = open()) {
            assertThat(RawHttp.received(silent)).isEmpty();
        }
    }

    @Test
    void closesConnectionsWhoseFirstHeadIsSlow() throws IOException {
        restart(limits(Duration.ofMillis(300)));
        try (Socket slow = open()) {
            RawHttp.send(slow, "GET / HTTP/1.1\r\nHost: ");
            assertThat(RawHttp.received(slow)).doesNotContain("200 OK");
        }
        try (Socket admitted = open()) {
            String head = request("GET /", "Host: 127.0.0.1:" + port(), "Cookie: " + cookie());
            RawHttp.send(admitted, head);
            RawHttp.awaitEnd(admitted, "<p>page</p>");
            try (Socket silent = open()) {
                assertThat(RawHttp.received(silent)).isEmpty(); // its deadline, after that of the other, has passed
            }
            RawHttp.send(admitted, own("GET /"));
            assertThat(RawHttp.received(admitted)).startsWith("HTTP/1.1 200 ");
        }
    }

    private static ServerLimits limits(Duration headTime) {
        return new ServerLimits(
                1000, Duration.ofSeconds(5), headTime, Duration.ofMinutes(5), 8, 2, 1, 1, Duration.ofMillis(50));
    }

    @Test
    void closesTheOldestConnectionsThatNeverSentATokenFirst() throws IOException {
        restart(limits(Duration.ofMillis(800)));
        List<Socket> strangers = new ArrayList<>();
        try (Socket admitted = open()) {
            RawHttp.send(admitted, request("GET /", "Host: 127.0.0.1:" + port(), "Cookie: " + cookie()));
            RawHttp.awaitEnd(admitted, "<p>page</p>");
            for (int i = 0; i < 20; i++) {
                Socket stranger = open();
                strangers.add(stranger);
                RawHttp.send(stranger, "GET / HTTP/1.1\r\n");
            }
            assertThat(exchange(own("GET /"))).startsWith("HTTP/1.1 200 ");
            assertThat(RawHttp.received(strangers.get(0))).isEmpty();
            RawHttp.send(admitted, own("GET /"));
            assertThat(RawHttp.received(admitted)).startsWith("HTTP/1.1 200 ");
        } finally {
            for (Socket stranger : strangers) {
                stranger.close();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "cross-site, no-cors, image, 403",
        "cross-site, cors, empty, 403",
        "cross-site, navigate, iframe, 403",
        "same-site, no-cors, script, 403",
        "cross-site, navigate, document, 200",
        "same-site, navigate, document, 200",
        "same-origin, cors, empty, 200",
        "none, navigate, document, 200"
    })
    void refusesOtherSitesExceptForPagesThatTheUserOpens(String site, String mode, String dest, int status)
            throws IOException {
        String[] headers = {"Sec-Fetch-Site: " + site, "Sec-Fetch-Mode: " + mode, "Sec-Fetch-Dest: " + dest};
        String response = exchange(own("GET /", headers));
        if (status == 403) {
            assertRefused(response, 403);
        } else {
            assertThat(response).startsWith("HTTP/1.1 200 ");
        }
        String posted = exchange(own(
                "POST /answers",
                Stream.concat(Stream.of(headers), Stream.of("Content-Length: 0"))
                        .toArray(String[]::new)));
        assertThat(posted).startsWith(site.endsWith("-site") ? "HTTP/1.1 403 " : "HTTP/1.1 200 ");
    }

    @Test
    void answersBesideAThousandSilentConnections() throws IOException {
        restart(SHORT);
        List<SocketChannel> many = new ArrayList<>();
        try {
            for (int i = 0; i < 1000; i++) {
                SocketChannel silent = SocketChannel.open();
                many.add(silent);
                silent.configureBlocking(false);
                silent.connect(new InetSocketAddress("127.0.0.1", port()));
            }
            assertThat(exchange(own("GET /"))).startsWith("HTTP/1.1 200 ");
        } finally {
            for (SocketChannel silent : many) {
                silent.close();
            }
        }
    }

    @Test
    void refusesWorkBeyondItsTurnsButAnswersAtOnceWhatNeedsNoTurn() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        server.close();
        server = LocalServer.start(
                0,
                Gate.newToken(),
                Operations.of(List.of(
                        Operation.page("/", request -> {
                            started.countDown();
                            try {
                                finish.await();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                            return answer();
                        }),
                        Operation.page("/state", request -> answer()).immediately())),
                false,
                ENGLISH,
                new ServerLimits(
                        1000,
                        Duration.ofSeconds(5),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(5),
                        8,
                        2,
                        1,
                        1,
                        Duration.ofMillis(50)),
                this::failed);
        try (Socket first = open()) {
            RawHttp.send(first, own("GET /"));
            started.await();
            assertThat(exchange(own("GET /"))).startsWith("HTTP/1.1 503 ").contains("the server is busy");
            assertThat(exchange(own("GET /state"))).startsWith("HTTP/1.1 200 ");
            finish.countDown();
            assertThat(RawHttp.received(first)).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void refusesFurtherUsesOfTheRecordsAtOnceAndScreensMeanwhile() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        server.close();
        server = LocalServer.start(
                0,
                Gate.newToken(),
                Operations.of(List.of(
                        Operation.page("/records", request -> {
                                    started.countDown();
                                    try {
                                        finish.await();
                                    } catch (InterruptedException e) {
                                        Thread.currentThread().interrupt();
                                    }
                                    return answer();
                                })
                                .withRecords(),
                        Operation.page("/", request -> answer()))),
                false,
                ENGLISH,
                new ServerLimits(
                        1000,
                        Duration.ofSeconds(5),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(5),
                        8,
                        2,
                        1,
                        1,
                        Duration.ofMinutes(5)),
                this::failed);
        try (Socket first = open()) {
            RawHttp.send(first, own("GET /records"));
            started.await();
            assertThat(exchange(own("GET /records")))
                    .startsWith("HTTP/1.1 503 ")
                    .contains("other requests are waiting for the records, so nothing was read or recorded; try again");
            assertThat(exchange(own("GET /"))).startsWith("HTTP/1.1 200 ");
            finish.countDown();
            assertThat(RawHttp.received(first)).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void tellsTheLogAndNotTheBrowserWhyAnOperationFailed() throws IOException {
        String response = exchange(own("GET /broken"));
        assertRefused(response, 500);
        assertThat(response)
                .contains("\"detail\": \"unexpected error\"")
                .doesNotContain("secret", "Exception", "at dev.");
        assertThat(failures).containsExactly("/broken: secret");
    }

    @Test
    void refusesWhatIsNoHttp() throws IOException {
        assertRefused(exchange("<script>alert(1)</script>\r\n\r\n"), 400);
    }

    @Test
    void saysThatAPortIsInUse() {
        assertThatThrownBy(() -> LocalServer.start(
                        port(), Gate.newToken(), operations, false, ENGLISH, ServerLimits.DEFAULT, this::failed))
                .isInstanceOf(IOException.class)
                .hasCauseInstanceOf(BindException.class);
    }
}
