package dev.winnow.tables.headings;

import dev.winnow.model.universe.Universe;
import dev.winnow.tables.cells.TextFolding;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the ids of a universe by the names that tables use: 青岛 or Chip design instead of an id. */
public final class NameLookup {

    private static final List<String> LISTS =
            List.of("endMarkets", "tracks", "subTracks", "firms", "links", "chains", "cities");
    private static final Pattern PARTS =
            Pattern.compile("(?<=[\\p{IsHan}）])\\s+(?=[^\\p{IsHan}（])|(?<=[^\\p{IsHan}（\\s])\\s*(?=[\\p{IsHan}])");

    private static final Pattern CITY = Pattern.compile("(?i)\\s+(?:city|municipality)$");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}+");

    /** What stands behind a city in an address: its district, county or zone. */
    private static final Pattern DISTRICT = Pattern.compile("\\p{IsHan}{1,12}(?:区|县|旗|市|镇|街道)");

    private final Map<String, Map<String, Set<String>>> ids = new HashMap<>();

    /** The Chinese names of each city. */
    private final Map<String, Set<String>> chinese = new HashMap<>();

    /** The names of a universe. */
    public static NameLookup of(Universe universe) {
        NameLookup names = new NameLookup();
        for (String list : LISTS) {
            universe.called(list).forEach((id, called) -> names.add(list, id, called));
        }
        return names;
    }

    /** Adds an entry of a list. */
    public void add(String list, String id, Collection<String> called) {
        put(list, id, id);
        if (list.equals("cities")) {
            called.forEach(name -> CHINESE.matcher(name)
                    .results()
                    .forEach(found ->
                            chinese.computeIfAbsent(id, any -> new TreeSet<>()).add(found.group())));
        }
        for (String name : called) {
            put(list, name, id);
            for (String part : PARTS.split(name, -1)) {
                put(list, part, id);
                for (int end : new int[] {part.indexOf(','), part.indexOf('('), part.indexOf('（')}) {
                    if (end > 0) {
                        put(list, part.substring(0, end), id);
                    }
                }
            }
        }
    }

    private void put(String list, String name, String id) {
        String folded = TextFolding.of(name);
        if (!folded.isEmpty()) {
            Map<String, Set<String>> byName = ids.computeIfAbsent(list, any -> new HashMap<>());
            byName.computeIfAbsent(folded, any -> new TreeSet<>()).add(id);
            if (list.equals("cities")) {
                String other = folded.endsWith("市") ? folded.substring(0, folded.length() - 1) : folded + "市";
                byName.computeIfAbsent(other, any -> new TreeSet<>()).add(id);
            }
        }
    }

    /** The ids of all that a text can name; empty if there is none. */
    public Set<String> ids(String list, String text) {
        Map<String, Set<String>> byName = ids.getOrDefault(list, Map.of());
        Set<String> found = byName.getOrDefault(TextFolding.of(text), Set.of());
        return found.contains(text) ? Set.of(text) : found;
    }

    /**
     * A city that an address names.
     *
     * @param ids of all cities that it can name
     * @param elsewhere the province in which the city lies, where the address names another one; null if it does not
     */
    record Located(Set<String> ids, @Nullable String elsewhere) {}

    /** The city of an address with its province, or a district of it: 山东省青岛市黄岛区. */
    Located located(String text) {
        Provinces provinces = Provinces.get();
        Provinces.Address address = provinces.address(text);
        String place = address == null ? text : address.place();
        Set<String> found = ids("cities", CITY.matcher(place).replaceFirst(""));
        for (int end = place.length() - 2; end >= 2 && found.isEmpty(); end--) {
            found = DISTRICT.matcher(place.substring(end)).matches()
                    ? ids("cities", place.substring(0, end))
                    : Set.of();
        }
        if (address != null && found.size() == 1) {
            String id = found.iterator().next();
            for (String name : chinese.getOrDefault(id, Set.of())) {
                if (!provinces.mayLie(name, address.province())) {
                    return new Located(Set.of(), provinces.of(name));
                }
            }
        }
        return new Located(found, null);
    }
}
