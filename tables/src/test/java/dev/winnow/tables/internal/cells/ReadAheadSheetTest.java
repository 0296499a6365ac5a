package dev.winnow.tables.internal.cells;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.model.source.Message;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A table that is read ahead gives the same rows and fails at the same place. */
class ReadAheadSheetTest {

    private static final int ALONE = 10;

    /** A table with a number of rows, after which it ends or fails. */
    private static final class Numbered extends Sheet {

        private final int rows;
        private final @Nullable Exception failure;
        private final AtomicBoolean closed = new AtomicBoolean();
        private int given;

        Numbered(int rows, @Nullable Exception failure) {
            super("numbers.csv", null, (char) 0, new BitSet());
            this.rows = rows;
            this.failure = failure;
        }

        @Override
        public @Nullable Row next() throws IOException, UnreadableTable {
            if (closed.get()) {
                throw new IllegalStateException("closed");
            }
            if (given < rows) {
                given++;
                return new Row(given, List.of("row " + given), List.of());
            }
            if (failure instanceof IOException unread) {
                throw unread;
            }
            if (failure instanceof UnreadableTable unreadable) {
                throw unreadable;
            }
            if (failure instanceof RuntimeException fault) {
                throw fault;
            }
            return null;
        }

        @Override
        public void close() {
            closed.set(true);
        }
    }

    private static List<Integer> numbers(Sheet sheet) throws IOException, UnreadableTable {
        List<Integer> numbers = new ArrayList<>();
        for (Row row = sheet.next(); row != null; row = sheet.next()) {
            numbers.add(row.number());
        }
        return numbers;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 9, 10, 11, 259, 260, 261, 5_000})
    void givesAllRowsInOrder(int rows) throws IOException, UnreadableTable {
        try (Sheet sheet = new ReadAheadSheet(new Numbered(rows, null), ALONE)) {
            assertThat(numbers(sheet)).isEqualTo(numbers(new Numbered(rows, null)));
            assertThat(sheet.next()).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 300})
    void failsAfterTheRowsBefore(int rows) throws IOException {
        List<Exception> failures = List.of(
                new IOException("unread"),
                new UnreadableTable(Problem.at(Place.file("numbers.csv"), Message.of("unreadable"))),
                new IllegalStateException("fault"));
        for (Exception failure : failures) {
            try (Sheet sheet = new ReadAheadSheet(new Numbered(rows, failure), ALONE)) {
                List<Integer> read = new ArrayList<>();
                assertThatThrownBy(() -> {
                            while (true) {
                                Row row = sheet.next();
                                read.add(row == null ? -1 : row.number());
                            }
                        })
                        .isSameAs(failure);
                assertThat(read).hasSize(rows).doesNotContain(-1);
            }
        }
    }

    /** The reading thread may be in the middle of a row, or wait for room. */
    @Test
    void closingIsPossibleWhileReadingAhead() throws IOException, UnreadableTable {
        Numbered numbered = new Numbered(1_000_000, null);
        Sheet sheet = new ReadAheadSheet(numbered, ALONE);
        for (int i = 0; i < ALONE + 5; i++) {
            sheet.next();
        }
        sheet.close();

        assertThat(numbered.closed).isTrue();
        assertThat(numbered.given).isLessThan(1_000_000);
    }
}
