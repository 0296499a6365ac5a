package dev.winnow.tables;

import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.value.Unit;
import dev.winnow.tables.cells.Sheet;
import dev.winnow.tables.cells.TableProblems;
import dev.winnow.tables.cells.UnreadableTable;
import dev.winnow.tables.entries.BodyRows;
import dev.winnow.tables.entries.LeftRow;
import dev.winnow.tables.entries.PassedOver;
import dev.winnow.tables.entries.RowReader;
import dev.winnow.tables.entries.RowTally;
import dev.winnow.tables.meaning.Head;
import dev.winnow.tables.meaning.NameLookup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the rows of tables; those that hold no entry, or none that can be read, are told. */
final class TableRows {

    private final NameLookup names;
    private final Unit money;
    private final SettledHeads heads;
    private final Outcomes outcomes;
    private final RowTally tally;
    private final ImportWatch watch;

    /** @param names what the rows may name */
    TableRows(NameLookup names, Unit money, SettledHeads heads, Outcomes outcomes, ImportWatch watch) {
        this.names = names;
        this.money = money;
        this.heads = heads;
        this.outcomes = outcomes;
        this.tally = outcomes.tally();
        this.watch = watch;
    }

    /** What is done with a row of a table. */
    interface Taker {
        void take(TableRow at, RowReader.Result result) throws IOException;
    }

    /** Reads the rows of a table, and those of further tables below it in the same sheet. */
    void each(FoundTable first, Taker taker) throws IOException {
        FoundTable table = first;
        RowReader reader = reader(table);
        BodyRows body = table.body();
        List<Integer> hidden = new ArrayList<>();
        try {
            for (BodyRows.Part part = body.next(); part != null; part = body.next()) {
                if (part instanceof BodyRows.NextHead next) {
                    tally.passedOver(PassedOver.HEADINGS, next.lines());
                    FoundTable below = below(table, body, next.head());
                    if (below == null) {
                        body.close();
                    } else {
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
            watch.note(TableProblems.hiddenRows(first.table().place(), hidden.size(), hidden.get(0)));
        }
    }

    private RowReader reader(FoundTable table) {
        return new RowReader(table.opened().sheet(), table.head(), names, money);
    }

    /** A row that is no entry, or none that can be read. */
    private void leave(FoundTable table, BodyRows.Part part) {
        if (part instanceof BodyRows.PassedRow passed) {
            tally.passedOver(passed.why(), 1);
            watch.passedOver(new LeftRow(
                    table.table(),
                    passed.row().number(),
                    passed.why(),
                    passed.row().texts()));
        } else if (part instanceof BodyRows.DoubtfulRow doubtful) {
            outcomes.refuse(new TableRow(table, doubtful.row()), null, List.of(doubtful.why()));
        } else if (part instanceof BodyRows.ClosedRow closed) {
            Problem why = closed.why();
            if (why != null) {
                outcomes.trouble(why);
            }
            tally.refused(1);
        }
    }

    /** A further table of a sheet, with its open columns settled; null if it is refused. */
    private @Nullable FoundTable below(FoundTable above, BodyRows body, Head head) throws IOException {
        if (!head.kind().equals(above.head().kind())) {
            Sheet sheet = above.opened().sheet();
            outcomes.trouble(TableProblems.otherTable(
                    Place.cell(sheet.file(), sheet.name(), head.row(), 1),
                    head.kind().name(),
                    above.head().kind().name()));
            return null;
        }
        return heads.settle(above.opened(), body.under(head), head);
    }
}
