package dev.winnow.tables;

import dev.winnow.model.source.Problem;
import dev.winnow.model.value.Unit;
import dev.winnow.tables.cells.DayOrder;
import dev.winnow.tables.cells.DecimalSign;
import dev.winnow.tables.cells.OpenTable;
import dev.winnow.tables.cells.Row;
import dev.winnow.tables.cells.Sheet;
import dev.winnow.tables.cells.TableProblems;
import dev.winnow.tables.cells.TextFolding;
import dev.winnow.tables.entries.BodyRows;
import dev.winnow.tables.entries.HeadDecisions;
import dev.winnow.tables.entries.ImportedTable;
import dev.winnow.tables.entries.RowFilter;
import dev.winnow.tables.entries.RowReader;
import dev.winnow.tables.mapping.Mapping;
import dev.winnow.tables.meaning.Column;
import dev.winnow.tables.meaning.Head;
import dev.winnow.tables.meaning.Meanings;
import dev.winnow.tables.meaning.SettledColumns;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Settles what the columns of tables mean and how their numbers and days are written, and asks the watch what they leave open. */
final class SettledHeads {

    private static final int SAMPLES = 5;

    /** So many of the first rows show how the numbers and days of a column are written. */
    private static final int SAMPLE = 1_000;

    private final ImportWatch watch;
    private final Outcomes outcomes;
    private final MappedHeadings headings = new MappedHeadings();
    private final @Nullable Unit counted;
    private Mapping answers = Mapping.NONE;

    /** @param counted the money that the universe counts in; null where the tables themselves may say it */
    SettledHeads(ImportWatch watch, Outcomes outcomes, @Nullable Unit counted) {
        this.counted = counted;
        this.watch = watch;
        this.outcomes = outcomes;
    }

    /** What headings mean by what the watch answered. */
    Mapping answers() {
        return answers;
    }

    /** The headings that mappings name and no table has. */
    List<Problem> missing() {
        return headings.missing();
    }

    /** The table with its open columns settled; null if it is refused. */
    @Nullable
    FoundTable settle(OpenTable opened, BodyRows body, Head head) throws IOException {
        List<Row> sample = body.sample(SAMPLE);
        Head own = counted == null ? head : SettledColumns.withForeign(head, counted);
        Head settled = decided(opened, meant(opened, own, sample), sample);
        ImportedTable table = table(opened, settled);
        watch.table(table);
        watch.sample(
                table,
                () -> sample.stream()
                        .map(row -> RowReader.texts(settled, row, opened.sheet().name()))
                        .toList());
        headings.note(settled);
        List<String> hidden = settled.columns().stream()
                .filter(column -> column.means() != null && opened.hidden().has(column.number()))
                .map(Column::heading)
                .distinct()
                .toList();
        if (!hidden.isEmpty()) {
            watch.note(TableProblems.hiddenColumns(table.place(), hidden));
        }
        List<Problem> open = new ArrayList<>(HeadDecisions.problems(table, counted));
        RowFilter.missing(settled).forEach(one -> open.add(headings.missing(one)));
        if (open.isEmpty()) {
            return new FoundTable(opened, body.under(settled), settled, table, new RowFilter(settled));
        }
        open.forEach(outcomes::trouble);
        return null;
    }

    /** The head with what its ambiguous headings mean. */
    private Head meant(OpenTable opened, Head head, List<Row> sample) {
        Head settled = head;
        for (Column column : head.columns()) {
            if (column.number() > 0
                    && settled.columns().get(head.columns().indexOf(column)).isOpen()) {
                List<String> samples = samples(sample, column, text -> !text.isEmpty());
                settled = asked(opened, settled, column, column, samples);
            }
        }
        return settled;
    }

    /** The head with how its numbers are written, asked for where the first rows leave it open. */
    private Head decided(OpenTable opened, Head head, List<Row> sample) {
        Head shown = SettledColumns.withDecimals(head, sample, opened.sheet().separator());
        Head decided = shown;
        for (Column column : shown.columns()) {
            if (column.number() > 0 && column.decimals() == DecimalSign.OPEN) {
                List<String> doubtful = samples(sample, column, DecimalSign::isDoubtful);
                if (!doubtful.isEmpty()) {
                    decided = asked(opened, decided, column, SettledColumns.undecided(column), doubtful);
                }
            }
        }
        return withDays(opened, decided, sample);
    }

    /** The head with the order in which its days are written, asked for where the first rows leave it open. */
    private Head withDays(OpenTable opened, Head head, List<Row> sample) {
        Head shown = SettledColumns.withDays(head, sample);
        Head decided = shown;
        for (Column column : shown.columns()) {
            if (column.unit() == null && SettledColumns.isOfDays(shown.kind(), column)) {
                List<String> doubtful = samples(sample, column, DayOrder::isDoubtful);
                if (!doubtful.isEmpty()) {
                    decided = asked(opened, decided, column, SettledColumns.undecidedDays(column), doubtful);
                }
            }
        }
        return decided;
    }

    /**
     * The head with the answer to a question about a column, if there is one.
     *
     * @param choices the column with what it can be
     */
    private Head asked(OpenTable opened, Head head, Column column, Column choices, List<String> samples) {
        String answer = watch.meaning(table(opened, head), choices, samples);
        if (answer == null) {
            return head;
        }
        int nth = head.nth(column);
        answers = answers.and(column.heading() + (nth > 1 ? "#" + nth : ""), answer);
        Meanings meanings = new Meanings(head.kind());
        List<Column> columns = head.columns().stream()
                .map(one -> one.number() == column.number() ? SettledColumns.given(one, answer, meanings) : one)
                .toList();
        return head.with(SettledColumns.twice(columns));
    }

    private static List<String> samples(List<Row> rows, Column column, Predicate<String> telling) {
        return rows.stream()
                .map(row -> TextFolding.strip(row.text(column.number())))
                .filter(telling)
                .distinct()
                .limit(SAMPLES)
                .toList();
    }

    private static ImportedTable table(OpenTable opened, Head head) {
        Sheet sheet = opened.sheet();
        return new ImportedTable(sheet.file(), sheet.name(), head.kind(), head.row(), head.above(), head.columns());
    }
}
