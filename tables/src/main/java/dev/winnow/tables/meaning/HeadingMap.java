package dev.winnow.tables.meaning;

import dev.winnow.model.source.Document;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.tables.cells.TextFolding;
import dev.winnow.tables.cells.YamlText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The meanings that a user gives to headings: {@code 投资额=investment [bn yuan]}, {@code 电话=-} to leave a column out. Of
 * columns with the same heading the second is {@code 投资额#2}. Immutable.
 */
public final class HeadingMap {

    /** What leaves a column out. */
    public static final String NOTHING = "-";

    /** An empty map. */
    public static final HeadingMap NONE = new HeadingMap(Map.of());

    private final Map<String, String> meanings;

    private HeadingMap(Map<String, String> meanings) {
        this.meanings = new LinkedHashMap<>(meanings);
    }

    /** The file beside a table with the meanings of its headings: {@code list.xlsx.map.yaml}. */
    public static Path beside(Path table) {
        return table.resolveSibling(table.getFileName() + ".map.yaml");
    }

    /** Reads the file beside a table, if there is one. */
    public static HeadingMap readBeside(Path table, List<Problem> problems) {
        Path file = beside(table);
        return Files.isRegularFile(file) ? read(file, problems) : NONE;
    }

    /** Reads a file that {@link #toYaml} wrote. */
    public static HeadingMap read(Path file, List<Problem> problems) {
        Node root = Document.read(file, problems);
        Map<String, String> meanings = new LinkedHashMap<>();
        if (root != null && root.isMap()) {
            root.fields().values().forEach(field -> {
                String meaning = root.optionalText(field.key(), problems);
                if (meaning != null) {
                    meanings.put(field.key(), meaning);
                }
            });
        } else if (root != null) {
            problems.add(root.problem(
                    Message.of(
                            "a map of headings has keys; it is not %s",
                            root.kind().words()),
                    null));
        }
        return new HeadingMap(meanings);
    }

    /** This with one more entry: {@code heading=property}; null if it has no equals sign. */
    public @Nullable HeadingMap and(String entry) {
        int equals = entry.lastIndexOf('=');
        return equals < 1 ? null : and(entry.substring(0, equals), TextFolding.strip(entry.substring(equals + 1)));
    }

    /** This with one more heading. */
    public HeadingMap and(String heading, String meaning) {
        Map<String, String> more = new LinkedHashMap<>(meanings);
        more.put(heading, meaning);
        return new HeadingMap(more);
    }

    /** This with the entries of another, which take precedence. */
    public HeadingMap and(HeadingMap other) {
        Map<String, String> more = new LinkedHashMap<>(meanings);
        more.putAll(other.meanings);
        return new HeadingMap(more);
    }

    /** Whether it is empty. */
    public boolean isEmpty() {
        return meanings.isEmpty();
    }

    /** As a file. */
    public String toYaml() {
        StringBuilder yaml = new StringBuilder();
        meanings.forEach((heading, meaning) -> yaml.append(YamlText.of(heading))
                .append(": ")
                .append(YamlText.of(meaning))
                .append('\n'));
        return yaml.toString();
    }

    /** The headings that it has, as they were given. */
    Map<String, String> all() {
        return meanings;
    }

    /**
     * The meaning of the nth column with a heading; null if none is given.
     *
     * @param nth from 1
     */
    @Nullable
    String meaning(String heading, int nth) {
        String folded = TextFolding.of(heading);
        for (Map.Entry<String, String> one : meanings.entrySet()) {
            if (folded(one.getKey()).equals(folded) && nth(one.getKey()) == nth) {
                return one.getValue();
            }
        }
        return null;
    }

    static String folded(String heading) {
        return TextFolding.of(heading.replaceFirst("#\\d+$", ""));
    }

    static int nth(String heading) {
        return heading.matches("(?s).*#\\d{1,4}$")
                ? Integer.parseInt(heading.substring(heading.lastIndexOf('#') + 1))
                : 1;
    }
}
