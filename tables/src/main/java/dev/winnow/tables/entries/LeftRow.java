package dev.winnow.tables.entries;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A row of a table's body that holds no entry and was passed over.
 *
 * @param table in which it stands
 * @param row its number
 * @param why what it is
 * @param cells its texts, from the first column
 */
public record LeftRow(ImportedTable table, int row, PassedOver why, List<String> cells) {

    public LeftRow {
        cells = List.copyOf(cells);
    }

    /** Its texts. */
    public String text() {
        return cells.stream()
                .filter(cell -> !cell.isBlank())
                .map(String::strip)
                .distinct()
                .collect(Collectors.joining(" | "));
    }
}
