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

/** What becomes of all that an import reads: passed on or refused, counted, and told to the watch. */
final class Outcomes {

    private final Universe base;
    private final ImportWatch watch;
    private final Map<String, Set<String>> ids = new HashMap<>();
    private final RowCount.Tally tally = new RowCount.Tally();
    /** Rows that are read again, for other entries than the first time. */
    private final RowCount.Tally again = new RowCount.Tally();

    private final Map<EntryKind, Long> taken = new LinkedHashMap<>();
    private final RefusedEntries refused;
    private final IncompleteLists incomplete = new IncompleteLists();
    private boolean troubled;

    Outcomes(Universe base, ImportWatch watch) {
        this.base = base;
        this.watch = watch;
        this.refused = new RefusedEntries(this::isBase);
    }

    /** Whether the universe that the files are added to has an entry of an id. */
    boolean isBase(String list, String id) {
        return ids.computeIfAbsent(list, any -> base.called(any).keySet()).contains(id);
    }

    RowCount.Tally tally() {
        return tally;
    }

    /** The count of rows that are read for the first time, or of those that are read again. */
    RowCount.Tally tally(boolean readAgain) {
        return readAgain ? again : tally;
    }

    /** The count in which a row is; that of first readings for an entry of no table. */
    RowCount.Tally tally(TableRows.@Nullable TableRow at) {
        return tally(at != null && at.table().opened().again());
    }

    /** How many entries of each kind were passed on. */
    Map<EntryKind, Long> taken() {
        return taken;
    }

    /** Whether a row was refused, or something else was left out. */
    boolean isTroubled() {
        return troubled || tally.refusedRows() > 0 || again.refusedRows() > 0;
    }

    /** Something is left out. */
    void trouble(Problem problem) {
        troubled = true;
        watch.problem(problem);
    }

    /** An entry stands, whatever other row of its id is refused. */
    void stands(Entry entry) {
        refused.stands(entry);
    }

    /** Whether the entry of a list with an id was refused. */
    boolean isRefused(String list, String id) {
        return refused.of(list, id) != null;
    }

    /** The problems of an entry: those of what it names that was refused, and the others at other places. */
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

    /** Passes an entry on, without the lists among its complete ones of which a row was refused. */
    void pass(ReadEntry one, EntryWriter writer) throws IOException {
        Entry whole = incomplete.whole(one.entry(), watch::note);
        tally(one.at()).taken();
        taken.merge(whole.kind(), 1L, Long::sum);
        writer.write(whole.kind(), whole.holder(), whole.node());
    }

    /** Passes a row over. */
    void passOver(TableRows.TableRow at, PassedOver why) {
        tally(at).passedOver(why, 1);
        watch.passedOver(new ImportedTable.LeftRow(
                at.table().table(), at.row().number(), why, at.row().texts()));
    }

    /** Refuses an entry, so that what names it goes with it, with all rows that are put together for it. */
    void refuse(ReadEntry one, List<Problem> problems) {
        Entry entry = one.entry();
        refused.refused(entry.kind(), entry.node());
        TableRows.TableRow at = one.at();
        if (at == null) {
            tally.refused(1);
            incomplete.add(entry.holder(), entry.kind());
            problems.forEach(this::trouble);
        } else {
            refuse(at, entry.holder(), problems);
            one.merged().forEach(row -> refuse(row, entry.holder(), problems));
        }
    }

    /** Refuses a row; the entry that it speaks of may stand. */
    void refuse(TableRows.TableRow at, @Nullable String holder, List<Problem> problems) {
        TableRows.FoundTable table = at.table();
        tally(at).refused(1);
        incomplete.add(holder, table.head().kind());
        watch.refused(new ImportedTable.RefusedRow(
                table.table(),
                at.row().number(),
                holder,
                RowReader.texts(table.head(), at.row(), table.table().sheet()),
                problems));
    }

    /** Lists within entries of which a row was refused, so that they do not count as complete even if declared so. */
    private static final class IncompleteLists {

        private final Set<String> incomplete = new HashSet<>();

        /** An entry of a kind was refused; one that stands in no other makes no list incomplete. */
        void add(@Nullable String holder, EntryKind kind) {
            if (holder != null) {
                incomplete.add(holder + " " + kind.list());
            }
        }

        /**
         * A city without the incomplete lists among its complete ones; any other entry as it is.
         *
         * @param notes takes what was declared complete and is not
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
