package dev.winnow.model.internal.read;

import dev.winnow.model.internal.history.SourceFile;
import dev.winnow.model.source.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The entries of a universe's files as raw nodes, by list and id. */
public final class Entries {

    private final List<SourceFile> sourceFiles;
    private final Map<String, Node> overlaid;
    private final Map<String, Map<String, Node>> byList = new ConcurrentHashMap<>();

    /**
     * Creates the entries of files.
     *
     * @param overlaid the entries that include answers, by list and id; they replace those of the files
     */
    public Entries(List<SourceFile> sourceFiles, Map<String, Node> overlaid) {
        this.sourceFiles = sourceFiles;
        this.overlaid = overlaid;
    }

    /** Returns the entries of a list by id, the first for each id. */
    public Map<String, Node> of(String list) {
        return byList.computeIfAbsent(list, this::read);
    }

    private Map<String, Node> read(String list) {
        Map<String, Node> entries = new LinkedHashMap<>();
        for (SourceFile sourceFile : sourceFiles) {
            Node root = sourceFile.root();
            Node listed = root == null || !root.isMap() ? null : root.get(list);
            for (Node entry : listed == null ? List.<Node>of() : listed.items()) {
                String id = HistoryReader.id(entry);
                if (id != null) {
                    entries.putIfAbsent(id, overlaid.getOrDefault(list + " " + id, entry));
                }
            }
        }
        return entries;
    }

    /** Returns the metadata of the universe; null if there is none. */
    public @Nullable Node header() {
        for (SourceFile sourceFile : sourceFiles) {
            Node root = sourceFile.root();
            Node header = root == null || !root.isMap() || sourceFile.own() ? null : root.get("universe");
            if (header != null && header.isMap()) {
                return header;
            }
        }
        return null;
    }

    /** Returns the rows of a list within an entry, grouped by their key. */
    public static Map<String, List<Node>> rows(@Nullable Node entry, String list, List<String> key) {
        Map<String, List<Node>> rows = new LinkedHashMap<>();
        Node listed = entry == null ? null : entry.get(list);
        for (Node row : listed == null ? List.<Node>of() : listed.items()) {
            String name = key.stream()
                    .map(row::get)
                    .filter(Objects::nonNull)
                    .map(part -> shown(part))
                    .collect(Collectors.joining(", "));
            rows.computeIfAbsent(name, any -> new ArrayList<>()).add(row);
        }
        return rows;
    }

    /** Whether the value of a key is a list or missing in both entries; other values are compared as a whole. */
    public static boolean listed(Node one, Node other, String key) {
        Node some = one.get(key);
        Node others = other.get(key);
        return (some == null || some.isList()) && (others == null || others.isList());
    }

    /** Whether two nodes are equal apart from their layout. */
    public static boolean same(@Nullable Node one, @Nullable Node other) {
        return dump(one).equals(dump(other));
    }

    public static boolean same(List<Node> some, List<Node> others) {
        return some.stream()
                .map(Entries::dump)
                .toList()
                .equals(others.stream().map(Entries::dump).toList());
    }

    private static String dump(@Nullable Node node) {
        if (node == null || node.kind() == Node.Kind.NULL) {
            return "~";
        }
        StringBuilder text = new StringBuilder();
        node.dump(text);
        return text.toString();
    }

    /** Returns a node as YAML on one line. */
    public static String shown(Node node) {
        return switch (node.kind()) {
            case NULL -> "~";
            case SCALAR -> node.text().strip();
            case LIST -> node.items().stream().map(Entries::shown).collect(Collectors.joining(", ", "[", "]"));
            case MAP ->
                node.fields().values().stream()
                        .map(field -> field.key() + ": " + shown(field.value()))
                        .collect(Collectors.joining(", ", "{", "}"));
        };
    }
}
