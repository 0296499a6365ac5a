package dev.winnow.tables.internal.entries;

import dev.winnow.model.internal.history.Origin;
import dev.winnow.model.internal.read.StatementReader;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.model.universe.EntryKinds;
import dev.winnow.model.vocabulary.Component;
import dev.winnow.model.vocabulary.RecordShape;
import dev.winnow.model.vocabulary.Vocabulary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Values of a row about a known entry, as dated statements laid over the known ones. A statement without a date gets
 * that of the universe, and one without a source names its file, since the origin of the known values does not apply to
 * it.
 */
public final class Amendment {

    /** The list that contains the statements. */
    public static final String LIST = "answers";

    private static final Set<String> NAMES = Set.of("id", "name", "zh", "note", "illustrative", "hindsight");
    private static final List<String> ORIGIN = List.of("asOf", "source", "note");
    private static final String COMPLETE = "complete";

    private final Vocabulary vocabulary;
    private final LocalDate day;
    private final UnaryOperator<String> firms;

    /**
     * @param day date of statements without one
     * @param firms returns the name under which a firm counts
     */
    public Amendment(Vocabulary vocabulary, LocalDate day, UnaryOperator<String> firms) {
        this.vocabulary = vocabulary;
        this.day = day;
        this.firms = firms;
    }

    /** The kind of the statements. */
    public static EntryKind kind(EntryKinds kinds) {
        return new EntryKind(LIST, null, List.of(), kinds);
    }

    /**
     * The statements of a row about a known project or city, without timeless values that are repeated unchanged.
     *
     * @param kind kind of the row
     * @param row values of the row
     * @param id id of the known entry
     * @param known known values; null if there are none
     * @param untaken receives the fields of the row that cannot be statements
     */
    public List<Node> of(EntryKind kind, Node row, String id, @Nullable Node known, List<Node.Field> untaken) {
        String subject = kind.isProjects() ? Vocabulary.PROJECT : Vocabulary.CITY;
        RecordShape<?> shape = kind.isProjects() ? vocabulary.project() : vocabulary.city();
        List<Node> statements = new ArrayList<>();
        for (Node.Field field : row.each()) {
            String key = field.key();
            Component component = component(shape, key);
            if (NAMES.contains(key)
                    || ORIGIN.contains(key)
                    || isUnknown(field.value())
                    || isSaidAgain(component, known, field)) {
                continue;
            }
            if (key.equals(COMPLETE)) {
                complete(row, id, field.value(), statements);
            } else if (component == null) {
                untaken.add(field);
            } else {
                values(row, subject, id, subject + "." + key, field.value(), statements);
            }
        }
        return statements;
    }

    /**
     * The statements of a row in a city's list: one per value of a known row; otherwise the whole row as a new one.
     *
     * @param kind kind of the row
     * @param row values of the row
     * @param city id of the known city
     * @param known known values of the row; null if the city has no row with its key
     */
    public List<Node> ofRow(EntryKind kind, Node row, String city, @Nullable Node known) {
        String list = kind.list();
        List<Node> statements = new ArrayList<>();
        if (isHolding(kind)) {
            Node link = row.get("link");
            Node stage = row.get("stage");
            Node held = row.get("held");
            Node of = link == null ? stage : link;
            if (of != null && held != null && !isUnknown(held)) {
                String fact = "city." + (link == null ? "coverages." : "presences.") + of.text() + ".held";
                values(row, Vocabulary.CITY, city, fact, held, statements);
            }
            return statements;
        }
        RecordShape<?> shape = vocabulary.rows(list);
        if (known == null) {
            Map<String, Node> fields = new TreeMap<>();
            fields.put("rows", Node.list(row.place(), List.of(row)));
            statements.add(statement(row, Vocabulary.CITY, city, "city." + list, fields));
            return statements;
        }
        String fact = "city." + list + "." + key(shape, known) + ".";
        for (Node.Field field : row.each()) {
            Component component = component(shape, field.key());
            boolean said = component == null
                    || NAMES.contains(field.key())
                    || ORIGIN.contains(field.key())
                    || shape.key().contains(field.key())
                    || isUnknown(field.value())
                    || isSaidAgain(component, known, field);
            if (!said) {
                values(row, Vocabulary.CITY, city, fact + field.key(), field.value(), statements);
            }
        }
        return statements;
    }

    /** Whether rows of a list say which links and stages of a chain a city holds. Such a row exists for every city. */
    public static boolean isHolding(EntryKind kind) {
        return kind.list().equals("presences");
    }

