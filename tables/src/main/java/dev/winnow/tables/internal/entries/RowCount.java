package dev.winnow.tables.internal.entries;

import dev.winnow.model.source.Message;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.tables.internal.cells.Row;
import dev.winnow.tables.internal.cells.Sheet;
import dev.winnow.tables.internal.cells.UnreadableTable;
import java.io.IOException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts of the input rows by outcome. Each row was taken, refused or passed over, so the three counts add up to the
 * number of rows. Blank rows are not counted; a JSON record and an entry of a universe document count as one row each.
 *
 * @param rows number of rows read
 * @param taken number of rows that gave an entry
 * @param refused number of rows refused, alone or with their table
 * @param asked number of refused rows that only an answer of the user can decide
 * @param passedOver number of rows without an entry, by reason, in the order of the reasons
 */
public record RowCount(long rows, long taken, long refused, long asked, Map<PassedOver, Long> passedOver) {

    /** No rows. */
    public static final RowCount NONE = new RowCount(0, 0, 0, 0, Map.of());

    /** @throws IllegalArgumentException if the counts do not add up */
    public RowCount {
        Map<PassedOver, Long> ordered = new EnumMap<>(PassedOver.class);
        ordered.putAll(passedOver);
        passedOver = Collections.unmodifiableMap(ordered);
        if (rows != taken + refused + sum(passedOver)) {
            throw new IllegalArgumentException(
                    rows + " rows, but " + taken + " taken, " + refused + " refused, passed over " + passedOver);
        }
    }

    /** The sum of two counts. */
    public RowCount plus(RowCount other) {
        Map<PassedOver, Long> all = new EnumMap<>(PassedOver.class);
        all.putAll(passedOver);
        other.passedOver.forEach((why, rows) -> all.merge(why, rows, Long::sum));
        return new RowCount(rows + other.rows, taken + other.taken, refused + other.refused, asked + other.asked, all);
    }

    /** The account of a list in one line, with the command that writes its refused rows if there are any. */
    public Problem of(String file) {
        Message sum = passed() == 0
                ? Message.of("%s rows = %s taken + %s refused", rows, taken, refused)
                : Message.of("%s rows = %s taken + %s refused + %s passed over", rows, taken, refused, passed());
        Message all = asked == 0 ? sum : Message.of("%s; rows that need a decision: %s", sum, asked);
        return Problem.at(Place.file(file), all)
                .with(
                        refused == 0
                                ? null
                                : Message.of(
                                        "`%s` writes the refused rows with their reasons to a file",
                                        "winnow import " + (file.indexOf(' ') < 0 ? file : '"' + file + '"')));
    }

    /** Number of rows passed over, for any reason. */
    public long passed() {
        return sum(passedOver);
    }

    private static long sum(Map<PassedOver, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * Counts rows when they are read from sheets and, independently, their outcomes, so that one count checks the
     * other. Not thread-safe.
     */
    public static final class Tally {

        private long rows;
        private long taken;
        private long refused;
        private long asked;
        private final Map<PassedOver, Long> passedOver = new EnumMap<>(PassedOver.class);

        /**
         * A sheet whose rows are counted as they are read. If reading fails, every further call fails in the same way.
         */
        public Sheet counted(Sheet sheet) {
            return new Counted(sheet);
        }

        /** Counts entries of a document, or records that no sheet counts. */
        public void addRows(long entries) {
            rows += entries;
        }

        /** Number of rows read so far. */
        public long rows() {
            return rows;
        }

        /** Counts a taken row. */
        public void taken() {
            taken++;
        }

        /**
         * Counts refused rows.
         *
         * @param open whether an answer of the user decides them
         */
        public void refused(long rows, boolean open) {
            refused += rows;
            asked += open ? rows : 0;
        }

        /** Counts rows passed over. */
        public void passedOver(PassedOver why, long rows) {
            if (rows > 0) {
                passedOver.merge(why, rows, Long::sum);
            }
        }

        /** Reads the rest of a counted sheet; returns the number of rows that could be read. */
        public long drain(Sheet sheet) throws IOException {
            long left = 0;
            try {
                while (sheet.next() != null) {
                    left++;
                }
            } catch (UnreadableTable e) {
                // Nothing of this sheet is used.
            }
            return left;
        }

        /** The counts of all rows. */
        public RowCount count() {
            return new RowCount(rows, taken, refused, asked, passedOver);
        }

        private final class Counted extends Sheet {
            private final Sheet sheet;
            private @Nullable UnreadableTable failure;

            Counted(Sheet sheet) {
                super(sheet);
                this.sheet = sheet;
            }

            @Override
            public @Nullable Row next() throws IOException, UnreadableTable {
                if (failure != null) {
                    throw failure;
                }
                try {
                    Row row = sheet.next();
                    // The keys of records are headings outside any row.
                    rows += row == null || row.number() == 0 ? 0 : 1;
                    return row;
                } catch (UnreadableTable e) {
                    failure = e;
                    throw e;
                }
            }

            @Override
            public void close() throws IOException {
                sheet.close();
            }
        }
    }
}
