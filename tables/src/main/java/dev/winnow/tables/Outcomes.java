package dev.winnow.tables;

import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.model.universe.Universe;
import dev.winnow.tables.internal.cells.TableProblems;
import dev.winnow.tables.internal.entries.Entry;
import dev.winnow.tables.internal.entries.EntryWriter;
import dev.winnow.tables.internal.entries.ImportedTable;
import dev.winnow.tables.internal.entries.PassedOver;
import dev.winnow.tables.internal.entries.RefusedEntries;
import dev.winnow.tables.internal.entries.RowCount;
import dev.winnow.tables.internal.entries.RowReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Outcomes of everything that an import reads: passed on or refused, counted, and reported to the watch. */
final class Outcomes {

    private final Universe base;
    private final ImportWatch watch;
    private final Map<String, Set<String>> ids = new HashMap<>();
    /** Counts the rows of each file. */
    private final Map<String, RowCount.Tally> tallies = new LinkedHashMap<>();
    /** Counts rows that are read a second time, for other entries. */
    private final RowCount.Tally again = new RowCount.Tally();

    private final Map<EntryKind, Long> taken = new LinkedHashMap<>();
    private final RefusedEntries refused;
    private final IncompleteLists incomplete = new IncompleteLists();
    private boolean troubled;
    private int questions;

    Outcomes(Universe base, ImportWatch watch) {
        this.base = base;
        this.watch = watch;
        this.refused = new RefusedEntries(this::isBase);
    }

    /** Whether the base universe has an entry with an id. */
    boolean isBase(String list, String id) {
        return ids.computeIfAbsent(list, any -> base.called(any).keySet()).contains(id);
    }

    /** The counter of first readings of a file, or of second ones of all files. */
    RowCount.Tally tally(String file, boolean readAgain) {
        return readAgain ? again : tallies.computeIfAbsent(file, any -> new RowCount.Tally());
    }

    /** The counter of a row. */
    RowCount.Tally tally(TableRows.TableRow at) {
        return tally(at.table());
    }

    /** The counter of the rows of a table. */
    RowCount.Tally tally(TableRows.FoundTable table) {
        return tally(table.table().file(), table.opened().again());
    }

    /** The counter of an entry, which may be outside a table. */
    private RowCount.Tally tally(ReadEntry one) {
        TableRows.TableRow at = one.at();
        return at == null ? tally(one.entry().node().place().file(), false) : tally(at);
    }

    /** The counts of first readings, by file. */
    Map<String, RowCount> lists() {
        Map<String, RowCount> lists = new LinkedHashMap<>();
        tallies.forEach((file, tally) -> lists.put(file, tally.count()));
        return lists;
    }

    /** Number of rows read so far. */
    long rows() {
        return tallies.values().stream().mapToLong(RowCount.Tally::rows).sum();
    }

    /** The counts of second readings. */
    RowCount again() {
        return again.count();
    }

    /** Number of entries passed on, by kind. */
    Map<EntryKind, Long> taken() {
        return taken;
    }

    /** Whether a row was refused or anything else was left out. */
    boolean isTroubled() {
        return troubled || again().refused() > 0 || lists().values().stream().anyMatch(count -> count.refused() > 0);
    }

    /** Reports something that is left out. */
    void trouble(Problem problem) {
        troubled = true;
        questions += TableProblems.isDecidedByOption(problem) ? 1 : 0;
        watch.problem(problem);
    }

    /** Number of reported problems that an answer of the user decides. */
    int questions() {
        return questions;
    }

    /** Marks an entry as valid, even if another row of its id was refused. */
    void markValid(Entry entry) {
        refused.markValid(entry);
    }

    /** Whether an entry of a list was refused. */
    boolean isRefused(String list, String id) {
        return refused.of(list, id) != null;
    }

    /** The problems of an entry, where a reference to a refused entry replaces the other problems at its place. */
    List<Problem> withRefused(Entry entry, List<Problem> problems) {
        List<Problem> named = refused.namedBy(entry);
        if (named.isEmpty()) {
            return problems;
        }
        List<Problem> all = new ArrayList<>(named);
        Set<Place> places = all.stream().map(Problem::place).collect(Collectors.toSet());
        problems.stream().filter(problem -> !places.contains(problem.place())).forEach(all::add);
        return all;
    }

