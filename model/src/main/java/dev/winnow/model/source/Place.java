package dev.winnow.model.source;

import org.jspecify.annotations.Nullable;

/**
 * A place in a file: its line and column; in a workbook the sheet, row and column.
 *
 * @param file the path as the user gave it, with forward slashes
 * @param sheet the sheet of a workbook; null in every other file
 * @param line the line, or the row of a table, from 1; 0 for the whole file or sheet
 * @param column from 1, in characters, or in cells of a table; 0 for the whole line
 * @param text the source line, for the caret; null if there is none to show
 */
public record Place(
        String file,
        @Nullable String sheet,
        int line,
        int column,
        @Nullable String text) implements Comparable<Place> {

    private static final int LETTERS = 26;

    /** Creates a place in a text file. */
    public Place(String file, int line, int column, @Nullable String text) {
        this(file, null, line, column, text);
    }

    /**
     * Returns the place of a cell of a table.
     *
     * @param sheet the sheet of a workbook; null for a file with a single table
     */
    public static Place cell(String file, @Nullable String sheet, int row, int column) {
        return new Place(file, sheet, row, column, null);
    }

    /** Returns the letters of a workbook's column, which is numbered from 1: {@code A}, {@code AB}. */
    public static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest > 0; rest = (rest - 1) / LETTERS) {
            letters.insert(0, (char) ('A' + (rest - 1) % LETTERS));
        }
        return letters.toString();
    }

    /** Returns the place of a file as a whole. */
    public static Place file(String file) {
        return new Place(file, 0, 0, null);
    }

    /** Compares file, sheet, line and column. */
    @Override
    public int compareTo(Place other) {
        int order = file.compareTo(other.file);
        if (order == 0) {
            order = (sheet == null ? "" : sheet).compareTo(other.sheet == null ? "" : other.sheet);
        }
        if (order == 0) {
            order = Integer.compare(line, other.line);
        }
        return order == 0 ? Integer.compare(column, other.column) : order;
    }

    /** Returns {@code file:line:column}, in a workbook {@code file:sheet!B7}, without parts that are 0. */
    @Override
    public String toString() {
        if (sheet != null) {
            return file + ":" + sheet + (line > 0 ? "!" + letters(column) + line : "");
        }
        return file + (line > 0 ? ":" + line + (column > 0 ? ":" + column : "") : "");
    }
}
