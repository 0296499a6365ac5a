package dev.winnow.engine.oracle;

import dev.winnow.language.internal.vocabulary.Limit;
import dev.winnow.model.domain.City;
import dev.winnow.model.domain.DeclaredRow;
import dev.winnow.model.domain.DeclaredValues;
import dev.winnow.model.domain.Project;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.RatingLevels;
import dev.winnow.model.value.StartOfList;
import dev.winnow.model.value.Unit;
import dev.winnow.model.vocabulary.Component;
import dev.winnow.model.vocabulary.DeclaredList;
import dev.winnow.model.vocabulary.DeclaredProperty;
import dev.winnow.model.vocabulary.Vocabulary;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A property of a fact type, as the oracle knows it: a component of a record, or a property declared by a pack.
 *
 * @param name its name
 * @param kind its kind of value
 * @param unit the unit of a figure; null for other kinds, and for the value of a limit
 * @param refers the list of the universe that its texts come from; null if there is none
 * @param words the allowed texts; empty if any text is allowed
 * @param timeless whether it counts at any date
 * @param apartFrom the property that it must not share a text with; null if there is none
 * @param declared whether a pack declares it
 * @param reading reads it from a fact
 */
record Trait(
        String name,
        Kind kind,
        @Nullable Unit unit,
        @Nullable String refers,
        List<String> words,
        boolean timeless,
        @Nullable String apartFrom,
        boolean declared,
        Reading reading) {

    /** Kinds of values. */
    enum Kind {
        FLAG,
        FIGURE,
        DATE,
        TEXT,
        LIST
    }

    /** Reads a value. */
    @FunctionalInterface
    interface Reading {
        @Nullable
        Object of(Object fact);
    }

    /** For example, a project is not its own supplier, nor its owner's partner. */
    private static final Map<String, String> APART = Map.of(
            "deliversTo", "links",
            "attractsLinks", "links",
            "coInvestors", "owner",
            "technologyPartners", "owner");

    /** The trait of a record component. */
    static Trait of(RecordComponent component) {
        DeclaredList type =
                Vocabulary.types().get(component.getDeclaringRecord().getSimpleName());
        DeclaredProperty property = type == null ? null : type.property(component.getName());
        Component known = property == null ? null : property.component();
        boolean isOfLimit = component.getDeclaringRecord() == Limit.class;
        boolean ofProject = component.getDeclaringRecord() == Project.class;
        return new Trait(
                component.getName(),
                kind(component.getType()),
                known == null || isOfLimit ? null : known.unit(),
                known == null ? null : known.refers(),
                known == null ? List.of() : known.words(),
                known == null ? component.getName().equals("city") : known.timeless(),
                ofProject ? APART.get(component.getName()) : null,
                false,
                fact -> Records.get(component, fact));
    }

    private static Kind kind(Class<?> type) {
        return type == Figure.class
                ? Kind.FIGURE
                : type == LocalDate.class
                        ? Kind.DATE
                        : type == String.class ? Kind.TEXT : type == List.class ? Kind.LIST : Kind.FLAG;
    }

    /** The value of a declared fact, found by its place, while the engine looks it up by name. */
    static @Nullable Object declared(Object fact, String name) {
        DeclaredValues values = fact instanceof Project project
                ? project.declared()
                : fact instanceof City city ? city.declared() : ((DeclaredRow) fact).values();
        return values.get(values.layout().names().indexOf(name));
    }

    @Nullable
    Object of(Object fact) {
        return reading.of(fact);
    }

    /** Its value as conditions see it: an unknown rating is between the ends of its scale. */
    @Nullable
    Object possible(Object fact) {
        Object value = of(fact);
        RatingLevels levels = unit == null ? null : unit.levels();
        return value != null || levels == null ? value : levels.whole();
    }

    /** Whether its value in a fact is unknown, or known only as an interval or the start of a list. */
    boolean isOpen(Object fact) {
        Object value = of(fact);
        return value instanceof Figure figure ? !figure.isExact() : value == null || value instanceof StartOfList<?>;
    }

    /** The texts that random universes draw from. */
    List<String> choice() {
        return !words.isEmpty() ? words : Words.choice(refers);
    }
}
