package dev.winnow.model.universe;

import dev.winnow.model.domain.City;
import dev.winnow.model.domain.CityList;
import dev.winnow.model.domain.Component;
import dev.winnow.model.domain.RecordShape;
import dev.winnow.model.history.FirmNames;
import dev.winnow.model.history.Origin;
import dev.winnow.model.read.ChainReader;
import dev.winnow.model.read.CityReader;
import dev.winnow.model.read.FactReader;
import dev.winnow.model.read.FirmReader;
import dev.winnow.model.read.HeaderReader;
import dev.winnow.model.read.ProjectReader;
import dev.winnow.model.read.Property;
import dev.winnow.model.read.UniverseKeys;
import dev.winnow.model.schema.JsonSchema;
import dev.winnow.model.schema.UniverseSchema;
import dev.winnow.model.source.Message;
import dev.winnow.model.value.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A kind of entry that universe files list, as a table has it: one row each, flat, with the entry that holds it named in
 * a column of its own.
 *
 * <p>Nested values have a name with a dot: {@code milestones.landed} is the day of that step, {@code outcome.result} is
 * in the object {@code outcome}.
 *
 * @param name of a list of the universe, {@code projects}; of a list within an entry, {@code cities.demands}
 * @param holder the column that names the entry it stands in: {@code city}; null where it stands in the universe itself
 * @param properties in the order in which people read them
 */
public record EntryKind(String name, @Nullable String holder, List<Property> properties) {

    private static final String CITY = "city";
    private static final Properties NOTES = JsonSchema.words(UniverseSchema.class);

    private static final Map<String, Property.Type> PLAIN = Map.of(
            "asOf", Property.Type.DATE,
            "date", Property.Type.DATE,
            "illustrative", Property.Type.FLAG,
            "hindsight", Property.Type.FLAG,
            "held", Property.Type.FLAG);

    /** The projects, first among all. */
    public static final EntryKind PROJECTS = new EntryKind("projects", null, projects());

    private static final List<EntryKind> ALL = all();

    public EntryKind {
        properties = List.copyOf(properties);
    }

    /** Every kind, in the order in which the later name the earlier, but projects come first. */
    public static List<EntryKind> values() {
        return ALL;
    }

    /** The kind of a name; null if there is none. */
    public static @Nullable EntryKind of(String name) {
        return ALL.stream().filter(kind -> kind.name.equals(name)).findFirst().orElse(null);
    }

    /** A kind is known by its name. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EntryKind kind && kind.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** The list that its entries stand in: {@code demands} of {@code cities.demands}. */
    public String list() {
        return name.substring(name.indexOf('.') + 1);
    }

    /** Whether it stands in a list of an entry of another kind. */
    public boolean isHeld() {
        return holder != null;
    }

    /** The property of a name; null if there is none. */
    public @Nullable Property property(String key) {
        for (Property property : properties) { // asked for each key of each row
            if (property.name().equals(key)) {
                return property;
            }
        }
        return null;
    }

    /** The English description of a property from the universe schema; empty if it has none. */
    public String note(String property) {
        String key = property.substring(property.indexOf('.') + 1);
        List<String> owners = property.startsWith("milestones.")
                ? List.of("Milestone.reached")
                : Stream.concat(
                                property.startsWith("outcome.") ? Stream.of("Outcome") : owners(),
                                Stream.of("origin", "statement"))
                        .map(owner -> owner + "." + key)
                        .toList();
        return owners.stream()
                .map(owner -> NOTES.getProperty(owner, ""))
                .filter(note -> !note.isEmpty())
                .findFirst()
                .orElse("");
    }

    private Stream<String> owners() {
        return switch (name) {
            case "projects" -> Stream.of("Project", "project");
            case "universe" -> Stream.of("header");
            case "sources" -> Stream.of("source");
            case "firms" -> Stream.of("firm");
            case "chains" -> Stream.of("chain");
            case "chains.links" -> Stream.of("link");
            case "cities" -> Stream.of("City", "city");
            case "cities.presences" -> Stream.of("presence");
            case "facts" -> Stream.of("fact");
            default ->
                isHeld()
                        ? CityList.TYPES.stream()
                                .filter(type -> type.getAnnotation(CityList.class)
                                        .value()
                                        .equals(list()))
                                .map(Class::getSimpleName)
                        : Stream.of("word");
        };
    }

