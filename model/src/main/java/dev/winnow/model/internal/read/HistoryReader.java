package dev.winnow.model.internal.read;

import dev.winnow.model.internal.history.History;
import dev.winnow.model.internal.history.Origin;
import dev.winnow.model.internal.history.Statement;
import dev.winnow.model.internal.history.UniverseIds;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.model.vocabulary.Component;
import dev.winnow.model.vocabulary.RecordShape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads a map into the history of a record. */
public final class HistoryReader {

    private final UniverseIds words;

    HistoryReader(UniverseIds words) {
        this.words = words;
    }

    /**
     * Reads a map. Returns null if a key of the record itself has a problem.
     *
     * @param given values from the enclosing entry, by component
     * @param others further keys, which the caller reads
     */
    <R extends Record> @Nullable History<R> read(
            RecordShape<R> shape,
            Node map,
            Map<String, String> given,
            Origin around,
            Collection<String> others,
            List<Problem> problems) {
        if (!map.isMap()) {
            map.hasKeys(shape.owner(), problems);
            return null;
        }
        List<Problem> wrong = new ArrayList<>();
        List<String> keys = keys(shape, others);
        map.allow(shape.owner(), keys, wrong);
        Origin origin = around.within(map, words, wrong);
        String note = map.optionalText("note", wrong);
        Map<String, List<Statement>> statements = new HashMap<>();
        List<Problem> asked = new ArrayList<>();
        StatementReader reader = new StatementReader(words, wrong, asked);
        for (Component component : shape.stated()) {
            Node.Field field = map.fields().get(component.name());
            int before = wrong.size();
            List<Statement> read = field == null ? List.of() : reader.read(component, field.value(), origin);
            if (!read.isEmpty()) {
                statements.put(component.name(), read);
            }
            boolean silent = read.isEmpty()
                    && wrong.size() == before
                    && (field == null || !field.value().flawed());
            if (silent && shape.required(component) && !misspelt(component.name(), map, keys)) {
                nameless(shape, component, map, statements, wrong);
            }
        }
        problems.addAll(wrong);
        boolean flawed = map.cracked()
                || map.fields().values().stream()
                        .anyMatch(field ->
                                !others.contains(field.key()) && field.value().flawed());
        return flawed || !wrong.isEmpty()
                ? null
                : new History<>(shape, given, statements, origin.evidence(words, note), asked);
    }

    /** Whether an unknown key is probably a misspelling of this one, and was reported with that advice. */
    private static boolean misspelt(String name, Node map, List<String> keys) {
        return map.fields().keySet().stream()
                .anyMatch(key -> !keys.contains(key) && name.equals(Nearest.of(key, keys)));
    }

    /** Uses the id as the name of an entry without a required name; reports any other missing component. */
    private static void nameless(
            RecordShape<?> shape,
            Component component,
            Node map,
            Map<String, List<Statement>> statements,
            List<Problem> wrong) {
        List<Statement> id = statements.getOrDefault("id", List.of());
        if (component.name().equals("name") && !shape.key().contains("name") && !id.isEmpty()) {
            statements.put("name", id);
        } else if (!component.name().equals("name") || shape.key().contains("name")) {
            wrong.add(map.problem(Message.of("%s needs `%s`", shape.owner(), component.name())));
        }
    }

    private static List<String> keys(RecordShape<?> shape, Collection<String> others) {
        List<String> keys = new ArrayList<>();
        shape.stated().forEach(component -> keys.add(component.name()));
        keys.addAll(Origin.KEYS);
        keys.addAll(others);
        return keys;
    }

    /** Returns the id of a map, whether or not the rest of it can be read; null if it has none. */
    public static @Nullable String id(Node map) {
        Node id = map.isMap() ? map.get("id") : null;
        return id == null || !id.isScalar() || id.text().isBlank()
                ? null
                : id.text().strip();
    }

    /** Returns the node of a map's id, which must exist. */
    public static Node idNode(Node map) {
        return Objects.requireNonNull(map.get("id"));
    }
}
