package dev.winnow.tables.cells;

import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of a table with the texts of its cells. The arrays are never modified. */
public final class Row {

    private final int number;
    private final String[] cells;
    private final CellKind @Nullable [] kinds;
    private final boolean hidden;
    private final List<Problem> problems;
    private final @Nullable Place own;
    private final @Nullable Place @Nullable [] places;

    /**
     * A row.
     *
     * @param number from 1, as a spreadsheet counts
     * @param cells the texts of its cells, from the first column; empty where nothing stands
     * @param kinds what each cell is; null if all are plain
     * @param hidden whether a spreadsheet hides it
     */
    Row(int number, String[] cells, CellKind @Nullable [] kinds, boolean hidden) {
        this(number, cells, kinds, hidden, List.of());
    }

    /** @param problems why it cannot be taken, whatever its cells say */
    Row(int number, String[] cells, CellKind @Nullable [] kinds, boolean hidden, List<Problem> problems) {
        this(number, cells, kinds, hidden, problems, null, null);
    }

    private Row(
            int number,
            String[] cells,
            CellKind @Nullable [] kinds,
            boolean hidden,
            List<Problem> problems,
            @Nullable Place own,
            @Nullable Place @Nullable [] places) {
        this.number = number;
        this.cells = cells;
        this.kinds = kinds;
        this.hidden = hidden;
        this.problems = problems;
        this.own = own;
        this.places = places;
    }

    /**
     * A record of a document as a row.
     *
     * @param problems why it cannot be taken, whatever its cells say
     * @param own where it begins
     * @param places where each of its values stands; null where there is none
     */
    static Row ofRecord(int number, String[] cells, List<Problem> problems, Place own, @Nullable Place[] places) {
        return new Row(number, cells, null, false, problems, own, places);
    }

    /** Where a record of a document begins; null for a row of a table, whose place its number gives. */
    public @Nullable Place own() {
        return own;
    }

    /** Where a value of a record stands; null where its column says it. */
    public @Nullable Place place(int column) {
        return places == null || column < 1 || column > places.length ? own : places[column - 1];
    }

    public int number() {
        return number;
    }

    /** How many cells it has. */
    public int width() {
        return cells.length;
    }

    public boolean hidden() {
        return hidden;
    }

    /** The text of a column from 1. */
    public String text(int column) {
        return column <= cells.length ? cells[column - 1] : "";
    }

    public CellKind kind(int column) {
        return kinds == null || column > kinds.length ? CellKind.PLAIN : kinds[column - 1];
    }

    /** Why it cannot be taken, whatever its cells say; empty if nothing is wrong with it as a whole. */
    public List<Problem> problems() {
        return problems;
    }

    public List<String> texts() {
        return List.of(cells);
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
