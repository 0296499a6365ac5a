package dev.winnow.engine.internal.evaluate;

import dev.winnow.language.internal.vocabulary.FactNames;
import dev.winnow.language.internal.vocabulary.FactType;
import dev.winnow.language.internal.vocabulary.FactTypes;
import dev.winnow.model.domain.City;
import dev.winnow.model.domain.Project;
import dev.winnow.model.result.Citation;
import dev.winnow.model.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a city and a candidate, numbered in path order, so that sets of facts are bit sets. Paths are created on
 * first use and cached. Immutable; thread-safe.
 */
public final class FactPaths {

    private static final String PROJECT = "project.";

    /** A row, or one property of the city, with the prefix of its paths. */
    private record Entry(
            String prefix,
            Object fact,
            FactType type,
            @Nullable String property) {}

    /** Sorted component names by type name. */
    private final Map<String, List<String>> components;
    /** The number of each row's first component; for an unwritten row, the number of its list. */
    private final IdentityHashMap<Object, Integer> first = new IdentityHashMap<>();
    /** Numbers of the city's own components, by place of the component. */
    private final int[] ofCity;

    private final List<String> prefixes = new ArrayList<>();
    /** Component names by entry; a single empty name if the prefix is the whole path. */
    private final List<List<String>> names = new ArrayList<>();
    /** Entry index by fact number. */
    private final int[] entries;

    private final int[] beginnings;
    private final int project;
    private final String[] paths;
    /** Whether numbers follow path order, which ids with dots may prevent. */
    private boolean sorted = true;
    /** Whether all rows have distinct numbers. */
    private boolean apart = true;

    private final @Nullable Citation[] citations;

    /** The fact types matched by a pack's rules, with their component names, sorted once for all cities. */
    public static final class Types {

        private final Map<String, FactType> byName = new HashMap<>();
        private final Map<String, List<String>> components = new HashMap<>();

        /** @param types the types; may contain duplicates */
        public Types(Collection<FactType> types) {
            for (FactType type : types) {
                if (byName.put(type.name(), type) == null) {
                    components.put(
                            type.name(),
                            type.properties().keySet().stream().sorted().toList());
                }
            }
        }

        /** Numbers the facts that rules may match in a city. */
        public FactPaths in(EvaluationContext context) {
            return new FactPaths(this, context.rows());
        }
    }

    private FactPaths(Types types, Collection<Object> rows) {
        Map<String, FactType> byName = types.byName;
        components = types.components;
        List<Entry> all = new ArrayList<>();
        for (Object row : rows) {
            FactType type = byName.get(FactTypes.nameOf(row));
            if (type != null) {
                addEntries(type, row, all);
            }
        }
        all.sort(Comparator.comparing(Entry::prefix));
        FactType city = byName.get("City");
        ofCity = new int[city == null ? 0 : components(city).size()];
        int next = number(all, city);
        project = next;
        FactType candidate = byName.get("Project");
        List<String> own = candidate == null ? List.of() : components(candidate);
        int many = next + own.size();
        prefixes.add(PROJECT);
        names.add(own);
        paths = new String[many];
        citations = new Citation[next];
        entries = new int[many];
        beginnings = new int[names.size()];
        int from = 0;
        for (int entry = 0; entry < names.size(); entry++) {
            beginnings[entry] = from;
            int to = from + names.get(entry).size();
            Arrays.fill(entries, from, to, entry);
            from = to;
        }
    }

    private List<String> components(FactType type) {
        return components.getOrDefault(type.name(), List.of());
    }

    private void addEntries(FactType type, Object row, List<Entry> all) {
        if (Vocabulary.isUnwritten(row)) {
            all.add(new Entry(FactNames.path(type, row, ""), row, type, ""));
        } else if (row instanceof City) {
            components(type).forEach(name -> all.add(new Entry(FactNames.path(type, row, name), row, type, name)));
        } else {
            all.add(new Entry(FactNames.path(type, row, ""), row, type, null));
        }
    }

