package dev.winnow.tables;

import dev.winnow.model.Problem;
import java.util.List;

/**
 * A row that was not taken.
 *
 * @param table in which it stands
 * @param row its number
 * @param cells its texts, from the first column
 * @param problems why
 */
public record RefusedRow(ImportedTable table, int row, List<String> cells, List<Problem> problems) {

    public RefusedRow {
        cells = List.copyOf(cells);
        problems = List.copyOf(problems);
    }
}
