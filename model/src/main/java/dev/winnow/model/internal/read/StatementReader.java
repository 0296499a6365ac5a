package dev.winnow.model.internal.read;

import dev.winnow.model.internal.history.Contradictions;
import dev.winnow.model.internal.history.FirmNames;
import dev.winnow.model.internal.history.Origin;
import dev.winnow.model.internal.history.Statement;
import dev.winnow.model.internal.history.UniverseIds;
import dev.winnow.model.internal.history.ValueReader;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.model.value.Bound;
import dev.winnow.model.value.Evidence;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.FigureText;
import dev.winnow.model.value.Flag;
import dev.winnow.model.value.StartOfList;
import dev.winnow.model.value.Unit;
import dev.winnow.model.vocabulary.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads the value of a key into statements about a component: a plain value, an object with its origin, or a list of
 * such objects.
 */
public final class StatementReader {

    public static final List<String> BOUNDS = List.of("at-least", "at-most", "about", "exact");

    private final UniverseIds words;
    private final List<Problem> problems;
    private final List<Problem> asked;
    private final ValueReader values;

    /**
     * Creates a reader.
     *
     * @param problems receives problems of values that are left out
     * @param asked receives problems of doubtful values that are kept
     */
    StatementReader(UniverseIds words, List<Problem> problems, List<Problem> asked) {
        this.words = words;
        this.problems = problems;
        this.asked = asked;
        this.values = new ValueReader(
                (component, node, evidence, found) -> words.rates().parse(node, unit(component), evidence, found),
                this::reference);
    }

    /** Returns the statements of a component; none if the value is absent or stated as unknown. */
    List<Statement> read(Component component, Node node, Origin origin) {
        if (unknown(node)) {
            return List.of();
        }
        List<Statement> statements = new ArrayList<>();
        if (node.isMap() && !component.name().equals("id")) {
            object(component, node, origin, statements);
        } else if (component.timeless() && component.kind() != Component.Kind.TEXTS && node.isList()) {
            problems.add(node.problem(Message.of("`%s` has a single value for all times", component.name())));
        } else if (node.isList() && dated(component, node)) {
            if (node.items().stream().noneMatch(Node::isMap)) {
                problems.add(node.problem(
                        Message.of("`%s` is one value, not a list", component.name()),
                        Message.of("for several dated values, write each as `%s`", "{value: …, asOf: …}")));
                return statements;
            }
            Contradictions found = new Contradictions(component.name(), problems);
            for (Node item : node.items()) {
                int before = statements.size();
                if (item.isMap()) {
                    object(component, item, origin, statements);
                    if (statements.size() > before) {
                        found.add(
                                item.optionalText("source", new ArrayList<>()),
                                statements.get(before),
                                Objects.requireNonNull(item.get("value")));
                    }
                } else {
                    problems.add(item.problem(Message.of(
                            "a list of dated values of `%s` needs `%s` in each", component.name(), "value")));
                }
            }
        } else {
            plain(component, node, origin.evidence(words, null), false, statements);
        }
        return statements;
    }

    public static boolean unknown(Node node) {
        return node.kind() == Node.Kind.NULL
                || (node.isScalar() && ValueReader.isUnknown(node.text().strip()));
    }

    private static boolean dated(Component component, Node list) {
        return component.kind() != Component.Kind.TEXTS || list.items().stream().anyMatch(Node::isMap);
    }

    private void object(Component component, Node map, Origin around, List<Statement> statements) {
        List<String> keys = new ArrayList<>(Origin.KEYS);
        keys.add("value");
        if (component.kind() == Component.Kind.FIGURE) {
            keys.add("bound");
            keys.add("unit");
        } else if (component.kind() == Component.Kind.TEXTS) {
            keys.add("more");
        }
        map.allow(key -> Message.of("`%s` has no `%s`", component.name(), key), keys, problems);
        Origin origin = around.within(map, words, problems);
        String note = map.optionalText("note", problems);
        Node.Field value = map.fields().get("value");
        if (value == null) {
            problems.add(map.problem(Message.of("`%s` needs `%s`", component.name(), "value")));
        } else if (!unknown(value.value())) {
            boolean dated = map.get("asOf") != null || map.get("source") != null;
            Evidence evidence = origin.evidence(words, note);
            if (component.kind() == Component.Kind.FIGURE) {
                Figure figure = figure(component, map, value.value(), evidence);
                if (figure != null) {
                    statements.add(new Statement(figure, evidence, value.value().place(), dated));
                }
            } else {
                int before = statements.size();
                plain(component, value.value(), evidence, dated, statements);
                if (statements.size() > before && mayHoldMore(map)) {
                    Statement said = statements.remove(before);
                    statements.add(new Statement(
                            StartOfList.of((List<?>) said.value()), said.evidence(), said.place(), said.dated()));
                }
            }
        }
    }

