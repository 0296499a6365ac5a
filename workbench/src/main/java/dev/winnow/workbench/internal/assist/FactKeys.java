package dev.winnow.workbench.internal.assist;

import dev.winnow.language.internal.vocabulary.FactType;
import dev.winnow.language.internal.vocabulary.FactTypes;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the facts that YAML names: as keys of projects, cities and rows of their lists, or as {@code project.track}. */
final class FactKeys {

    private static final Map<String, String> ENTRIES =
            Map.of("project", "Project", "projects", "Project", "city", "City", "cities", "City");

    private final FactTypes types;
    private final Found found;

    /** Receives the places of names. */
    interface Found {

        /**
         * Receives a place.
         *
         * @param type the type of the fact
         * @param fact the name of the fact
         * @param before the number of characters between the place and the name
         */
        void fact(FactType type, String fact, Place place, int before);
    }

    FactKeys(FactTypes types, Found found) {
        this.types = types;
        this.found = found;
    }

    /** The type of the facts that a map of YAML may have as keys; null if it may have none. */
    static @Nullable FactType type(FactTypes types, List<String> path) {
        FactType type = null;
        for (String key : path) {
            type = type == null ? entry(types, key) : type.name().equals("City") ? rows(types, key) : null;
        }
        return type;
    }

    private static @Nullable FactType entry(FactTypes types, String key) {
        String name = ENTRIES.get(key);
        return name == null ? null : types.type(name);
    }

    private static @Nullable FactType rows(FactTypes types, String list) {
        return types.names().stream()
                .map(types::type)
                .filter(type -> type != null && list.equals(type.list()))
                .findFirst()
                .orElse(null);
    }

    /** Finds the keys of the projects and cities of a universe file, of a case or of a background. */
    void entries(@Nullable Node root) {
        if (root == null || !root.isMap()) {
            return;
        }
        for (Node.Field field : root.each()) {
            FactType type = entry(types, field.key());
            if (type != null) {
                each(field.value(), entry -> keys(type, entry));
            }
        }
    }

    private void keys(FactType type, Node entry) {
        for (Node.Field field : entry.each()) {
            FactType row = type.name().equals("City") ? rows(types, field.key()) : null;
            if (row != null) {
                each(field.value(), one -> keys(row, one));
            } else {
                key(type, field);
            }
        }
    }

    private void key(FactType type, Node.Field field) {
        if (type.properties().containsKey(field.key())) {
            found.fact(type, field.key(), field.place(), 0);
        }
    }

    private interface Reader {
        void read(Node map);
    }

    /** Reads a map, or each map of a list. */
    private static void each(Node node, Reader reader) {
        if (node.isMap()) {
            reader.read(node);
        } else if (node.isList()) {
            node.items().stream().filter(Node::isMap).forEach(reader::read);
        }
    }

    /** Finds the facts that the entries of a list name by a key, such as {@code fact: project.track}. */
    void named(Node root, String list, String key) {
        for (Node entry : root.list(list, new ArrayList<>())) {
            if (entry.isMap()) {
                name(entry.get(key));
            }
        }
    }

    /** Finds the facts of assumptions: those assumed, those of their conditions, and those that shares are of. */
    void assumptions(Node root) {
        for (Node entry : root.list("assumptions", new ArrayList<>())) {
            FactType type = entry.isMap() ? name(entry.get("fact")) : null;
            Node where = type == null ? null : entry.get("where");
            Node share = type == null ? null : entry.get("share");
            if (type != null && where != null && where.isMap()) {
                where.each().forEach(field -> key(type, field));
            }
            Node of = share == null || !share.isMap() ? null : share.get("of");
            if (type != null && of != null) {
                text(type, of);
            }
        }
    }

    /** Finds the facts in a list of names. */
    void names(@Nullable Node list) {
        if (list != null && list.isList()) {
            list.items().forEach(this::name);
        }
    }

    /** Finds the facts that are the keys of a map, such as {@code project.track: …}. */
    void keyed(@Nullable Node map) {
        if (map != null && map.isMap()) {
            map.each().forEach(field -> name(field.key(), field.place()));
        }
    }

    private @Nullable FactType name(@Nullable Node node) {
        return node == null || !node.isScalar() ? null : name(node.text(), node.place());
    }

    /** Finds the fact of a name such as {@code project.track}; returns its type, null if there is none. */
    private @Nullable FactType name(String name, Place place) {
        int first = name.indexOf('.');
        int last = name.lastIndexOf('.');
        String subject = name.substring(0, Math.max(0, first));
        boolean known = subject.equals(Vocabulary.PROJECT) || subject.equals(Vocabulary.CITY);
        FactType type = !known
                ? null
                : first == last
                        ? entry(types, subject)
                        : rows(types, name.substring(first + 1, name.indexOf('.', first + 1)));
        if (type != null) {
            text(type, name.substring(last + 1), place, last + 1);
        }
        return type;
    }

    private void text(FactType type, Node node) {
        text(type, node.isScalar() ? node.text() : "", node.place(), 0);
    }

    private void text(FactType type, String fact, Place place, int before) {
        if (type.properties().containsKey(fact)) {
            found.fact(type, fact, place, before);
        }
    }

    /** Finds the facts that other declarations of a vocabulary name: the keys of lists, and facts apart from others. */
    void declarations(Node vocabulary) {
        for (String owner : List.of(Vocabulary.PROJECT, Vocabulary.CITY)) {
            FactType type = entry(types, owner);
            Node properties = vocabulary.get(owner);
            if (type != null && properties != null && properties.isMap()) {
                apart(type, properties);
            }
        }
        Node lists = vocabulary.get("city lists");
        if (lists != null && lists.isMap()) {
            for (Node.Field list : lists.each()) {
                FactType type = rows(types, list.key());
                if (type != null && list.value().isMap()) {
                    list(type, list.value());
                }
            }
        }
    }

    private void list(FactType type, Node declared) {
        Node key = declared.get("key");
        if (key != null && key.isList()) {
            key.items().forEach(one -> text(type, one));
        }
        Node has = declared.get("has");
        if (has != null && has.isMap()) {
            apart(type, has);
        }
    }

    private void apart(FactType type, Node properties) {
        for (Node.Field field : properties.each()) {
            Node other = field.value().isMap() ? field.value().get("apart-from") : null;
            if (other != null) {
                text(type, other);
            }
        }
    }
}
