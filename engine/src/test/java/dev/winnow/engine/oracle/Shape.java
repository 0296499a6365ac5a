package dev.winnow.engine.oracle;

import dev.winnow.model.value.Evidence;
import dev.winnow.model.value.Unit;
import dev.winnow.model.vocabulary.DeclaredList;
import dev.winnow.model.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** The properties of facts of one type, without provenance. */
final class Shape {

    private static final Map<String, List<String>> KEYS = Map.of(
            "Presence", List.of("link"),
            "Coverage", List.of("stage"),
            "Milestone", List.of("step"),
            "AsOf", List.of("date"));

    private final String name;
    private final @Nullable String list;
    private final List<Trait> traits;
    private final List<String> key;
    private final int[] places;

    private Shape(String name, @Nullable String list, List<Trait> traits, List<String> key) {
        this.name = name;
        this.list = list;
        this.traits = List.copyOf(traits);
        this.key = List.copyOf(key);
        this.places = key.stream().mapToInt(this::index).toArray();
    }

    /** The shape of a record, with declared properties added. */
    static Shape of(Class<?> record, List<Trait> declared) {
        List<Trait> traits = new ArrayList<>();
        Arrays.stream(Records.components(record))
                .filter(component -> component.getType() != Evidence.class)
                .map(Trait::of)
                .forEach(traits::add);
        traits.addAll(declared);
        String name = record.getSimpleName();
        DeclaredList type = Objects.requireNonNull(Vocabulary.types().get(name), name);
        boolean isList = !type.key().isEmpty();
        return new Shape(
                name,
                isList ? type.name() : null,
                traits,
                isList ? type.key() : KEYS.getOrDefault(name, List.of("id")));
    }

    /** The shape of the rows of a declared list. */
    static Shape of(Declarations.DeclaredRows rows) {
        return new Shape(rows.row(), rows.list(), rows.traits(), rows.key());
    }

    /** The name of the type in rules. */
    String name() {
        return name;
    }

    /** The name of the city's list in files. */
    String list() {
        if (list == null) {
            throw new IllegalStateException(name + " is no list of a city");
        }
        return list;
    }

    boolean isList() {
        return list != null;
    }

    /** Whether the list is declared by a pack. */
    boolean isDeclared() {
        return isList() && traits.stream().anyMatch(trait -> trait.declared() && key.contains(trait.name()));
    }

    List<Trait> traits() {
        return traits;
    }

    /** The properties that distinguish one fact from another. */
    List<String> key() {
        return key;
    }

    int size() {
        return traits.size();
    }

    int index(String trait) {
        for (int i = 0; i < traits.size(); i++) {
            if (traits.get(i).name().equals(trait)) {
                return i;
            }
        }
        throw new IllegalArgumentException(name + " has no " + trait);
    }

    Trait trait(String trait) {
        return traits.get(index(trait));
    }

    /** The unit of a figure; null for other properties. */
    @Nullable
    Unit unit(String trait) {
        return trait(trait).unit();
    }

    @Nullable
    Object[] read(Object fact) {
        @Nullable Object[] values = new Object[traits.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = Row.plain(traits.get(i).possible(fact));
        }
        return values;
    }

    String id(@Nullable Object[] values) {
        StringJoiner id = new StringJoiner("/");
        for (int place : places) {
            id.add(String.valueOf(values[place]));
        }
        return id.toString();
    }
}
