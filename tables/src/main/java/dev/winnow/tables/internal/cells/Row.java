package dev.winnow.tables.internal.cells;

import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a table with the texts of its cells.
 *
 * @param number row number from 1, as in a spreadsheet
 * @param texts texts of the cells, from the first column; empty for blank cells
 * @param kinds kinds of the cells; empty if all are plain
 * @param hidden whether the spreadsheet hides the row
 * @param problems reasons to refuse the row regardless of its cells
 * @param own start of a record in a document; null for a row of a table, whose number gives its place
 * @param places places of the values of a record; empty if their columns give them
 */
public record Row(
        int number,
        List<String> texts,
        List<CellKind> kinds,
        boolean hidden,
        List<Problem> problems,
        @Nullable Place own,
        List<Place> places) {

    /** A row of plain cells. */
    Row(int number, List<String> texts, List<Problem> problems) {
        this(number, texts, List.of(), false, problems, null, List.of());
    }

    /** The place of a value of a record; null if its column gives it. */
    public @Nullable Place place(int column) {
        return column < 1 || column > places.size() ? own : places.get(column - 1);
    }

    /** Number of cells. */
    public int width() {
        return texts.size();
    }

    /** The text of a column, from 1. */
    public String text(int column) {
        return column <= texts.size() ? texts.get(column - 1) : "";
    }

    public CellKind kind(int column) {
        return column <= kinds.size() ? kinds.get(column - 1) : CellKind.PLAIN;
    }

    boolean isBlank() {
        return texts.stream().allMatch(String::isBlank);
    }
}
