package dev.winnow.tables.internal.answers;

import dev.winnow.model.source.Place;
import dev.winnow.model.universe.EntryKind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of an answer file.
 *
 * @param place place of the row
 * @param kind kind of a row of a list; null for the answer to a question
 * @param headings headings of a row of a list; otherwise empty
 * @param cells texts of a row of a list; otherwise empty
 * @param columns cells of an answer to a question, by column
 */
record AnswerRow(
        Place place,
        @Nullable EntryKind kind,
        List<String> headings,
        List<String> cells,
        Map<AnswerColumn, Cell> columns) {

    /** A text and its place. */
    public record Cell(String text, Place place) {}

    public AnswerRow {
        headings = List.copyOf(headings);
        cells = List.copyOf(cells);
        columns = Map.copyOf(columns);
    }

    /** The text of a column; empty if the cell is empty. */
    String text(AnswerColumn column) {
        Cell cell = columns.get(column);
        return cell == null ? "" : cell.text();
    }

    /** The place of a column; that of the row if the column is missing. */
    Place at(AnswerColumn column) {
        Cell cell = columns.get(column);
        return cell == null ? place : cell.place();
    }
}
