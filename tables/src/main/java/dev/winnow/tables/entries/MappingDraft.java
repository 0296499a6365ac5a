package dev.winnow.tables.entries;

import dev.winnow.tables.cells.YamlText;
import dev.winnow.tables.mapping.Mapping;
import dev.winnow.tables.meaning.Column;
import java.util.List;

/** A mapping to begin with, as text: what headings were understood as, and what is proposed for the others, which does not count. */
public final class MappingDraft {

    private MappingDraft() {}

    /** The text of a mapping of tables, each as it was understood. */
    public static String of(List<ImportedTable> tables) {
        StringBuilder yaml = new StringBuilder(
                "# What is behind `confirm` is proposed and does not count: write `to` in its place, or what is"
                        + " meant.\n");
        if (tables.size() == 1) {
            record(tables.get(0), "", yaml);
            return yaml.toString();
        }
        yaml.append("records:\n");
        for (ImportedTable table : tables) {
            int start = yaml.length();
            record(table, "    ", yaml);
            yaml.replace(start + 2, start + 4, "- ");
        }
        return yaml.toString();
    }

    private static void record(ImportedTable table, String indent, StringBuilder yaml) {
        String sheet = table.sheet();
        if (sheet != null) {
            yaml.append(indent).append("sheet: ").append(YamlText.of(sheet)).append('\n');
        }
        yaml.append(indent).append("kind: ").append(table.kind().name()).append('\n');
        yaml.append(indent).append("columns:\n");
        int first = yaml.length();
        for (Column column : table.columns()) {
            if (column.number() > 0 && column.state() != Column.State.IGNORED) {
                yaml.append(indent)
                        .append("  ")
                        .append(YamlText.of(column.heading()))
                        .append(": ")
                        .append(said(column))
                        .append('\n');
            }
        }
        if (yaml.length() == first) {
            yaml.insert(first - 1, " {}");
        }
    }

    private static String said(Column column) {
        String means = column.means();
        if (means != null) {
            return YamlText.of(means + (column.unit() == null ? "" : " [" + column.unit() + "]"));
        }
        if (column.state() == Column.State.LEFT_OUT) {
            return YamlText.of(Mapping.NOTHING);
        }
        String proposed =
                column.choices().isEmpty() ? Mapping.NOTHING : column.choices().get(0);
        return "{confirm: " + YamlText.item(proposed) + "}";
    }
}
