package dev.winnow.tables.entries;

import dev.winnow.tables.cells.Row;
import dev.winnow.tables.cells.Sheet;
import dev.winnow.tables.cells.UnreadableTable;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts rows as they come from sheets and, apart from that, what becomes of each, so that one holds the other. Not
 * thread-safe.
 */
public final class RowTally {

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

    private final class Counted implements Sheet {
        private final Sheet sheet;
        private @Nullable UnreadableTable failure;

        Counted(Sheet sheet) {
            this.sheet = sheet;
        }

        @Override
        public String file() {
            return sheet.file();
        }

        @Override
        public @Nullable String name() {
            return sheet.name();
        }

        @Override
        public char separator() {
            return sheet.separator();
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
