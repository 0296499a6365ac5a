package dev.winnow.tables;

import org.jspecify.annotations.Nullable;

/**
 * A row of a table as it stands there.
 *
 * @param number from 1, as a spreadsheet counts
 * @param cells the texts of its cells, from the first column; empty where nothing stands
 * @param kinds what each cell is; null if all are texts
 * @param hidden whether a spreadsheet hides it
 */
record Row(
        int number,
        String[] cells,
        CellKind @Nullable [] kinds,
        boolean hidden) {

    String text(int column) {
        return column <= cells.length ? cells[column - 1] : "";
    }

    CellKind kind(int column) {
        return kinds == null || column > kinds.length ? CellKind.PLAIN : kinds[column - 1];
    }

    boolean isBlank() {
        for (String cell : cells) {
            if (!cell.isBlank()) {
                return false;
            }
        }
        return true;
    }
}
