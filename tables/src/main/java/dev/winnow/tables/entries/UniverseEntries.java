package dev.winnow.tables.entries;

import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.model.universe.EntryKinds;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes universe documents apart into entries, and puts entries together into a document. */
public final class UniverseEntries {

    private UniverseEntries() {}

    /** The entries of a document, each kind in the order of the document. */
    public static List<Entry> of(Node document, EntryKinds kinds) {
        List<Entry> entries = new ArrayList<>();
        if (!document.isMap()) {
            return entries;
        }
        for (EntryKind kind : kinds.values()) {
            if (kind.isHeld()) {
                continue;
            }
            Node listed = document.get(kind.name());
            if (listed == null) {
                continue;
            }
            for (Node node : kind.name().equals("universe") ? List.of(listed) : listed.items()) {
                add(kind, node, entries);
            }
        }
        return entries;
    }

    private static void add(EntryKind kind, Node node, List<Entry> entries) {
        List<EntryKind> held = held(kind);
        if (held.isEmpty() || !node.isMap()) {
            entries.add(new Entry(kind, null, node));
            return;
        }
        List<Node.Field> own = new ArrayList<>();
        List<Entry> rows = new ArrayList<>();
        String id = new Entry(kind, null, node).id();
        for (Node.Field field : node.fields().values()) {
            EntryKind inner = kind.kinds().find(kind.name() + "." + field.key());
            if (inner == null) {
                own.add(field);
            } else {
                field.value().items().forEach(row -> rows.add(new Entry(inner, id, row)));
            }
        }
        entries.add(new Entry(kind, null, node.with(own)));
        entries.addAll(rows);
    }

    private static List<EntryKind> held(EntryKind kind) {
        return kind.kinds().values().stream()
                .filter(inner -> inner.isHeld() && inner.name().startsWith(kind.name() + "."))
                .toList();
    }

    /** A document of entries; null if there are none. Entries whose holder is not among them get one of that id. */
    public static @Nullable Node document(Collection<Entry> entries) {
        if (entries.isEmpty()) {
            return null;
        }
        Map<String, List<Node>> lists = new LinkedHashMap<>();
        Map<String, Map<String, List<Node.Field>>> holders = new LinkedHashMap<>();
        Map<String, Map<String, Map<String, List<Node>>>> held = new LinkedHashMap<>();
        Map<String, Place> places = new LinkedHashMap<>();
        Place first = entries.iterator().next().node().place();
        for (Entry entry : entries) {
            EntryKind kind = entry.kind();
            if (kind.isHeld()) {
                String outer = kind.outer();
                String id = entry.holder() == null ? "" : entry.holder();
                places.putIfAbsent(outer + "/" + id, entry.node().place());
                held.computeIfAbsent(outer, any -> new LinkedHashMap<>())
                        .computeIfAbsent(id, any -> new LinkedHashMap<>())
                        .computeIfAbsent(kind.list(), any -> new ArrayList<>())
                        .add(entry.node());
            } else if (!held(kind).isEmpty()
                    && entry.node().isMap()
                    && holders.computeIfAbsent(kind.name(), any -> new LinkedHashMap<>())
                                    .putIfAbsent(
                                            entry.id(),
                                            new ArrayList<>(
                                                    entry.node().fields().values()))
                            == null) {
                places.put(kind.name() + "/" + entry.id(), entry.node().place());
            } else {
                lists.computeIfAbsent(kind.name(), any -> new ArrayList<>()).add(entry.node());
            }
        }
        held.forEach((outer, byId) -> byId.forEach((id, rows) -> {
            Place place = places.getOrDefault(outer + "/" + id, first);
            List<Node.Field> fields = holders.computeIfAbsent(outer, any -> new LinkedHashMap<>())
                    .computeIfAbsent(id, any -> new ArrayList<>(List.of(field("id", Node.scalar(place, id)))));
            rows.forEach((list, nodes) ->
                    fields.add(field(list, Node.list(nodes.get(0).place(), nodes))));
        }));
        holders.forEach((kind, byId) ->
                byId.forEach((id, fields) -> lists.computeIfAbsent(kind, any -> new ArrayList<>())
                        .add(Node.map(places.getOrDefault(kind + "/" + id, first), fields))));
        List<Node.Field> root = new ArrayList<>();
        lists.forEach((kind, nodes) -> root.add(field(
                kind,
                kind.equals("universe") ? nodes.get(0) : Node.list(nodes.get(0).place(), nodes))));
        return Node.map(Place.file(first.file()), root);
    }

    /** The places of all that a node says. */
    public static Set<Place> places(Node node) {
        Set<Place> places = new LinkedHashSet<>();
        addPlaces(node, places);
        return places;
    }

    private static void addPlaces(Node node, Set<Place> places) {
        places.add(node.place());
        node.items().forEach(item -> addPlaces(item, places));
        node.each().forEach(field -> {
            places.add(field.place());
            addPlaces(field.value(), places);
        });
    }

    private static Node.Field field(String key, Node value) {
        return new Node.Field(key, value.place(), value);
    }
}
