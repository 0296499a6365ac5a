package dev.winnow.model.universe;

import dev.winnow.model.history.FirmNames;
import dev.winnow.model.history.Origin;
import dev.winnow.model.read.ChainReader;
import dev.winnow.model.read.FactReader;
import dev.winnow.model.read.FirmReader;
import dev.winnow.model.read.HeaderReader;
import dev.winnow.model.read.ProjectReader;
import dev.winnow.model.read.Property;
import dev.winnow.model.read.UniverseKeys;
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

    /** The kinds of entries of universes with a vocabulary. */
    public static EntryKinds of(Vocabulary vocabulary) {
        return new EntryKinds(vocabulary);
    }

    /** Which facts there are. */
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** The projects, first among all. */
    public EntryKind projects() {
        return all.get(0);
    }

    /** Every kind, in the order in which the later name the earlier, but projects come first. */
    public List<EntryKind> values() {
        return all;
    }

    /** The kind of a name; null if there is none. */
    public @Nullable EntryKind find(String name) {
        return all.stream().filter(kind -> kind.name().equals(name)).findFirst().orElse(null);
    }

    /** The kind of a name that there is. */
    public EntryKind get(String name) {
        return Objects.requireNonNull(find(name), name);
    }

    private List<EntryKind> all() {
        List<EntryKind> all = new ArrayList<>();
        all.add(kind(PROJECTS, null, ofProjects()));
        all.add(plain("universe", HeaderReader.KEYS));
        all.add(plain("sources", UniverseKeys.SOURCE));
        UniverseKeys.WORD_LISTS.forEach(list -> all.add(plain(list, UniverseKeys.WORD)));
        all.add(firms());
        all.add(plain("chains", List.of("id", "name", "zh", "source", "note")));
        all.add(kind("chains.links", "chain", links()));
        all.add(kind("cities", null, cities()));
        vocabulary.rows().forEach((list, row) -> {
            List<Property> said = new ArrayList<>(said(row, list));
            origin(said);
            all.add(kind("cities." + list, CITY, said));
        });
        all.add(kind("cities.presences", CITY, presences()));
        all.add(plain(
                "facts",
                Stream.concat(FactReader.KEYS.stream(), Origin.KEYS.stream()).toList()));
        return List.copyOf(all);
    }

    private EntryKind kind(String name, @Nullable String holder, List<Property> properties) {
        return new EntryKind(name, holder, properties, this);
    }

    private EntryKind firms() {
        return kind(
                FirmNames.LIST,
                null,
                FirmReader.KEYS.stream()
                        .map(key -> key.equals("aliases") ? Property.of(key, Property.Type.TEXTS) : plain(key))
                        .toList());
    }

    private EntryKind plain(String name, List<String> keys) {
        return kind(name, null, keys.stream().map(EntryKinds::plain).toList());
    }

    private static Property plain(String key) {
        return key.equals("currency")
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

    private static List<Property> links() {
        List<Property> all = new ArrayList<>();
        for (String key : ChainReader.LINK) {
            all.add(
                    key.equals("upstream")
                            ? new Property(key, Property.Type.TEXTS, null, "links", List.of(), false, false, null)
                            : plain(key));
        }
        return all;
    }

    private static List<Property> presences() {
        List<Property> all = new ArrayList<>();
        all.add(Property.naming("link", "links"));
        all.add(Property.text("stage"));
        all.add(Property.text("chain"));
        all.add(plain("held"));
        origin(all);
        return all;
    }
}
