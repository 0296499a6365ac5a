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
 * A key of a universe entry, with the type of its value.
 *
 * @param name its key
 * @param type the type of its value
 * @param unit the unit of a figure, independent of the currency; null for other types
 * @param refers the list of the universe whose entries its texts name: {@code links}; null if none
 * @param choices the closed list of its texts; empty if any text is allowed
 * @param required whether an entry without it is refused
 * @param sourced whether its value can have its own source, date and note
 * @param declared its declaration in a vocabulary; null for a core property
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

    /** The type of a property's value. */
    public enum Type {
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

    /** {@return a text property} */
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

    /** {@return the property for a component of a record} */
    @Internal
    public static Property of(Component component, boolean required) {
        Type type = switch (component.kind()) {
            case TEXT -> Type.TEXT;
            case TEXTS -> Type.TEXTS;
            case FIGURE -> Type.FIGURE;
            case DATE -> Type.DATE;
            case FLAG -> Type.FLAG;
            case EVIDENCE -> throw new IllegalStateException("evidence is not a property");
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

    /** Whether it is a duration in years. A value such as {@code 2030} would be a calendar year by mistake. */
    public boolean countsYears() {
        return type == Type.FIGURE && name.toLowerCase(Locale.ROOT).contains("years");
    }

    /** Whether its texts name firms, which need not be declared. */
    public boolean namesFirms() {
        return FirmNames.LIST.equals(refers);
    }

    /** {@return this property under another name} */
    public Property as(String otherName, boolean isSourced) {
        return new Property(otherName, type, unit, refers, choices, false, isSourced, declared);
    }

    /** {@return this property with its declaration} */
    @Internal
    public Property declaredAs(@Nullable DeclaredProperty declaration) {
        return new Property(name, type, unit, refers, choices, required, sourced, declaration);
    }
}
