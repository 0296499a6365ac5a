package dev.winnow.tables.internal.entries;

import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.tables.internal.cells.HeadingUnit;
import dev.winnow.tables.internal.cells.Row;
import dev.winnow.tables.internal.cells.Sheet;
import dev.winnow.tables.internal.cells.TableProblems;
import dev.winnow.tables.internal.cells.UnreadableTable;
import dev.winnow.tables.internal.headings.Head;
import dev.winnow.tables.internal.headings.Headings;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Classifies the rows below the headings of a table: entries, rows without one, and the headings of a further table. If
 * those headings cannot be read, the rows below them are closed off, so that they are not read under the headings
 * above.
 */
public final class BodyRows {

    /** Number of rows read after a title to look for headings. */
    private static final int AHEAD = 3;

    /** A row, or the head of a further table. */
    public sealed interface Part {}

    /** A row that may contain an entry. */
    public record EntryRow(Row row) implements Part {}

    /** A row without an entry. */
    public record PassedRow(Row row, PassedOver why) implements Part {}

    /** A row that is refused because its role is unclear. */
    public record DoubtfulRow(Row row, Problem why) implements Part {}

    /**
     * A row that cannot be read as an entry of this table, like all rows up to the next headings.
     *
     * @param why the problem; null if one of the headings above it is reported
     */
    public record ClosedRow(Row row, @Nullable Problem why) implements Part {}

    /** The head of a further table. {@link #under} returns its rows. */
    public record NextHead(Head head, int lines) implements Part {}

    private final Sheet sheet;
    private final Headings headings;
    private final Head head;
    private final NonDataRows nonDataRows;
    private final Set<Integer> figures;
    private final Deque<Row> coming;
    private @Nullable UnreadableTable broken;
    private int before;

    /** Number of following rows that repeat the headings. */
    private int again;

    /** The unit of money given by a line below the headings; null if there is none. */
    private @Nullable String money;

    private boolean closed;

    /** The problem of each closed row; null if that of its headings is reported. */
    private @Nullable Function<Place, Problem> why;

    /** Parts that were read ahead. */
    private final Deque<Part> waiting = new ArrayDeque<>();

    /** Whether a further table has taken over the rows of the sheet. */
    private boolean ended;

    /** Whether the first rows contain more than a name. If so, a row with only a name may be the name of a section. */
    private boolean full;

    /**
     * @param sheet supplies the rows after those that were read to find the head
     * @param headings finds the headings of further tables
     */
    public BodyRows(Sheet sheet, Headings headings, Head head) {
        this(sheet, headings, head, new ArrayDeque<>(head.read()));
    }

    private BodyRows(Sheet sheet, Headings headings, Head head, Deque<Row> coming) {
        this.sheet = sheet;
        this.headings = headings;
        this.head = head;
        this.coming = coming;
        this.figures = Set.copyOf(head.figures());
        this.nonDataRows = new NonDataRows(head, figures);
        this.before = head.row();
    }

    /** The rows below the head of a further table, once its columns are resolved. */
    public BodyRows under(Head next) {
        BodyRows rows = new BodyRows(sheet, headings, next, coming);
        rows.broken = broken;
        rows.full = full;
        return rows;
    }

    /** The next rows, at most a given number and up to further headings, without consuming them. */
    public List<Row> sample(int rows) throws IOException {
        ahead(rows);
        List<Row> sample = new ArrayList<>();
        for (Row row : coming) {
            if (sample.size() == rows || (head.row() > 0 && headings.isHead(row, figures))) {
                break;
            }
            sample.add(row);
        }
        full = head.isOfRefused() || nonDataRows.areFull(sample);
        return sample;
    }

    /** The rows that may contain an entry, without sums, titles and notes. */
    public List<Row> entries(List<Row> rows) {
        NonDataRows others = new NonDataRows(head, figures);
        return rows.stream().filter(row -> others.of(row) == null).toList();
    }

    /** Reads and discards the remaining rows; returns their number. */
    public long drain() throws IOException {
        long left = coming.size();
        coming.clear();
        while (ahead(1)) {
            coming.remove();
            left++;
        }
        return left;
    }

    /**
     * Reads ahead to the next further table, buffering at most a given number of parts.
     *
     * @return its head; null if none was found, or if the sheet ends or breaks off
     */
    public @Nullable NextHead nextHead(int most) throws IOException {
        try {
            while (waiting.size() < most) {
                Part part = read();
                if (part == null || part instanceof NextHead) {
                    return (NextHead) part;
                }
                waiting.add(part);
            }
        } catch (UnreadableTable e) {
            // Reading fails again after the buffered rows.
        }
        return null;
    }

