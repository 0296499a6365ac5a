package dev.winnow.tables.internal.mapping;

import dev.winnow.model.source.Node;
import dev.winnow.model.source.YamlText;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a mapping as a file, in the short form if it only gives meanings of headings. */
final class MappingText {

    private final StringBuilder yaml = new StringBuilder();

    MappingText(RecordMap common, List<RecordMap> records, Map<String, Word> match) {
        boolean plain = records.isEmpty()
                && match.isEmpty()
                && common.columns().values().stream().allMatch(MappingText::isPlain)
                && common.equals(RecordMap.of(common.columns(), Map.of()));
        if (plain) {
            common.columns().forEach((heading, column) -> line("", heading, column(column)));
            return;
        }
        record("", common);
        if (!records.isEmpty()) {
            yaml.append("records:\n");
            for (RecordMap one : records) {
                int start = yaml.length();
                record("    ", one);
                if (yaml.length() == start) {
                    yaml.append("    columns: {}\n");
                }
                yaml.replace(start + 2, start + 4, "- ");
            }
        }
        words("", "match", match);
        if (!common.corrections().isEmpty()) {
            yaml.append("corrections:\n");
            common.corrections()
                    .forEach(one -> yaml.append("  - ").append(correction(one)).append('\n'));
        }
        if (common.columns().isEmpty() && records.isEmpty() && common.words().isEmpty()) {
            // Without a key of the full form, its keys would be read as headings.
            yaml.insert(
                    0,
                    match.isEmpty()
                                    && common.set().isEmpty()
                                    && common.corrections().isEmpty()
                            ? "columns: {}\n"
                            : "");
        }
    }

    private static boolean isPlain(ColumnMap column) {
        return column.confirmed()
                && column.words().isEmpty()
                && column.split() == null
                && column.note() == null
                && column.targets().size() == 1;
    }

    private void record(String indent, RecordMap map) {
        text(indent, "file", map.file());
        text(indent, "sheet", map.sheet());
        if (map.from() != null) {
            line(indent, "from", YamlText.of(map.from().toString()));
        }
        text(indent, "kind", map.kind());
        if (map.merge()) {
            line(indent, "merge", "true");
        }
        conditions(indent, "where", map.where());
        conditions(indent, "except", map.except());
        if (!map.columns().isEmpty()) {
            yaml.append(indent).append("columns:\n");
            map.columns().forEach((heading, column) -> line(indent + "  ", heading, column(column)));
        }
        words(indent, "words", map.words());
        if (!map.set().isEmpty()) {
            yaml.append(indent).append("set:\n");
            map.set()
                    .forEach((property, text) -> line(
                            indent + "  ",
                            property,
                            YamlText.of(text.said().text().strip())));
        }
        if (map.leaveRest()) {
            line(indent, "leave", MappingReader.REST);
        } else if (!map.leave().isEmpty()) {
            line(indent, "leave", flow(map.leave()));
        }
    }

    private void text(String indent, String key, @Nullable Node node) {
        if (node != null) {
            line(indent, key, YamlText.of(node.text().strip()));
        }
    }

    private void words(String indent, String key, Map<String, Word> words) {
        if (!words.isEmpty()) {
            yaml.append(indent).append(key).append(":\n");
            words.forEach((text, word) -> line(indent + "  ", text, word(word)));
        }
    }

    private void conditions(String indent, String key, List<RecordMap.RowCondition> conditions) {
        if (!conditions.isEmpty()) {
            yaml.append(indent).append(key).append(":\n");
            conditions.forEach(one -> line(
                    indent + "  ",
                    one.heading(),
                    one.texts().size() == 1 ? YamlText.of(one.texts().get(0)) : flow(one.texts())));
        }
    }

    private void line(String indent, String key, String value) {
        yaml.append(indent).append(YamlText.of(key)).append(": ").append(value).append('\n');
    }

    private static String word(Word word) {
        String text = YamlText.item(word.text());
        return word.confirmed() ? YamlText.of(word.text()) : "{" + MappingReader.CONFIRM + ": " + text + "}";
    }

    private static String column(ColumnMap column) {
        if (isPlain(column)) {
            return YamlText.of(column.meanings().get(0));
        }
        List<String> meanings = column.meanings();
        String target = meanings.size() == 1 ? YamlText.item(meanings.get(0)) : flow(meanings);
        if (column.confirmed() && column.words().isEmpty() && column.split() == null && column.note() == null) {
            return target;
        }
        StringBuilder text = new StringBuilder("{");
        if (!meanings.isEmpty()) {
            text.append(column.confirmed() ? "to" : MappingReader.CONFIRM)
                    .append(": ")
                    .append(target);
        }
        if (column.split() != null) {
            text.append(text.length() > 1 ? ", " : "").append("split: ").append(YamlText.item(column.split()));
        }
        if (!column.words().isEmpty()) {
            text.append(text.length() > 1 ? ", " : "")
                    .append("words: ")
                    .append(column.words().entrySet().stream()
                            .map(one -> YamlText.item(one.getKey()) + ": "
                                    + (one.getValue().confirmed()
                                            ? YamlText.item(one.getValue().text())
                                            : word(one.getValue())))
                            .collect(Collectors.joining(", ", "{", "}")));
        }
        if (column.note() != null) {
            text.append(text.length() > 1 ? ", " : "").append("note: ").append(YamlText.item(column.note()));
        }
        return text.append('}').toString();
    }

    private static String correction(CellCorrection one) {
        return "{"
                + (one.sheet() == null ? "" : "sheet: " + YamlText.item(one.sheet()) + ", ")
                + "cell: " + one.address() + ", was: " + YamlText.item(one.was()) + ", text: "
                + YamlText.item(one.text()) + "}";
    }

    private static String flow(List<String> texts) {
        return texts.stream().map(YamlText::item).collect(Collectors.joining(", ", "[", "]"));
    }

    @Override
    public String toString() {
        return yaml.toString();
    }
}
