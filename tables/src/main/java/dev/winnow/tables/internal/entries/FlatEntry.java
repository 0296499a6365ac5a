package dev.winnow.tables.internal.entries;

import dev.winnow.model.internal.read.Property;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.tables.internal.cells.TableProblems;
import dev.winnow.tables.internal.cells.TextList;
import dev.winnow.tables.internal.headings.CellReader;
import dev.winnow.tables.internal.headings.Key;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An entry as a row of values by the names of {@link Key}s. {@link RowReader} reads the row back as the same entry. */
public final class FlatEntry {

    private static final String NONE = "none";

    /** States that a value is unknown. An empty cell would say less, and would prompt for an answer. */
    private static final String UNKNOWN = "unknown";

    /** Marks content that does not fit into a table, so that the row is refused when it is read back. */
    private static final String UNFIT = "{…}";

    private final EntryKind kind;
    private final List<Problem> unfit;
    private final Map<String, String> cells = new LinkedHashMap<>();

    private FlatEntry(EntryKind kind, List<Problem> unfit) {
        this.kind = kind;
        this.unfit = unfit;
    }

    /**
     * The cells of an entry by name, in the order of the kind's properties.
     *
     * @param unfit receives a problem for each value that does not fit into a table
     */
    public static Map<String, String> of(Entry entry, List<Problem> unfit) {
        FlatEntry flat = new FlatEntry(entry.kind(), unfit);
        if (entry.kind().holder() != null && entry.holder() != null) {
            flat.cells.put(entry.kind().holder(), entry.holder());
        }
        entry.node().fields().values().forEach(flat::field);
        return flat.cells;
    }

    private void field(Node.Field field) {
        Node value = field.value();
        if (field.key().equals("milestones") && value.isList()) {
            milestones(value);
        } else if (field.key().equals("outcome") && value.isMap()) {
            value.fields().values().forEach(part -> property("outcome." + part.key(), part));
        } else if (field.key().equals("name") && value.isMap() && value.get("value") == null) {
            // The name of a firm by language.
            value.fields().values().forEach(part -> property(part.key().equals("en") ? "name" : part.key(), part));
        } else {
            property(field.key(), field);
        }
    }

    private void property(String name, Node.Field field) {
        Property property = kind.property(name);
        if (property == null) {
            unfit(field);
        } else if (name.equals("complete") && field.value().isMap()) {
            List<String> lists = new ArrayList<>();
            field.value()
                    .fields()
                    .values()
                    .forEach(list -> lists.add(list.key() + ": " + list.value().text()));
            cells.put(name, TextList.join(lists));
        } else {
            put(name, property, field);
        }
    }

    private void put(String name, Property property, Node.Field field) {
        Node value = field.value();
        boolean several = value.isList() && value.items().stream().anyMatch(Node::isMap);
        if (!several) {
            put(name, property, value, field);
            return;
        }
        int nth = 0;
        for (Node one : value.items()) {
            nth++;
            put(nth == 1 ? name : name + "." + nth, property, one, field);
        }
    }

    /** Adds a plain value, or an object with a value and its facets. */
    private void put(String name, Property property, Node value, Node.Field field) {
        if (!value.isMap()) {
            state(name, property, value, field);
            return;
        }
        Node.Field inner = value.fields().get("value");
        if (inner == null) {
            unfit(field); // No universe with such a value can be read.
            return;
        }
        state(name, property, inner.value(), field);
        for (Node.Field beside : value.fields().values()) {
            if (!beside.key().equals("value")) {
                boolean fits = property.sourced() && Key.facets(property).contains(beside.key());
                if (fits) {
                    put(name + "." + beside.key(), beside.value(), beside);
                } else {
                    unfit(beside);
                }
            }
        }
    }

    /** Adds a value, or the statement that it is unknown. */
    private void state(String name, Property property, Node value, Node.Field field) {
        boolean unknown = value.kind() == Node.Kind.NULL
                && property.sourced()
                && !property.required()
                && !CellReader.isFree(property);
        if (unknown) {
            cells.put(name, UNKNOWN);
        } else {
            put(name, value, field);
        }
    }

    private void put(String name, Node value, Node.Field field) {
        switch (value.kind()) {
            case NULL -> {}
            case SCALAR -> cells.put(name, value.text().strip());
            case LIST -> {
                if (value.items().stream().allMatch(Node::isScalar)) {
                    List<String> texts = value.items().stream()
                            .map(item -> item.text().strip())
                            .toList();
                    cells.put(name, texts.isEmpty() ? NONE : TextList.join(texts));
                } else {
                    unfit(field);
                }
            }
            case MAP -> unfit(field);
        }
    }

    private void milestones(Node list) {
        Map<String, Integer> seen = new HashMap<>();
        for (Node item : list.items()) {
            Node step = item.isMap() ? item.get("step") : null;
            String name = step == null ? "" : "milestones." + step.text().strip();
            Property property = kind.property(name);
            if (property == null) {
                unfit(new Node.Field("milestones", item.place(), item));
                continue;
            }
            int nth = seen.merge(name, 1, Integer::sum);
            String numbered = nth == 1 ? name : name + "." + nth;
            for (Node.Field part : item.fields().values()) {
                if (part.key().equals("reached")) {
                    put(numbered, property, part.value(), part);
                } else if (!part.key().equals("step")) {
                    put(numbered + "." + part.key(), part.value(), part);
                }
            }
        }
    }

    private void unfit(Node.Field field) {
        unfit.add(TableProblems.unfit(field.place(), field.key()));
        cells.putIfAbsent(field.key(), UNFIT);
    }
}
