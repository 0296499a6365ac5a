package dev.winnow.tables;

import dev.winnow.model.source.Problem;
import dev.winnow.model.value.Unit;
import dev.winnow.tables.internal.cells.FileProblems;
import dev.winnow.tables.internal.cells.Row;
import dev.winnow.tables.internal.cells.UnreadableTable;
import dev.winnow.tables.internal.entries.BodyRows;
import dev.winnow.tables.internal.entries.ImportedTable;
import dev.winnow.tables.internal.entries.PassedOver;
import dev.winnow.tables.internal.entries.RowCount;
import dev.winnow.tables.internal.entries.RowReader;
import dev.winnow.tables.internal.entries.TableFile;
import dev.winnow.tables.internal.headings.Head;
import dev.winnow.tables.internal.headings.NameLookup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the rows of tables; those that hold no entry, or none that can be read, are told. */
final class TableRows {

    /** So many rows of projects are kept to see whether a further table follows, which they may name things of. */
    private static final int LOOKED_AT = 5_000;

    private final NameLookup names;
    private final Unit money;
    private final ResolvedHeaders heads;
    private final Outcomes outcomes;
    private final ImportWatch watch;

    /** @param names what the rows may name */
    TableRows(NameLookup names, Unit money, ResolvedHeaders heads, Outcomes outcomes, ImportWatch watch) {
        this.names = names;
        this.money = money;
        this.heads = heads;
        this.outcomes = outcomes;
        this.watch = watch;
    }

    /** What is done with a row of a table. */
    interface Taker {
        void take(TableRow at, RowReader.Result result) throws IOException;
    }

    /**
     * Reads the rows of a table, and those of further tables of its kind below it in the same sheet.
     *
     * @return the further table of another kind that follows; null if there is none
     */
    @Nullable
    FoundTable each(FoundTable first, Taker taker) throws IOException {
        FoundTable table = first;
        RowCount.Tally tally = outcomes.tally(first.opened().again());
        RowReader reader = reader(table);
        BodyRows body = table.body();
        List<Integer> hidden = new ArrayList<>();
        FoundTable other = null;
        try {
            for (BodyRows.Part part = body.next(); part != null && other == null; part = body.next()) {
                if (part instanceof BodyRows.NextHead next) {
                    FoundTable below = below(table, next);
                    if (below != null
                            && !below.head().kind().equals(table.head().kind())) {
                        other = below;
                    } else if (below != null) {
                        table = below;
                        reader = reader(table);
                        body = table.body();
                    }
                } else if (part instanceof BodyRows.EntryRow entry) {
                    if (entry.row().hidden()) {
                        hidden.add(entry.row().number());
                    }
                    if (entry.row().problems().isEmpty() && !table.filter().means(entry.row())) {
                        tally.passedOver(PassedOver.NOT_MEANT, 1);
                    } else {
                        taker.take(new TableRow(table, entry.row()), reader.read(entry.row()));
                    }
                } else {
                    leave(table, part);
                }
                if ((tally.rows() & 0x3FF) == 0) {
                    watch.read(tally.rows());
                }
            }
        } catch (UnreadableTable e) {
            outcomes.trouble(e.problem());
        }
        if (!hidden.isEmpty()) {
            watch.note(FileProblems.hiddenRows(first.table().place(), hidden.size(), hidden.get(0)));
        }
        return other;
    }

    /**
     * The further table of a sheet that stands below a table, looked for in its first rows, so that it can be read before them.
     * They are kept for that; null if none is found there.
     */
    @Nullable
    FoundTable below(FoundTable table) throws IOException {
        FoundTable below = null;
        for (BodyRows.NextHead next = table.body().nextHead(LOOKED_AT);
                next != null;
                next = below == null ? table.body().nextHead(LOOKED_AT) : null) {
            below = below(table, next);
        }
        return below;
    }

    /** A further table of a sheet, with its open columns settled; null if it is refused. */
    private @Nullable FoundTable below(FoundTable above, BodyRows.NextHead next) throws IOException {
        outcomes.tally(above.opened().again()).passedOver(PassedOver.HEADINGS, next.lines());
        FoundTable below = heads.resolve(above.opened(), above.body().under(next.head()), next.head());
        if (below == null) {
            above.body().close();
        } else {
            above.body().end();
        }
        return below;
    }

    private RowReader reader(FoundTable table) {
        return new RowReader(table.opened().sheet(), table.head(), names, money);
    }

    /** A row that is no entry, or none that can be read. */
    private void leave(FoundTable table, BodyRows.Part part) {
        if (part instanceof BodyRows.PassedRow passed) {
            outcomes.passOver(new TableRow(table, passed.row()), passed.why());
        } else if (part instanceof BodyRows.DoubtfulRow doubtful) {
            outcomes.refuse(new TableRow(table, doubtful.row()), null, List.of(doubtful.why()));
        } else if (part instanceof BodyRows.ClosedRow closed) {
            Problem why = closed.why();
            if (why != null) {
                outcomes.trouble(why);
            }
            outcomes.tally(table.opened().again()).refused(1);
        }
    }

    /** A table whose head is settled and whose rows are still to come. */
    record FoundTable(
            TableFile.OpenTable opened, BodyRows body, Head head, ImportedTable table, Head.RowFilter filter) {}

    /** A row with the table in which it stands. */
    record TableRow(FoundTable table, Row row) {}
}
