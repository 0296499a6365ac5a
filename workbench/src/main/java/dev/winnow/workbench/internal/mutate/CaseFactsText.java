package dev.winnow.workbench.internal.mutate;

import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Converts facts between YAML and trees of maps, lists and texts, which, unlike a {@link Node}, are mutable. */
final class CaseFactsText {

    private static final int WIDTH = 116;
    private static final Place NOWHERE = Place.file("case");

    private CaseFactsText() {}

    /** Returns the content of a node as a mutable tree. */
    static Object tree(Node node) {
        if (node.isMap()) {
            Map<String, Object> map = new LinkedHashMap<>();
            node.fields().forEach((key, field) -> map.put(key, tree(field.value())));
            return map;
        }
        return node.isList()
                ? new ArrayList<>(node.items().stream().map(CaseFactsText::tree).toList())
                : node.text();
    }

    /** Returns a mutable copy. */
    static Object copy(Object tree) {
        if (tree instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((key, value) -> copy.put((String) key, copy(value)));
            return copy;
        }
        return tree instanceof List<?> list
                ? new ArrayList<Object>(list.stream().map(CaseFactsText::copy).toList())
                : tree;
    }

    static Node node(Object tree) {
        if (tree instanceof Map<?, ?> map) {
            List<Node.Field> fields = new ArrayList<>();
            map.forEach((key, value) -> fields.add(new Node.Field((String) key, NOWHERE, node(value))));
            return Node.map(NOWHERE, fields);
        }
        return tree instanceof List<?> list
                ? Node.list(NOWHERE, list.stream().map(CaseFactsText::node).toList())
                : Node.scalar(NOWHERE, (String) tree);
    }

    /** Returns the number of values in a tree. */
    static int size(Object tree) {
        if (tree instanceof Map<?, ?> map) {
            return 1 + map.values().stream().mapToInt(CaseFactsText::size).sum() + map.size();
        }
        return tree instanceof List<?> list
                ? 1 + list.stream().mapToInt(CaseFactsText::size).sum()
                : 1;
    }

    /** Returns the lines of a key and its value: one line if it fits, else one per nested entry. */
    static List<String> lines(String key, Object value, int indent) {
        String flow = key + ": " + flow(value);
        List<String> lines = new ArrayList<>();
        boolean fits = indent + flow.length() <= WIDTH;
        if (fits || value instanceof String) {
            lines.add(" ".repeat(indent) + flow);
        } else if (value instanceof Map<?, ?> map) {
            lines.add(" ".repeat(indent) + key + ":");
            map.forEach((inner, one) -> lines.addAll(lines((String) inner, one, indent + 2)));
        } else if (value instanceof List<?> list) {
            lines.add(" ".repeat(indent) + key + ":");
            list.forEach(one -> lines.add(" ".repeat(indent + 2) + "- " + flow(one)));
        }
        return lines;
    }

    /** Returns a value on one line. */
    static String flow(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + flow(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return value instanceof List<?> list
                ? list.stream().map(CaseFactsText::flow).collect(Collectors.joining(", ", "[", "]"))
                : scalar((String) value);
    }

    /** Returns a text, quoted if YAML would read it as something else. */
    static String scalar(String text) {
        boolean plain = text.matches("[\\p{L}\\p{N}][\\p{L}\\p{N} .%/()<>=$+*–—’;-]*[\\p{L}\\p{N}.%)]|[\\p{L}\\p{N}]")
                && !text.contains(" #")
                && !text.matches("(?i)true|false|null|yes|no|on|off|~");
        boolean flag = text.equals("true") || text.equals("false");
        return plain || flag ? text : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** Returns a text for a line of its own, where a comma needs no quotes. */
    static String line(String text) {
        boolean plain = text.matches("[\\p{L}\\p{N}][^#:\"'`\\\\]*[^#:\"'`\\\\ ]");
        return plain ? text : scalar(text);
    }
}
