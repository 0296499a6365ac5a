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
import org.jspecify.annotations.Nullable;

/**
 * The rows below the headings of a table, told apart: entries, rows between and below them that hold none, and the headings of
 * a further table. Rows below headings that cannot be read are closed off, lest they be read under those above.
 */
public final class BodyRows {

    /** So many rows after a title may be read to see whether headings follow. */
    private static final int AHEAD = 3;

    /** A row, or the head of a further table. */
    public sealed interface Part {}

    /** A row that may hold an entry. */
    public record EntryRow(Row row) implements Part {}

    /** A row that holds no entry. */
    public record PassedRow(Row row, PassedOver why) implements Part {}

    /** A row that is refused, for nobody can tell what it is. */
    public record DoubtfulRow(Row row, Problem why) implements Part {}

    /**
     * A row from which on nothing can be read as an entry of this table, up to the next headings.
     *
     * @param why null for the rows that follow it
     */
    public record ClosedRow(@Nullable Problem why) implements Part {}

    /** The head of a further table, whose rows follow: {@link #under} gives them. */
    public record NextHead(Head head, int lines) implements Part {}

    private final Sheet sheet;
    private final Headings headings;
    private final Head head;
    private final NonDataRows nonDataRows;
    private final Set<Integer> figures;
    private final Deque<Row> coming;
    private @Nullable UnreadableTable broken;
    private int before;

    /** So many of the rows that come say the headings again. */
    private int again;

    /** The unit of money that a line below the headings says; null if none does. */
    private @Nullable String money;

    private boolean closed;

    /** Parts that were read ahead. */
    private final Deque<Part> waiting = new ArrayDeque<>();

    /** Whether a further table goes on with the rows of the sheet. */
    private boolean ended;

    /** Whether the first rows say more than a name, so that one that does not may be the name of a section. */
    private boolean full;

    /**
     * @param sheet gives the rows that were not read to find the head
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

    /** The rows that follow the head of a further table, once its meaning is settled. */
    public BodyRows under(Head next) {
        BodyRows rows = new BodyRows(sheet, headings, next, coming);
        rows.broken = broken;
        rows.full = full;
        return rows;
    }

    /** The rows that come next, up to so many and to further headings, without taking them. */
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

    /** Reads all rows that are left, which nobody takes; how many that is. */
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
     * Reads ahead for a further table, up to so many parts that wait to be taken.
     *
     * @return its head; null if none was met, or the sheet ends or breaks off
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
            // reading on fails again once the rows before it are taken
        }
        return null;
    }

    /** A further table goes on with the rows of the sheet: none are left but those read ahead. */
    public void end() {
        ended = true;
    }

    /** Nothing is an entry up to the next headings. */
    public void close() {
        closed = true;
    }

    /**
     * The next part; null after the last.
     *
     * @throws UnreadableTable if the sheet cannot be read on
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
            // Records have keys: none of them stands for a heading, but one may be a sum.
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
        if (closed) {
            return new ClosedRow(null);
        }
        if (gap && headings.isForeign(row, figures)) {
            closed = true;
            return new ClosedRow(TableProblems.strangeHeadings(place));
        }
        String unit = money;
        if (unit != null && !head.isInMoney(unit)) {
            closed = true;
            return new ClosedRow(TableProblems.otherUnit(place, unit));
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

    /** Whether a row is the title of a table: headings follow it, or a line with a unit and headings. */
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

    /** Reads so many rows ahead; whether there is any. */
    private boolean ahead(int rows) throws IOException {
        while (broken == null && coming.size() < rows) {
            try {
                Row row = sheet.next();
                if (row == null) {
                    break;
                }
                coming.add(row);
            } catch (UnreadableTable e) {
                broken = e; // told once the rows before it are passed on
            }
        }
        return !coming.isEmpty();
    }
}
