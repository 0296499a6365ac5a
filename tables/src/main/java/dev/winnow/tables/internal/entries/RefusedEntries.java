package dev.winnow.tables.internal.entries;

import dev.winnow.model.internal.read.Property;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.tables.internal.cells.TableProblems;
import dev.winnow.tables.internal.cells.TextFolding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Refused entries of an import. Rows that name one of them are refused too, with that reason. */
public final class RefusedEntries {

    private static final List<String> NAMES = List.of("id", "name", "zh");

    /** The subject of a fact, an entry of any list. */
    private static final String SUBJECT = "subject";

    private final Map<String, Map<String, Place>> refused = new HashMap<>();
    /** Ids of valid entries, by list. */
    private final Map<String, Set<String>> standing = new HashMap<>();

    private final BiPredicate<String, String> known;

    /** @param known whether a list of the base universe has an entry with an id */
    public RefusedEntries(BiPredicate<String, String> known) {
        this.known = known;
    }

    /** Marks an entry as valid, even if another row of its id was refused. */
    public void markValid(Entry entry) {
        standing.computeIfAbsent(entry.kind().list(), any -> new HashSet<>()).add(entry.id());
    }

    /** Records a refused entry, as far as it could be read. */
    public void refused(EntryKind kind, Node node) {
        if (!node.isMap()) {
            return;
        }
        Map<String, Place> byName = refused.computeIfAbsent(kind.list(), any -> new HashMap<>());
        for (String key : NAMES) {
            Node name = node.get(key);
            if (name != null && name.isScalar() && !name.flawed()) {
                byName.putIfAbsent(TextFolding.of(name.text()), node.place());
            }
        }
    }

    /** Where an entry of a list was refused, by its name; null if it was not, or if another row of it is valid. */
    public @Nullable Place of(String list, String name) {
        Map<String, Place> byName = refused.get(list);
        boolean stands = standing.getOrDefault(list, Set.of()).contains(name);
        Place place = byName == null || stands ? null : byName.get(TextFolding.of(name));
        return place == null || known.test(list, name) ? null : place;
    }

    /** A problem for each refused entry that an entry names. */
    public List<Problem> namedBy(Entry entry) {
        if (refused.isEmpty() || !entry.node().isMap()) {
            return List.of();
        }
        List<Problem> problems = new ArrayList<>();
        for (Property property : entry.kind().properties()) {
            Node value = entry.node().get(property.name());
            if (value == null) {
                continue;
            }
            if (property.refers() != null) {
                named(value, Set.of(property.refers()), problems);
            } else if (property.name().equals(SUBJECT)) {
                named(value, refused.keySet(), problems);
            }
        }
        return problems;
    }

    private void named(Node value, Set<String> lists, List<Problem> problems) {
        if (value.isMap()) {
            Node inner = value.get("value");
            if (inner != null) {
                named(inner, lists, problems);
            }
        } else if (value.isList()) {
            value.items().forEach(item -> named(item, lists, problems));
        } else if (value.isScalar()) {
            String name = value.text().strip();
            for (String list : lists) {
                Place place = of(list, name);
                if (place != null) {
                    problems.add(TableProblems.namesRefused(value.place(), name, place));
                    return;
                }
            }
        }
    }
}
