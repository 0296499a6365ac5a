package dev.winnow.tables.meaning;

import dev.winnow.model.universe.EntryKind;
import dev.winnow.tables.cells.Row;
import java.util.List;

/**
 * The head of a table: what its rows are, and what its columns mean.
 *
 * @param kind what a row is
 * @param row the row of the headings, the lower of two
 * @param columns those with a heading
 * @param above the rows above the headings that hold a text
 * @param read rows that were read to find the head and belong to the body
 */
public record Head(EntryKind kind, int row, List<Column> columns, List<Integer> above, List<Row> read) {

    boolean isOpen() {
        return columns.stream().anyMatch(Column::isOpen);
    }

    /** The number of the last column with a heading. */
    public int width() {
        return columns.stream().mapToInt(Column::number).max().orElse(0);
    }
}
