package dev.winnow.tables;

import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.value.Unit;
import dev.winnow.tables.internal.cells.FileProblems;
import dev.winnow.tables.internal.cells.Row;
import dev.winnow.tables.internal.cells.TableProblems;
import dev.winnow.tables.internal.cells.UnreadableTable;
import dev.winnow.tables.internal.entries.BodyRows;
import dev.winnow.tables.internal.entries.ImportedTable;
import dev.winnow.tables.internal.entries.PassedOver;
import dev.winnow.tables.internal.entries.RowCount;
import dev.winnow.tables.internal.entries.RowReader;
import dev.winnow.tables.internal.entries.TableFile;
import dev.winnow.tables.internal.headings.Column;
import dev.winnow.tables.internal.headings.Head;
import dev.winnow.tables.internal.headings.NameLookup;
import dev.winnow.tables.internal.headings.UnknownAmounts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the rows of tables and reports the ones that contain no entry or cannot be read. */
final class TableRows {

    /**
     * Number of rows of a table of projects that are buffered to look for a further table below it, whose entries they
     * may name.
     */
    private static final int LOOKED_AT = 5_000;

    private final NameLookup names;
    private final Unit money;
    private final ResolvedHeaders heads;
    private final Outcomes outcomes;
    private final ImportWatch watch;

    /** @param names entries that rows can name */
    TableRows(NameLookup names, Unit money, ResolvedHeaders heads, Outcomes outcomes, ImportWatch watch) {
        this.names = names;
        this.money = money;
        this.heads = heads;
        this.outcomes = outcomes;
        this.watch = watch;
    }

    /** Receives the rows of a table. */
    interface RowReceiver {
        void take(TableRow at, RowReader.Result result) throws IOException;
    }

    /**
     * Reads the rows of a table, and of further tables of its kind below it in the same sheet.
     *
     * @return the next table of another kind; null if there is none
     */
    @Nullable
    FoundTable each(FoundTable first, RowReceiver receiver) throws IOException {
        FoundTable table = first;
        RowCount.Tally tally = outcomes.tally(first);
        RowReader reader = reader(table);
        BodyRows body = table.body();
        List<Integer> hidden = new ArrayList<>();
        boolean isLate = false;
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
                        receiver.take(new TableRow(table, entry.row()), reader.read(entry.row()));
                        Column late = isLate ? null : UnknownAmounts.late(table.empty(), entry.row());
                        if (late != null) {
                            isLate = true;
                            outcomes.trouble(TableProblems.lateAmount(
                                    Place.cell(
                                            table.table().file(),
                                            table.table().sheet(),
                                            entry.row().number(),
                                            late.number()),
                                    entry.row().text(late.number()),
                                    late.heading()));
                        }
                    }
                } else {
                    leave(table, part);
                }
                if ((tally.rows() & 0x3FF) == 0) {
                    watch.read(outcomes.rows());
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
     * Finds a further table below a table, so that it can be read first. The rows searched are buffered. Null if there
     * is none in them.
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

    /** A further table of a sheet with its open columns resolved; null if it is refused. */
    private @Nullable FoundTable below(FoundTable above, BodyRows.NextHead next) throws IOException {
        outcomes.tally(above).passedOver(PassedOver.HEADINGS, next.lines());
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

    /** Reports a row that contains no entry or cannot be read. */
    private void leave(FoundTable table, BodyRows.Part part) {
        if (part instanceof BodyRows.PassedRow passed) {
            outcomes.passOver(new TableRow(table, passed.row()), passed.why());
        } else if (part instanceof BodyRows.DoubtfulRow doubtful) {
            outcomes.refuse(new TableRow(table, doubtful.row()), null, List.of(doubtful.why()));
        } else if (part instanceof BodyRows.ClosedRow closed) {
            Problem why = closed.why();
            if (why == null) {
                outcomes.tally(table).refused(1, false);
            } else {
                outcomes.refuse(new TableRow(table, closed.row()), null, List.of(why));
            }
        }
    }

    /**
     * A table with resolved headings whose rows are still unread.
     *
     * @param empty columns without a meaning that are empty in the first rows
     */
    record FoundTable(
            TableFile.OpenTable opened,
            BodyRows body,
            Head head,
            ImportedTable table,
            Head.RowFilter filter,
            List<Column> empty) {}

    /** A row and its table. */
    record TableRow(FoundTable table, Row row) {}
}
