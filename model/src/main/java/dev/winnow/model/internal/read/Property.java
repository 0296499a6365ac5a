package dev.winnow.model.internal.read;

import dev.winnow.model.internal.history.FirmNames;
import dev.winnow.model.source.Internal;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.Unit;
import dev.winnow.model.vocabulary.Component;
import dev.winnow.model.vocabulary.DeclaredProperty;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A key of an entry of a universe with the type of its value.
 *
 * @param name its key
 * @param type what it holds
 * @param unit what a figure counts, of whatever currency; null for all else
 * @param refers the list of the universe that its texts name entries of: {@code links}; null if there is none
 * @param choices the closed list of its texts; empty if there is none
 * @param required whether an entry is refused without it
 * @param sourced whether its value can have a source, a date and a note of its own
 * @param declared its declaration in a vocabulary; null if it is of the core
 */
public record Property(
        String name,
        Type type,
        @Nullable Unit unit,
        @Nullable String refers,
        List<String> choices,
        boolean required,
        boolean sourced,
        @Nullable DeclaredProperty declared) {

    /** What a property holds. */
    public enum Type {
        /** A text. */
        TEXT,
        /** A list of texts. */
        TEXTS,
        /** A {@link Figure}. */
        FIGURE,
        /** A day, a month or a year. */
        DATE,
        /** True or false. */
        FLAG
    }

    public Property {
        choices = List.copyOf(choices);
    }

    /** {@return a property that is a text} */
    public static Property text(String name) {
        return new Property(name, Type.TEXT, null, null, List.of(), name.equals("id"), false, null);
    }

    /** {@return a property of a type} */
    public static Property of(String name, Type type) {
        return new Property(name, type, null, null, List.of(), false, false, null);
    }

    /** {@return a property that names an entry of a list of the universe} */
    public static Property naming(String name, String list) {
        return new Property(name, Type.TEXT, null, list, List.of(), false, false, null);
    }

    /** {@return the property that gives a component of a record} */
    @Internal
    public static Property of(Component component, boolean required) {
        Type type = switch (component.kind()) {
            case TEXT -> Type.TEXT;
            case TEXTS -> Type.TEXTS;
            case FIGURE -> Type.FIGURE;
            case DATE -> Type.DATE;
            case FLAG -> Type.FLAG;
            case EVIDENCE -> throw new IllegalStateException("evidence is no property");
        };
        return new Property(
                component.name(),
                type,
                component.unit(),
                component.refers(),
                component.words(),
                required,
                !component.name().equals("id"),
                null);
    }

    /** Whether it counts years, as a duration; {@code 2030} in its place says which year, and not how many. */
    public boolean countsYears() {
        return type == Type.FIGURE && name.toLowerCase(Locale.ROOT).contains("years");
    }

    /** Whether its texts name firms, which the universe need not declare. */
    public boolean namesFirms() {
        return FirmNames.LIST.equals(refers);
    }

    /** {@return the same under another name} */
    public Property as(String otherName, boolean isSourced) {
        return new Property(otherName, type, unit, refers, choices, false, isSourced, declared);
    }

    /** The same with its declaration. */
    @Internal
    public Property declaredAs(@Nullable DeclaredProperty declaration) {
        return new Property(name, type, unit, refers, choices, required, sourced, declaration);
    }
}
