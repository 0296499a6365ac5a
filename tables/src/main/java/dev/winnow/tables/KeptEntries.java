package dev.winnow.tables;

import dev.winnow.model.internal.history.FirmNames;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.tables.internal.cells.CellChange;
import dev.winnow.tables.internal.cells.TableProblems;
import dev.winnow.tables.internal.entries.Entry;
import dev.winnow.tables.internal.entries.RowReader;
import dev.winnow.tables.internal.headings.NameLookup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Entries of all rows except projects, kept so that later rows can refer to them by name. Rows about the same entry are
 * merged where a mapping says so.
 */
final class KeptEntries {

    private final TableRows rows;
    private final NameLookup names;
    private final KnownEntries known;
    private final NamedEntries named;
    private final Outcomes outcomes;
    private final ImportWatch watch;
    private final List<ReadEntry> kept = new ArrayList<>();

    KeptEntries(
            TableRows rows,
            NameLookup names,
            KnownEntries known,
            NamedEntries named,
            Outcomes outcomes,
            ImportWatch watch) {
        this.rows = rows;
        this.names = names;
        this.known = known;
        this.named = named;
        this.outcomes = outcomes;
        this.watch = watch;
    }

    /** All entries, in the order of their rows. */
    List<ReadEntry> all() {
        return kept;
    }

    /** Registers the names of an entry. */
    void learn(Entry entry) {
        String id = entry.id();
        if (!id.isEmpty() && entry.node().isMap()) {
            List<String> called = new ArrayList<>();
            for (String key : List.of("name", "zh")) {
                String text = entry.node().optionalText(key, new ArrayList<>());
                if (text != null) {
                    called.add(text);
                }
            }
            if (entry.kind().name().equals(FirmNames.LIST)) {
                Node aliases = entry.node().get("aliases");
                (aliases == null ? List.<Node>of() : aliases.items()).forEach(alias -> called.add(alias.text()));
            }
            names.add(entry.kind().list(), id, called);
        }
        String city = entry.holder();
        if (city != null && entry.kind().name().equals("cities.districts")) {
            names.addDistrict(city, entry.node());
        }
    }

    /**
     * Reads a table and keeps its entries.
     *
     * @return the next table of another kind in the same sheet; null if there is none
     */
    TableRows.@Nullable FoundTable keep(TableRows.FoundTable table) throws IOException {
        Map<String, Integer> places = new HashMap<>();
        if (table.head().map().merge()) {
            for (int i = 0; i < kept.size(); i++) {
                String identity = identity(kept.get(i).entry());
                if (identity != null) {
                    places.put(identity, i);
                }
            }
        }
        return rows.each(table, (at, result) -> keep(at, result, places));
    }

    /** @param places index of the first row of each entry to which later rows of the table may add */
    private void keep(TableRows.TableRow at, RowReader.Result result, Map<String, Integer> places) {
        EntryKind kind = at.table().head().kind();
        Place place = result.entry().place();
        List<Problem> problems = new ArrayList<>(result.problems());
        Entry read = named.known(at, new Entry(kind, result.holder(), result.entry()), problems);
        String holder = read.holder();
        boolean elsewhere = holder != null && outcomes.isBase(kind.outer(), holder);
        boolean amends = elsewhere && KnownEntries.canAmend(kind);
        if (holder != null && elsewhere && !amends) {
            problems.add(TableProblems.elsewhere(place, holder));
        }
        if (!problems.isEmpty()) {
            outcomes.refuse(new ReadEntry(at, read), problems);
        } else if (holder != null && amends) {
            known.amendRow(new ReadEntry(at, read), at, holder, result.changes());
        }
        if (elsewhere || (problems.isEmpty() && isKnown(at, read, result.changes()))) {
            return;
        }
        Node said = problems.isEmpty() ? read.node() : Node.refused(place);
        if (kind.name().equals(FirmNames.LIST) && said.isMap()) {
            said = known.firm(new ReadEntry(at, read), at);
            if (said == null) {
                return;
            }
        }
        Entry entry = new Entry(kind, holder, said);
        String identity = at.table().head().map().merge() && entry.node().isMap() ? identity(entry) : null;
        Integer earlier = identity == null ? null : places.putIfAbsent(identity, kept.size());
        if (earlier != null && isMerged(at, entry, earlier)) {
            return;
        }
        boolean ofKnown = said != read.node(); // Amending rows get no generated id.
        result.changes().stream()
                .filter(change -> !ofKnown || change.kind() != CellChange.Kind.ID)
                .forEach(watch::changed);
        kept.add(new ReadEntry(at, entry));
        learn(entry);
    }

    /** Whether a row belongs to a known city, or may belong to one, and needs no further handling. */
    private boolean isKnown(TableRows.TableRow at, Entry entry, List<CellChange> changes) {
        return entry.kind().name().equals("cities")
                && entry.node().isMap()
                && !known.isNew(new ReadEntry(at, entry), at, changes);
    }

    /** Whether a row is about an entry of earlier rows, and was merged into it or refused. */
    private boolean isMerged(TableRows.TableRow at, Entry entry, int index) {
        ReadEntry earlier = kept.get(index);
        if (!earlier.entry().node().isMap()) {
            return false;
        }
        List<Problem> problems = new ArrayList<>();
        Node whole = merged(earlier.entry().node(), entry.node(), problems);
        if (whole == null) {
            outcomes.refuse(at, entry, problems);
        } else {
            ReadEntry merged = earlier.with(at, whole);
            kept.set(index, merged);
            learn(merged.entry());
        }
        return true;
    }

    /** Key by which rows are merged; null if an entry has no id. */
    private static @Nullable String identity(Entry entry) {
        return entry.id().isEmpty() ? null : entry.kind().name() + "\n" + entry.holder() + "\n" + entry.id();
    }

    /**
     * An entry with the values of one more row; null if they contradict each other, which is reported.
     *
     * @param entry the values of the earlier rows
     * @param row the values of the row
     */
    private static @Nullable Node merged(Node entry, Node row, List<Problem> problems) {
        Map<String, Node.Field> fields = new LinkedHashMap<>();
        entry.each().forEach(field -> fields.put(field.key(), field));
        int before = problems.size();
        for (Node.Field field : row.each()) {
            Node.Field known = fields.get(field.key());
            if (known == null) {
                fields.put(field.key(), field);
            } else if (known.value().isList() && field.value().isList()) {
                fields.put(
                        field.key(), new Node.Field(field.key(), known.place(), joined(known.value(), field.value())));
            } else if (!dump(known.value()).equals(dump(field.value()))) {
                problems.add(TableProblems.disagrees(field.value(), field.key(), known.value()));
            }
        }
        return problems.size() > before ? null : Node.map(entry.place(), fields.values());
    }

    private static Node joined(Node list, Node more) {
        List<Node> items = new ArrayList<>(list.items());
        Set<String> known = new HashSet<>();
        items.forEach(item -> known.add(dump(item)));
        more.items().stream().filter(item -> known.add(dump(item))).forEach(items::add);
        return Node.list(list.place(), items);
    }

    private static String dump(Node node) {
        StringBuilder text = new StringBuilder();
        node.dump(text);
        return text.toString();
    }
}
