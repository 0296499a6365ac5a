package dev.winnow.tables.entries;

import dev.winnow.tables.cells.YamlText;
import dev.winnow.tables.mapping.Mapping;
import dev.winnow.tables.meaning.Column;
import dev.winnow.tables.meaning.Meanings;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A mapping to begin with, as text: what headings and paths were understood as, and what is proposed for the others and for values
 * that name nothing known, which does not count.
 */
public final class MappingDraft {

    private final ProposedWords words;
    private final StringBuilder yaml = new StringBuilder(
            "# What is behind `confirm` is proposed and does not count: write `to` in its place, or the word alone, or"
                    + " what is meant.\n");

    private MappingDraft(ProposedWords words) {
        this.words = words;
    }

    /**
     * The text of a mapping of tables, each as it was understood.
     *
     * @param paths where a document holds records, those that were read first; none of a table
     */
    public static String of(List<ImportedTable> tables, ProposedWords words, List<String> paths) {
        MappingDraft draft = new MappingDraft(words);
        draft.write(tables, paths);
        return draft.yaml.toString();
    }

    private void write(List<ImportedTable> tables, List<String> paths) {
        if (paths.size() > 1) {
            yaml.append("# It holds records at other paths, too: ")
                    .append(paths.stream().skip(1).map(path -> "`" + path + "`").collect(Collectors.joining(", ")))
                    .append(".\n");
        }
        String from = paths.isEmpty() ? null : paths.get(0);
        if (tables.size() == 1) {
            record(tables.get(0), from, "");
            return;
        }
        yaml.append("records:\n");
        for (ImportedTable table : tables) {
            int start = yaml.length();
            record(table, from, "    ");
            yaml.replace(start + 2, start + 4, "- ");
        }
    }

    private void record(ImportedTable table, @Nullable String from, String indent) {
        String sheet = table.sheet();
        if (sheet != null) {
            yaml.append(indent).append("sheet: ").append(YamlText.of(sheet)).append('\n');
        }
        if (from != null) {
            yaml.append(indent).append("from: ").append(YamlText.of(from)).append('\n');
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
                        .append(said(table, column))
                        .append('\n');
            }
        }
        if (yaml.length() == first) {
            yaml.insert(first - 1, " {}");
        }
    }

    private String said(ImportedTable table, Column column) {
        String means = column.means();
        if (means != null) {
            String target = means + (column.unit() == null ? "" : " [" + column.unit() + "]");
            Map<String, String> unknown = words.of(table, column);
            return unknown.isEmpty()
                    ? YamlText.of(target)
                    : "{to: " + YamlText.item(target) + ", words: " + proposed(unknown) + "}";
        }
        if (column.state() == Column.State.LEFT_OUT) {
            return YamlText.of(Mapping.NOTHING);
        }
        String proposed = proposed(table, column);
        Map<String, String> unknown = words.of(table, column);
        return unknown.isEmpty()
                ? confirm(proposed == null ? Mapping.NOTHING : proposed)
                : "{confirm: " + YamlText.item(String.valueOf(proposed)) + ", words: " + proposed(unknown) + "}";
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

    private static String proposed(Map<String, String> words) {
        return words.entrySet().stream()
                .map(word -> YamlText.item(word.getKey()) + ": " + confirm(word.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String confirm(String proposed) {
        return "{confirm: " + YamlText.item(proposed) + "}";
    }
}
