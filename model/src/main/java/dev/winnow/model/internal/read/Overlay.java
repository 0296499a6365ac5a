package dev.winnow.model.internal.read;

import dev.winnow.model.internal.history.Answer;
import dev.winnow.model.internal.history.FirmNames;
import dev.winnow.model.internal.history.Origin;
import dev.winnow.model.internal.history.UniverseIds;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.model.vocabulary.Component;
import dev.winnow.model.vocabulary.FactName;
import dev.winnow.model.vocabulary.RecordShape;
import dev.winnow.model.vocabulary.Vocabulary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Adds answers to their entries: each becomes one more dated statement of the entry, as if its file had stated it.
 * Existing statements stay, and every node keeps its place. An answer without a day counts from the day of the
 * universe, and an answer without a source names its own file as the source; neither is inherited from the entry.
 */
public final class Overlay {

    /** The lists that every city has a row in for each link or stage. */
    static final List<String> HOLDINGS = List.of("presences", "coverages");

    private static final List<String> ORIGIN = List.of("asOf", "source");

    private final UniverseIds words;
    private final @Nullable LocalDate day;

    /**
     * Creates an overlay.
     *
     * @param day the day of the universe; null if it has none
     */
    public Overlay(UniverseIds words, @Nullable LocalDate day) {
        this.words = words;
        this.day = day;
    }

    /**
     * Returns an entry with an answer added; null if the answer does not fit, which is a problem.
     *
     * @param entry the project or the city
     * @param answer an answer with a value
     */
    public @Nullable Node with(Node entry, Answer answer, List<Problem> problems) {
        FactName fact = FactName.of(answer.fact());
        Node said = answer.said();
        if (HOLDINGS.contains(fact.list())) {
            String key = fact.list().equals("presences") ? "link" : "stage";
            Node row = map(said, Map.of(key, Node.scalar(said.place(), fact.row()), "held", value(said)), said);
            return added(entry, "presences", List.of(row), said);
        }
        Vocabulary vocabulary = words.vocabulary();
        if (fact.row().isEmpty()) {
            RecordShape<?> list = fact.isOfCity() ? vocabulary.rows().get(fact.property()) : null;
            return list != null
                    ? listed(entry, list, said)
                    : stated(
                            entry,
                            fact.isOfCity() ? vocabulary.city() : vocabulary.project(),
                            fact.property(),
                            said,
                            problems);
        }
        return inRow(entry, vocabulary.rows(fact.list()), fact, said, problems);
    }

    private static Node value(Node said) {
        return Objects.requireNonNull(said.get("value"));
    }

    /** Returns a map of fields with the answer's own origin. */
    private Node map(Node at, Map<String, Node> fields, Node said) {
        Map<String, Node> all = new TreeMap<>(fields);
        for (String key : ORIGIN) {
            Node own = said.get(key);
            if (own != null) {
                all.putIfAbsent(key, own);
            }
        }
        if (day != null) {
            all.putIfAbsent("asOf", Node.scalar(said.place(), day.toString()));
        }
        all.putIfAbsent("source", Origin.file(said.place()));
        Node note = said.get("note");
        Node by = said.get("by");
        if (note != null || by != null) {
            String text = (by == null ? "" : by.text().strip() + (note == null ? "" : "; "))
                    + (note == null ? "" : note.text().strip());
            all.putIfAbsent("note", Node.scalar((note == null ? Objects.requireNonNull(by) : note).place(), text));
        }
        return Node.map(
                at.place(),
                all.entrySet().stream()
                        .map(field ->
                                new Node.Field(field.getKey(), field.getValue().place(), field.getValue()))
                        .toList());
    }

