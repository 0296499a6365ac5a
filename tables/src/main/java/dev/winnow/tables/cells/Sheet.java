package dev.winnow.tables.cells;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One table: its rows, one after another. */
public interface Sheet extends Closeable {

    /** The file as the user gave it. */
    String file();

    /** The sheet of a workbook; null for a file that is one table. */
    @Nullable
    String name();

    /** What parts the cells in a file of separated values, whose numbers are texts; 0 elsewhere. */
    default char separator() {
        return 0;
    }

    /**
     * The next row, blank ones left out; null after the last.
     *
     * @throws UnreadableTable if the file cannot be read on
     */
    @Nullable
    Row next() throws IOException, UnreadableTable;
}
