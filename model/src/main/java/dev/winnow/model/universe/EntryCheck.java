package dev.winnow.model.universe;

import dev.winnow.model.internal.history.ProjectHistory;
import dev.winnow.model.internal.history.UniverseIds;
import dev.winnow.model.internal.read.ApartFrom;
import dev.winnow.model.internal.read.HistoryReader;
import dev.winnow.model.internal.read.ProjectReader;
import dev.winnow.model.internal.read.StatementReader;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.model.source.TextLength;
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
import org.jspecify.annotations.Nullable;

/**
 * Checks projects one by one as a universe would, without keeping them, for files that do not fit in memory. The check
 * is complete except for duplicate ids, which the caller checks.
 *
 * <p>A project of plain values, each stated once, is checked value by value, which is fast; other projects are read as
 * a whole. Not thread-safe.
 */
public final class EntryCheck {

    /** Identifying properties, whose values have no source, date or note. */
    private static final Set<String> UNSTATED = Set.of("id", "name", "city");

    /** Size of the cache of periods: more than the days of thirty years. */
    private static final int MOST_PERIODS = 12_000;

    /** Lists up to this size are searched for duplicates pairwise. */
    private static final int FEW = 6;

    /** Size of the cache of source texts. Most rows of a list share a few sources. */
    private static final int MOST_SOURCES = 1_000;

    private final UniverseIds words;
    private final ProjectReader reader;
    private final Map<String, ProjectHistory> known;
    private final Map<String, Component> plain = new HashMap<>();
    private final Map<Unit, FigurePass> figures = new HashMap<>();
    private final List<Problem> found = new ArrayList<>();
    private final Map<String, Period> periods = new HashMap<>();

    /** Valid source texts. */
    private final Set<String> sources = new HashSet<>();

    /** Properties whose values must differ from those of another property. */
    private final Set<String> apart = new HashSet<>();

    /**
     * Creates a check.
     *
     * @param universe the universe whose ids projects may refer to and may not repeat
     */
    public EntryCheck(Universe universe) {
        StatementStore store = universe.store();
        this.words = store.words();
        this.reader = new ProjectReader(words);
        this.known = store.projects();
        words.vocabulary().project().stated().forEach(component -> plain.put(component.name(), component));
        words.vocabulary().ofProject().stream()
                .filter(property -> property.apartFrom() != null)
                .forEach(property -> apart.add(property.component().name()));
    }

    /** Adds the problems of a project; returns whether it has none. */
    public boolean project(Node given, List<Problem> problems) {
        Node entry = TextLength.refuse(given, problems);
        String id = HistoryReader.id(entry);
        ProjectHistory earlier = id == null ? null : known.get(id);
        if (earlier != null) {
            problems.add(HistoryReader.idNode(entry)
                    .problem(Message.of(
                            "the project `%s` is given already at %s",
                            id, earlier.history().of("id").get(0).place())));
            return false;
        }
        return isPlain(entry) || reader.read(entry, true, false, problems) != null;
    }

    /** Whether every value is valid on its own and consistent with the others. */
    boolean isPlain(Node entry) {
        if (entry.flawed() || entry.get("id") == null || entry.get("name") == null) {
            return false;
        }
        boolean compared = false;
        for (Node.Field field : entry.each()) {
            Component component = plain.get(field.key());
            boolean fine = component != null
                    ? passes(component, field.value()) || isStated(component, field.value())
                    : field.key().equals("milestones")
                            ? isInOrder(field.value(), entry.get("decided"))
                            : isOfOrigin(field.key(), field.value());
            if (!fine) {
                return false;
            }
            compared |= component != null && apart.contains(field.key());
        }
        if (compared) {
            found.clear();
            ApartFrom.check(words.vocabulary().ofProject(), entry, words.firms(), found);
            return found.isEmpty();
        }
        return true;
    }

    /** Whether a valid value is given with its source, date or note. */
    private boolean isStated(Component component, Node stated) {
        Node value = stated.isMap() ? stated.get("value") : null;
        if (value == null || component.kind() == Component.Kind.DATE || UNSTATED.contains(component.name())) {
            return false;
        }
        for (Node.Field field : stated.each()) {
            if (!field.key().equals("value") && !isOfOrigin(field.key(), field.value())) {
                return false;
            }
        }
        return passes(component, value);
    }

