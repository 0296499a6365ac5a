package dev.winnow.records.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.winnow.records.Samples;
import dev.winnow.records.internal.store.RecordsFailure.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exporting and importing records preserves every byte and hash. */
class ExportTest {

    @TempDir
    private Path folder;

    private RecordsPlace from;
    private RecordsPlace to;
    private List<StoredRecord> five = List.of();

    @BeforeEach
    void record() {
        from = Samples.place(folder.resolve("from.db"));
        to = Samples.place(folder.resolve("to.db"));
        five = Samples.five(from);
    }

    @Test
    void lettersMoveWithTheOtherRecords() {
        StoredRecord letter;
        try (RecordStore store = RecordStore.toWrite(from)) {
            letter = Samples.letter(store, five.get(1));
        }
        imported(exported(from), to);
        try (RecordStore store = RecordStore.toRead(to)) {
            assertThat(store.record(6)).isEqualTo(letter);
        }
    }

    static String exported(RecordsPlace place) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (RecordStore store = RecordStore.toRead(place)) {
            store.exportTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    static RecordStore.Imported imported(String text, RecordsPlace place) {
        try {
            return RecordStore.imported(
                    "records.ndjson",
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                    () -> RecordStore.toWrite(place));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RecordsFailure failure(Runnable work) {
        return catchThrowableOfType(RecordsFailure.class, work::run);
    }

    private static Verification verified(RecordsPlace place) {
        try (RecordStore store = RecordStore.toRead(place)) {
            return store.verify();
        }
    }

    private static List<StoredRecord> records(RecordsPlace place) {
        try (RecordStore store = RecordStore.toRead(place)) {
            return store.records().readable();
        }
    }

    @Test
    void exportedRecordsAreImportedWithEveryHash() {
        String text = exported(from);
        assertThat(text.lines()).hasSize(6);
        assertThat(imported(text, to))
                .isEqualTo(new RecordStore.Imported(5, 5, five.get(4).hash()));
        assertThat(records(to)).isEqualTo(five);
        assertThat(verified(to)).isEqualTo(verified(from));
        assertThat(exported(to)).isEqualTo(text);
    }

    @Test
    void recordsThatTheFileContinuesAreContinued() {
        imported(exported(from), to);
        try (RecordStore store = RecordStore.toWrite(from)) {
            Samples.screening(store, "pack three", "universe");
            Samples.decision(store, five.get(0), "later");
        }
        String seven = exported(from);
        assertThat(imported(seven, to).added()).isEqualTo(2);
        assertThat(exported(to)).isEqualTo(seven);
        assertThat(imported(seven, to).added()).isZero();
    }

    @Test
    void anOlderExportAddsNothing() {
        String older = exported(from);
        try (RecordStore store = RecordStore.toWrite(from)) {
            Samples.decision(store, five.get(0), "later");
        }
        assertThat(imported(older, from).added()).isZero();
        assertThat(records(from)).hasSize(6);
    }

    @Test
    void recordsThatTheFileDoesNotContinueAreLeftAsTheyAre() {
        String text = exported(from);
        try (RecordStore store = RecordStore.toWrite(to)) {
            Samples.screening(store, "another pack", "universe");
        }
        List<StoredRecord> before = records(to);
        assertThat(failure(() -> imported(text, to)).what())
                .hasToString("records.ndjson:2: the file does not continue the records in `" + to.shown() + "`;"
                        + " import them into another place; nothing was imported");
        assertThat(records(to)).isEqualTo(before);
    }

    @Test
    void recordsThatWereChangedAreNotExported() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("from.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TRIGGER winnow_records_update");
            statement.execute("UPDATE winnow_records SET body = replace(body, 'because', 'perhaps')");
        }
        RecordsFailure failure = failure(() -> exported(from));
        assertThat(failure.what())
                .hasToString("the records in `" + from.shown()
                        + "` were changed, so nothing was exported; `winnow verify` shows the changes");
        assertThat(failure.kind()).isEqualTo(Kind.DATA);
    }

    /** Changes the file: each entry has the number of a line, and the old and the new part of it around an arrow. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3 | because | perhaps | 3: this record does not follow record 1",
                "3 | \"number\":2 | \"number\":3 | 3: this record does not follow record 1",
                "3 | \"contents\":[]} | \"contents\":[]  | 3: the line is truncated or not a record",
                "3 | \"hash\":\" | \"hush\":\" | 3: the line is truncated or not a record",
                "2 | \"stored\":\"e | \"stored\":\"f | 2: the content `DIGEST` of the record was altered",
                "2 | \"stored\":\"e | \"stored\":\"% | 2: the content `DIGEST` of the record was altered",
                "2 | \"contents\":[{ | \"contents\":[],\"more\":[{ | 7: the pack of record 1: removed",
                "1 | \"records\":5 | \"records\":6 | 7: the file is truncated: it ends with record 5 of 6",
                "1 | \"schema\":1 | \"schema\":2 | 1: this file was written by a newer winnow",
                "1 | schema | skema | 1: this file was not written by `winnow records export`",
                "1 | { | Dear | 1: this file was not written by `winnow records export`"
            })
    void aChangedFileIsReportedWithItsLine(int line, String part, String other, String message) {
        String[] lines = exported(from).split("(?<=\n)");
        assertThat(lines[line - 1]).contains(part);
        lines[line - 1] = lines[line - 1].replace(part, other);
        RecordsFailure failure = failure(() -> imported(String.join("", lines), to));
        assertThat(failure.what().toString().replaceAll("[0-9a-f]{64}", "DIGEST"))
                .isEqualTo("records.ndjson:" + message + "; nothing was imported");
        assertThat(failure.kind()).isEqualTo(Kind.DATA);
        assertThat(failure(() -> records(to)) != null || records(to).isEmpty()).isTrue();
    }

    /** A file truncated anywhere, between two lines or within one, is not imported at all. */
    @Test
    void aTruncatedFileIsReportedWithItsLine() {
        byte[] whole = exported(from).getBytes(StandardCharsets.UTF_8);
        List<String> messages = new ArrayList<>();
        int line = 1;
        for (int end = 0; end < whole.length - 1; end++) {
            boolean between = end == 0 || whole[end - 1] == '\n';
            if (between || end % 97 == 0) {
                String cut = new String(Arrays.copyOf(whole, end), StandardCharsets.UTF_8);
                messages.add(failure(() -> imported(cut, to)).what().toString());
                int at = line;
                assertThat(messages.get(messages.size() - 1)).startsWith("records.ndjson:" + at + ": ");
            }
            if (whole[end] == '\n') {
                line++;
            }
        }
        assertThat(messages)
                .contains("records.ndjson:5: the file is truncated: it ends with record 3 of 5; nothing was imported");
        assertThat(imported(exported(from), to).added()).isEqualTo(5);
    }
}
