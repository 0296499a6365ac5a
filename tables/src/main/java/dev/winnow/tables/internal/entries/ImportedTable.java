package dev.winnow.tables.internal.entries;

import dev.winnow.model.source.Language;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.tables.internal.headings.Column;
import dev.winnow.tables.internal.headings.HeadingCatalogue;
import dev.winnow.tables.internal.headings.Key;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table with the meaning of its columns, before its rows are read.
 *
 * @param file as the user gave it
 * @param sheet the sheet of a workbook; null for a file that is one table
 * @param kind what its rows are
 * @param headings the row in which the headings stand; 0 where records have keys
 * @param above rows above the headings that hold a text and are no entries
 * @param columns its columns
 */
public record ImportedTable(
        String file, @Nullable String sheet, EntryKind kind, int headings, List<Integer> above, List<Column> columns) {

    public ImportedTable {
        above = List.copyOf(above);
        columns = List.copyOf(columns);
    }

    /** The display name of what a column means; null if it is not taken. */
    public @Nullable String meaning(Column column, Language language) {
        String means = column.means();
        return means == null ? null : propertyName(means, language);
    }

    /** The display name of a property. */
    public String propertyName(String property, Language language) {
        Key key = Key.parse(property, kind);
        return key == null ? property : HeadingCatalogue.get().heading(kind, key, language);
    }

    /** Where it stands. */
    public Place place() {
        return Place.cell(file, sheet, 0, 0);
    }

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
}
