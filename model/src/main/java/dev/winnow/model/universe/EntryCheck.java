package dev.winnow.model.universe;

import dev.winnow.model.history.ProjectHistory;
import dev.winnow.model.history.UniverseIds;
import dev.winnow.model.read.HistoryReader;
import dev.winnow.model.read.ProjectReader;
import dev.winnow.model.read.StatementReader;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.model.value.FigurePass;
import dev.winnow.model.value.Period;
import dev.winnow.model.value.Unit;
import dev.winnow.model.vocabulary.Component;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Reads projects one by one as a universe would, keeping none: for files that are too long to be held. Each project is
 * checked completely, except that its id is unique, which the caller checks.
 *
 * <p>A project of plain values that do not affect each other is checked value by value, which is fast; every other
 * project is read as a whole. Not thread-safe.
 */
public final class EntryCheck {

    private final UniverseIds words;
    private final ProjectReader reader;
    private final Map<String, ProjectHistory> known;
    private final Map<String, Component> plain = new HashMap<>();
    private final Map<Unit, FigurePass> figures = new HashMap<>();
    private final List<Problem> found = new ArrayList<>();

    /** @param universe gives the ids that projects may name, and those that are taken */
    public EntryCheck(Universe universe) {
        StatementStore store = universe.store();
        this.words = store.words();
        this.reader = new ProjectReader(words);
        this.known = store.projects();
        words.vocabulary().project().stated().forEach(component -> plain.put(component.name(), component));
        // The values of these are compared with others, so that the project must be read as a whole.
        words.vocabulary().ofProject().stream()
                .filter(property -> property.apartFrom() != null)
                .forEach(property -> plain.remove(property.component().name()));
    }

    /** Adds what is wrong with a project; whether it can be taken. */
    public boolean project(Node entry, List<Problem> problems) {
        String id = HistoryReader.id(entry);
        ProjectHistory earlier = id == null ? null : known.get(id);
        if (earlier != null) {
            problems.add(HistoryReader.idNode(entry)
                    .problem(
                            Message.of(
                                    "the project `%s` is given already at %s",
                                    id, earlier.history().of("id").get(0).place()),
                            null));
            return false;
        }
        return isPlain(entry) || reader.read(entry, true, false, problems) != null;
    }

    /** Whether every value passes by itself, and none bears upon another. */
    boolean isPlain(Node entry) {
        if (entry.flawed() || entry.get("id") == null || entry.get("name") == null) {
            return false;
        }
        for (Node.Field field : entry.each()) {
            Component component = plain.get(field.key());
            boolean note = field.key().equals("note") || field.key().equals("zh");
            boolean fine = component == null
                    ? note && field.value().isScalar() && !field.value().text().isBlank()
                    : passes(component, field.value());
            if (!fine) {
                return false;
            }
        }
        return true;
    }

    private boolean passes(Component component, Node value) {
        if (component.kind() == Component.Kind.TEXTS) {
            return value.isList() && passes(component, value.items());
        }
        if (!value.isScalar() || StatementReader.unknown(value)) {
            return false;
        }
        return switch (component.kind()) {
            case TEXT -> isText(component, value.text());
            case FIGURE ->
                figures.computeIfAbsent(words.unit(Objects.requireNonNull(component.unit())), FigurePass::new)
                        .passes(value.text());
            case FLAG -> value.text().equals("true") || value.text().equals("false");
            case DATE -> isDate(component, value);
            default -> false;
        };
    }

    private boolean passes(Component component, List<Node> items) {
        if (items.size() == 1) {
            return items.get(0).isScalar() && isText(component, items.get(0).text());
        }
        for (int i = 0; i < items.size(); i++) {
            Node item = items.get(i);
            if (!item.isScalar() || !isText(component, item.text())) {
                return false;
            }
        }
        Set<String> texts = new HashSet<>();
        items.forEach(item -> texts.add(item.text().strip()));
        return texts.size() == items.size();
    }

    private boolean isText(Component component, String said) {
        String text = said.strip();
        return !text.isEmpty()
                && (component.words().isEmpty() || component.words().contains(text))
                && (component.refers() == null || words.knows(component.refers(), text));
    }

    private boolean isDate(Component component, Node value) {
        if (isPlainDay(value.text())) {
            return true;
        }
        found.clear();
        return Period.parse(component.name(), value, found) != null && found.isEmpty();
    }

    /** Whether a text is a day that stands in every month: {@code 2025-03-28}. */
    private static boolean isPlainDay(String text) {
        if (text.length() != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return false;
        }
        int century = two(text, 0);
        int month = two(text, 5);
        int day = two(text, 8);
        return (century == 19 || century == 20 || century == 21)
                && two(text, 2) >= 0
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= 28;
    }

    /** The number of two digits; below 0 if they are none. */
    private static int two(String text, int at) {
        int tens = text.charAt(at) - '0';
        int ones = text.charAt(at + 1) - '0';
        return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? 10 * tens + ones : -1;
    }
}
