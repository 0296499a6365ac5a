package dev.winnow.model.vocabulary;

import dev.winnow.model.value.Evidence;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.Unit;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A component of a fact, in its record or declared by a pack, with the properties that readers need.
 *
 * @param name its name, which is its key in files
 * @param kind the type of its value
 * @param unit the unit of a figure; null for other types
 * @param refers the word list that its texts come from; null if there is none
 * @param words the closed list of its texts; empty if there is none
 * @param timeless whether it counts at any date
 * @param nullable whether it may be unknown
 */
public record Component(
        String name,
        Kind kind,
        @Nullable Unit unit,
        @Nullable String refers,
        List<String> words,
        boolean timeless,
        boolean nullable) {

    /** The type of a component's value. */
    public enum Kind {
        TEXT(String.class),
        /** A list of texts. */
        TEXTS(List.class),
        /** A figure. */
        FIGURE(Figure.class),
        /** A day. */
        DATE(LocalDate.class),
        /** Yes or no. */
        FLAG(Boolean.class),
        /** The origin of a row. */
        EVIDENCE(Evidence.class);

        private final Class<?> type;

        boolean isOf(Class<?> held) {
            return held == type || (this == FLAG && held == boolean.class);
        }

        Kind(Class<?> type) {
            this.type = type;
        }
    }

    /** Returns this component as one that counts at any date. */
    Component asTimeless() {
        return new Component(name, kind, unit, refers, words, true, nullable);
    }

    /** Returns this component with another closed list. */
    Component of(List<String> closed) {
        return new Component(name, kind, unit, refers, closed, timeless, nullable);
    }

    /** Returns the value for the record: the known value, else null. */
    public @Nullable Object held(@Nullable Object known) {
        if (known != null && !kind.type.isInstance(known)) {
            throw new IllegalStateException("`" + name + "` is " + kind + ", not " + known.getClass());
        }
        return known;
    }
}
