package dev.winnow.model.universe;

import dev.winnow.model.internal.read.Entries;
import dev.winnow.model.internal.read.UniverseKeys;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Creates the new edition of a universe with some edits undone, from the files of both editions. */
final class UniverseMerge {

    private static final Place NOWHERE = Place.file("universe");

    private final Entries before;
    private final Entries after;
    private final Map<String, List<String>> rowKeys;
    private final Set<String> undone;

    UniverseMerge(Entries before, Entries after, Map<String, List<String>> rowKeys, Set<String> undone) {
        this.before = before;
        this.after = after;
        this.rowKeys = rowKeys;
        this.undone = undone;
    }

    /** Returns the parts needed to judge one project in one city. */
    Node of(String project, String city, Set<String> landed, LocalDate asOf) {
        Map<String, Node> root = new LinkedHashMap<>();
        root.put("universe", map(Map.of("name", text("mixture"), "asOf", text(asOf.toString()))));
        root.put("sources", sources());
        for (String list : UniverseKeys.WORD_LISTS) {
            both(list, root);
        }
        for (String list : List.of("firms", "chains")) {
            root.put(list, wholes(list, list.equals("firms") ? "firm " : "chain "));
        }
        List<Node> cities = new ArrayList<>();
        for (String id : ids("cities")) {
            if (!id.equals(city)) {
                // Other projects refer to it, so its id is enough.
                cities.add(map(Map.of("id", text(id), "name", text(id))));
            }
        }
        add(entry("cities", "city " + city, rowKeys), cities);
        root.put("cities", Node.list(NOWHERE, cities));
        List<Node> projects = new ArrayList<>();
        Set<String> wanted = new LinkedHashSet<>(landed);
        wanted.add(project);
        wanted.forEach(id -> add(entry("projects", "project " + id, UniverseEdits.MILESTONES), projects));
        root.put("projects", Node.list(NOWHERE, projects));
        return map(root);
    }

    private static void add(@Nullable Node node, List<Node> to) {
        if (node != null) {
            to.add(node);
        }
    }

    private static Node text(String text) {
        return Node.scalar(NOWHERE, text);
    }

    private static Node map(Map<String, Node> values) {
        List<Node.Field> fields = new ArrayList<>();
        values.forEach((key, value) -> fields.add(new Node.Field(key, NOWHERE, value)));
        return Node.map(NOWHERE, fields);
    }

    private Set<String> ids(String list) {
        Set<String> ids = new LinkedHashSet<>(after.of(list).keySet());
        ids.addAll(before.of(list).keySet());
        return ids;
    }

    /** Adds the words of both editions; if neither gives the list, none, so that any word is allowed. */
    private void both(String list, Map<String, Node> root) {
        Map<String, Node> words = new LinkedHashMap<>(after.of(list));
        before.of(list).forEach(words::putIfAbsent);
        if (!words.isEmpty()) {
            root.put(list, Node.list(NOWHERE, List.copyOf(words.values())));
        }
    }

    private Node sources() {
        List<Node> sources = new ArrayList<>();
        for (String id : ids("sources")) {
            Node was = before.of("sources").get(id);
            Node is = after.of("sources").get(id);
            sources.add(
                    was != null && is != null && undone.contains("source " + id)
                            ? replaced(is, Map.of("date", maybe(was.get("date"))))
                            : Objects.requireNonNull(is == null ? was : is));
        }
        return Node.list(NOWHERE, sources);
    }

    /** Returns the entries of a list, each as a whole from one edition. */
    private Node wholes(String list, String key) {
        List<Node> wholes = new ArrayList<>();
        for (String id : ids(list)) {
            add((undone.contains(key + id) ? before : after).of(list).get(id), wholes);
        }
        return Node.list(NOWHERE, wholes);
    }

    /** Returns a city or project with the undone edits reverted. */
    private @Nullable Node entry(String list, String key, Map<String, List<String>> rows) {
        String id = key.substring(key.indexOf(' ') + 1);
        Node was = before.of(list).get(id);
        Node is = after.of(list).get(id);
        return was == null || is == null ? undone.contains(key) ? was : is : merged(key, was, is, rows);
    }

    private Node merged(String key, Node was, Node is, Map<String, List<String>> lists) {
        Map<String, List<Node>> changed = new LinkedHashMap<>();
        Set<String> fields = new LinkedHashSet<>(is.fields().keySet());
        fields.addAll(was.fields().keySet());
        for (String field : fields) {
            List<String> rowKey = lists.get(field);
            if (rowKey != null && Entries.listed(was, is, field)) {
                changed.put(field, rows(key + " " + field, field, rowKey, was, is));
            } else if (undone.contains(key + " " + field)) {
                changed.put(field, maybe(was.get(field)));
            }
        }
        return replaced(is, changed);
    }

    /** Returns the rows of a list, each from one edition. */
    private List<Node> rows(String key, String list, List<String> rowKey, Node was, Node is) {
        Map<String, List<Node>> earlier = Entries.rows(was, list, rowKey);
        Map<String, List<Node>> later = Entries.rows(is, list, rowKey);
        Set<String> names = new LinkedHashSet<>(later.keySet());
        names.addAll(earlier.keySet());
        List<Node> rows = new ArrayList<>();
        for (String name : names) {
            boolean back = undone.contains(key + " " + name);
            rows.addAll((back ? earlier : later).getOrDefault(name, List.of()));
        }
        return rows.isEmpty() ? List.of() : List.of(Node.list(NOWHERE, rows));
    }

    private static List<Node> maybe(@Nullable Node node) {
        return node == null ? List.of() : List.of(node);
    }

    /**
     * Returns a map with other values for some keys.
     *
     * @param changed the new value of each key, in a list; an empty list removes the key
     */
    private static Node replaced(Node map, Map<String, List<Node>> changed) {
        Map<String, Node> values = new LinkedHashMap<>();
        map.fields().forEach((key, field) -> values.put(key, field.value()));
        changed.forEach((key, value) -> {
            values.remove(key);
            if (!value.isEmpty()) {
                values.put(key, value.get(0));
            }
        });
        return map(values);
    }
}
