package dev.winnow.tables.internal.answers;

import dev.winnow.model.source.Place;
import dev.winnow.model.universe.EntryKind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file of answers.
 *
 * @param place where it stands
 * @param kind what it is a row of; null if it is the answer to a question
 * @param headings of a row of a list, its headings; else empty
 * @param cells of a row of a list, its texts; else empty
 * @param columns of an answer to a question, what stands in each column
 */
record AnswerRow(
        Place place,
        @Nullable EntryKind kind,
        List<String> headings,
        List<String> cells,
        Map<AnswerColumn, Cell> columns) {

    /** A text and where it stands. */
    public record Cell(String text, Place place) {}

    public AnswerRow {
        headings = List.copyOf(headings);
        cells = List.copyOf(cells);
        columns = Map.copyOf(columns);
    }

    /** The text of a column; empty if nothing stands there. */
    String text(AnswerColumn column) {
        Cell cell = columns.get(column);
        return cell == null ? "" : cell.text();
    }

    /** Where a column stands; the row itself if it has none. */
    Place at(AnswerColumn column) {
        Cell cell = columns.get(column);
        return cell == null ? place : cell.place();
    }
}
