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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The workbench while another program holds its records. */
class LockedRecordsTest {

    private static final Path RULES = Path.of("../rules/semiconductor").toAbsolutePath();
    private static final String DECISION = "{\"project\": \"sien\", \"city\": \"qingdao\", \"decision\":"
            + " \"HOLD\", \"reason\": \"the lease is open\"}";

    @TempDir
    private Path folder;

    private RecordsPlace place;
    private LocalServer server;
    private RawHttp http;

    @BeforeEach
    void start() throws IOException {
        place = RecordsPlace.of(folder.resolve("records.db").toString(), name -> null);
        RecordStore.toWrite(place).close();
        server = LocalServer.start(
                0,
                Gate.newToken(),
                WorkbenchAttackTest.workbench(RULES, place.waiting(Duration.ofMillis(300)), false),
                ServerLimits.DEFAULT,
                (operation, failure) -> {});
        http = new RawHttp(server.address());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String post(String path, String body) throws IOException {
        return http.post(path, body.getBytes(StandardCharsets.UTF_8));
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
}