    /** Returns the entry with one more value of a property. */
    private @Nullable Node stated(
            Node entry, RecordShape<?> shape, String property, Node said, List<Problem> problems) {
        Component component = shape.stated().stream()
                .filter(one -> one.name().equals(property))
                .findFirst()
                .orElseThrow();
        Map<String, Node> fields = new TreeMap<>(Map.of("value", value(said)));
        Node more = said.get("more");
        if (more != null) {
            fields.put("more", more);
        }
        Node next = map(said, fields, said);
        Node known = entry.get(property);
        if (known == null || StatementReader.unknown(known)) {
            return entry.with(property, next);
        }
        if (component.timeless()) {
            problems.add(value(said)
                    .problem(Message.of(
                            "`%s` has a single value for all times, which is at %s", property, known.place())));
            return null;
        }
        boolean several = known.isList()
                && !known.items().isEmpty()
                && known.items().stream().allMatch(Node::isMap);
        List<Node> values = new ArrayList<>(several ? known.items() : List.of(known.isMap() ? known : whole(known)));
        values.add(next);
        return entry.with(property, Node.list(known.place(), values));
    }

    /** Returns a plain value as an object, so that it can be an item of a list of dated values. */
    private static Node whole(Node known) {
        return Node.map(known.place(), List.of(new Node.Field("value", known.place(), known)));
    }

    private @Nullable Node inRow(Node entry, RecordShape<?> shape, FactName fact, Node said, List<Problem> problems) {
        Node rows = entry.get(shape.list());
        List<Node> items = rows == null || !rows.isList() ? List.of() : rows.items();
        List<Node> changed = new ArrayList<>();
        boolean found = false;
        for (Node row : items) {
            if (!found && row.isMap() && key(shape, row).equals(fact.row())) {
                Node next = stated(row, shape, fact.property(), said, problems);
                if (next == null) {
                    return null;
                }
                found = true;
                changed.add(next);
            } else {
                changed.add(row);
            }
        }
        if (!found) {
            problems.add(Objects.requireNonNull(said.get("fact"))
                    .problem(
                            Message.of("`%s` has no row `%s`", shape.list(), fact.row()),
                            Nearest.advice(
                                    fact.row(),
                                    items.stream()
                                            .filter(Node::isMap)
                                            .map(row -> key(shape, row))
                                            .toList())));
            return null;
        }
        return entry.with(shape.list(), Node.list(Objects.requireNonNull(rows).place(), changed));
    }

    /** Returns the key of a row as in the names of facts. */
    private String key(RecordShape<?> shape, Node row) {
        return shape.key().stream()
                .map(part -> {
                    Node said = row.get(part);
                    String text =
                            said == null || !said.isScalar() ? "" : said.text().strip();
                    boolean firm = FirmNames.LIST.equals(words.vocabulary().refers(shape.list(), part));
                    FirmNames.Known known = firm ? words.firms().find(text) : null;
                    return known == null ? text : known.name();
                })
                .collect(Collectors.joining("/"));
    }

    /** Returns the city with further rows of a list, and marks the list as complete if the answer does. */
    private Node listed(Node city, RecordShape<?> shape, Node said) {
        Node rows = said.get("rows");
        List<Node> further = rows == null || !rows.isList()
                ? List.of()
                : rows.items().stream()
                        .map(row -> row.isMap() ? map(row, values(row), said) : row)
                        .toList();
        Node longer = further.isEmpty() ? city : added(city, shape.list(), further, said);
        Node complete = said.get("complete");
        if (complete == null || !complete.isScalar() || !complete.text().strip().equals("true")) {
            return longer;
        }
        Node own = said.get("asOf");
        Node from = own == null && day != null ? Node.scalar(complete.place(), day.toString()) : own;
        Node list = Node.scalar(complete.place(), shape.list());
        Node declared = longer.get("complete");
        if (declared != null && declared.isMap() && from != null) {
            return longer.with("complete", declared.with(shape.list(), from));
        }
        Node next = from == null
                ? list
                : Node.map(complete.place(), List.of(new Node.Field(shape.list(), complete.place(), from)));
        return added(longer, "complete", List.of(next), said);
    }

    private static Map<String, Node> values(Node row) {
        Map<String, Node> values = new TreeMap<>();
        row.fields().forEach((key, field) -> values.put(key, field.value()));
        return values;
    }

    private static Node added(Node entry, String list, List<Node> further, Node at) {
        Node known = entry.get(list);
        List<Node> items = new ArrayList<>(known == null || !known.isList() ? List.of() : known.items());
        items.addAll(further);
        return entry.with(list, Node.list(known == null ? at.place() : known.place(), items));
    }
}
