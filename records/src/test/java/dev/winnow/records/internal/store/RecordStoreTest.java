package dev.winnow.records.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.winnow.records.Samples;
import dev.winnow.records.internal.content.PairResult;
import dev.winnow.records.internal.entry.DecisionEntry;
import dev.winnow.records.internal.entry.EntryJson;
import dev.winnow.records.internal.entry.RecordOrigin;
import dev.winnow.records.internal.replay.RecordedPair;
import dev.winnow.records.internal.store.RecordsFailure.Kind;
import dev.winnow.records.internal.store.Verification.Change;
import dev.winnow.records.internal.store.Verification.Finding;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Records are appended as a whole or not at all, even if the file is damaged or locked. */
class RecordStoreTest {

    private static final String LOCKED = "`%s` stayed locked by another program, so nothing was read or recorded;"
            + " end that program or wait for it, then try again";

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("data/records.db");
    }

    private RecordsPlace place() {
        return Samples.place(file);
    }

    private static RecordsFailure failure(Runnable work) {
        return catchThrowableOfType(RecordsFailure.class, work::run);
    }

    private List<StoredRecord> records(Change... expected) {
        try (RecordStore store = RecordStore.toRead(place())) {
            assertThat(store.verify().findings()).extracting(Finding::change).isSubsetOf(expected);
            return store.records().readable();
        }
    }

    @Test
    void recordsAreReadAsTheyWereWritten() {
        List<StoredRecord> five = Samples.five(place());
        assertThat(records()).isEqualTo(five);
        assertThat(five).extracting(StoredRecord::number).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(five.get(0).previous()).isEqualTo("0".repeat(64));
        assertThat(five.get(4).previous()).isEqualTo(five.get(3).hash());
        try (RecordStore store = RecordStore.toRead(place())) {
            assertThat(store.record(4)).isEqualTo(five.get(3));
        }
    }

    @Test
    void aRecordIsHashedAsDocumented() {
        StoredRecord second = Samples.five(place()).get(1);
        assertThat(new String(EntryJson.bytes(2, second.entry()), StandardCharsets.UTF_8))
                .isEqualTo("{\"schema\":1,\"number\":2,\"kind\":\"decision\",\"at\":\"2026-02-03T04:05:06Z\","
                        + "\"by\":\"Li Ming 李明\",\"winnow\":\"0.2.0\",\"java\":\"17.0.9\",\"screening\":{\"number\":1,"
                        + "\"hash\":\"" + second.previous() + "\"},\"project\":\"mill\",\"projectName\":\"Wind Mill"
                        + " 风车\",\"city\":\"bay\",\"cityName\":\"Alder"
                        + " Bay\",\"asOf\":\"2026-01-08\",\"verdict\":\"HOLD\","
                        + "\"decision\":\"RECOMMEND\",\"reason\":\"because\"}");
        assertThat(second.hash()).isEqualTo(Chain.hash(second.previous(), EntryJson.bytes(2, second.entry())));
    }

    @Test
    void aContentIsStoredOnce() throws SQLException {
        Samples.five(place());
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT count(*) FROM winnow_contents")) {
            assertThat(count.getInt(1)).isEqualTo(6); // two packs, two results, one universe, one list of pairs
        }
    }

    @Test
    void twoWritersAtOnceKeepOneChain() throws Exception {
        int writers = 2;
        int each = 8;
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        try {
            List<Callable<Integer>> work = new ArrayList<>();
            for (int i = 0; i < writers; i++) {
                String name = "writer " + i;
                work.add(() -> {
                    // Both also create the tables at once.
                    for (int n = 0; n < each; n++) {
                        try (RecordStore store = RecordStore.toWrite(place())) {
                            Samples.screening(store, "pack " + n, name);
                        }
                    }
                    return each;
                });
            }
            for (Future<Integer> one : threads.invokeAll(work)) {
                assertThat(one.get()).isEqualTo(each);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(records())
                .extracting(StoredRecord::number)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, writers * each).boxed().toList());
    }

    /**
     * A crash in the middle of a transaction leaves the file and its journal as they are; this test copies both at that
     * point.
     */
    @Test
    void aTransactionCutOffByACrashIsNotShown() throws Exception {
        List<StoredRecord> five = Samples.five(place());
        Path crashed = Files.createDirectories(folder.resolve("crashed"));
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA cache_size = 1"); // pages are written to the file before the transaction ends
            statement.execute("PRAGMA cache_spill = 1");
            connection.setAutoCommit(false);
            statement.executeUpdate("INSERT INTO winnow_contents VALUES ('x', 1, randomblob(200000), 'y')");
            statement.executeUpdate("INSERT INTO winnow_records VALUES (6, zeroblob(200000), 'p', 'h')");
            statement.executeUpdate("UPDATE winnow_head SET number = 6, hash = 'h'");
            Files.copy(file, crashed.resolve("records.db"));
            Files.copy(file.resolveSibling("records.db-journal"), crashed.resolve("records.db-journal"));
            connection.rollback();
        }
        assertThat(Files.size(crashed.resolve("records.db"))).isGreaterThan(Files.size(file));
        file = crashed.resolve("records.db");
        assertThat(records()).isEqualTo(five);
        try (RecordStore store = RecordStore.toWrite(place())) {
            assertThat(Samples.decision(store, five.get(0), "after the crash").number())
                    .isEqualTo(6);
        }
        assertThat(records()).hasSize(6);
    }

    @Test
    void aFullDiskRecordsNothingAndLosesNothing() {
        List<StoredRecord> five = Samples.five(place());
        RecordsPlace full = RecordsPlace.of("jdbc:sqlite:" + file + "?max_page_count=20", variable -> null);
        RecordsFailure failure = failure(() -> {
            try (RecordStore store = RecordStore.toWrite(full)) {
                Samples.decision(store, five.get(0), "no ".repeat(100_000));
            }
        });
        assertThat(failure.what()).hasToString("`" + file + "`: the disk is full; nothing was recorded");
        assertThat(failure.kind()).isEqualTo(Kind.COULD_NOT);
        assertThat(records()).isEqualTo(five);
    }

    @Test
    void aDiskTooFullForTheTablesIsReportedAtOnceAndLeavesNoRecords() {
        RecordsPlace full = RecordsPlace.of("jdbc:sqlite:" + file + "?max_page_count=4", variable -> null);
        assertThat(failure(() -> RecordStore.toWrite(full)).what())
                .hasToString("`" + file + "`: the disk is full; nothing was recorded");
        assertThat(failure(() -> RecordStore.toRead(place())).what().toString()).startsWith("there are no records in");
        assertThat(Samples.five(place())).isEqualTo(records());
    }

    @Test
    void aLockedFileIsReportedAfterAWhile() throws SQLException {
        List<StoredRecord> five = Samples.five(place());
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            assertThat(records()).isEqualTo(five); // readers do not wait
            RecordsPlace hasty = RecordsPlace.of("jdbc:sqlite:" + file + "?busy_timeout=50", variable -> null);
            RecordsFailure failure = failure(() -> {
                try (RecordStore store = RecordStore.toWrite(hasty)) {
                    Samples.decision(store, five.get(0), "too late");
                }
            });
            assertThat(failure.what()).hasToString(LOCKED.formatted(file));
            assertThat(failure.kind()).isEqualTo(Kind.COULD_NOT);
        }
        assertThat(records()).isEqualTo(five);
    }

    @Test
    void aReaderOfAFileThatIsLockedForReadingToIsToldSo() throws SQLException {
        List<StoredRecord> five = Samples.five(place());
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");
            RecordsPlace hasty = place().waiting(Duration.ofMillis(50));
            for (RecordsFailure failure :
                    List.of(failure(() -> RecordStore.toRead(hasty)), failure(() -> RecordStore.toWrite(hasty)))) {
                assertThat(failure.what()).hasToString(LOCKED.formatted(file));
            }
        }
        assertThat(records()).isEqualTo(five);
    }

    @ParameterizedTest
    @CsvSource({"'', 120000", "?busy_timeout=70, 70"})
    void aWriterWaitsTwoMinutesForOthersUnlessThePlaceSaysOtherwise(String suffix, int milliseconds)
            throws SQLException {
        SqliteDatabase database = SqliteDatabase.ofUrl("jdbc:sqlite:" + file + suffix);
        assertThat(timeout(database)).isEqualTo(milliseconds);
        assertThat(timeout(database.waiting(Duration.ofSeconds(5)))).isEqualTo(suffix.isEmpty() ? 5000 : 70);
    }

    private static int timeout(Database database) throws SQLException {
        try (Connection connection = database.connections(true).getConnection();
                Statement statement = connection.createStatement();
                ResultSet timeout = statement.executeQuery("PRAGMA busy_timeout")) {
            return timeout.getInt(1);
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
    void theKeyOfARequestIsPartOfTheRecordMovesWithItAndIsIgnoredByAnOlderWinnow() throws IOException {
        DecisionEntry first = (DecisionEntry) Samples.five(place()).get(1).entry();
        try (RecordStore store = RecordStore.toWrite(place())) {
            StoredRecord record = store.append(Samples.requested(first, "k", "first"), List.of());
            assertThat(new String(EntryJson.bytes(6, record.entry()), StandardCharsets.UTF_8))
                    .contains("\"java\":\"17.0.9\",\"request\":{\"key\":\"k\",\"digest\":\"");
            String toOlder = new String(EntryJson.bytes(6, record.entry()), StandardCharsets.UTF_8)
                    .replace("\"request\"", "\"unknown\"");
            assertThat(EntryJson.read(toOlder.getBytes(StandardCharsets.UTF_8)))
                    .as("a member that a winnow does not know is ignored")
                    .isEqualTo(first);
        }
        RecordsPlace other = Samples.place(folder.resolve("other.db"));
        ExportTest.imported(ExportTest.exported(place()), other);
        try (RecordStore store = RecordStore.toWrite(other)) {
            assertThat(store.append(Samples.requested(first, "k", "first"), List.of())
                            .number())
                    .isEqualTo(6);
        }
    }

    @Test
    void nothingIsRecordedIfTheLastRecordDoesNotMatchTheHead() throws SQLException {
        List<StoredRecord> five = Samples.five(place());
        execute("DROP TRIGGER winnow_records_delete", "DELETE FROM winnow_records WHERE number = 5");
        try (RecordStore store = RecordStore.toWrite(place())) {
            assertThat(failure(() -> Samples.decision(store, five.get(0), "on top of it"))
                            .what())
                    .hasToString("the last record in `" + file
                            + "` does not match its mark, so nothing was recorded; `winnow verify` shows the changes");
        }
    }

    /** A database can accept a statement without executing it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TRIGGER x BEFORE INSERT ON winnow_records BEGIN SELECT RAISE(IGNORE); END",
                "CREATE TRIGGER x BEFORE INSERT ON winnow_contents BEGIN SELECT RAISE(IGNORE); END",
                "CREATE TRIGGER x BEFORE UPDATE ON winnow_head BEGIN SELECT RAISE(IGNORE); END",
                "DROP TRIGGER winnow_records_delete; CREATE TRIGGER x AFTER UPDATE ON winnow_head BEGIN DELETE FROM"
                        + " winnow_records WHERE number = NEW.number; END",
                "DROP TRIGGER winnow_head_update; CREATE TRIGGER x AFTER INSERT ON winnow_records BEGIN UPDATE"
                        + " winnow_head SET number = 9; END; CREATE TRIGGER y AFTER UPDATE ON winnow_head WHEN NEW.number"
                        + " = 6 BEGIN UPDATE winnow_head SET number = 9; END"
            })
    void aStatementWithoutEffectFailsTheRecord(String triggers) throws SQLException {
        List<StoredRecord> five = Samples.five(place());
        execute(triggers.split("(?<=END); |(?<=_delete); |(?<=_update); "));
        RecordsFailure failure = failure(() -> {
            try (RecordStore store = RecordStore.toWrite(place())) {
                Samples.screening(store, "another pack", "another universe");
            }
        });
        assertThat(failure.what())
                .hasToString("`" + file + "` did not keep the record, so nothing was recorded; look for a trigger or a"
                        + " rule on `winnow_*`");
        assertThat(failure.kind()).isEqualTo(Kind.COULD_NOT);
        assertThat(records(Change.TRIGGER)).isEqualTo(five);
    }

    @Test
    void aRefusalOfTheDatabaseIsReportedInPlainWords() throws SQLException {
        List<StoredRecord> five = Samples.five(place());
        execute("CREATE TRIGGER x BEFORE INSERT ON winnow_records BEGIN SELECT RAISE(ABORT, 'SQL says no'); END");
        RecordsFailure failure = failure(() -> {
            try (RecordStore store = RecordStore.toWrite(place())) {
                Samples.decision(store, five.get(0), "never");
            }
        });
        assertThat(failure.what())
                .hasToString("the database in `" + file
                        + "` refuses the record, so nothing was recorded; `winnow verify` shows the changes");
        assertThat(records(Change.TRIGGER)).isEqualTo(five);
    }

    @Test
    void nothingIsRecordedThatRefersToSomethingDamaged() throws SQLException {
        List<StoredRecord> five = Samples.five(place());
        execute(
                "DROP TRIGGER winnow_contents_update",
                "UPDATE winnow_contents SET stored = x'00' WHERE digest = '"
                        + Samples.content("universe").digest() + "'");
        RecordsFailure failure = failure(() -> {
            try (RecordStore store = RecordStore.toWrite(place())) {
                Samples.screening(store, "pack three", "universe");
            }
        });
        assertThat(failure.what().toString()).endsWith("was altered or removed; `winnow verify` shows the changes");
        try (RecordStore store = RecordStore.toRead(place())) {
            assertThat(store.records().readable()).isEqualTo(five);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DELETE FROM winnow_schema | the table `winnow_schema` was emptied or removed, so the"
                        + " version of the tables is unknown",
                "DROP TABLE winnow_head | the table `winnow_head` was removed or lacks columns",
                "DROP TABLE winnow_contents | the table `winnow_contents` was removed or lacks columns"
            })
    void damagedTablesAreNotWrittenTo(String statement, String damage) throws SQLException {
        List<StoredRecord> five = Samples.five(place());
        execute(statement);
        assertThat(failure(() -> RecordStore.toWrite(place())).what())
                .hasToString("in `" + file + "`, " + damage + "; `winnow verify` shows the changes");
        try (RecordStore store = RecordStore.toRead(place())) {
            assertThat(store.records().readable()).isEqualTo(five);
            assertThat(failure(() -> store.record(9)).what())
                    .hasToString("there is no record `9` in `" + file + "`; the last record is `5`");
        }
    }

    /** The first process may be killed after creating the table of versions and before the others. */
    @Test
    void missingTablesAreCreated() throws Exception {
        Files.createDirectories(folder.resolve("data"));
        execute("CREATE TABLE winnow_schema (installed_rank INT NOT NULL PRIMARY KEY, version VARCHAR(50), description"
                + " VARCHAR(200) NOT NULL, type VARCHAR(20) NOT NULL, script VARCHAR(1000) NOT NULL, checksum INT,"
                + " installed_by VARCHAR(100) NOT NULL, installed_on TEXT NOT NULL DEFAULT"
                + " (strftime('%Y-%m-%d %H:%M:%f','now')), execution_time INT NOT NULL, success BOOLEAN NOT NULL)");
        assertThat(failure(() -> RecordStore.toRead(place())).what().toString()).startsWith("there are no records in");
        assertThat(Samples.five(place())).isEqualTo(records());
    }

    @Test
    void nothingIsRecordedWithAClockBehindTheLastRecord() {
        List<StoredRecord> five = Samples.five(place());
        DecisionEntry last = (DecisionEntry) five.get(3).entry();
        RecordsFailure failure = failure(() -> {
            try (RecordStore store = RecordStore.toWrite(place())) {
                store.append(
                        new DecisionEntry(
                                new RecordOrigin(Instant.parse("2026-02-03T03:55:05Z"), "me", "0.2.0", "17"),
                                last.screening(),
                                last.pair(),
                                last.decision(),
                                "too early",
                                null),
                        List.of());
            }
        });
        assertThat(failure.what())
                .hasToString("nothing was recorded: the clock says 2026-02-03T03:55:05Z, and record 5 in `" + file
                        + "` is dated 2026-02-03T04:05:06Z; set the clock; if the clock is right, begin new"
                        + " records in another place");
        assertThat(failure.kind()).isEqualTo(Kind.COULD_NOT);
        assertThat(records()).isEqualTo(five);
    }

    @Test
    void aPipeIsNotWaitedFor() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "no pipe can be made here");
        Samples.five(place());
        for (String pipe : List.of("pipe.db", "records.db-journal")) {
            Path path = file.resolveSibling(pipe);
            assertThat(new ProcessBuilder("/usr/bin/mkfifo", path.toString())
                            .start()
                            .waitFor())
                    .isZero();
            RecordsPlace place = Samples.place(pipe.equals("pipe.db") ? path : file);
            for (RecordsFailure failure :
                    List.of(failure(() -> RecordStore.toRead(place)), failure(() -> RecordStore.toWrite(place)))) {
                assertThat(failure.what()).hasToString("`" + path + "` is not a file but a device or a pipe");
                assertThat(failure.kind()).isEqualTo(Kind.DATA);
            }
        }
    }

    @Test
    void anAlteredRecordIsNotShown() throws SQLException {
        Samples.five(place());
        execute(
                "DROP TRIGGER winnow_records_update",
                "UPDATE winnow_records SET body = replace(body, 'because', 'perhaps') WHERE number = 2");
        try (RecordStore store = RecordStore.toRead(place())) {
            RecordsFailure failure = store.records().failures().get(0);
            assertThat(store.records().readable())
                    .extracting(StoredRecord::number)
                    .containsExactly(1L, 3L, 4L, 5L);
            assertThat(failure.what())
                    .hasToString("record `2` in `" + file + "` was altered; `winnow verify` shows the changes");
            assertThat(failure.kind()).isEqualTo(Kind.DATA);
            assertThat(store.record(3).entry()).isInstanceOf(DecisionEntry.class);
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void onlyTheirOwnerMayReadNewRecords() throws IOException {
        Samples.five(place());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void recordsThatExistKeepTheirPermissions() throws IOException {
        Files.createDirectories(file.getParent());
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r-----")));
        Samples.five(place());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
    }

    @Test
    void missingRecordsAreReported() {
        assertThat(failure(() -> RecordStore.toRead(place())).what())
                .hasToString(
                        "there are no records in `" + file + "` yet; `winnow screen --record` creates the first one");
        Samples.five(place());
        try (RecordStore store = RecordStore.toRead(place())) {
            RecordsFailure failure = failure(() -> store.record(9));
            assertThat(failure.what()).hasToString("there is no record `9` in `" + file + "`; the last record is `5`");
            assertThat(failure.kind()).isEqualTo(Kind.USAGE);
        }
    }

    @Test
    void anEmptyFileBecomesOneOfRecords() throws IOException {
        Files.createDirectories(folder.resolve("data"));
        Files.createFile(file);
        assertThat(failure(() -> RecordStore.toRead(place())).what())
                .hasToString(
                        "there are no records in `" + file + "` yet; `winnow screen --record` creates the first one");
        Samples.five(place());
        assertThat(records()).hasSize(5);
    }

    @Test
    void aFileThatIsNotADatabaseIsLeftUnchanged() throws IOException {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(file, "Dear colleagues, ".repeat(100));
        for (RecordsFailure failure :
                List.of(failure(() -> RecordStore.toRead(place())), failure(() -> RecordStore.toWrite(place())))) {
            assertThat(failure.what()).hasToString("`" + file + "` is not an SQLite database");
            assertThat(failure.kind()).isEqualTo(Kind.DATA);
        }
        assertThat(file).hasContent("Dear colleagues, ".repeat(100));
    }

    @Test
    void aDatabaseOfAnotherApplicationIsLeftUnchanged() throws Exception {
        Files.createDirectories(folder.resolve("data"));
        execute("CREATE TABLE bookmarks (url TEXT)");
        byte[] before = Files.readAllBytes(file);
        RecordsFailure failure = failure(() -> RecordStore.toWrite(place()));
        assertThat(failure.what())
                .hasToString("`" + file + "` contains no records but other tables, such as `bookmarks`; name another"
                        + " place: `--records` or WINNOW_RECORDS");
        assertThat(failure.kind()).isEqualTo(Kind.DATA);
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void aDatabaseOfANewerWinnowIsLeftUnchanged() throws SQLException {
        Samples.five(place());
        execute("INSERT INTO winnow_schema (installed_rank, version, description, type, script,"
                + " installed_by, execution_time, success) VALUES (9, '7', 'later', 'SQL', 'V7', 'x', 1, 1)");
        for (RecordsFailure failure :
                List.of(failure(() -> RecordStore.toRead(place())), failure(() -> RecordStore.toWrite(place())))) {
            assertThat(failure.what())
                    .hasToString("a newer winnow wrote the records in `" + file + "`: their tables have version 7,"
                            + " this one supports 1");
            assertThat(failure.kind()).isEqualTo(Kind.DATA);
        }
    }

    @Test
    void aDamagedFileIsReported() throws IOException {
        Samples.five(place());
        byte[] bytes = Files.readAllBytes(file);
        for (int at = 4096; at < bytes.length; at++) {
            bytes[at] = (byte) (bytes[at] ^ 0x55);
        }
        Files.write(file, bytes);
        RecordsFailure failure = failure(this::records);
        assertThat(failure.what().toString()).startsWith("`" + file + "` is damaged: SQLite cannot read all of it");
        assertThat(failure.kind()).isEqualTo(Kind.DATA);
    }

    @Test
    void aFolderIsRefusedAsAPlaceOfRecords() throws IOException {
        Files.createDirectories(file);
        assertThat(failure(() -> RecordStore.toWrite(place())).what())
                .hasToString(
                        "`" + file + "` is a folder, not a file of records; did you mean `" + file + "/records.db`?");
        Path plain = Files.createFile(folder.resolve("plain"));
        Path below = plain.resolve("records.db");
        assertThat(failure(() -> RecordStore.toWrite(Samples.place(below))).what())
                .hasToString("`" + below + "` cannot be created: a file is in the way");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jdbc:mysql://host/db | `jdbc:mysql:` is not a database for records; expected one of"
                        + " `jdbc:sqlite:`, `jdbc:postgresql:`",
                "'' | `` is not a place for records; write the path of a file, such as `records.db`",
                ":memory: | `:memory:` is not a place for records; write the path of a file, such as `records.db`",
                "file:records.db | `file:records.db` is not a place for records; write the path of a"
                        + " file, such as `records.db`",
                "FILE:///tmp/x?mode=memory | `FILE:///tmp/x?mode=memory` is not a place for records;"
                        + " write the path of a file, such as `records.db`",
                "a?b.db | `a?b.db` is not a place for records; write the path of a file, such as `records.db`",
                "jdbc:sqlite:file:x.db | `jdbc:sqlite:file:x.db` does not name a file; did you mean"
                        + " `jdbc:sqlite:records.db`?",
                "jdbc:sqlite:x.db?journal_mode=OFF | `journal_mode=OFF` is not a setting of a file of"
                        + " records; allowed after `?`, each with a number: `busy_timeout`, `cache_size`,"
                        + " `max_page_count`, `mmap_size`",
                "jdbc:sqlite:x.db?busy_timeout=long | `busy_timeout=long` is not a setting of a file of"
                        + " records; allowed after `?`, each with a number: `busy_timeout`, `cache_size`,"
                        + " `max_page_count`, `mmap_size`",
                "jdbc:sqlite: | `jdbc:sqlite:` does not name a file; did you mean `jdbc:sqlite:records.db`?",
                "jdbc:sqlite::memory: | `jdbc:sqlite::memory:` does not name a file; did you mean"
                        + " `jdbc:sqlite:records.db`?",
                "jdbc:postgresql://host:port/db?password=secret |"
                        + " `jdbc:postgresql://host:port/db?password=…` is not a JDBC URL of PostgreSQL; did you"
                        + " mean `jdbc:postgresql://HOST:PORT/DATABASE?user=NAME`?",
                "jdbc:postgresql://me:secret@host/db | `jdbc:postgresql://…@host/db` is not a JDBC URL"
                        + " of PostgreSQL; did you mean `jdbc:postgresql://HOST:PORT/DATABASE?user=NAME`?",
                "jdbc:postgresql://host/db?socketFactory=com.example.Any&password=secret |"
                        + " `jdbc:postgresql://host/db?socketFactory=com.example.Any&password=…`: the parameter"
                        + " `socketFactory` is not allowed",
                "jdbc:postgresql://host/db?loggerFile=/tmp/any.log |"
                        + " `jdbc:postgresql://host/db?loggerFile=/tmp/any.log`: the parameter `loggerFile` is not"
                        + " allowed",
                "jdbc:postgresql://host/db?sslfactory=com.example.Any |"
                        + " `jdbc:postgresql://host/db?sslfactory=com.example.Any`: the parameter `sslfactory` is not"
                        + " allowed",
                "postgresql://me:secret@host/db | PostgreSQL needs a JDBC URL; did you mean"
                        + " `jdbc:postgresql://HOST/DATABASE?user=NAME`?"
            })
    void anInvalidPlaceIsReportedWithoutItsPassword(String named, String message) {
        RecordsFailure failure = failure(() -> RecordsPlace.of(named, variable -> null));
        assertThat(failure.what()).hasToString(message);
        assertThat(failure.kind()).isEqualTo(Kind.USAGE);
    }

    @Test
    void anUnreachableServerIsReportedWithoutThePassword() {
        RecordsFailure failure = failure(() -> RecordStore.toWrite(
                RecordsPlace.of("jdbc:postgresql://127.0.0.1:1/db?user=me&password=secret", variable -> null)));
        assertThat(failure.what().toString())
                .startsWith("`jdbc:postgresql://127.0.0.1:1/db?user=me&password=…` cannot be reached: connection to"
                        + " 127.0.0.1:1 refused")
                .doesNotContain("secret");
        assertThat(failure.kind()).isEqualTo(Kind.COULD_NOT);
    }

    @Test
    void aRecordOfANewerWinnowIsReportedAndStillVerified() throws SQLException {
        StoredRecord last = Samples.five(place()).get(4);
        String body = "{\"schema\":2,\"number\":6,\"kind\":\"oracle\"}";
        String hash = Chain.hash(last.hash(), body.getBytes(StandardCharsets.UTF_8));
        execute(
                "INSERT INTO winnow_records VALUES (6, CAST('" + body + "' AS BLOB), '" + last.hash() + "', '" + hash
                        + "')",
                "UPDATE winnow_head SET number = 6, hash = '" + hash + "'");
        try (RecordStore store = RecordStore.toRead(place())) {
            assertThat(store.verify().findings()).isEmpty();
            assertThat(store.records().failures().get(0).what())
                    .hasToString("record `6` in `" + file + "` cannot be read: a newer winnow wrote it");
        }
    }

    @Test
    void missingPermissionsAreReported() throws IOException {
        Samples.five(place());
        assertThat(file.toFile().setWritable(false)).isTrue();
        assumeFalse(Files.isWritable(file), "root may write to everything");
        List<StoredRecord> five = records();
        RecordsFailure failure = failure(() -> {
            try (RecordStore store = RecordStore.toWrite(place())) {
                Samples.decision(store, five.get(0), "never");
            }
        });
        assertThat(failure.what())
                .hasToString("`" + file + "` is not writable; name another place: `--records` or WINNOW_RECORDS");
        assertThat(failure.kind()).isEqualTo(Kind.COULD_NOT);
        assertThat(file.toFile().setReadable(false)).isTrue();
        assertThat(failure(this::records).what()).hasToString("`" + file + "` is not readable");
    }

    @Test
    void aLibraryThatCannotBeLoadedIsReported() {
        assertThat(RecordStore.noLibrary(new IllegalStateException("noexec"))
                        .what()
                        .toString())
                .matches("SQLite's library could not be loaded from `.+`, which may not allow programs to run; name"
                        + " another folder: `WINNOW_JAVA_OPTS=-Dorg.sqlite.tmpdir=FOLDER`");
    }

    @Test
    void aContentOfTheWrongKindIsReported() {
        Samples.five(place());
        String digest = Samples.content("universe").digest();
        try (RecordStore store = RecordStore.toRead(place())) {
            RecordsFailure failure = failure(() -> store.content(digest, PairResult::of));
            assertThat(failure.what())
                    .hasToString("in `" + file + "`, the content `" + digest + "` is not in a form that winnow writes");
            assertThat(failure.kind()).isEqualTo(Kind.DATA);
        }
    }

    @Test
    void aPairThatTheAlteredScreeningMayContainIsNotReportedAsMissing() throws SQLException {
        Samples.five(place());
        execute(
                "DROP TRIGGER winnow_records_update",
                "UPDATE winnow_records SET body = replace(body, 'wind', 'tide') WHERE number = 1");
        try (RecordStore store = RecordStore.toRead(place())) {
            assertThat(failure(() -> find(store, null)).what())
                    .hasToString("record `1` in `" + file + "` was altered; `winnow verify` shows the changes");
        }
    }

    @Test
    void aPairIsFoundInTheLastScreeningThatHasIt() {
        RecordStore.toWrite(place()).close();
        try (RecordStore store = RecordStore.toRead(place())) {
            assertThat(failure(() -> find(store, null)).what())
                    .hasToString("no screening is recorded yet; `winnow screen --record` creates the first one");
        }
        Samples.five(place());
        try (RecordStore store = RecordStore.toRead(place())) {
            assertThat(failure(() -> find(store, null)).what())
                    .hasToString("no recorded screening has `mill` in `bay`");
            assertThat(failure(() -> find(store, 5L)).what()).hasToString("record `5` has no `mill` in `bay`");
        }
    }

    private static void find(RecordStore store, @Nullable Long number) {
        RecordedPair.find(store, number, "mill", "bay");
    }

    /** Writes to the file as another program would. */
    private void execute(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }

    @Test
    void aRecordBeyondTheMemoryIsNamed() {
        ResultSet row = (ResultSet) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ResultSet.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getLong")) {
                        return 7L;
                    }
                    throw new SQLException("Out of memory");
                });

        RecordsFailure failure = catchThrowableOfType(RecordsFailure.class, () -> RecordStore.row(row, null));

        assertThat(failure.what())
                .hasToString("not enough memory to read record 7; set WINNOW_JAVA_OPTS=-Xmx4g or more");
    }
}