    /** Numbers the components of entries; returns the first unused number. */
    private int number(List<Entry> all, @Nullable FactType city) {
        int next = 0;
        Entry before = null;
        int begun = 0;
        for (Entry entry : all) {
            boolean again = before != null && before.prefix().equals(entry.prefix());
            if (before != null
                    && !again
                    && before.property() == null
                    && entry.prefix().startsWith(before.prefix())) {
                sorted = false;
            }
            if (again
                    && before != null
                    && before.type().name().equals(entry.type().name())) {
                first.put(entry.fact(), begun); // two rows with the same name count as one fact
                apart = false;
                continue;
            }
            sorted &= !again && entry.prefix().compareTo(PROJECT) < 0;
            begun = next;
            prefixes.add(entry.prefix());
            if (entry.property() == null) {
                names.add(components(entry.type()));
                first.put(entry.fact(), begun);
            } else {
                names.add(List.of(""));
                if (entry.fact() instanceof City && city != null) {
                    ofCity[components(city).indexOf(entry.property())] = begun;
                } else {
                    first.put(entry.fact(), begun);
                }
            }
            next += names.get(names.size() - 1).size();
            before = entry;
        }
        return next;
    }

    /** The place of a component among the components of its type, as taken by {@link #number}. */
    public static int place(FactType type, String component) {
        int before = 0;
        for (String other : type.properties().keySet()) {
            before += other.compareTo(component) < 0 ? 1 : 0;
        }
        return type.properties().containsKey(component) ? before : -1;
    }

    /**
     * The number of a component of a fact; for an unwritten row, the number of its list; -1 if the fact has no number,
     * for example a milestone.
     *
     * @param place the component's {@link #place}
     */
    public int number(Object fact, int place) {
        if (fact instanceof Project) {
            return project + place;
        }
        if (fact instanceof City) {
            return ofCity[place];
        }
        Integer begins = first.get(fact);
        if (begins == null) {
            return -1;
        }
        return names.get(entries[begins]).size() == 1 ? begins : begins + place;
    }

    /**
     * The citation of a component; cached if the fact is a row of the city.
     *
     * @param place the component's {@link #place}
     * @param making creates the citation
     */
    public Citation citation(Object fact, int place, Supplier<Citation> making) {
        int number = apart && place >= 0 && !(fact instanceof Project) ? number(fact, place) : -1;
        if (number < 0) {
            return making.get();
        }
        Citation known = citations[number];
        if (known == null) {
            known = making.get();
            citations[number] = known;
        }
        return known;
    }

    /** The number of 64-bit words in a set of facts. */
    public int words() {
        return (paths.length + Long.SIZE - 1) / Long.SIZE;
    }

    /**
     * The sorted paths of a set of facts.
     *
     * @param bits numbers of the facts
     * @param others further paths; null for none
     */
    public List<String> paths(long[] bits, @Nullable Set<String> others) {
        int many = 0;
        for (long word : bits) {
            many += Long.bitCount(word);
        }
        String[] all = new String[many];
        int next = 0;
        for (int word = 0; word < bits.length; word++) {
            for (long left = bits[word]; left != 0; left &= left - 1) {
                all[next++] = path(word * Long.SIZE + Long.numberOfTrailingZeros(left));
            }
        }
        if (sorted && others == null) {
            return List.of(all);
        }
        TreeSet<String> each = others == null ? new TreeSet<>() : new TreeSet<>(others);
        each.addAll(Arrays.asList(all));
        return List.copyOf(each);
    }

    /** Two threads may both create it, with equal results. */
    private String path(int number) {
        String path = paths[number];
        if (path == null) {
            int entry = entries[number];
            path = prefixes.get(entry) + names.get(entry).get(number - beginnings[entry]);
            paths[number] = path;
        }
        return path;
    }
}
