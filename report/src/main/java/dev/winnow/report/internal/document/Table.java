package dev.winnow.report.internal.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A table of typed columns.
 *
 * @param id for links within a page
 * @param caption its name, which a sheet has too; empty for none
 * @param lines texts above the headings of a sheet, the first its title
 * @param rows read once by each renderer; long ones may be made as they are read
 * @param print what of it stays in view and is printed, where that can be chosen
 */
public record Table(
        String id, String caption, List<String> lines, List<Column> columns, Iterable<Row> rows, Print print)
        implements Block {

    public Table {
        lines = List.copyOf(lines);
        columns = List.copyOf(columns);
    }

    /** A table within a section, which is all shown. */
    public Table(String id, String caption, List<Column> columns, List<Row> rows) {
        this(id, caption, List.of(), columns, List.copyOf(rows), Print.ALL);
    }

    /** Whether a row of one cell is a remark on the rows above it, across all columns. */
    public boolean isRemark(Row row) {
        return row.cells().size() == 1 && columns.size() > 1;
    }

    /** Whether a row is the heading of its group: its first cell says the group's name. */
    public static boolean isHeading(Row row) {
        return !row.cells().isEmpty() && row.cells().get(0).shown().equals(row.group());
    }

    /** Without columns of bars that have no words, for forms that draw no bars. */
    public Table withoutBars() {
        List<Row> all = new ArrayList<>();
        rows.forEach(all::add);
        List<Integer> kept = IntStream.range(0, columns.size())
                .filter(at -> all.stream()
                        .noneMatch(row -> row.cells().size() > at
                                && row.cells().get(at) instanceof Cell.Bar bar
                                && bar.shown().isEmpty()))
                .boxed()
                .toList();
        return new Table(
                id,
                caption,
                lines,
                kept.stream().map(columns::get).toList(),
                all.stream()
                        .map(row -> row.cells().size() < columns.size()
                                ? row
                                : new Row(
                                        row.group(),
                                        kept.stream().map(row.cells()::get).toList()))
                        .toList(),
                print);
    }

    /** What the cells of a column are; the renderer decides how it looks. */
    public enum Kind {
        /** A short text or term. */
        TEXT,
        /** A text that may need several lines. */
        PROSE,
        /** Sentences on the row, which stand below it where columns are narrow. */
        BELOW,
        /** A count of things. */
        COUNT,
        /** A place in an order. */
        PLACE,
        /** A score from 0 to 100. */
        SCORE,
        /** Points that are added or taken. */
        POINTS,
        /** A part of a whole, 0 to 1. */
        SHARE,
        /** A part of a whole of which a tenth of a percent matters. */
        PORTION,
        /** Any amount. */
        AMOUNT,
        /** A day. */
        DAY;

        /** Whether its cells are aligned by their ends. */
        public boolean isNumeric() {
            return this != TEXT && this != PROSE && this != BELOW;
        }
    }

    /**
     * A column.
     *
     * @param name for programs, in every language; empty where a table is for readers alone
     * @param heading for people
     * @param width in characters, where a form has to be given one
     * @param meter whose bars its scores are; null if none are drawn beside them
     * @param minor whether it is the first to be left out where space is short
     */
    public record Column(
            String name,
            String heading,
            Kind kind,
            int width,
            @Nullable Tone meter,
            boolean minor) {

        /** A column of a table for readers. */
        public Column(String heading, Kind kind) {
            this("", heading, kind, 0, null, false);
        }

        /** The same with a bar beside each score. */
        public Column withMeter(Tone tone) {
            return new Column(name, heading, kind, width, tone, minor);
        }

        /** The same, to be left out first. */
        public Column asMinor() {
            return new Column(name, heading, kind, width, meter, true);
        }
    }

    /**
     * A row.
     *
     * @param group the heading of the rows around it that have the same; null in a table without groups. Of a group
     *     without rows, one without cells gives the heading
     * @param cells of each column; a single one is a remark
     */
    public record Row(@Nullable String group, List<Cell> cells) {

        public Row {
            cells = List.copyOf(cells);
        }

        public Row(Cell... cells) {
            this(null, List.of(cells));
        }
    }

    /**
     * What of a sheet stays in view and is printed.
     *
     * @param frozen the number of first columns that stay in view
     * @param columns the number of first columns that are printed
     * @param rows the number of first rows that are printed
     */
    public record Print(int frozen, int columns, int rows) {

        /** One column stays in view, and all is printed. */
        public static final Print ALL = new Print(1, Integer.MAX_VALUE, Integer.MAX_VALUE);
    }
}
