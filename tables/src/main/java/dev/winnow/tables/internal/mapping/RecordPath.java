package dev.winnow.tables.internal.mapping;

import dev.winnow.model.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Path to the records in a document: {@code fabs}, {@code companies[].sites}, {@code fabs.*} for the values of an
 * object with names as keys. {@code []} enters a list and may be omitted after the last key. {@code .} is the document
 * itself. A backslash before a point makes the point part of a key. Immutable.
 */
public final class RecordPath {

    private static final String EACH = "[]";
    private static final String ANY = "*";

    /** Maximum depth at which records are searched for. */
    private static final int DEEPEST = 6;

    /**
     * A record.
     *
     * @param node the content
     * @param key the key in an object of records; null for an item of a list
     * @param outer the record that contains it; null if there is none
     */
    public record Found(
            Node node, @Nullable String key, @Nullable Found outer) {}

    private final Node said;
    private final List<String> steps;

    private RecordPath(Node said, List<String> steps) {
        this.said = said;
        this.steps = List.copyOf(steps);
    }

    /** Parses a path; null if it is invalid. */
    public static @Nullable RecordPath of(Node said) {
        String path = said.text().strip();
        List<String> steps = new ArrayList<>();
        if (path.equals(".")) {
            return new RecordPath(said, steps);
        }
        for (String part : parts(path)) {
            String key = part;
            int lists = 0;
            while (key.endsWith(EACH)) {
                key = key.substring(0, key.length() - EACH.length());
                lists++;
            }
            if (key.isBlank() && (lists == 0 || !steps.isEmpty())) {
                return null;
            }
            if (!key.isBlank()) {
                steps.add(key.replace("\\.", "."));
            }
            for (int i = 0; i < lists; i++) {
                steps.add(EACH);
            }
        }
        return new RecordPath(said, steps);
    }

    private static List<String> parts(String path) {
        return List.of(path.split("(?<!\\\\)\\.", -1));
    }

    /** Passes on the records at this path, in the order of the document. There are none if the path does not exist. */
    public void each(Node document, Consumer<Found> receiver) {
        go(new Found(document, null, null), 0, receiver);
    }

    private void go(Found at, int step, Consumer<Found> receiver) {
        if (step == steps.size()) {
            if (at.node.isList()) {
                at.node.items().forEach(item -> receiver.accept(new Found(item, null, at.outer)));
            } else if (at.node.isMap() || at.node.isScalar()) {
                receiver.accept(at);
            }
            return;
        }
        String key = steps.get(step);
        if (key.equals(EACH)) {
            at.node.items().forEach(item -> go(new Found(item, null, at.outer), step + 1, receiver));
        } else if (at.node.isMap()) {
            boolean any = key.equals(ANY);
            for (Node.Field field : at.node.each()) {
                if (any || field.key().equals(key)) {
                    go(new Found(field.value(), any ? field.key() : null, any ? at.outer : at), step + 1, receiver);
                }
            }
        }
    }

    /**
     * Paths to lists of objects, or to objects with only objects as values, in a document; the one with the most of
     * them first.
     */
    public static List<String> candidates(Node document) {
        Map<String, Integer> found = new TreeMap<>();
        candidates("", document, 0, found);
        return found.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static void candidates(String path, Node node, int depth, Map<String, Integer> found) {
        if (depth > DEEPEST) {
            return;
        }
        if (node.isList()) {
            if (!node.items().isEmpty() && node.items().stream().allMatch(Node::isMap)) {
                found.merge(path.isEmpty() ? "." : path, node.items().size(), Integer::sum);
                for (Node item : node.items()) {
                    inner(path + EACH, item, depth, found);
                }
            }
            return;
        }
        if (isKeyed(node)) {
            String values = path.isEmpty() ? ANY : path + "." + ANY;
            found.merge(values, node.each().size(), Integer::sum);
            node.each().forEach(field -> inner(values, field.value(), depth, found));
        } else {
            inner(path, node, depth, found);
        }
    }

    /** Whether an object contains records by name: every value is an object, and all of them share a key. */
    private static boolean isKeyed(Node node) {
        if (node.each().size() < 2
                || !node.each().stream().allMatch(field -> field.value().isMap())) {
            return false;
        }
        Set<String> common = new TreeSet<>(node.each().get(0).value().fields().keySet());
        node.each().forEach(field -> common.retainAll(field.value().fields().keySet()));
        return !common.isEmpty();
    }

    private static void inner(String path, Node map, int depth, Map<String, Integer> found) {
        for (Node.Field field : map.each()) {
            String key = field.key().replace(".", "\\.");
            candidates(path.isEmpty() ? key : path + "." + key, field.value(), depth + 1, found);
        }
    }

    /** The node in the mapping. */
    public Node said() {
        return said;
    }

    @Override
    public String toString() {
        return said.text().strip();
    }
}