    /** Hands the rows of the sheet over to a further table, except those that were read ahead. */
    public void end() {
        ended = true;
    }

    /** Closes off all rows up to the next headings. */
    public void close() {
        closed = true;
        why = null;
    }

    /**
     * The next part; null after the last.
     *
     * @throws UnreadableTable if the rest of the sheet cannot be read
     */
    public @Nullable Part next() throws IOException, UnreadableTable {
        return !waiting.isEmpty() ? waiting.remove() : ended ? null : read();
    }

    private @Nullable Part read() throws IOException, UnreadableTable {
        if (!ahead(1)) {
            if (broken != null) {
                throw broken;
            }
            return null;
        }
        Row row = coming.remove();
        if (again > 0) {
            again--;
            before = row.number();
            return new PassedRow(row, PassedOver.AGAIN);
        }
        boolean gap = row.number() > before + 1;
        before = row.number();
        if (!row.problems().isEmpty()) {
            return new EntryRow(row);
        }
        if (head.row() == 0) {
            // Records have keys instead of headings, but a record may be a sum.
            return nonDataRows.of(row) == PassedOver.TOTAL ? new PassedRow(row, PassedOver.TOTAL) : new EntryRow(row);
        }
        if (headings.isHead(row, figures)) {
            return head(row);
        }
        PassedOver why = nonDataRows.of(row);
        if (why == PassedOver.UNIT) {
            money = HeadingUnit.ofLine(nonDataRows.first(row));
        }
        if (why != null) {
            return new PassedRow(row, why);
        }
        if (nonDataRows.isAlone(row) && headingsFollow()) {
            return new PassedRow(row, PassedOver.TITLE);
        }
        return entry(row, gap);
    }

    private Part head(Row row) throws IOException {
        ahead(Headings.MOST_LINES - 1);
        List<Row> rows = new ArrayList<>(List.of(row));
        coming.stream().limit(Headings.MOST_LINES - 1).forEach(rows::add);
        Head next = headings.next(sheet, rows, head, money);
        int lines = 1
                + (int) rows.stream()
                        .skip(1)
                        .filter(one -> one.number() <= next.row())
                        .count();
        if (next.repeats(head)) {
            closed = false;
            money = null;
            again = lines - 1;
            return new PassedRow(row, PassedOver.AGAIN);
        }
        for (int i = 1; i < lines; i++) {
            coming.remove();
        }
        return new NextHead(next, lines);
    }

    private Part entry(Row row, boolean gap) {
        Place place = Place.cell(sheet.file(), sheet.name(), row.number(), 1);
        String unit = money;
        if (!closed && gap && headings.isForeign(row, figures)) {
            closed = true;
            why = TableProblems::strangeHeadings;
        } else if (!closed && unit != null && !head.isInMoney(unit)) {
            closed = true;
            why = at -> TableProblems.otherUnit(at, unit);
        }
        if (closed) {
            return new ClosedRow(row, why == null ? null : why.apply(place));
        }
        if (nonDataRows.isNumberedFigure(row)) {
            return new DoubtfulRow(row, TableProblems.section(place, nonDataRows.first(row)));
        }
        if (nonDataRows.isPart(row)) {
            return new DoubtfulRow(row, TableProblems.part(place, nonDataRows.first(row)));
        }
        return full && nonDataRows.isNameAlone(row)
                ? new DoubtfulRow(row, TableProblems.nameAlone(place, nonDataRows.first(row)))
                : new EntryRow(row);
    }

    /** Whether a row is the title of a table, followed by headings, or by a line with a unit and headings. */
    private boolean headingsFollow() throws IOException {
        ahead(AHEAD);
        for (Row row : coming) {
            if (headings.isHead(row, figures)) {
                return true;
            }
            if (!nonDataRows.isAlone(row)) {
                return false;
            }
        }
        return false;
    }

    /** Buffers a number of rows; returns whether there is any. */
    private boolean ahead(int rows) throws IOException {
        while (broken == null && coming.size() < rows) {
            try {
                Row row = sheet.next();
                if (row == null) {
                    break;
                }
                coming.add(row);
            } catch (UnreadableTable e) {
                broken = e; // Reported after the rows before it are delivered.
            }
        }
        return !coming.isEmpty();
    }
}
