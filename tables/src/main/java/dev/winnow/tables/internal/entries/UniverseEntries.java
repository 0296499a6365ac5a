package dev.winnow.tables.internal.entries;

import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.model.universe.EntryKinds;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Splits universe documents into entries, and combines entries into a document. */
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

    /** An entry that contains others, by kind and id. */
    private record Holder(String kind, String id) {}

    /** A document of entries; null if there are none. A missing holder is added with its id. */
    public static @Nullable Node document(Collection<Entry> entries) {
        if (entries.isEmpty()) {
            return null;
        }
        Map<String, List<Node>> lists = new LinkedHashMap<>();
        Map<Holder, List<Node.Field>> holders = new LinkedHashMap<>();
        Map<Holder, Map<String, List<Node>>> held = new LinkedHashMap<>();
        Map<Holder, Place> places = new HashMap<>();
        Place first = entries.iterator().next().node().place();
        for (Entry entry : entries) {
            EntryKind kind = entry.kind();
            Node node = entry.node();
            if (kind.isHeld()) {
                Holder holder = new Holder(kind.outer(), entry.holder() == null ? "" : entry.holder());
                places.putIfAbsent(holder, node.place());
                held.computeIfAbsent(holder, any -> new LinkedHashMap<>())
                        .computeIfAbsent(kind.list(), any -> new ArrayList<>())
                        .add(node);
                continue;
            }
            Holder holder = new Holder(kind.name(), entry.id());
            boolean holds = !held(kind).isEmpty() && node.isMap() && !node.cracked();
            if (holds
                    && holders.putIfAbsent(holder, new ArrayList<>(node.fields().values())) == null) {
                places.put(holder, node.place());
            } else {
                lists.computeIfAbsent(kind.name(), any -> new ArrayList<>()).add(node);
            }
        }
        held.forEach((holder, rows) -> {
            Place place = places.getOrDefault(holder, first);
            List<Node.Field> fields = holders.computeIfAbsent(
                    holder, any -> new ArrayList<>(List.of(field("id", Node.scalar(place, holder.id)))));
            rows.forEach((list, nodes) ->
                    fields.add(field(list, Node.list(nodes.get(0).place(), nodes))));
        });
        holders.forEach((holder, fields) -> lists.computeIfAbsent(holder.kind, any -> new ArrayList<>())
                .add(Node.map(places.getOrDefault(holder, first), fields)));
        List<Node.Field> root = new ArrayList<>();
        lists.forEach((kind, nodes) -> root.add(field(
                kind,
                kind.equals("universe") ? nodes.get(0) : Node.list(nodes.get(0).place(), nodes))));
        return Node.map(Place.file(first.file()), root);
    }

    /** All places in a node. */
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