    /** The keys of the origin of a whole entry: {@code source}, {@code asOf}, {@code hindsight}, {@code note}. */
    public static List<String> origin() {
        return Origin.KEYS;
    }

    /** The facets of a single value: its origin, and for a figure its unit and bound. */
    public static List<String> facets() {
        return Stream.concat(Origin.KEYS.stream(), Stream.of("unit", "bound")).toList();
    }

    private static List<EntryKind> all() {
        List<EntryKind> all = new ArrayList<>();
        all.add(PROJECTS);
        all.add(plain("universe", HeaderReader.KEYS));
        all.add(plain("sources", UniverseKeys.SOURCE));
        UniverseKeys.WORD_LISTS.forEach(list -> all.add(plain(list, UniverseKeys.WORD)));
        all.add(firms());
        all.add(plain("chains", List.of("id", "name", "zh", "source", "note")));
        all.add(new EntryKind("chains.links", "chain", links()));
        all.add(new EntryKind("cities", null, cities()));
        for (Class<? extends Record> type : CityList.TYPES) {
            RecordShape<?> row = CityReader.row(type);
            List<Property> said = new ArrayList<>(said(row));
            origin(said);
            all.add(new EntryKind("cities." + row.list(), CITY, said));
        }
        all.add(new EntryKind("cities.presences", CITY, presences()));
        all.add(plain(
                "facts",
                Stream.concat(FactReader.KEYS.stream(), Origin.KEYS.stream()).toList()));
        return List.copyOf(all);
    }

    private static EntryKind firms() {
        return new EntryKind(
                FirmNames.LIST,
                null,
                FirmReader.KEYS.stream()
                        .map(key -> key.equals("aliases") ? Property.of(key, Property.Type.TEXTS) : plain(key))
                        .toList());
    }

    private static EntryKind plain(String name, List<String> keys) {
        return new EntryKind(name, null, keys.stream().map(EntryKind::plain).toList());
    }

    private static Property plain(String key) {
        return key.equals("currency")
                ? new Property(key, Property.Type.TEXT, null, null, Unit.currencies(), false, false)
                : key.equals("id") || key.equals("subject") || key.equals("about")
                        ? new Property(key, Property.Type.TEXT, null, null, List.of(), true, false)
                        : Property.of(key, PLAIN.getOrDefault(key, Property.Type.TEXT));
    }

    private static List<Property> said(RecordShape<?> shape) {
        return shape.stated().stream()
                .map(component -> Property.of(component, shape.required(component)))
                .toList();
    }

    private static void origin(List<Property> properties) {
        Origin.KEYS.forEach(key -> properties.add(plain(key)));
    }

    private static List<Property> projects() {
        List<Property> all = new ArrayList<>(said(ProjectReader.shape()));
        all.add(2, Property.text("zh"));
        for (String step : ProjectReader.steps()) {
            all.add(new Property("milestones." + step, Property.Type.DATE, null, null, List.of(), false, true));
        }
        for (Component component : ProjectReader.outcome().stated()) {
            all.add(Property.of(component, false).as("outcome." + component.name(), true));
        }
        Origin.KEYS.forEach(key -> all.add(plain(key).as("outcome." + key, false)));
        all.add(Property.of("illustrative", Property.Type.FLAG));
        origin(all);
        return all;
    }

    private static List<Property> cities() {
        List<Property> all =
                new ArrayList<>(said(new RecordShape<>(City.class, Message.of("a city"), java.util.Set.of())));
        all.add(2, Property.text("zh"));
        List<String> lists = CityList.TYPES.stream()
                .map(type -> type.getAnnotation(CityList.class).value())
                .toList();
        all.add(new Property("complete", Property.Type.TEXTS, null, null, lists, false, false));
        origin(all);
        return all;
    }

    private static List<Property> links() {
        List<Property> all = new ArrayList<>();
        for (String key : ChainReader.LINK) {
            all.add(
                    key.equals("upstream")
                            ? new Property(key, Property.Type.TEXTS, null, "links", List.of(), false, false)
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
