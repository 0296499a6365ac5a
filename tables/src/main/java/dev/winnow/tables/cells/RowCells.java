package dev.winnow.tables.cells;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The cells of a row of a workbook while it is read. */
final class RowCells {

    private String[] texts = new String[32];
    private CellKind[] kinds = new CellKind[32];
    private int width;
    private boolean special;

    RowCells() {
        Arrays.fill(kinds, CellKind.PLAIN);
    }

    /** Begins a row: it has no cells yet. */
    void clear() {
        if (special) {
            Arrays.fill(kinds, 0, width, CellKind.PLAIN);
            special = false;
        }
        width = 0;
    }

    /** How many cells it has. */
    int width() {
        return width;
    }

    /** The text of a cell that it has, by its column from 1. */
    String text(int column) {
        return texts[column - 1];
    }

    /** What a cell is that it has, by its column from 1. */
    CellKind kind(int column) {
        return kinds[column - 1];
    }

    /** Gives a column from 1 a cell; those before it are empty where they had none. */
    void put(int column, String text, CellKind kind) {
        if (column > texts.length) {
            int length = Math.max(column, 2 * texts.length);
            int known = texts.length;
            texts = Arrays.copyOf(texts, length);
            kinds = Arrays.copyOf(kinds, length);
            Arrays.fill(kinds, known, length, CellKind.PLAIN);
        }
        while (width < column) {
            texts[width++] = "";
        }
        texts[column - 1] = text;
        if (special || kind != CellKind.PLAIN) {
            kinds[column - 1] = kind;
            special = true;
        }
    }

    /** The texts of all cells. */
    String[] texts() {
        return Arrays.copyOf(texts, width);
    }

    /** What each cell is; null if all are plain. */
    CellKind @Nullable [] kinds() {
        return special ? Arrays.copyOf(kinds, width) : null;
    }
}
