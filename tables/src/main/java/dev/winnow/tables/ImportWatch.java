package dev.winnow.tables;

import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.tables.internal.cells.CellChange;
import dev.winnow.tables.internal.entries.ImportedTable;
import dev.winnow.tables.internal.headings.Column;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Observes an import and decides what ambiguous headings mean. */
public interface ImportWatch {

    /** Called when a table begins. */
    default void table(ImportedTable table) {}

    /**
     * Called with the first rows of a table, even if the table is refused later.
     *
     * @param rows texts of each row, by column
     */
    default void sample(ImportedTable table, Supplier<List<List<String>>> rows) {}

    /**
     * Called for a table without known headings, which is not read.
     *
     * @param table its probable columns, with the properties they may give
     * @param rows texts of its first rows, by column
     */
    default void strange(ImportedTable table, List<List<String>> rows) {}

    /** Called with a note that is not a problem. */
    default void note(Problem note) {}

    /** Called when a file, table or document has a problem; the affected part is not taken. */
    default void problem(Problem problem) {}

    /** Called when a row is refused. */
    default void refused(ImportedTable.RefusedRow row) {}

    /** Called when a row contains no entry. */
    default void passedOver(ImportedTable.LeftRow row) {}

    /** Called when the value of a cell differs from its text. */
    default void changed(CellChange change) {}

    /**
     * Returns the meaning of a column: a property, or {@code -} to leave it out. Null leaves it open, and the table is
     * refused.
     *
     * @param samples the first texts of the column
     */
    default @Nullable String meaning(ImportedTable table, Column column, List<String> samples) {
        return null;
    }

    /**
     * Returns the entry that a name similar to known names means: an id, or {@code new}. Null leaves it open, and the
     * row is refused.
     *
     * @param candidates names of the possible entries, by id
     */
    default @Nullable String known(
            ImportedTable table, Place place, String name, Map<String, List<String>> candidates) {
        return null;
    }

    /** Called with the number of rows read from all tables so far. */
    default void read(long rows) {}
}
