package dev.winnow.tables;

import dev.winnow.model.internal.read.Property;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.tables.internal.entries.Entry;
import dev.winnow.tables.internal.headings.NameLookup;
import dev.winnow.tables.internal.mapping.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Firms and cities named in cells. A name similar to a known one is resolved by a mapping or by asking. An unresolved
 * city refuses its row, since cities must be known; an unresolved firm counts as another firm, with a note.
 */
final class NamedEntries {

    /** Maximum number of remembered names without a match. Rows of a list often repeat the same firms. */
    private static final int MOST = 20_000;

    private static final String FIRMS = "firms";
    private static final String CITIES = "cities";

    private final NameLookup names;
    private final Map<String, KnownList> lists;
    private final ImportWatch watch;
    private final Map<EntryKind, Map<String, String>> naming = new HashMap<>();

    /** Names that mean no known entry, or are undecided, by list. */
    private final Map<String, Set<String>> others = Map.of(FIRMS, new HashSet<>(), CITIES, new HashSet<>());

    /** @param lists known cities and firms, by list */
    NamedEntries(NameLookup names, Map<String, KnownList> lists, ImportWatch watch) {
        this.names = names;
        this.lists = lists;
        this.watch = watch;
    }

    /** The entry with similar names replaced by those of the known firms and cities they mean. */
    Entry known(TableRows.TableRow at, Entry entry, List<Problem> problems) {
        EntryKind kind = entry.kind();
        Map<String, String> keys = naming.computeIfAbsent(kind, NamedEntries::naming);
        Node node = entry.node();
        for (Node.Field field : entry.node().each()) {
            String list = keys.get(field.key());
            Node named = list == null ? field.value() : known(at, list, field.value(), problems);
            if (!named.equals(field.value())) {
                node = replaced(node, field.key(), named);
            }
        }
        String holder = entry.holder();
        if (holder != null && KnownEntries.canAmend(kind)) {
            Node said = Node.scalar(entry.node().place(), holder);
            holder = known(at, CITIES, said, problems).text();
        }
        return new Entry(kind, holder, node);
    }

    /** Properties whose texts name firms or cities, with the list each of them names. */
    private static Map<String, String> naming(EntryKind kind) {
        Map<String, String> naming = new HashMap<>();
        for (Property property : kind.properties()) {
            if (property.namesFirms()) {
                naming.put(property.name(), FIRMS);
            } else if (CITIES.equals(property.refers())) {
                naming.put(property.name(), CITIES);
            }
        }
        return naming;
    }

    private static Node replaced(Node map, String key, Node value) {
        List<Node.Field> fields = new ArrayList<>();
        for (Node.Field field : map.each()) {
            fields.add(field.key().equals(key) ? new Node.Field(key, field.place(), value) : field);
        }
        return Node.map(map.place(), fields);
    }

    private Node known(TableRows.TableRow at, String list, Node value, List<Problem> problems) {
        if (value.isScalar()) {
            return named(at, list, value, problems);
        }
        if (value.isList()) {
            List<Node> items = value.items().stream()
                    .map(item -> known(at, list, item, problems))
                    .toList();
            return items.equals(value.items()) ? value : Node.list(value.place(), items);
        }
        Node inner = value.get("value");
        Node named = inner == null ? null : known(at, list, inner, problems);
        return named == null || named.equals(inner) ? value : replaced(value, "value", named);
    }

    private Node named(TableRows.TableRow at, String list, Node value, List<Problem> problems) {
        String text = value.text().strip();
        KnownList known = Objects.requireNonNull(lists.get(list));
        Set<String> others = Objects.requireNonNull(this.others.get(list));
        if (others.contains(text)) {
            return value;
        }
        Word said = known.said(text);
        Set<String> met = new TreeSet<>(said == null ? known.met(List.of(text)) : Set.of());
        if (said == null && list.equals(CITIES)) {
            met.addAll(names.citiesOf(text)); // Several places have such a district, one of them in this city.
        }
        if ((said == null && met.isEmpty()) || !names.ids(list, text).isEmpty()) {
            if (others.size() < MOST) {
                others.add(text);
            }
            return value;
        }
        KnownList.Decision decision = known.decide(at.table().table(), value, met);
        Problem problem = decision.problem();
        String id = decision.id();
        if (id != null) {
            return Node.scalar(value.place(), list.equals(FIRMS) ? known.name(id) : id);
        }
        if (problem == null) {
            others.add(text);
        } else if (said != null || list.equals(CITIES)) {
            problems.add(problem);
        } else {
            others.add(text);
            watch.note(problem);
        }
        return value;
    }
}
