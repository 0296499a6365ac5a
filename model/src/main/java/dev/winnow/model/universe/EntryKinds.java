package dev.winnow.model.universe;

import dev.winnow.model.internal.history.FirmNames;
import dev.winnow.model.internal.history.Origin;
import dev.winnow.model.internal.read.ChainReader;
import dev.winnow.model.internal.read.CityReader;
import dev.winnow.model.internal.read.FactReader;
import dev.winnow.model.internal.read.FirmReader;
import dev.winnow.model.internal.read.HeaderReader;
import dev.winnow.model.internal.read.ProjectReader;
import dev.winnow.model.internal.read.Property;
import dev.winnow.model.internal.read.RateReader;
import dev.winnow.model.internal.read.UniverseKeys;
import dev.winnow.model.value.Unit;
import dev.winnow.model.vocabulary.Component;
import dev.winnow.model.vocabulary.RecordShape;
import dev.winnow.model.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The kinds of entries of universes with a vocabulary. Immutable. */
public final class EntryKinds {

    /** The name of the kind of projects. */
    static final String PROJECTS = "projects";

    private static final String CITY = "city";

    private static final Map<String, Property.Type> PLAIN = Map.of(
            "asOf", Property.Type.DATE,
            "date", Property.Type.DATE,
            "illustrative", Property.Type.FLAG,
            "hindsight", Property.Type.FLAG,
            "held", Property.Type.FLAG);

    private final Vocabulary vocabulary;
    private final List<EntryKind> all;

    private EntryKinds(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.all = all();
    }

    /** Returns the kinds of entries of universes with a vocabulary. */
    public static EntryKinds of(Vocabulary vocabulary) {
        return new EntryKinds(vocabulary);
    }

    /** Returns the facts that may be stated. */
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** Returns the kind of projects. */
    public EntryKind projects() {
        return all.get(0);
    }

    /** Returns all kinds: projects first, then each kind after the kinds that its entries refer to. */
    public List<EntryKind> values() {
        return all;
    }

    /** Returns the kind of a name; null if there is none. */
    public @Nullable EntryKind find(String name) {
        return all.stream().filter(kind -> kind.name().equals(name)).findFirst().orElse(null);
    }

    /** Returns the kind of a name, which must exist. */
    public EntryKind get(String name) {
        return Objects.requireNonNull(find(name), name);
    }

    private List<EntryKind> all() {
        List<EntryKind> all = new ArrayList<>();
        all.add(kind(PROJECTS, null, ofProjects()));
        all.add(plain("universe", null, HeaderReader.KEYS));
        all.add(plain(RateReader.LIST, null, RateReader.KEYS));
        all.add(plain("sources", null, UniverseKeys.SOURCE));
        UniverseKeys.WORD_LISTS.forEach(list -> all.add(plain(list, null, UniverseKeys.WORD)));
        all.add(plain(FirmNames.LIST, null, FirmReader.KEYS, Property.of("aliases", Property.Type.TEXTS)));
        all.add(plain("chains", null, List.of("id", "name", "zh", "source", "note")));
        all.add(plain(
                "chains.links",
                "chain",
                ChainReader.LINK,
                new Property("upstream", Property.Type.TEXTS, null, "links", List.of(), false, false, null)));
        all.add(kind("cities", null, cities()));
        vocabulary.rows().forEach((list, row) -> {
            List<Property> said = new ArrayList<>(said(row, list));
            origin(said);
            all.add(kind("cities." + list, CITY, said));
        });
        all.add(plain("cities.presences", CITY, withOrigin(CityReader.PRESENCE), Property.naming("link", "links")));
        all.add(plain("facts", null, withOrigin(FactReader.KEYS)));
        return List.copyOf(all);
    }

    private EntryKind kind(String name, @Nullable String holder, List<Property> properties) {
        return new EntryKind(name, holder, properties, this);
    }

    /**
     * Returns a kind whose properties are texts, dates and flags, besides some others.
     *
     * @param others the properties of other types
     */
    private EntryKind plain(String name, @Nullable String holder, List<String> keys, Property... others) {
        return kind(
                name,
                holder,
                keys.stream()
                        .map(key -> Stream.of(others)
                                .filter(other -> other.name().equals(key))
                                .findFirst()
                                .orElseGet(() -> plain(key)))
                        .toList());
    }

    private static List<String> withOrigin(List<String> keys) {
        return Stream.concat(keys.stream(), Origin.KEYS.stream()).toList();
    }

    private static Property plain(String key) {
        return key.equals("currency") || key.equals("in")
                ? new Property(key, Property.Type.TEXT, null, null, Unit.currencies(), false, false, null)
                : key.equals("id") || key.equals("subject") || key.equals("about")
                        ? new Property(key, Property.Type.TEXT, null, null, List.of(), true, false, null)
                        : Property.of(key, PLAIN.getOrDefault(key, Property.Type.TEXT));
    }

    private List<Property> said(RecordShape<?> shape, String owner) {
        return shape.stated().stream()
                .map(component -> Property.of(component, shape.required(component))
                        .declaredAs(vocabulary.described(owner, component.name())))
                .toList();
    }

    private static void origin(List<Property> properties) {
        Origin.KEYS.forEach(key -> properties.add(plain(key)));
    }

    private List<Property> ofProjects() {
        List<Property> all = new ArrayList<>(said(vocabulary.project(), Vocabulary.PROJECT));
        all.add(2, Property.text("zh"));
        for (String step : ProjectReader.steps()) {
            all.add(new Property("milestones." + step, Property.Type.DATE, null, null, List.of(), false, true, null));
        }
        for (Component component : Vocabulary.outcome().stated()) {
            all.add(Property.of(component, false).as("outcome." + component.name(), true));
        }
        Origin.KEYS.forEach(key -> all.add(plain(key).as("outcome." + key, false)));
        all.add(Property.of("illustrative", Property.Type.FLAG));
        origin(all);
        return all;
    }

    private List<Property> cities() {
        List<Property> all = new ArrayList<>(said(vocabulary.city(), Vocabulary.CITY));
        all.add(2, Property.text("zh"));
        List<String> lists = List.copyOf(vocabulary.rows().keySet());
        all.add(new Property("complete", Property.Type.TEXTS, null, null, lists, false, false, null));
        origin(all);
        return all;
    }
}
