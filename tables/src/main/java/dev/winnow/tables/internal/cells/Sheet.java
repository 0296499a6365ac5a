package dev.winnow.tables.internal.cells;

import java.io.Closeable;
import java.io.IOException;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** A table whose rows are read one after another. */
public abstract class Sheet implements Closeable {

    private final String file;
    private final @Nullable String name;
    private final char separator;
    private final BitSet hidden;

    /**
     * @param file the file as the user gave it
     * @param name the sheet of a workbook; null for a file that is one table
     * @param separator separates the cells in a file of separated values, whose numbers are texts; 0 elsewhere
     * @param hidden the columns, from 1, that the sheet hides, which are read all the same
     */
    Sheet(String file, @Nullable String name, char separator, BitSet hidden) {
        this.file = file;
        this.name = name;
        this.separator = separator;
        this.hidden = hidden;
    }

    /** A sheet that reads its rows from another one. */
    protected Sheet(Sheet other) {
        this(other.file, other.name, other.separator, other.hidden);
    }

    public final String file() {
        return file;
    }

    public final @Nullable String name() {
        return name;
    }

    public final char separator() {
        return separator;
    }

    public final BitSet hidden() {
        return hidden;
    }

    /**
     * The next row, blank ones left out; null after the last.
     *
     * @throws UnreadableTable if the file cannot be read on
     */
    public abstract @Nullable Row next() throws IOException, UnreadableTable;
}
