package dev.winnow.model.internal.assumption;

import dev.winnow.model.vocabulary.Component;
import dev.winnow.model.vocabulary.RecordShape;
import dev.winnow.model.vocabulary.Vocabulary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A fact that may be unknown, and so may be assumed.
 *
 * @param name its name without a row: {@code city.funds.available}
 * @param subject the kind of its subject
 * @param list the list of a city that it belongs to; null if none
 * @param component the component that contains it; null for a list as a whole
 */
public record Assumable(
        String name,
        Subject subject,
        @Nullable String list,
        @Nullable Component component) {

    /** The kind of subject of a fact. */
    public enum Subject {
        PROJECT,
        /** The city itself. */
        CITY,
        /** A list of a city, which may be assumed to be complete. */
        LIST,
        /** The rows of a list of a city. */
        ROW,
        /** Whether a city holds a chain link. */
        LINK,
        /** Whether a city covers a stage. */
        STAGE
    }

    /** The key of `where` for a milestone that a project has reached. */
    public static final String REACHED = "reached";

    /** The key of `where` for a list with at least one known row in the city. */
    public static final String LISTS = "lists";

    /** The key of `where` for the id of the city of a row, link or stage. */
    public static final String CITY = "city";

    /** The key of `where` for a link of a project that was decided for the city and is not known to be built. */
    public static final String DECIDED = "decided";

    private static final Component HELD =
            new Component("held", Component.Kind.FLAG, null, null, List.of(), false, true);
    /** {@return all facts of a vocabulary that may be assumed, by name} */
    public static Map<String, Assumable> all(Vocabulary vocabulary) {
        Map<String, Assumable> all = new TreeMap<>();
        components(Vocabulary.PROJECT, Subject.PROJECT, null, vocabulary.project(), all);
        components(Vocabulary.CITY, Subject.CITY, null, vocabulary.city(), all);
        vocabulary.rows().forEach((list, shape) -> {
            String name = Vocabulary.CITY + "." + list;
            add(new Assumable(name, Subject.LIST, list, null), all);
            components(name, Subject.ROW, list, shape, all);
        });
        add(new Assumable("city.presences.held", Subject.LINK, null, HELD), all);
        add(new Assumable("city.coverages.held", Subject.STAGE, null, HELD), all);
        return all;
    }

    private static void components(
            String owner, Subject subject, @Nullable String list, RecordShape<?> shape, Map<String, Assumable> into) {
        for (Component component : shape.stated()) {
            boolean ofRow = subject == Subject.ROW;
            boolean fixed = ofRow
                    ? shape.key().contains(component.name())
                    : component.timeless() && !component.name().equals(Vocabulary.MILESTONES_COMPLETE);
            if (component.nullable() && !fixed) {
                add(new Assumable(owner + "." + component.name(), subject, list, component), into);
            }
        }
    }

    private static void add(Assumable fact, Map<String, Assumable> into) {
        into.put(fact.name(), fact);
    }

    /** {@return whether it can be assumed that no more is listed: of a list, and of the milestones of a project} */
    public boolean mayBeWhole() {
        return component == null
                || component.kind() == Component.Kind.TEXTS
                || component.name().equals(Vocabulary.MILESTONES_COMPLETE);
    }

    /** {@return the name of the fact for one row, link or stage: {@code city.funds.core-park.available}} */
    public String path(String row) {
        return Vocabulary.CITY + "."
                + (switch (subject) {
                    case LINK -> "presences";
                    case STAGE -> "coverages";
                    default -> Objects.requireNonNull(list);
                })
                + "." + row + "." + Objects.requireNonNull(component).name();
    }

    /** {@return the shape of the record that contains the fact} */
    RecordShape<?> shape(Vocabulary vocabulary) {
        return switch (subject) {
            case PROJECT -> vocabulary.project();
            case ROW -> vocabulary.rows(Objects.requireNonNull(list));
            case CITY, LIST, LINK, STAGE -> vocabulary.city();
        };
    }

    /**
     * Returns the keys that `where` may have for this fact, each with its allowed values; an empty list allows any.
     * Figures and dates are no keys because they are rarely equal.
     */
    public Map<String, List<String>> conditions(Vocabulary vocabulary) {
        Map<String, List<String>> keys = new LinkedHashMap<>();
        if (subject == Subject.LINK || subject == Subject.STAGE) {
            keys.put("chain", List.of());
            keys.put("stage", List.of());
            if (subject == Subject.LINK) {
                keys.put("link", List.of());
                keys.put(DECIDED, List.of("true", "false"));
            }
        } else {
            for (Component component : shape(vocabulary).stated()) {
                switch (component.kind()) {
                    case TEXT, TEXTS -> keys.put(component.name(), component.words());
                    case FLAG -> keys.put(component.name(), List.of("true", "false"));
                    case FIGURE, DATE, EVIDENCE -> {}
                }
            }
        }
        if (subject == Subject.PROJECT) {
            keys.put(REACHED, Vocabulary.steps());
        } else {
            if (subject != Subject.CITY && subject != Subject.LIST) {
                keys.put(CITY, List.of());
            }
            keys.put(LISTS, List.copyOf(vocabulary.rows().keySet()));
        }
        return keys;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Assumable one && one.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