    private boolean isOfOrigin(String key, Node value) {
        if (!value.isScalar() || value.text().isBlank()) {
            return false;
        }
        return switch (key) {
            case "note", "zh" -> true;
            case "source" -> isSource(value);
            case "asOf" -> isDate(value);
            default -> false;
        };
    }

    private boolean isSource(Node value) {
        String text = value.text();
        if (sources.contains(text)) {
            return true;
        }
        found.clear();
        words.checkSource(value, found);
        if (found.isEmpty() && sources.size() < MOST_SOURCES) {
            sources.add(text);
        }
        return found.isEmpty();
    }

    /** Whether steps of building are in order and dated, none before the decision. */
    private boolean isInOrder(Node milestones, @Nullable Node decided) {
        int latest = decided == null ? 0 : firstDay(decided);
        if (!milestones.isList() || latest < 0) {
            return false;
        }
        int before = -1;
        for (Node item : milestones.items()) {
            Node step = item.isMap() ? item.get("step") : null;
            Node reached = item.isMap() ? item.get("reached") : null;
            if (step == null || reached == null || item.each().size() != 2 || !step.isScalar()) {
                return false;
            }
            int at = ProjectReader.building().indexOf(step.text());
            int day = at <= before ? -1 : firstDay(reached);
            if (day < 0 || (day < latest && lastDay(reached) < latest)) {
                return false;
            }
            latest = Math.max(latest, day);
            before = at;
        }
        return true;
    }

    /** Returns the first day of a period as a number, {@code 20250328}; -1 if the text is not a period. */
    private int firstDay(Node value) {
        if (value.isScalar() && isPlainDay(value.text())) {
            return number(value.text());
        }
        Period period = period(value);
        return period == null ? -1 : number(period.first().toString());
    }

    /** Returns the last day of a period as a number, as {@link #firstDay} does. */
    private int lastDay(Node value) {
        if (isPlainDay(value.text())) {
            return number(value.text());
        }
        Period period = period(value);
        return period == null ? -1 : number(period.last().toString());
    }

    private static int number(String day) {
        return 1_000_000 * two(day, 0) + 10_000 * two(day, 2) + 100 * two(day, 5) + two(day, 8);
    }

    /** Returns the period of a text; null if it is not a period. */
    private @Nullable Period period(Node value) {
        if (!value.isScalar()) {
            return null;
        }
        Period known = periods.get(value.text());
        if (known == null) {
            known = Period.parse("", value, new ArrayList<>());
            if (known != null && periods.size() < MOST_PERIODS) {
                periods.put(value.text(), known);
            }
        }
        return known;
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
            case DATE -> isDate(value);
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
        return items.size() > FEW ? areApart(items) : areFewApart(items);
    }

    private static boolean areApart(List<Node> items) {
        Set<String> texts = new HashSet<>();
        items.forEach(item -> texts.add(item.text().strip()));
        return texts.size() == items.size();
    }

    private static boolean areFewApart(List<Node> items) {
        for (int i = 1; i < items.size(); i++) {
            String text = items.get(i).text().strip();
            for (int j = 0; j < i; j++) {
                if (text.equals(items.get(j).text().strip())) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isText(Component component, String said) {
        String text = said.strip();
        return !text.isEmpty()
                && (component.words().isEmpty() || component.words().contains(text))
                && (component.refers() == null || words.knows(component.refers(), text));
    }

    private boolean isDate(Node value) {
        return isPlainDay(value.text()) || period(value) != null;
    }

    /** Whether a text is a day that exists in every month, from 1 to 28: {@code 2025-03-28}. */
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

    /** Returns the number of two digits; -1 if they are not digits. */
    private static int two(String text, int at) {
        int tens = text.charAt(at) - '0';
        int ones = text.charAt(at + 1) - '0';
        return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? 10 * tens + ones : -1;
    }
}
