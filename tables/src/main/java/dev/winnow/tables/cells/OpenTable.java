package dev.winnow.tables.cells;

import dev.winnow.model.universe.EntryKind;
import org.jspecify.annotations.Nullable;

/**
 * A table that is open.
 *
 * @param sheet its rows
 * @param called what it is called: the name of its sheet, else of its file
 * @param kind what its rows are; null to find out
 * @param hidden the columns that its sheet hides, which are read all the same
 */
public record OpenTable(
        Sheet sheet, String called, @Nullable EntryKind kind, HiddenColumns hidden) {

    /** One that hides nothing. */
    public OpenTable(Sheet sheet, String called, @Nullable EntryKind kind) {
        this(sheet, called, kind, HiddenColumns.NONE);
    }
}
