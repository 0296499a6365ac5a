package dev.winnow.tables.internal.cells;

import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a table with the texts of its cells.
 *
 * @param number from 1, as a spreadsheet counts
 * @param texts the texts of its cells, from the first column; empty where nothing stands
 * @param kinds the kind of each cell; none if all are plain
 * @param hidden whether a spreadsheet hides it
 * @param problems why it cannot be taken, whatever its cells say; empty if nothing is wrong with it as a whole
 * @param own where a record of a document begins; null for a row of a table, whose place its number gives
 * @param places where each value of a record stands; none where its column says it
 */
public record Row(
        int number,
        List<String> texts,
        List<CellKind> kinds,
        boolean hidden,
        List<Problem> problems,
        @Nullable Place own,
        List<Place> places) {

    /** A row whose cells are plain. */
    Row(int number, List<String> texts, List<Problem> problems) {
        this(number, texts, List.of(), false, problems, null, List.of());
    }

    /** Where a value of a record stands; null where its column says it. */
    public @Nullable Place place(int column) {
        return column < 1 || column > places.size() ? own : places.get(column - 1);
    }

    /** The number of its cells. */
    public int width() {
        return texts.size();
    }

    /** The text of a column from 1. */
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
