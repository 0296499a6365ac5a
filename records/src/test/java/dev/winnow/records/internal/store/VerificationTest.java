package dev.winnow.records.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.source.Message;
import dev.winnow.records.Samples;
import dev.winnow.records.internal.entry.EntryJson;
import dev.winnow.records.internal.entry.ScreeningEntry;
import dev.winnow.records.internal.store.Chain.Head;
import dev.winnow.records.internal.store.Chain.Link;
import dev.winnow.records.internal.store.Chain.Row;
import dev.winnow.records.internal.store.Verification.Change;
import dev.winnow.records.internal.store.Verification.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every change made to records outside winnow is found and attributed to its record. */
class VerificationTest {

    @TempDir
    private Path folder;

    private static List<StoredRecord> five = List.of();
    private static byte[] untouched = {};

    private Path file;

    @BeforeAll
    static void fiveRecords(@TempDir Path once) throws IOException {
        five = Samples.five(Samples.place(once.resolve("records.db")));
        untouched = Files.readAllBytes(once.resolve("records.db"));
    }

    @BeforeEach
    void copy() throws IOException {
        file = folder.resolve("records.db");
        Files.write(file, untouched);
    }

    private Verification verified() {
        try (RecordStore store = RecordStore.toRead(Samples.place(file))) {
            return store.verify();
        }
    }

    private List<String> found() {
        return verified().findings().stream()
                .map(one -> one.change() + " " + one.what())
                .toList();
    }

    @Test
    void aLetterStatesAnEarlierDecision() {
        try (RecordStore store = RecordStore.toWrite(Samples.place(file))) {
            Samples.letter(store, five.get(1));
            assertThat(store.verify().findings()).isEmpty();
            Samples.letter(store, five.get(0));
        }
        assertThat(found())
                .containsExactly("REFERENCE record 7 is a letter about record 1, which is not an earlier decision");
    }

    @Test
    void recordsUnknownToTheFirstWinnowHaveALaterSchema() {
        try (RecordStore store = RecordStore.toWrite(Samples.place(file))) {
            StoredRecord letter = Samples.letter(store, five.get(1));
            assertThat(new String(EntryJson.bytes(letter.number(), letter.entry()), StandardCharsets.UTF_8))
                    .startsWith("{\"schema\":2,\"number\":6,\"kind\":\"letter\",");
            assertThat(new String(EntryJson.bytes(2, five.get(1).entry()), StandardCharsets.UTF_8))
                    .startsWith("{\"schema\":1,\"number\":2,\"kind\":\"decision\",");
        }
    }

    /** Makes changes as an attacker with full access does: removes the triggers, and creates them again. */
    private void tamper(String... statements) throws SQLException {
        List<String> triggers = dropTriggers();
        execute(statements);
        createTriggers(triggers);
    }

