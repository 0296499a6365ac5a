package dev.winnow.tables.internal.cells;

import java.io.Closeable;
import java.io.IOException;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** A table read row by row. */
public abstract class Sheet implements Closeable {

    private final String file;
    private final @Nullable String name;
    private final char separator;
    private final BitSet hidden;

    /**
     * @param file the file as the user named it
     * @param name sheet of a workbook; null for a file with a single table
     * @param separator separator of a CSV file, whose numbers are texts; 0 for other files
     * @param hidden hidden columns, from 1, which are read too
     */
    Sheet(String file, @Nullable String name, char separator, BitSet hidden) {
        this.file = file;
        this.name = name;
        this.separator = separator;
        this.hidden = hidden;
    }

    /** A sheet that takes its rows from another one. */
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
     * The next row that is not blank; null after the last.
     *
     * @throws UnreadableTable if the rest of the file cannot be read
     */
    public abstract @Nullable Row next() throws IOException, UnreadableTable;
}
