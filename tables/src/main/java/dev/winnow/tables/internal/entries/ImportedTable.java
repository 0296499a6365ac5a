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
 * A table with the meanings of its columns, before its rows are read.
 *
 * @param file the file as the user named it
 * @param sheet sheet of a workbook; null for a file with a single table
 * @param kind kind of the rows
 * @param headings row of the headings; 0 for records with keys
 * @param above rows above the headings that contain text and are not entries
 * @param columns the columns
 */
public record ImportedTable(
        String file, @Nullable String sheet, EntryKind kind, int headings, List<Integer> above, List<Column> columns) {

    public ImportedTable {
        above = List.copyOf(above);
        columns = List.copyOf(columns);
    }

    /** The display name of a column's meaning; null if the column is not taken. */
    public @Nullable String meaning(Column column, Language language) {
        String means = column.means();
        return means == null ? null : propertyName(means, language);
    }

    /** The display name of a property. */
    public String propertyName(String property, Language language) {
        Key key = Key.parse(property, kind);
        return key == null ? property : HeadingCatalogue.get().heading(kind, key, language);
    }

    /** The column with a number; null if there is none. */
    public @Nullable Column column(int number) {
        return columns.stream()
                .filter(column -> column.number() == number)
                .findFirst()
                .orElse(null);
    }

    /** The place of the table. */
    public Place place() {
        return Place.cell(file, sheet, 0, 0);
    }

    /**
     * A row without an entry that was passed over.
     *
     * @param table table of the row
     * @param row row number
     * @param why what the row is
     * @param cells texts, from the first column
     */
    public record LeftRow(ImportedTable table, int row, PassedOver why, List<String> cells) {

        public LeftRow {
            cells = List.copyOf(cells);
        }

        /** The texts of the row, joined. */
        public String text() {
            return cells.stream()
                    .filter(cell -> !cell.isBlank())
                    .map(String::strip)
                    .distinct()
                    .collect(Collectors.joining(" | "));
        }
    }

    /**
     * A refused row.
     *
     * @param table table of the row
     * @param row row number
     * @param holder id of the entry that would contain its entry; null for the universe itself, or if it is unknown
     * @param id id of its entry; null if it has none
     * @param cells values by column of the table, with the replacements of the mapping and with decimal points
     * @param problems reasons of the refusal
     */
    public record RefusedRow(
            ImportedTable table,
            int row,
            @Nullable String holder,
            @Nullable String id,
            List<String> cells,
            List<Problem> problems) {

        public RefusedRow {
            cells = List.copyOf(cells);
            problems = List.copyOf(problems);
        }
    }
}