    /** The key of a row of a city's list in fact names. */
    public String key(EntryKind kind, Node row) {
        return key(vocabulary.rows(kind.list()), row);
    }

    private String key(RecordShape<?> shape, Node row) {
        List<String> parts = new ArrayList<>();
        for (String part : shape.key()) {
            Node said = row.get(part);
            String text = said == null || !said.isScalar() ? "" : said.text().strip();
            parts.add(isFirm(component(shape, part)) ? firms.apply(text) : text);
        }
        return String.join("/", parts);
    }

    private static @Nullable Component component(RecordShape<?> shape, String name) {
        return shape.stated().stream()
                .filter(component -> component.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static boolean isFirm(@Nullable Component component) {
        return component != null && "firms".equals(component.refers());
    }

    /** Whether a timeless value repeats the known one. */
    private boolean isSaidAgain(@Nullable Component component, @Nullable Node known, Node.Field field) {
        Node earlier = known == null ? null : value(known.get(field.key()));
        Node said = value(field.value());
        boolean held = component == null || component.timeless();
        if (!held || earlier == null || said == null || !earlier.isScalar() || !said.isScalar()) {
            return false;
        }
        String before = earlier.text().strip();
        String now = said.text().strip();
        return before.equals(now)
                || (isFirm(component) && firms.apply(before).equals(firms.apply(now)))
                || (component != null && component.kind() == Component.Kind.DATE && before.startsWith(now + "-"));
    }

    /** Whether a row calls a value unknown, which does not change a known value. */
    private static boolean isUnknown(Node said) {
        Node.Field value = said.isMap() ? said.fields().get("value") : null;
        return StatementReader.unknown(value == null ? said : value.value());
    }

    private static @Nullable Node value(@Nullable Node node) {
        return node != null && node.isMap() ? node.get("value") : node;
    }

    /** Adds statements that lists are complete, optionally since a date. */
    private void complete(Node row, String city, Node lists, List<Node> statements) {
        for (Node list : lists.items()) {
            complete(row, city, list, list.text().strip(), null, statements);
        }
        for (Node.Field list : lists.each()) {
            complete(row, city, list.value(), list.key(), list.value(), statements);
        }
    }

    private void complete(Node row, String city, Node at, String list, @Nullable Node from, List<Node> statements) {
        Map<String, Node> fields = new TreeMap<>();
        fields.put(COMPLETE, Node.scalar(at.place(), "true"));
        if (from != null) {
            fields.put("asOf", from);
        }
        statements.add(statement(row, Vocabulary.CITY, city, "city." + list, fields));
    }

    /** Adds a statement for a value, or one for each of several values. */
    private void values(Node row, String subject, String id, String fact, Node value, List<Node> statements) {
        boolean several = value.isList()
                && !value.items().isEmpty()
                && value.items().stream().allMatch(Node::isMap);
        for (Node said : several ? value.items() : List.of(value)) {
            if (isUnknown(said)) {
                continue;
            }
            Map<String, Node> fields = new TreeMap<>();
            fields.put("value", said);
            if (said.isMap()) {
                said.each().forEach(facet -> fields.put(facet.key(), facet.value()));
            }
            statements.add(statement(row, subject, id, fact, fields));
        }
    }

    private Node statement(Node row, String subject, String id, String fact, Map<String, Node> fields) {
        Node first = fields.values().iterator().next();
        Place place = first.place();
        for (String origin : ORIGIN) {
            Node own = row.get(origin);
            if (own != null) {
                fields.putIfAbsent(origin, own);
            }
        }
        fields.putIfAbsent("asOf", Node.scalar(place, day.toString()));
        fields.putIfAbsent("source", Origin.file(place));
        List<Node.Field> ordered = new ArrayList<>();
        ordered.add(field(subject, Node.scalar(place, id)));
        ordered.add(field("fact", Node.scalar(place, fact)));
        for (String key : List.of("value", "rows")) {
            Node said = fields.remove(key);
            if (said != null) {
                ordered.add(field(key, said));
            }
        }
        fields.forEach((key, value) -> ordered.add(field(key, value)));
        return Node.map(place, ordered);
    }

    private static Node.Field field(String key, Node value) {
        return new Node.Field(key, value.place(), value);
    }

    /** A document of statements. */
    public static Node document(List<Node> statements, Place at) {
        return Node.map(
                Place.file(at.file()), List.of(new Node.Field(LIST, at, Node.list(at, List.copyOf(statements)))));
    }
}