    /** Passes an entry on. A list with a refused row is no longer marked as complete. */
    void pass(ReadEntry one, EntryWriter writer) throws IOException {
        Entry whole = incomplete.whole(one.entry(), watch::note);
        tally(one).taken();
        taken.merge(whole.kind(), 1L, Long::sum);
        writer.write(whole.kind(), whole.holder(), whole.node());
    }

    /** Counts a row as passed over. */
    void passOver(TableRows.TableRow at, PassedOver why) {
        tally(at).passedOver(why, 1);
        watch.passedOver(new ImportedTable.LeftRow(
                at.table().table(), at.row().number(), why, at.row().texts()));
    }

    /** Refuses an entry with all rows merged into it. Entries that name it are refused later. */
    void refuse(ReadEntry one, List<Problem> problems) {
        Entry entry = one.entry();
        refused.refused(entry.kind(), entry.node());
        TableRows.TableRow at = one.at();
        if (at == null) {
            tally(one).refused(1, false);
            incomplete.add(entry.holder(), entry.kind());
            problems.forEach(this::trouble);
        } else {
            refuse(at, entry, problems);
            one.merged().forEach(row -> refuse(row, entry, problems));
        }
    }

    /**
     * Refuses a row. Its entry may still be valid.
     *
     * @param entry its entry; null if it has none
     */
    void refuse(TableRows.TableRow at, @Nullable Entry entry, List<Problem> problems) {
        TableRows.FoundTable table = at.table();
        String holder = entry == null ? null : entry.holder();
        String id = entry == null ? "" : entry.id();
        boolean known = !id.isEmpty() && isRefused(table.head().kind().list(), id);
        tally(at).refused(1, problems.stream().anyMatch(TableProblems::isDecidedByOption));
        incomplete.add(holder, table.head().kind());
        watch.refused(new ImportedTable.RefusedRow(
                table.table(),
                at.row().number(),
                holder,
                known ? id : null,
                RowReader.texts(table.head(), at.row(), table.table().sheet()),
                problems));
    }

    /** Lists with a refused row, which no longer count as complete. */
    private static final class IncompleteLists {

        private final Set<String> incomplete = new HashSet<>();

        /** Records a refused entry. An entry outside a list makes no list incomplete. */
        void add(@Nullable String holder, EntryKind kind) {
            if (holder != null) {
                incomplete.add(holder + " " + kind.list());
            }
        }

        /**
         * A city whose complete lists exclude the incomplete ones; any other entry unchanged.
         *
         * @param notes receives a note for each list that is no longer complete
         */
        Entry whole(Entry entry, Consumer<Problem> notes) {
            if (!entry.kind().list().equals("cities")) {
                return entry;
            }
            Node complete = entry.node().get("complete");
            if (complete == null || incomplete.stream().noneMatch(one -> one.startsWith(entry.id() + " "))) {
                return entry;
            }
            List<Node.Field> fields = new ArrayList<>();
            for (Node.Field field : entry.node().fields().values()) {
                Node value = field.key().equals("complete") ? complete(entry.id(), complete, notes) : field.value();
                fields.add(new Node.Field(field.key(), field.place(), value));
            }
            return new Entry(entry.kind(), null, Node.map(entry.node().place(), fields));
        }

        private Node complete(String city, Node complete, Consumer<Problem> notes) {
            if (complete.isMap()) {
                return Node.map(
                        complete.place(),
                        complete.fields().values().stream()
                                .filter(list -> isWhole(city, list.key(), list.place(), notes))
                                .toList());
            }
            return Node.list(
                    complete.place(),
                    complete.items().stream()
                            .filter(list -> isWhole(city, list.text().strip(), list.place(), notes))
                            .toList());
        }

        private boolean isWhole(String city, String list, Place place, Consumer<Problem> notes) {
            boolean whole = !incomplete.contains(city + " " + list);
            if (!whole) {
                notes.accept(TableProblems.incomplete(place, list, city));
            }
            return whole;
        }
    }
}
