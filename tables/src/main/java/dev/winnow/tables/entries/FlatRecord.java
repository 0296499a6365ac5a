package dev.winnow.tables.entries;

import dev.winnow.model.read.Property;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.tables.cells.TextList;
import dev.winnow.tables.headings.Key;
import dev.winnow.tables.mapping.RecordPath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A record of a document as a row: what a universe file would say of an entry as it does, all else by its path,
 * {@code owner.name}. What the items of a list say under one path is a list: {@code sites[].city}.
 */
final class FlatRecord {

    private static final String OUTER = "../";
    private static final String KEY = "@key";

    private final Map<String, List<String>> texts = new LinkedHashMap<>();
    private final Map<String, Place> places = new LinkedHashMap<>();

    private FlatRecord() {}

    /**
     * The cells of a record that an entry of a kind is read from.
     *
     * @param mapped the paths that a mapping names
     */
    static FlatRecord of(Node record, EntryKind kind, Collection<String> mapped) {
        FlatRecord flat = new FlatRecord();
        List<Node.Field> known = new ArrayList<>();
        for (Node.Field field : record.each()) {
            String path = step(field.key());
            boolean beneath = mapped.stream()
                    .filter(name -> name.startsWith(path + ".") || name.startsWith(path + "[]"))
                    .anyMatch(name -> !isFacet(kind, field, name.substring(path.length() + 1)));
            if (!beneath && isOfEntry(kind, field)) {
                known.add(field);
                flat.places.put(field.key(), field.value().place());
            } else {
                flat.add(path, field.value());
            }
        }
        if (!record.isMap()) {
            flat.add(".", record);
        }
        FlatEntry.of(new Entry(kind, null, Node.map(record.place(), known)), new ArrayList<>())
                .forEach((name, text) -> flat.texts.put(name, new ArrayList<>(List.of(text))));
        return flat;
    }

    /** Adds what a mapping asks for of the key of a record and of the records in which it stands. */
    FlatRecord with(RecordPath.Found found, Collection<String> mapped) {
        for (String path : mapped) {
            RecordPath.Found at = found;
            String rest = path;
            while (at != null && rest.startsWith(OUTER)) {
                at = at.outer();
                rest = rest.substring(OUTER.length());
            }
            if (at == null) {
                continue;
            }
            String key = at.key();
            if (rest.equals(KEY) && key != null) {
                texts.put(path, new ArrayList<>(List.of(key)));
                places.put(path, at.node().place());
            } else if (!rest.equals(path)) {
                outer(path, rest, at.node());
            }
        }
        return this;
    }

    private void outer(String path, String rest, Node node) {
        RecordPath way = RecordPath.of(Node.scalar(node.place(), rest));
        if (way != null) {
            way.each(node, found -> add(path, found.node()));
        }
    }

    private static String step(String key) {
        return key.replace(".", "\\.");
    }

    /** Whether a key says what it says as a universe file does, so that it is read like one. */
    private static boolean isOfEntry(EntryKind kind, Node.Field field) {
        String key = field.key();
        Node value = field.value();
        if (key.equals("milestones") && kind.isProjects()) {
            return value.isList() && value.items().stream().allMatch(item -> item.get("step") != null);
        }
        if (key.equals("outcome") && kind.isProjects()) {
            return value.isMap() && (value.get("result") != null || value.get("ended") != null);
        }
        if (kind.property(key) == null) {
            return false;
        }
        if (value.isMap()) {
            Set<String> keys = value.fields().keySet();
            return key.equals("complete")
                    || isStated(value)
                    || (key.equals("name") && Set.of("en", "zh").containsAll(keys));
        }
        return value.items().stream().allMatch(item -> item.isScalar() || isStated(item));
    }

    /** Whether what a mapping names beneath a key is the source, day or the like of its value, which a column of its own gives. */
    private static boolean isFacet(EntryKind kind, Node.Field field, String beneath) {
        Property property = kind.property(field.key());
        return property != null
                && isStated(field.value())
                && Key.facets(property).contains(beneath);
    }

    /** Whether a value stands with its origin, be it only that it is not known. */
    private static boolean isStated(Node value) {
        return value.isMap() && value.fields().containsKey("value");
    }

    private void add(String path, Node value) {
        switch (value.kind()) {
            case NULL -> {}
            case SCALAR -> {
                texts.computeIfAbsent(path, any -> new ArrayList<>()).add(value.text());
                places.putIfAbsent(path, value.place());
            }
            case LIST -> value.items().forEach(item -> add(item.isScalar() ? path : path + "[]", item));
            case MAP -> value.each().forEach(field -> add(path + "." + step(field.key()), field.value()));
        }
    }

    /** What it says by key or path. */
    Map<String, String> cells() {
        Map<String, String> cells = new LinkedHashMap<>();
        texts.forEach((path, all) -> cells.put(path, all.size() == 1 ? all.get(0) : TextList.join(all)));
        return cells;
    }

    /** Where each value stands. */
    Map<String, Place> places() {
        return places;
    }
}
