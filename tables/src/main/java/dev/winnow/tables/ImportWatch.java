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

/** Listens to an import, and decides what ambiguous headings mean. */
public interface ImportWatch {

    /** A table begins. */
    default void table(ImportedTable table) {}

    /**
     * The first rows of a table that begins, whatever becomes of them.
     *
     * @param rows what each says under each column
     */
    default void sample(ImportedTable table, Supplier<List<List<String>>> rows) {}

    /**
     * A table of which no headings are known, so that it is not read.
     *
     * @param table its likely columns, each with what it may give
     * @param rows what its first rows say under each
     */
    default void strange(ImportedTable table, List<List<String>> rows) {}

    /** A note that is no problem. */
    default void note(Problem note) {}

    /** A file, a table or a document has a problem; what it holds is not taken, as far as the problem reaches. */
    default void problem(Problem problem) {}

    /** A row was not taken. */
    default void refused(ImportedTable.RefusedRow row) {}

    /** A row holds no entry. */
    default void passedOver(ImportedTable.LeftRow row) {}

    /** A cell was read as something other than its text. */
    default void changed(CellChange change) {}

    /**
     * The meaning of a column: a property, or {@code -} to leave it out; null if it stays undecided, in which case its
     * table is refused.
     *
     * @param samples the first texts in the column
     */
    default @Nullable String meaning(ImportedTable table, Column column, List<String> samples) {
        return null;
    }

    /**
     * Whom the name of a project means that meets known ones: an id, or {@code new}; null if that stays undecided, in which case
     * its row is refused.
     *
     * @param candidates the names of those that it may be, by id
     */
    default @Nullable String known(
            ImportedTable table, Place place, String name, Map<String, List<String>> candidates) {
        return null;
    }

    /** Reports how many rows of all tables were read. */
    default void read(long rows) {}
}
