package dev.winnow.model.vocabulary;

import dev.winnow.model.source.Language;
import dev.winnow.model.source.Place;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A list of a city that a vocabulary declares, or another type of core facts.
 *
 * @param name its name in files: {@code talents}
 * @param row the name of the type of its rows in rules: {@code Talent}
 * @param called the display name of the list
 * @param rowCalled the display name of a row
 * @param note a description of a row; null if there is none
 * @param headings possible names of a sheet for it; a template uses the first
 * @param key the properties that identify a row; empty for a type that is not a list of a city
 * @param properties the properties of a row, in the order of the declaration
 * @param ask the question for further rows, in which {@code %s} is the city; null if there is none
 * @param who the person or body that knows them; null if not stated
 * @param days the effort of finding out, in days; null if not stated
 * @param place the place of its declaration
 */
public record DeclaredList(
        String name,
        String row,
        LocalName called,
        LocalName rowCalled,
        @Nullable LocalName note,
        Map<Language, List<String>> headings,
        List<String> key,
        List<DeclaredProperty> properties,
        @Nullable LocalName ask,
        @Nullable LocalName who,
        @Nullable Integer days,
        Place place) {

    public DeclaredList {
        headings = Map.copyOf(headings);
        key = List.copyOf(key);
        properties = List.copyOf(properties);
    }

    /** Returns a type that is not a list of a city. */
    static DeclaredList type(String name, String row, LocalName called, List<DeclaredProperty> has, Place place) {
        return new DeclaredList(name, row, called, called, null, Map.of(), List.of(), has, null, null, null, place);
    }

    /** {@return this list with other declarations of some properties} */
    DeclaredList with(Map<String, DeclaredProperty> others) {
        return with(one -> others.getOrDefault(one.component().name(), one), place);
    }

    private DeclaredList with(UnaryOperator<DeclaredProperty> change, Place at) {
        List<DeclaredProperty> changed = properties.stream().map(change).toList();
        return new DeclaredList(name, row, called, rowCalled, note, headings, key, changed, ask, who, days, at);
    }

    /** {@return the property of a name; null if there is none} */
    public @Nullable DeclaredProperty property(String wanted) {
        for (DeclaredProperty property : properties) { // read for every question: a stream costs more than the search
            if (property.component().name().equals(wanted)) {
                return property;
            }
        }
        return null;
    }

    /** {@return whether another declaration is equal apart from its place} */
    public boolean isLike(DeclaredList other) {
        return with(one -> one.at(place), place).equals(other.with(one -> one.at(place), place));
    }
}
