package dev.winnow.tables.entries;

import dev.winnow.tables.headings.Column;
import dev.winnow.tables.headings.Meanings;
import dev.winnow.tables.mapping.ColumnMap;
import dev.winnow.tables.mapping.Mapping;
import dev.winnow.tables.mapping.RecordMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A mapping to begin with, as text: what headings and paths were understood as, and what is proposed for the others and for values
 * that name nothing known, which does not count.
 */
public final class MappingDraft {

    private static final String ABOUT =
            "# What is behind `confirm` is proposed and does not count: write `to` in its place, or the word alone, or"
                    + " what is meant.\n";

    private MappingDraft() {}

    /**
     * The text of a mapping of tables, each as it was understood.
     *
     * @param paths where a document holds records, those that were read first; none of a table
     */
    public static String of(List<ImportedTable> tables, ProposedWords words, List<String> paths) {
        String others = paths.size() < 2
                ? ""
                : paths.stream()
                        .skip(1)
                        .map(path -> "`" + path + "`")
                        .collect(Collectors.joining(", ", "# It holds records at other paths, too: ", ".\n"));
        List<RecordMap> records = tables.stream()
                .map(table -> record(table, paths.isEmpty() ? null : paths.get(0), words))
                .toList();
        return ABOUT + others + Mapping.ofRecords(records).toYaml();
    }

    private static RecordMap record(ImportedTable table, @Nullable String from, ProposedWords words) {
        Map<String, ColumnMap> columns = new LinkedHashMap<>();
        for (Column column : table.columns()) {
            if (column.number() > 0 && column.state() != Column.State.IGNORED) {
                String heading = column.heading();
                for (int nth = 2; columns.containsKey(heading); nth++) {
                    heading = column.heading() + "#" + nth;
                }
                columns.put(heading, said(table, column, words));
            }
        }
        return RecordMap.draft(table.sheet(), from, table.kind().name(), columns);
    }

    private static ColumnMap said(ImportedTable table, Column column, ProposedWords words) {
        Map<String, String> unknown = words.of(table, column);
        String means = column.means();
        if (means != null) {
            return ColumnMap.draft(means + (column.unit() == null ? "" : " [" + column.unit() + "]"), true, unknown);
        }
        String proposed = proposed(table, column);
        return column.state() == Column.State.LEFT_OUT
                ? ColumnMap.draft(Mapping.NOTHING, true, Map.of())
                : ColumnMap.draft(proposed == null ? Mapping.NOTHING : proposed, false, unknown);
    }

    /** What is proposed that a column gives; null if nothing is. */
    static @Nullable String proposed(ImportedTable table, Column column) {
        if (column.state() == Column.State.LEFT_OUT || column.state() == Column.State.IGNORED || column.number() == 0) {
            return null;
        }
        List<String> choices =
                column.choices().isEmpty() ? new Meanings(table.kind()).ofPath(column.heading()) : column.choices();
        return choices.isEmpty() ? null : choices.get(0);
    }
}
