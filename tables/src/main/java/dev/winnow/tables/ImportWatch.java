package dev.winnow.tables;

import dev.winnow.model.source.Problem;
import dev.winnow.tables.cells.CellChange;
import dev.winnow.tables.entries.ImportedTable;
import dev.winnow.tables.entries.RefusedRow;
import dev.winnow.tables.meaning.Column;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hears what becomes of tables while they are read; and is asked what headings mean that can mean several things. */
public interface ImportWatch {

    /** A table begins. */
    default void table(ImportedTable table) {}

    /** Something to know that hinders nothing. */
    default void note(Problem note) {}

    /** A file, a table or a document has a problem; what it holds is not taken, as far as the problem reaches. */
    default void problem(Problem problem) {}

    /** A row was not taken. */
    default void refused(RefusedRow row) {}

    /** A cell was read as something other than its text. */
    default void changed(CellChange change) {}

    /**
     * What a column means: a property, {@code -} to leave it out; null if nobody says, and its table is refused.
     *
     * @param samples the first texts in the column
     */
    default @Nullable String meaning(ImportedTable table, Column column, List<String> samples) {
        return null;
    }

    /** So many rows were read of all tables. */
    default void read(long rows) {}
}
