package dev.winnow.model.universe;

import dev.winnow.model.internal.declared.JsonSchema;
import dev.winnow.model.internal.history.Origin;
import dev.winnow.model.internal.read.Property;
import dev.winnow.model.internal.schema.UniverseSchema;
import dev.winnow.model.source.Language;
import dev.winnow.model.vocabulary.DeclaredList;
import dev.winnow.model.vocabulary.DeclaredProperty;
import dev.winnow.model.vocabulary.LocalName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A kind of entry of universe files, as a table presents it: a flat row per entry, with a column for the entry that
 * contains it.
 *
 * <p>Nested values have a name with a dot: {@code milestones.landed} is the day of that step, {@code outcome.result}
 * belongs to the object {@code outcome}.
 *
 * @param name the name of a list of the universe, {@code projects}, or of a list within an entry, {@code
 *     cities.demands}
 * @param holder the column that names the containing entry: {@code city}; null for lists of the universe
 * @param properties its properties in the order in which people read them
 * @param kinds all kinds of the same vocabulary
 */
public record EntryKind(String name, @Nullable String holder, List<Property> properties, EntryKinds kinds) {

    private static final Properties NOTES = JsonSchema.words(UniverseSchema.class);

    public EntryKind {
        properties = List.copyOf(properties);
    }

    /** Whether its entries are projects. */
    public boolean isProjects() {
        return name.equals(EntryKinds.PROJECTS);
    }

    /** Compares names, which identify kinds. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EntryKind kind && kind.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** Returns the list that contains its entries: {@code demands} for {@code cities.demands}. */
    public String list() {
        return name.substring(name.indexOf('.') + 1);
    }

    /** Returns the list of the containing entries: {@code cities} for {@code cities.demands}. */
    public String outer() {
        return name.substring(0, name.indexOf('.'));
    }

    /** Whether its list belongs to an entry of another kind. */
    public boolean isHeld() {
        return holder != null;
    }

    /** Returns the property of a name; null if there is none. */
    public @Nullable Property property(String key) {
        for (Property property : properties) { // a loop, because it runs for each key of each row
            if (property.name().equals(key)) {
                return property;
            }
        }
        return null;
    }

    /**
     * Returns the keys of an entry by possible column names: databases write {@code endMarket} as {@code end_market},
     * {@code ENDMARKET} or {@code endmarket}. See {@link #columnName}.
     */
    public Map<String, String> keysByColumn() {
        Set<String> keys = new LinkedHashSet<>();
        properties.forEach(property -> keys.add(property.name().replaceFirst("\\..*", "")));
        kinds.values().stream().filter(kind -> kind.name.startsWith(name + ".")).forEach(kind -> keys.add(kind.list()));
        Map<String, String> byColumn = new HashMap<>();
        Set<String> ambiguous = new HashSet<>();
        for (String key : keys) {
            if (byColumn.put(columnName(key), key) != null) {
                ambiguous.add(columnName(key));
            }
        }
        byColumn.keySet().removeAll(ambiguous);
        return byColumn;
    }

    /** Returns a name in lower case without underscores, hyphens and blanks. */
    public static String columnName(String name) {
        return name.replaceAll("[ _-]", "").toLowerCase(Locale.ROOT);
    }

    /** Returns the English description of a property from the universe schema; empty if it has none. */
    public String note(String property) {
        Property known = property(property);
        String key = property.substring(property.indexOf('.') + 1);
        DeclaredProperty described = known != null && known.declared() != null
                ? known.declared()
                : property.startsWith("milestones.")
                        ? kinds.vocabulary().described("milestones", "reached")
                        : property.startsWith("outcome.") ? kinds.vocabulary().described("outcome", key) : null;
        if (described != null) {
            return said(described).inLanguage(Language.EN);
        }
        return Stream.concat(owners(), Stream.of("origin", "statement"))
                .map(owner -> NOTES.getProperty(owner + "." + key, ""))
                .filter(note -> !note.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static LocalName said(DeclaredProperty described) {
        LocalName note = described.note();
        return note == null ? described.name() : note;
    }

    private Stream<String> owners() {
        return switch (name) {
            case "projects" -> Stream.of("project");
            case "universe" -> Stream.of("header");
            case "rates" -> Stream.of("rate");
            case "sources" -> Stream.of("source");
            case "firms" -> Stream.of("firm");
            case "chains" -> Stream.of("chain");
            case "chains.links" -> Stream.of("link");
            case "cities" -> Stream.of("city");
            case "cities.presences" -> Stream.of("presence");
            case "facts" -> Stream.of("fact");
            default -> isHeld() ? Stream.of() : Stream.of("word");
        };
    }

    /** Returns the declaration of its list; null for a core list. */
    public @Nullable DeclaredList declared() {
        return isHeld() ? kinds.vocabulary().list(list()) : null;
    }

    /**
     * Returns the keys of the origin of a whole entry: {@code source}, {@code asOf}, {@code hindsight}, {@code note}.
     */
    public static List<String> origin() {
        return Origin.KEYS;
    }

    /** Returns the facets of a single value: its origin, and for a figure its unit and bound. */
    public static List<String> facets() {
        return Stream.concat(Origin.KEYS.stream(), Stream.of("unit", "bound")).toList();
    }

    /** Returns the facets of a list of texts: its origin, and whether it may be incomplete. */
    public static List<String> facetsOfLists() {
        return Stream.concat(Origin.KEYS.stream(), Stream.of("more")).toList();
    }
}
