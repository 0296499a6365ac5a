package dev.winnow.records.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.winnow.records.Samples;
import dev.winnow.records.internal.entry.DecisionEntry;
import dev.winnow.records.internal.store.RecordsFailure.Kind;
import dev.winnow.records.internal.store.Verification.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Records in a real PostgreSQL server, which is started and killed. Skipped where none is installed. */
class PostgresTest {

    private static final String SERVER =
            Path.of("postgres", "server").toAbsolutePath().toString();
    private static final String LOCKED = "` stayed locked by another program, so nothing was read or recorded;"
            + " end that program or wait for it, then try again";
    private static final String PASSWORD = "winnow-test";
    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    private static Path folder = Path.of("");
    private static String url = "";

    /** Each test has its own tables. */
    private String ours = "";

    @BeforeAll
    static void startTheServer() throws Exception {
        assumeTrue(
                server("find").startsWith("/"), "no PostgreSQL server is installed here: see records/postgres/server");
        folder = Files.createTempDirectory("winnow-postgres");
        url = server("start", folder.toString());
        assumeTrue(!url.isEmpty(), "PostgreSQL is installed and could not be started: see records/postgres/server");
    }

    @AfterAll
    static void stopTheServer() throws Exception {
        if (!url.isEmpty()) {
            server("stop", folder.toString());
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path one : all.sorted((a, b) -> b.compareTo(a)).toList()) {
                    Files.deleteIfExists(one);
                }
            }
        }
    }

    /** Output of the script that controls the server; empty if it fails. */
    private static String server(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(SERVER));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? said.strip() : "";
        } catch (IOException e) {
            return ""; // no shell to run it, as on Windows
        }
    }

    @BeforeEach
    void makeASchema() throws SQLException {
        String schema = "s" + SCHEMAS.incrementAndGet();
        ours = url + "&currentSchema=" + schema;
        sql("CREATE SCHEMA " + schema);
    }

    private void sql(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(ours, "winnow", PASSWORD);
                Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }

    /** Makes changes as the owner of the database, who can disable its triggers. */
    private void tamper(String... statements) throws SQLException {
        List<String> all = new ArrayList<>(List.of("SET session_replication_role = replica"));
        all.addAll(List.of(statements));
        sql(all.toArray(String[]::new));
    }

    private RecordsPlace place() {
        return place(ours);
    }

    private static RecordsPlace place(String named) {
        return RecordsPlace.of(named, Map.of("PGPASSWORD", PASSWORD)::get);
    }

    private List<StoredRecord> records() {
        try (RecordStore store = RecordStore.toRead(place())) {
            assertThat(store.verify().findings()).isEmpty();
            return store.records().readable();
        }
    }

    private List<Finding> found() {
        try (RecordStore store = RecordStore.toRead(place())) {
            return store.verify().findings();
        }
    }

    private static RecordsFailure failure(Runnable work) {
        return catchThrowableOfType(RecordsFailure.class, work::run);
    }

    @Test
    void recordsAreReadAsTheyWereWritten() {
        List<StoredRecord> five = Samples.five(place());
        assertThat(records()).isEqualTo(five);
        try (RecordStore store = RecordStore.toRead(place())) {
            assertThat(store.content(Samples.content("universe").digest()).check())
                    .isTrue();
        }
    }

    @Test
    void recordsInPostgresAndInSqliteHaveTheSameHashes() throws IOException {
        Path file = Files.createTempDirectory("winnow").resolve("records.db");
        assertThat(Samples.five(place())).isEqualTo(Samples.five(Samples.place(file)));
    }

    /** Every acknowledged record exists after the server was killed while several were being written. */
    @Test
    void aKilledServerLosesNoRecord() throws Exception {
        StoredRecord first = Samples.five(place()).get(0);
        int writers = 3;
        Queue<StoredRecord> acknowledged = new ConcurrentLinkedQueue<>();
        CountDownLatch underWay = new CountDownLatch(40);
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        List<Future<RecordsFailure>> ends = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
            String name = "writer " + i;
            ends.add(threads.submit(() -> {
                try (RecordStore store = RecordStore.toWrite(place())) {
                    for (int turn = 0; ; turn++) {
                        acknowledged.add(
                                turn % 5 == 0
                                        ? Samples.screening(store, "pack " + turn, name)
                                        : Samples.decision(store, first, name + ", turn " + turn));
                        underWay.countDown();
                    }
                } catch (RecordsFailure e) {
                    return e;
                }
            }));
        }
        assertThat(underWay.await(10, TimeUnit.MINUTES)).isTrue();
        server("kill", folder.toString());
        for (Future<RecordsFailure> end : ends) {
            RecordsFailure failure = end.get(10, TimeUnit.MINUTES);
            assertThat(failure.what())
                    .hasToString("the connection to `" + ours
                            + "` was lost; `winnow history` shows whether the last record was stored");
            assertThat(failure.kind()).isEqualTo(Kind.COULD_NOT);
        }
        threads.shutdownNow();
        RecordsFailure gone = failure(this::records);
        assertThat(gone.what().toString()).startsWith("`" + ours + "` cannot be reached: connection to 127.0.0.1");
        assertThat(server("start", folder.toString())).isEqualTo(url);

        List<StoredRecord> there = records();
        assertThat(there).containsAll(acknowledged);
        assertThat(there.size()).isBetween(5 + acknowledged.size(), 5 + acknowledged.size() + writers);
        try (RecordStore store = RecordStore.toWrite(place())) {
            assertThat(Samples.decision(store, first, "after all").number()).isEqualTo(there.size() + 1L);
        }
    }

    @Test
    void everyChangeIsFound() throws SQLException {
        Samples.five(place());
        tamper(
                "CREATE TABLE kept AS TABLE winnow_records",
                "UPDATE winnow_records SET body = set_byte(body, 30, get_byte(body, 30) # 4) WHERE number = 3");
        assertThat(found())
                .extracting(one -> one.what().toString())
                .containsExactly("record 3 was altered: its hash does not match");
        String restored = "DELETE FROM winnow_records; INSERT INTO winnow_records SELECT * FROM kept";
        tamper(restored, "DELETE FROM winnow_records WHERE number = 3");
        assertThat(found()).extracting(one -> one.what().toString()).containsExactly("record 3 was removed");
        tamper(
                restored,
                "UPDATE winnow_records SET number = -number WHERE number IN (2, 4)",
                "UPDATE winnow_records SET number = 6 + number WHERE number < 0");
        assertThat(found())
                .extracting(one -> one.what().toString())
                .containsExactly("record 2 is in the place of record 4", "record 4 is in the place of record 2");
        tamper(
                restored,
                "UPDATE winnow_contents SET stored = set_byte(stored, 9, get_byte(stored, 9) # 1)" + " WHERE digest = '"
                        + Samples.content("universe").digest() + "'");
        assertThat(found())
                .extracting(one -> one.what().toString())
                .containsExactly("the universe of record 1: altered", "the universe of record 5: altered");
    }

    @Test
    void theDatabaseItselfRefusesToChangeRecords() {
        Samples.five(place());
        for (String statement : List.of(
                "UPDATE winnow_records SET body = body WHERE number = 2",
                "DELETE FROM winnow_records WHERE number = 5",
                "TRUNCATE winnow_records",
                "INSERT INTO winnow_records SELECT 9, body, previous, hash FROM winnow_records WHERE number = 2",
                "UPDATE winnow_contents SET size = 1",
                "DELETE FROM winnow_contents",
                "TRUNCATE winnow_contents",
                "UPDATE winnow_head SET number = 1",
                "DELETE FROM winnow_head",
                "TRUNCATE winnow_head")) {
            assertThat(catchThrowable(() -> sql(statement)))
                    .as(statement)
                    .hasMessageContaining("records are append-only");
        }
        assertThat(found()).isEmpty();
    }

    @Test
    void anotherWriterThatHoldsTheLockIsReportedAfterAWhile() throws SQLException {
        List<StoredRecord> five = Samples.five(place());
        try (Connection connection = DriverManager.getConnection(ours, "winnow", PASSWORD);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SELECT * FROM winnow_head FOR UPDATE");
            assertThat(records()).isEqualTo(five); // readers do not wait
            String hasty = ours + "&options=-c%20lock_timeout=50";
            RecordsFailure failure = failure(() -> {
                try (RecordStore store = RecordStore.toWrite(place(hasty))) {
                    Samples.decision(store, five.get(0), "too late");
                }
            });
            assertThat(failure.what()).hasToString("`" + hasty + LOCKED);
            connection.rollback();
        }
        assertThat(records()).isEqualTo(five);
    }

    @Test
    void aReaderOfALockedTableIsToldSo() throws SQLException {
        Samples.five(place());
        try (Connection connection = DriverManager.getConnection(ours, "winnow", PASSWORD);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("LOCK TABLE winnow_records IN ACCESS EXCLUSIVE MODE");
            RecordsFailure failure = failure(() -> RecordStore.toRead(place().waiting(Duration.ofMillis(50))));
            assertThat(failure.what()).hasToString("`" + ours + LOCKED);
            connection.rollback();
        }
    }

    @Test
    void aRepeatedRequestIsRecordedOnce() {
        DecisionEntry first = (DecisionEntry) Samples.five(place()).get(1).entry();
        try (RecordStore store = RecordStore.toWrite(place())) {
            StoredRecord record = store.append(Samples.requested(first, "k", "first"), List.of());
            assertThat(store.append(Samples.requested(first, "k", "first"), List.of()))
                    .isEqualTo(record);
            assertThat(failure(() -> store.append(Samples.requested(first, "k", "second"), List.of()))
                            .what())
                    .hasToString("another request with the same `Idempotency-Key` is recorded as 6; send a new key");
            assertThat(store.append(Samples.requested(first, "K", "first"), List.of())
                            .number())
                    .isEqualTo(7);
        }
        assertThat(records()).hasSize(7);
    }

    @Test
    void recordsMoveFromSqliteToPostgresAndBack() throws IOException {
        Path folder = Files.createTempDirectory("winnow");
        RecordsPlace file = Samples.place(folder.resolve("records.db"));
        List<StoredRecord> five = Samples.five(file);
        String text = ExportTest.exported(file);
        assertThat(ExportTest.imported(text, place()).added()).isEqualTo(5);
        assertThat(records()).isEqualTo(five);
        assertThat(ExportTest.exported(place())).isEqualTo(text);
        RecordsPlace back = Samples.place(folder.resolve("back.db"));
        assertThat(ExportTest.imported(ExportTest.exported(place()), back).last())
                .isEqualTo(five.get(4).hash());
    }

    /** A role with only SELECT sees all records and can change nothing. */
    @Test
    void aRoleThatMayOnlySelectReadsAndVerifies() throws SQLException {
        List<StoredRecord> five = Samples.five(place());
        String schema = ours.replaceFirst(".*currentSchema=", "");
        sql(
                "DROP ROLE IF EXISTS auditor_" + schema,
                "CREATE ROLE auditor_" + schema + " LOGIN PASSWORD '" + PASSWORD + "'",
                "GRANT USAGE ON SCHEMA " + schema + " TO auditor_" + schema,
                "GRANT SELECT ON ALL TABLES IN SCHEMA " + schema + " TO auditor_" + schema);
        RecordsPlace auditor = place(ours.replace("user=winnow", "user=auditor_" + schema));
        try (RecordStore store = RecordStore.toRead(auditor)) {
            assertThat(store.records().readable()).isEqualTo(five);
            assertThat(store.verify().findings()).isEmpty();
            assertThat(store.content(Samples.content("universe").digest()).check())
                    .isTrue();
        }
        RecordsFailure failure = failure(() -> {
            try (RecordStore store = RecordStore.toWrite(auditor)) {
                Samples.decision(store, five.get(0), "never");
            }
        });
        assertThat(failure.what())
                .hasToString("`" + auditor.shown() + "` refuses: permission denied for table winnow_head");
        sql("REVOKE SELECT ON winnow_contents FROM auditor_" + schema);
        assertThat(failure(() -> RecordStore.toRead(auditor)).what())
                .hasToString("`" + auditor.shown() + "` refuses: permission denied for table winnow_contents");
    }

    @Test
    void damageByHandIsFoundAndNotWrittenTo() throws SQLException {
        List<StoredRecord> five = Samples.five(place());
        tamper("UPDATE winnow_head SET number = 9223372036854775807");
        assertThat(found())
                .extracting(one -> one.what().toString())
                .containsExactly(
                        "the mark of the last record was altered: `9223372036854775807` is not a valid number");
        sql("DROP TABLE winnow_head");
        assertThat(found())
                .extracting(one -> one.what().toString())
                .containsExactly("the table `winnow_head` was removed or lacks columns");
        assertThat(failure(() -> RecordStore.toWrite(place())).what())
                .hasToString("in `" + ours
                        + "`, the table `winnow_head` was removed or lacks columns; `winnow verify` shows the changes");
        sql("DELETE FROM winnow_schema");
        assertThat(found())
                .extracting(one -> one.what().toString())
                .contains("the table `winnow_schema` was emptied or removed, so the version of the tables is unknown");
        try (RecordStore store = RecordStore.toRead(place())) {
            assertThat(store.records().readable()).isEqualTo(five);
        }
    }

    @Test
    void aDatabaseRuleThatDiscardsInsertedRowsIsDetected() throws SQLException {
        List<StoredRecord> five = Samples.five(place());
        sql("CREATE RULE x AS ON INSERT TO winnow_records DO INSTEAD NOTHING");
        RecordsFailure failure = failure(() -> {
            try (RecordStore store = RecordStore.toWrite(place())) {
                Samples.decision(store, five.get(0), "never");
            }
        });
        assertThat(failure.what())
                .hasToString("`" + ours + "` did not keep the record, so nothing was recorded; look for a trigger or a"
                        + " rule on `winnow_*`");
        assertThat(records()).isEqualTo(five);
    }

    @Test
    void aRefusalOfTheServerIsReportedWithoutThePassword() {
        RecordsFailure wrong =
                failure(() -> RecordStore.toWrite(RecordsPlace.of(url + "&password=seven-seals", variable -> null)));
        assertThat(wrong.what())
                .hasToString("`" + url + "&password=…` refuses: password authentication failed for user `winnow`");
        assertThat(wrong.kind()).isEqualTo(Kind.COULD_NOT);
        RecordsFailure none = failure(() -> RecordStore.toWrite(place(url.replace("/postgres?", "/ledger?"))));
        assertThat(none.what())
                .hasToString(
                        "`" + url.replace("/postgres?", "/ledger?") + "` refuses: database `ledger` does not exist");
        Samples.five(place());
        String readOnly = ours + "&options=-c%20default_transaction_read_only=on";
        RecordsFailure failure = failure(() -> {
            try (RecordStore store = RecordStore.toWrite(place(readOnly))) {
                Samples.screening(store, "pack", "universe");
            }
        });
        assertThat(failure.what().toString())
                .startsWith("`" + readOnly + "` refuses: cannot execute ")
                .endsWith(" in a read-only transaction");
    }

    @Test
    void aDatabaseWithoutRecordsIsLeftUnchanged() throws SQLException {
        sql("CREATE TABLE customers (name TEXT)");
        assertThat(failure(() -> RecordStore.toRead(place())).what())
                .hasToString(
                        "there are no records in `" + ours + "` yet; `winnow screen --record` creates the first one");
        assertThat(Samples.five(place())).hasSize(5); // beside tables of other applications
        assertThat(records()).hasSize(5);
    }

    @Test
    void triggersAreComparedWithThoseOfTheSchema() throws SQLException {
        Samples.five(place());
        assertThat(found()).isEmpty();
        sql(
                "ALTER TABLE winnow_records DISABLE TRIGGER winnow_records_change",
                "DROP TRIGGER winnow_contents_change ON winnow_contents",
                "CREATE OR REPLACE FUNCTION winnow_next_head() RETURNS trigger LANGUAGE plpgsql AS"
                        + " $$ BEGIN RETURN NEW; END $$",
                "CREATE TRIGGER other BEFORE INSERT ON winnow_records FOR EACH ROW"
                        + " EXECUTE PROCEDURE winnow_next_record()");
        assertThat(found())
                .extracting(finding -> finding.change() + " " + finding.what())
                .containsExactly(
                        "TRIGGER the trigger `other` was added to the table `winnow_records`",
                        "TRIGGER the trigger `winnow_contents_change` was removed",
                        "TRIGGER the trigger `winnow_head_update` was altered or disabled",
                        "TRIGGER the trigger `winnow_records_change` was altered or disabled");
    }
}
