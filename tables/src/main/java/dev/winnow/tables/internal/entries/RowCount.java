package dev.winnow.tables.internal.entries;

import dev.winnow.tables.internal.cells.Row;
import dev.winnow.tables.internal.cells.Sheet;
import dev.winnow.tables.internal.cells.UnreadableTable;
import java.io.IOException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the input by what became of them. Each row was taken, refused or passed over, so the three add up to the
 * rows there are. Blank rows do not count; a record of JSON, and an entry of a universe document, counts as a row.
 *
 * @param rows how many rows were read
 * @param taken how many of them gave an entry
 * @param refused how many were refused, alone or with their table
 * @param passedOver how many hold no entry, by reason, in the order of the reasons
 */
public record RowCount(long rows, long taken, long refused, Map<PassedOver, Long> passedOver) {

    /** @throws IllegalArgumentException if they do not add up */
    public RowCount {
        Map<PassedOver, Long> ordered = new EnumMap<>(PassedOver.class);
        ordered.putAll(passedOver);
        passedOver = Collections.unmodifiableMap(ordered);
        if (rows != taken + refused + sum(passedOver)) {
            throw new IllegalArgumentException(
                    rows + " rows, but " + taken + " taken, " + refused + " refused, passed over " + passedOver);
        }
    }

    /** How many rows were passed over, whatever the reason. */
    public long passed() {
        return sum(passedOver);
    }

    private static long sum(Map<PassedOver, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * Counts rows as they come from sheets and, apart from that, what becomes of each, so that one holds the other. Not
     * thread-safe.
     */
    public static final class Tally {

        private long rows;
        private long taken;
        private long refused;
        private final Map<PassedOver, Long> passedOver = new EnumMap<>(PassedOver.class);

        /** A sheet whose rows are counted as they are read. Once it cannot be read on, each further row fails alike. */
        public Sheet counted(Sheet sheet) {
            return new Counted(sheet);
        }

        /** Entries of a document come in, or records that no sheet counts. */
        public void came(long entries) {
            rows += entries;
        }

        /** How many rows came in so far. */
        public long rows() {
            return rows;
        }

        /** A row was taken. */
        public void taken() {
            taken++;
        }

        /** Rows were refused. */
        public void refused(long rows) {
            refused += rows;
        }

        /** Rows were passed over. */
        public void passedOver(PassedOver why, long rows) {
            if (rows > 0) {
                passedOver.merge(why, rows, Long::sum);
            }
        }

        /** Reads what is left of a counted sheet; how many rows that is, as far as it can be read. */
        public long drain(Sheet sheet) throws IOException {
            long left = 0;
            try {
                while (sheet.next() != null) {
                    left++;
                }
            } catch (UnreadableTable e) {
                // nothing of this sheet is used
            }
            return left;
        }

        /** How many rows were refused so far. */
        public long refusedRows() {
            return refused;
        }

        /** What became of all rows. */
        public RowCount count() {
            return new RowCount(rows, taken, refused, passedOver);
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
                    // The keys of records are headings that stand in no row.
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
