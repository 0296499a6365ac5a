package dev.winnow.tables.entries;

import dev.winnow.model.source.Language;
import dev.winnow.model.source.Place;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.tables.headings.Column;
import dev.winnow.tables.headings.HeadingCatalogue;
import dev.winnow.tables.headings.Key;
import java.util.List;
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
}