    /** Removes all triggers and returns the statements that create them. */
    private List<String> dropTriggers() throws SQLException {
        List<String> drop = new ArrayList<>();
        List<String> create = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet triggers =
                        statement.executeQuery("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")) {
            while (triggers.next()) {
                drop.add("DROP TRIGGER " + triggers.getString(1));
                create.add(triggers.getString(2));
            }
        }
        execute(drop.toArray(String[]::new));
        return create;
    }

    private void createTriggers(List<String> statements) throws SQLException {
        for (String one : statements) {
            try {
                execute(one);
            } catch (SQLException e) {
                assertThat(e.getMessage()).containsAnyOf("no such table", "trigger on view"); // the test replaced it
            }
        }
    }

    @Test
    void triggersAreComparedWithThoseOfTheSchema() throws SQLException {
        execute(
                "DROP TRIGGER winnow_records_delete",
                "DROP TRIGGER winnow_head_update",
                "CREATE TRIGGER winnow_head_update BEFORE UPDATE ON winnow_head WHEN 0"
                        + " BEGIN SELECT RAISE(ABORT, 'records are append-only'); END",
                "CREATE TRIGGER other AFTER INSERT ON winnow_records BEGIN SELECT 1; END");
        assertThat(found())
                .containsExactly(
                        "TRIGGER the trigger `other` was added to the table `winnow_records`",
                        "TRIGGER the trigger `winnow_head_update` was altered or disabled",
                        "TRIGGER the trigger `winnow_records_delete` was removed");
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.executeUpdate(one);
            }
        }
    }

    @Test
    void unchangedRecordsHaveNoFindings() {
        Verification verified = verified();
        assertThat(verified.findings()).isEmpty();
        assertThat(verified.records()).isEqualTo(5);
        assertThat(verified.last()).isEqualTo(five.get(4).hash());
    }

    @Test
    void anyBitOfARecordThatIsFlippedNamesTheRecord() {
        List<Row> rows = new ArrayList<>();
        five.forEach(one -> rows.add(
                new Row(one.number(), EntryJson.bytes(one.number(), one.entry()), one.previous(), one.hash())));
        Map<String, ChainCheck.State> contents = new HashMap<>();
        for (StoredRecord one : five) {
            if (one.entry() instanceof ScreeningEntry screening) {
                screening.contents().all().forEach(digest -> contents.put(digest, ChainCheck.State.WHOLE));
            }
        }
        Head head = new Head(5, five.get(4).hash());
        assertThat(checked(rows, head, contents)).isEmpty();
        Row third = rows.get(2);
        for (int bit = 0; bit < third.body().length * 8; bit++) {
            byte[] flipped = third.body().clone();
            flipped[bit / 8] ^= (byte) (1 << (bit % 8));
            rows.set(2, new Row(3, flipped, third.previous(), third.hash()));
            assertThat(checked(rows, head, contents))
                    .extracting(Finding::what)
                    .containsExactly(Message.of("record %s was altered: its hash does not match", 3));
        }
    }

    private static List<Finding> checked(List<Row> rows, Head head, Map<String, ChainCheck.State> contents) {
        List<Link> links = rows.stream()
                .map(row -> new Link(row.number(), row.previous(), row.hash()))
                .toList();
        ChainCheck check = new ChainCheck(links, contents);
        rows.forEach(check::row);
        return check.result(List.of(head)).findings();
    }

    @Test
    void aRecordThatWasAlteredIsNamed() throws SQLException {
        tamper("UPDATE winnow_records SET body = CAST(replace(CAST(body AS TEXT), 'once more', 'once less') AS BLOB)"
                + " WHERE number = 3");
        assertThat(found()).containsExactly("ALTERED record 3 was altered: its hash does not match");
    }

    @Test
    void aHashThatWasAlteredNamesItsRecord() throws SQLException {
        tamper("UPDATE winnow_records SET hash = 'a' || substr(hash, 2) WHERE number = 3");
        assertThat(found()).containsExactly("ALTERED record 3 was altered: its hash does not match");
    }

    @Test
    void aRecordThatWasRemovedIsNamed() throws SQLException {
        tamper("DELETE FROM winnow_records WHERE number = 3");
        assertThat(found()).containsExactly("REMOVED record 3 was removed");
    }

    @Test
    void aRecordThatWasRemovedIsNamedAlsoWhereTheOthersMovedUp() throws SQLException {
        tamper(
                "DELETE FROM winnow_records WHERE number = 3",
                "UPDATE winnow_records SET number = number - 1 WHERE number > 3",
                "UPDATE winnow_head SET number = 4");
        assertThat(found())
                .containsExactly(
                        "REMOVED record 3 was removed",
                        "MOVED record 4 is in the place of record 3",
                        "MOVED record 5 is in the place of record 4");
    }

    @Test
    void theRemovalOfTheLastRecordsIsDetectedByTheHead() throws SQLException {
        tamper("DELETE FROM winnow_records WHERE number > 3");
        assertThat(found()).containsExactly("REMOVED records 4 to 5 were removed");
    }

    @Test
    void theRemovalOfAllRecordsIsDetectedByTheHead() throws SQLException {
        tamper("DELETE FROM winnow_records");
        assertThat(found()).containsExactly("REMOVED records 1 to 5 were removed");
    }

    @Test
    void theRemovalOfTheFirstRecordIsDetected() throws SQLException {
        tamper("DELETE FROM winnow_records WHERE number = 1");
        assertThat(found()).containsExactly("REMOVED record 1 was removed");
    }

    @Test
    void twoExchangedRecordsAreReported() throws SQLException {
        tamper(
                "UPDATE winnow_records SET number = -2 WHERE number = 2",
                "UPDATE winnow_records SET number = 2 WHERE number = 4",
                "UPDATE winnow_records SET number = 4 WHERE number = -2");
        assertThat(found())
                .containsExactly(
                        "MOVED record 2 is in the place of record 4", "MOVED record 4 is in the place of record 2");
    }

    @Test
    void twoRecordsWithExchangedBytesAreReported() throws SQLException {
        tamper(
                "CREATE TEMP TABLE kept AS SELECT number, body FROM winnow_records",
                "UPDATE winnow_records SET body = (SELECT body FROM kept WHERE kept.number ="
                        + " 6 - winnow_records.number) WHERE number IN (2, 4)");
        assertThat(found())
                .containsExactly(
                        "MOVED record 2 is in the place of record 4", "MOVED record 4 is in the place of record 2");
    }

    @Test
    void aRecordRewrittenWithItsHashIsReportedWithTheNextOne() throws SQLException {
        byte[] other = EntryJson.bytes(2, five.get(2).entry());
        String hash = Chain.hash(five.get(1).previous(), other);
        tamper("UPDATE winnow_records SET hash = '" + hash + "', body = CAST('"
                + new String(other, StandardCharsets.UTF_8).replace("'", "''") + "' AS BLOB) WHERE number = 2");
        assertThat(found()).containsExactly("REWRITTEN record 3 does not follow record 2: one of them was rewritten");
    }

    @Test
    void theFirstRecordRewrittenOnAnotherStartIsReported() throws SQLException {
        byte[] body = EntryJson.bytes(1, five.get(0).entry());
        String start = "f".repeat(64);
        tamper("UPDATE winnow_records SET previous = '" + start + "', hash = '" + Chain.hash(start, body)
                + "' WHERE number = 1");
        assertThat(found())
                .containsExactly("REWRITTEN record 1 was rewritten: it does not follow the start of the records");
    }

    @Test
    void theLastRecordRewrittenWithItsHashDiffersFromTheHead() throws SQLException {
        byte[] other = EntryJson.bytes(5, five.get(2).entry());
        String hash = Chain.hash(five.get(4).previous(), other);
        tamper("UPDATE winnow_records SET hash = '" + hash + "', body = CAST('"
                + new String(other, StandardCharsets.UTF_8).replace("'", "''") + "' AS BLOB) WHERE number = 5");
        assertThat(found())
                .containsExactly(
                        "HEAD the mark of the last record has another hash than record 5: one of them was altered");
    }

    @Test
    void changesOfTheHeadAreDetected() throws SQLException {
        tamper("UPDATE winnow_head SET number = 3");
        assertThat(found()).containsExactly("HEAD the mark of the last record names record 3, but later ones exist");
        tamper("DELETE FROM winnow_head");
        assertThat(found())
                .containsExactly("HEAD the mark of the last record was removed, so the last record is unknown");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE winnow_head SET number = 9223372036854775807 | HEAD the mark of the last record"
                        + " was altered: `9223372036854775807` is not a valid number",
                "UPDATE winnow_head SET number = -5 | HEAD the mark of the last record was altered: `-5`"
                        + " is not a valid number",
                "DROP TABLE winnow_head; CREATE TABLE winnow_head AS SELECT 1 one, 5 number, hash FROM"
                        + " winnow_records | HEAD there are several marks of the last record, so the last record is"
                        + " unknown",
                "DROP TABLE winnow_head; CREATE TABLE winnow_head (one, number, hash); INSERT INTO"
                        + " winnow_head VALUES (1, NULL, NULL) | HEAD the mark of the last record names record 0,"
                        + " but later ones exist",
                "DROP TABLE winnow_head | TABLE the table `winnow_head` was removed or lacks columns",
                "DROP TABLE winnow_contents | TABLE the table `winnow_contents` was removed or lacks columns",
                "DELETE FROM winnow_schema | TABLE the table `winnow_schema` was emptied or removed, so"
                        + " the version of the tables is unknown",
                "DROP TABLE winnow_schema | TABLE the table `winnow_schema` was emptied or removed, so"
                        + " the version of the tables is unknown",
                "ALTER TABLE winnow_contents DROP COLUMN size | TABLE the table `winnow_contents` was"
                        + " removed or lacks columns",
                "UPDATE winnow_records SET body = zeroblob(0) WHERE number = 4 | ALTERED record 4 was"
                        + " altered: its hash does not match",
                "INSERT INTO winnow_records VALUES (-5, x'', '', '') | ALTERED record -5 was altered:"
                        + " its hash does not match"
            })
    void damageByHandIsFound(String statements, String finding) throws SQLException {
        tamper(statements.split("; "));
        assertThat(found()).containsExactly(finding);
    }

    @Test
    void removedRecordsAreDetectedByTheHead() throws SQLException {
        tamper("DROP VIEW winnow_history", "DROP TABLE winnow_records");
        assertThat(found())
                .containsExactly(
                        "TABLE the table `winnow_records` was removed or lacks columns",
                        "REMOVED records 1 to 5 were removed");
    }

    @Test
    void aTableWithoutConstraintsMayHoldAnything() throws SQLException {
        tamper(
                "DROP VIEW winnow_history",
                "CREATE TABLE kept AS SELECT * FROM winnow_records",
                "DROP TABLE winnow_records",
                "ALTER TABLE kept RENAME TO winnow_records",
                "INSERT INTO winnow_records SELECT * FROM winnow_records WHERE number = 2",
                "INSERT INTO winnow_records VALUES (NULL, NULL, NULL, NULL)",
                "INSERT INTO winnow_records VALUES (9223372036854775807, x'', '', '')");
        assertThat(found())
                .containsExactly(
                        "ALTERED record 0 was altered: its hash does not match",
                        "HEAD the mark of the last record names record 5, but later ones exist",
                        "MOVED duplicate record 2",
                        "ALTERED record 9223372036854775807 was altered: its hash does not match");
    }

    /** A view in the place of a table could have infinitely many rows. */
    @Test
    void aViewIsRefusedAsATableOfRecords() throws SQLException {
        tamper(
                "DROP TABLE winnow_head",
                "CREATE VIEW winnow_head AS WITH RECURSIVE a(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM a)"
                        + " SELECT 1 AS one, n AS number, 'x' AS hash FROM a");
        assertThat(found()).containsExactly("TABLE the table `winnow_head` was removed or lacks columns");
    }

    /** Rewriting records with all hashes is detected where they contradict each other or have no valid form. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | \"leftOut\":0 | \"leftOut\":99999999999 | UNREADABLE record 1 was rewritten: its"
                        + " hash matches, but winnow does not write such records",
                "2 | \"at\":\"2026 | \"at\":\"+1000000000 | UNREADABLE record 2 was rewritten: its hash"
                        + " matches, but winnow does not write such records",
                "2 | \"at\":\"2026 | \"at\":\"soon | UNREADABLE record 2 was rewritten: its hash"
                        + " matches, but winnow does not write such records",
                "2 | \"schema\":1 | \"schema\":0 | UNREADABLE record 2 was rewritten: its hash matches,"
                        + " but winnow does not write such records",
                "2 | \"reason\":\"because\" | \"reason\":null | UNREADABLE record 2 was rewritten: its"
                        + " hash matches, but winnow does not write such records",
                "5 | \"samples\":50 | \"samples\":2000000000 | UNREADABLE record 5 was rewritten: its"
                        + " hash matches, but winnow does not write such records",
                "5 | \"asOf\":null | \"asOf\":\"2025-13-45\" | UNREADABLE record 5 was rewritten: its"
                        + " hash matches, but winnow does not write such records",
                "2 | 2026-02-03 | 2026-02-04 | DATED record 3 is dated 2026-02-03T04:05:06Z, before"
                        + " record 2 (2026-02-04T04:05:06Z): one of them was rewritten, or a clock was wrong",
                "3 | \"screening\":{\"number\":1 | \"screening\":{\"number\":2 | REFERENCE record 3"
                        + " decides on record 2, which is not an earlier screening",
                "3 | \"screening\":{\"number\":1 | \"screening\":{\"number\":-1 | REFERENCE record 3"
                        + " decides on record -1, which is not an earlier screening",
                "3 | \"screening\":{\"number\":1 | \"screening\":{\"number\":7 | REFERENCE record 3"
                        + " decides on record 7, which is not an earlier screening",
                "4 | \"hash\":\" | \"hash\":\"0 | REFERENCE record 4 decides on record 1 with another"
                        + " hash: one of them was rewritten"
            })
    void recordsRewrittenWithAllHashesAreFoundWhereTheyAreInconsistent(
            long number, String part, String other, String finding) throws SQLException {
        forge(number, part, other);
        assertThat(found()).containsExactly(finding);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7 | \"id\":1 | \"id\":2 | REFERENCE record 7 is about condition 2 of record 6, which is not an"
                        + " earlier decision with this condition",
                "7 | \"condition\":{\"number\":6 | \"condition\":{\"number\":1 | REFERENCE record 7 is about"
                        + " condition 1 of record 1, which is not an earlier decision with this condition",
                "7 | \"condition\":{\"number\":6 | \"condition\":{\"number\":8 | REFERENCE record 7 is about"
                        + " condition 1 of record 8, which is not an earlier decision with this condition",
                "7 | \"hash\":\" | \"hash\":\"0 | REFERENCE record 7 is about record 6 with another hash: one of"
                        + " them was rewritten",
                "6 | \"due\":\"2026 | \"due\":\"soon | UNREADABLE record 6 was rewritten: its hash matches, but"
                        + " winnow does not write such records"
            })
    void aForgedStatementOnAConditionIsFound(long number, String part, String other, String finding)
            throws SQLException {
        List<StoredRecord> all = new ArrayList<>(five);
        try (RecordStore store = RecordStore.toWrite(Samples.place(file))) {
            all.addAll(Samples.conditional(store, five.get(0)));
        }
        assertThat(found()).isEmpty();
        forge(all, number, part, other);
        assertThat(found()).contains(finding);
    }

    @Test
    void clocksThatDifferByMinutesAreNotAFinding() throws SQLException {
        forge(2, "04:05:06Z", "04:14:59Z");
        assertThat(found()).isEmpty();
    }

    private void forge(long number, String part, String other) throws SQLException {
        forge(five, number, part, other);
    }

    private void forge(List<StoredRecord> all, long number, String part, String other) throws SQLException {
        List<String> triggers = dropTriggers();
        Map<String, String> anew = new HashMap<>(); // new hashes, by the hashes that records refer to
        String previous = Chain.START;
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE winnow_records SET body = ?, previous = ?, hash = ? WHERE number = ?");
                Statement head = connection.createStatement()) {
            for (StoredRecord one : all) {
                String body = new String(EntryJson.bytes(one.number(), one.entry()), StandardCharsets.UTF_8);
                for (Map.Entry<String, String> hash : anew.entrySet()) {
                    body = body.replace(hash.getKey(), hash.getValue());
                }
                if (one.number() == number) {
                    assertThat(body).contains(part);
                    body = body.replace(part, other);
                }
                byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                String hash = Chain.hash(previous, bytes);
                update.setBytes(1, bytes);
                update.setString(2, previous);
                update.setString(3, hash);
                update.setLong(4, one.number());
                update.executeUpdate();
                anew.put(one.hash(), hash);
                previous = hash;
            }
            head.executeUpdate("UPDATE winnow_head SET hash = '" + previous + "'");
        }
        createTriggers(triggers);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 5, 11, -1})
    void anyByteOfAContentThatIsFlippedNamesTheRecordsThatHaveIt(int at) throws SQLException {
        String digest = Samples.content("universe").digest();
        byte[] stored = Samples.content("universe").stored();
        stored[at < 0 ? stored.length - 1 : at] ^= 1;
        List<String> triggers = dropTriggers();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                PreparedStatement update =
                        connection.prepareStatement("UPDATE winnow_contents SET stored = ? WHERE digest = ?")) {
            update.setBytes(1, stored);
            update.setString(2, digest);
            update.executeUpdate();
        }
        createTriggers(triggers);
        assertThat(found())
                .containsExactly(
                        "CONTENT the universe of record 1: altered", "CONTENT the universe of record 5: altered");
    }

    @Test
    void aContentThatWasRemovedNamesTheRecord() throws SQLException {
        tamper("DELETE FROM winnow_contents WHERE digest = '"
                + Samples.content("pack two").digest() + "'");
        assertThat(found()).containsExactly("CONTENT the pack of record 5: removed");
    }

    @Test
    void recordsRemovedWithTheHeadAreDetectedByAHashNotedElsewhere() throws SQLException {
        tamper(
                "DELETE FROM winnow_records WHERE number > 3",
                "UPDATE winnow_head SET number = 3, hash = '" + five.get(2).hash() + "'");
        Verification verified = verified();
        assertThat(verified.findings()).isEmpty();
        assertThat(verified.expecting(five.get(2).hash()).findings()).isEmpty();
        assertThat(verified.numberOf(five.get(1).hash().substring(0, 12))).isEqualTo(2);
        assertThat(verified.expecting(five.get(4).hash()).findings())
                .extracting(Finding::change)
                .containsExactly(Change.UNEXPECTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE winnow_records SET body = body WHERE number = 2",
                "DELETE FROM winnow_records WHERE number = 5",
                "INSERT OR REPLACE INTO winnow_records SELECT * FROM winnow_records WHERE number = 2",
                "INSERT INTO winnow_records SELECT 9, body, previous, hash FROM winnow_records WHERE number = 2",
                "UPDATE winnow_contents SET size = 1",
                "DELETE FROM winnow_contents",
                "INSERT OR REPLACE INTO winnow_contents SELECT * FROM winnow_contents",
                "UPDATE winnow_head SET number = 1",
                "DELETE FROM winnow_head",
                "INSERT INTO winnow_head VALUES (2, 0, '')"
            })
    void theDatabaseItselfRefusesToChangeRecords(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement open = connection.createStatement()) {
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> open.executeUpdate(statement)))
                    .hasMessageContaining("records are append-only");
        }
        assertThat(verified().findings()).isEmpty();
    }
}
