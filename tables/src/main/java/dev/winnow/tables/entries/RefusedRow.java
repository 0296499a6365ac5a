package dev.winnow.tables.entries;

import dev.winnow.model.source.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row that was not taken.
 *
 * @param table in which it stands
 * @param row its number
 * @param holder the id of the entry in which it would stand; null if in the universe itself, or if that is not known
 * @param cells what it says under each column of the table, as a mapping puts it, its numbers with decimal points
 * @param problems why
 */
public record RefusedRow(
        ImportedTable table, int row, @Nullable String holder, List<String> cells, List<Problem> problems) {

    public RefusedRow {
        cells = List.copyOf(cells);
        problems = List.copyOf(problems);
    }
}
