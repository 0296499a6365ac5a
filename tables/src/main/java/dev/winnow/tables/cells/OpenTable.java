package dev.winnow.tables.cells;

import dev.winnow.model.universe.EntryKind;
import org.jspecify.annotations.Nullable;

/**
 * A table that is open.
 *
 * @param sheet its rows
 * @param called what it is called: the name of its sheet, else of its file
 * @param kind what its rows are; null to find out
 */
public record OpenTable(
        Sheet sheet, String called, @Nullable EntryKind kind) {}
