package dev.winnow.model.domain;

import dev.winnow.model.source.Internal;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.RatingLevels;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of the declared properties of one subject: a project, a city, or a row of a declared list. A value is a
 * text, a list of texts, a {@link dev.winnow.model.value.Figure}, a date, or true or false; null means unknown.
 * Immutable.
 */
public final class DeclaredValues {

    /** The names of the properties that a vocabulary declares for one kind of subject, numbered from 0. */
    public static final class Layout {

        private final List<String> names;
        private final Map<String, Integer> numbers = new HashMap<>();

        /**
         * A layout of names.
         *
         * @param names the names, each once
         */
        public Layout(List<String> names) {
            this.names = List.copyOf(names);
            for (int i = 0; i < names.size(); i++) {
                numbers.put(names.get(i), i);
            }
        }

        /**
         * {@return the number of a name, from 0; -1 if it is not declared}
         *
         * @param name the name of a property
         */
        public int number(String name) {
            Integer number = numbers.get(name);
            return number == null ? -1 : number;
        }

        /** {@return the names, by number} */
        public List<String> names() {
            return names;
        }
    }

    /** The values of a subject without declared properties. */
    public static final DeclaredValues NONE = new DeclaredValues(new Layout(List.of()), new Object[0]);

    private final Layout layout;
    private final @Nullable Object[] values;

    /**
     * Values in the order of a layout.
     *
     * @param layout the declared properties
     * @param values their values; null means unknown
     */
    public DeclaredValues(Layout layout, @Nullable Object[] values) {
        if (layout.names.size() != values.length) {
            throw new IllegalArgumentException(
                    layout.names.size() + " properties are declared, and " + values.length + " values are given");
        }
        this.layout = layout;
        this.values = values.clone();
    }

    /**
     * {@return the value of a property; null if it is unknown or not declared}
     *
     * @param name the name of the property
     */
    public @Nullable Object get(String name) {
        int number = layout.number(name);
        return number < 0 ? null : values[number];
    }

    /**
     * {@return the value of the property with a number in the layout}
     *
     * @param number the number
     */
    public @Nullable Object get(int number) {
        return values[number];
    }

    /** {@return a value that is true or false; null if unknown or not declared} */
    public @Nullable Boolean flag(String name) {
        return (Boolean) get(name);
    }

    /** {@return a value that is a text; null if unknown or not declared} */
    public @Nullable String text(String name) {
        return (String) get(name);
    }

    /** {@return a value that is a figure; null if unknown or not declared} */
    public @Nullable Figure figure(String name) {
        return (Figure) get(name);
    }

    /**
     * {@return a rating; all its levels if it is unknown or not declared}
     *
     * @param name the name of the property
     * @param lowest the number of the first level
     * @param highest the number of the last level
     */
    @Internal
    public Figure rating(String name, int lowest, int highest) {
        Figure known = figure(name);
        return known != null ? known : RatingLevels.of(lowest, highest).whole();
    }

    /** {@return a value that is a date; null if unknown or not declared} */
    public @Nullable LocalDate date(String name) {
        return (LocalDate) get(name);
    }

    /** {@return a value that is a list of texts; null if unknown or not declared} */
    @SuppressWarnings("unchecked") // a declared list holds texts
    public @Nullable List<String> texts(String name) {
        return (List<String>) get(name);
    }

    /** {@return the declared properties} */
    public Layout layout() {
        return layout;
    }

    /**
     * {@return these values with one of them changed}
     *
     * @param name the name of a declared property
     * @param value its value; null means unknown
     */
    public DeclaredValues with(String name, @Nullable Object value) {
        int number = layout.number(name);
        if (number < 0) {
            throw new IllegalArgumentException("`" + name + "` is not declared");
        }
        @Nullable Object[] changed = values.clone();
        changed[number] = value;
        return new DeclaredValues(layout, changed);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DeclaredValues one
                && one.layout.names.equals(layout.names)
                && Arrays.equals(one.values, values);
    }

    @Override
    public int hashCode() {
        return 31 * layout.names.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("{");
        for (int i = 0; i < values.length; i++) {
            text.append(i == 0 ? "" : ", ")
                    .append(layout.names.get(i))
                    .append('=')
                    .append(values[i]);
        }
        return text.append('}').toString();
    }
}
