package dev.winnow.tables.meaning;

import dev.winnow.model.universe.Universe;
import dev.winnow.tables.cells.TextFolding;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Finds the ids of a universe by the names that tables use: 青岛 or Chip design instead of an id. */
public final class NameLookup {

    private static final List<String> LISTS =
            List.of("endMarkets", "tracks", "subTracks", "firms", "links", "chains", "cities");
    private static final Pattern PARTS =
            Pattern.compile("(?<=[\\p{IsHan}）])\\s+(?=[^\\p{IsHan}（])|(?<=[^\\p{IsHan}（\\s])\\s*(?=[\\p{IsHan}])");

    private final Map<String, Map<String, Set<String>>> ids = new HashMap<>();

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
}
