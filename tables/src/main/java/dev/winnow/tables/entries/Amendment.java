package dev.winnow.tables.entries;

import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.model.universe.EntryKinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a row says of a project that is known, as dated statements that are laid over what is known of it. */
public final class Amendment {

    /** The list in which such statements stand. */
    public static final String LIST = "answers";

    private static final Set<String> NAMES = Set.of("id", "name", "zh", "note", "illustrative", "hindsight");
    private static final Set<String> ORIGIN = Set.of("asOf", "source");
    private static final Set<String> NESTED = Set.of("milestones", "outcome");

    private Amendment() {}

    /** The kind of entry that such statements are. */
    public static EntryKind kind(EntryKinds kinds) {
        return new EntryKind(LIST, null, List.of(), kinds);
    }

    /** The keys of a row that no statement of a fact carries. */
    public static List<Node.Field> untaken(Node row) {
        return row.each().stream().filter(field -> NESTED.contains(field.key())).toList();
    }

    /**
     * The statements that a row makes.
     *
     * @param id of the known project
     */
    public static List<Node> of(Node row, String id) {
        List<Node> statements = new ArrayList<>();
        for (Node.Field field : row.each()) {
            String key = field.key();
            if (NAMES.contains(key) || ORIGIN.contains(key) || NESTED.contains(key)) {
                continue;
            }
            Node value = field.value();
            boolean several = value.isList()
                    && !value.items().isEmpty()
                    && value.items().stream().allMatch(Node::isMap);
            for (Node said : several ? value.items() : List.of(value)) {
                statements.add(statement(row, id, key, said));
            }
        }
        return statements;
    }

    private static Node statement(Node row, String id, String key, Node said) {
        Map<String, Node> fields = new TreeMap<>();
        fields.put("project", Node.scalar(said.place(), id));
        fields.put("fact", Node.scalar(said.place(), "project." + key));
        fields.put("value", said);
        for (String origin : ORIGIN) {
            Node own = row.get(origin);
            if (own != null) {
                fields.put(origin, own);
            }
        }
        if (said.isMap()) {
            said.each().forEach(facet -> fields.put(facet.key(), facet.value()));
        }
        List<Node.Field> ordered = new ArrayList<>();
        for (String name : List.of("project", "fact", "value")) {
            ordered.add(field(name, fields.remove(name), said.place()));
        }
        fields.forEach((name, value) -> ordered.add(field(name, value, said.place())));
        return Node.map(said.place(), ordered);
    }

    private static Node.Field field(String name, @Nullable Node value, Place place) {
        return new Node.Field(name, place, value == null ? Node.refused(place) : value);
    }

    /** A document of statements. */
    public static Node document(List<Node> statements, Place at) {
        return Node.map(
                Place.file(at.file()), List.of(new Node.Field(LIST, at, Node.list(at, List.copyOf(statements)))));
    }
}