    /** Whether a list is marked as incomplete. */
    private boolean mayHoldMore(Node map) {
        Node more = map.get("more");
        return more != null && Boolean.TRUE.equals(Flag.parse("more", more, problems));
    }

    private void plain(Component component, Node node, Evidence evidence, boolean dated, List<Statement> statements) {
        Object value = values.read(component, node, evidence, problems, asked);
        if (value != null) {
            statements.add(new Statement(value, evidence, node.place(), dated));
        }
    }

    /** Returns the text of a reference, for a firm its display name; null if it names no entry of its list. */
    private @Nullable String reference(String list, Node node, List<Problem> found) {
        String text = node.text().strip();
        if (FirmNames.LIST.equals(list)) {
            return firm(text, node);
        }
        int before = found.size();
        words.check(list, node, found);
        return found.size() == before ? text : null;
    }

    /** Returns the display name of a firm. A name that resembles a declared firm is kept and reported as doubtful. */
    private String firm(String text, Node node) {
        FirmNames firms = words.firms();
        FirmNames.Known firm = firms.find(text);
        if (firm != null) {
            return firm.name();
        }
        List<FirmNames.Known> joined = firms.joined(text);
        String near = joined.isEmpty() ? firms.near(text) : null;
        if (!joined.isEmpty()) {
            asked.add(node.problem(Message.of(
                    "`%s` joins names of two firms, `%s` and `%s`; it counts as another firm",
                    text, joined.get(0).name(), joined.get(1).name())));
        } else if (near != null) {
            asked.add(node.problem(
                    Message.of("`%s` is not a name of a firm in `%s`; it counts as another firm", text, FirmNames.LIST),
                    Message.of("did you mean `%s`?", near)));
        }
        return text;
    }

    private Unit unit(Component component) {
        return words.unit(Objects.requireNonNull(component.unit()));
    }

    private @Nullable Figure figure(Component component, Node map, Node value, Evidence evidence) {
        Unit unit = unit(component);
        String suffix = map.optionalText("unit", problems);
        if (!value.isScalar()) {
            return words.rates().parse(value, unit, evidence, problems);
        }
        FigureText.Reading reading =
                words.rates().parse(suffix == null ? value.text() : value.text() + " " + suffix, unit, evidence);
        Figure figure = reading.figure();
        if (figure == null) {
            problems.add(value.problem(Objects.requireNonNull(reading.what()), reading.advice()));
            return null;
        }
        return bounded(map, value, figure);
    }

    private @Nullable Figure bounded(Node map, Node value, Figure figure) {
        String text = map.optionalText("bound", problems);
        Node bound = map.get("bound");
        if (text == null || bound == null || text.equals(figure.bound().id())) {
            return figure;
        }
        if (!BOUNDS.contains(text)) {
            problems.add(bound.problem(Message.of("`%s` is not a bound", text), Nearest.oneOf(text, BOUNDS)));
            return null;
        }
        if (figure.bound() != Bound.EXACT) {
            problems.add(bound.problem(
                    Message.of("`%s` already has a bound", value.text().strip())));
            return null;
        }
        for (Bound known : Bound.values()) {
            if (known.id().equals(text) && figure.unit().levels() != null) {
                FigureText.Reading reading =
                        FigureText.parse(known.prefix() + figure.low(), figure.unit(), figure.evidence());
                if (reading.what() != null) {
                    problems.add(bound.problem(reading.what(), reading.advice()));
                }
                return reading.figure();
            }
            if (known.id().equals(text)) {
                return Figure.stated(figure.low(), known, figure.unit(), figure.evidence());
            }
        }
        return figure;
    }
}
