package dev.winnow.serve.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.records.internal.store.RecordStore;
import dev.winnow.records.internal.store.RecordsPlace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The workbench while another program holds its records. */
class LockedRecordsTest {

    private static final Path RULES = Path.of("../rules/semiconductor").toAbsolutePath();
    private static final String DECISION = "{\"project\": \"sien\", \"city\": \"qingdao\", \"decision\":"
            + " \"HOLD\", \"reason\": \"the lease is open\"}";

    private static RecordsPlace place = RecordsPlace.of("records.db", name -> null);
    private static Workbench workbench;

    @TempDir
    private Path folder;

    private LocalServer server;
    private RawHttp http;

    @BeforeAll
    static void screen() {
        workbench = WorkbenchAttackTest.workbench(RULES, () -> place, false);
    }

    @BeforeEach
    void start() throws IOException {
        place = RecordsPlace.of(folder.resolve("records.db").toString(), name -> null);
        serve();
    }

    private void restart() throws IOException {
        server.close();
        serve();
    }

    private void serve() throws IOException {
        server = LocalServer.start(0, Gate.newToken(), workbench, ServerLimits.DEFAULT, (operation, failure) -> {});
        http = new RawHttp(server.address());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String post(String path, String body) throws IOException {
        return http.post(path, body.getBytes(StandardCharsets.UTF_8));
    }

    private String postOnce(String path, String key, String body) throws IOException {
        return http.post(path, body.getBytes(StandardCharsets.UTF_8), "Idempotency-Key: " + key);
    }

    private static String receipt(String response) {
        assertThat(response).startsWith("HTTP/1.1 200 ");
        return response.substring(response.indexOf("\r\n\r\n"));
    }

    private int count() {
        try (RecordStore store = RecordStore.toRead(place)) {
            assertThat(store.verify().findings()).isEmpty();
            return store.records().complete().size();
        }
    }

    private String locked() {
        return "`" + folder.resolve("records.db") + "` stayed locked by another program, so nothing was read or"
                + " recorded; end that program or wait for it, then try again";
    }

    @Test
    void everyUseOfTheRecordsIsRefusedAndNothingIsRecordedLater() throws IOException, SQLException {
        assertThat(post("/api/records/screening", "")).startsWith("HTTP/1.1 200 ");
        place = place.waiting(Duration.ofMillis(300));
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("records.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");
            assertThat(post("/api/decision", DECISION))
                    .startsWith("HTTP/1.1 503 ")
                    .contains(locked());
            assertThat(http.exchange(http.own("GET /api/records"))).contains(locked());
            assertThat(http.exchange(http.own("GET /api/work"))).startsWith("HTTP/1.1 200 ");
        }
        assertThat(count()).isEqualTo(1);
        assertThat(post("/api/decision", DECISION)).startsWith("HTTP/1.1 200 ");
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void aRepeatedRequestIsRecordedOnceAlsoAfterARestart() throws IOException {
        String screening = receipt(postOnce("/api/records/screening", "\"a-1\"", ""));
        String decision = receipt(postOnce("/api/decision", "a-2", DECISION));
        restart();
        assertThat(receipt(postOnce("/api/decision", "\"a-2\"", DECISION))).isEqualTo(decision);
        assertThat(receipt(postOnce("/api/records/screening", "a-1", ""))).isEqualTo(screening);
        assertThat(postOnce("/api/decision", "a-2", DECISION.replace("HOLD", "DECLINE")))
                .startsWith("HTTP/1.1 422 ")
                .contains("another request with the same `Idempotency-Key` is recorded as 2; send a new key");
        assertThat(postOnce("/api/decision", "a-1", DECISION)).startsWith("HTTP/1.1 422 ");
        assertThat(postOnce("/api/decision", "a\\", DECISION)).startsWith("HTTP/1.1 400 ");
        assertThat(count()).isEqualTo(2);
        assertThat(receipt(postOnce("/api/decision", "a-3", DECISION))).isNotEqualTo(decision);
        assertThat(count()).isEqualTo(3);
    }

    @Test
    void requestsAtOnceWithOneKeyAreRecordedOnce() throws Exception {
        post("/api/records/screening", "");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<String> decide = () -> receipt(postOnce("/api/decision", "a-1", DECISION));
            Set<String> receipts = new HashSet<>();
            for (Future<String> one : threads.invokeAll(Collections.nCopies(4, decide))) {
                receipts.add(one.get());
            }
            assertThat(receipts).hasSize(1);
        } finally {
            threads.shutdownNow();
        }
        assertThat(count()).isEqualTo(2);
    }
}
