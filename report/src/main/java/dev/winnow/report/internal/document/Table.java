package dev.winnow.report.internal.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A table of typed columns.
 *
 * @param id the target of links within a page
 * @param caption its name, and that of its sheet; empty for none
 * @param lines the lines above the headings of a sheet, the first its title
 * @param columns its columns
 * @param rows its rows, read once per renderer; those of long tables may be computed while they are read
 * @param print the columns that stay in view, and the columns and rows that are printed
 */
public record Table(
        String id, String caption, List<String> lines, List<Column> columns, Iterable<Row> rows, Print print)
        implements Block {

    public Table {
        lines = List.copyOf(lines);
        columns = List.copyOf(columns);
    }

    /** Creates a table within a section, which is shown in full. */
    public Table(String id, String caption, List<Column> columns, List<Row> rows) {
        this(id, caption, List.of(), columns, List.copyOf(rows), Print.ALL);
    }

    /** Returns whether a row is a remark on the rows above it: one cell across all columns. */
    public boolean isRemark(Row row) {
        return row.cells().size() == 1 && columns.size() > 1;
    }

    /** Returns whether a row is the heading of its group: its first cell is the group's name. */
    public static boolean isHeading(Row row) {
        return !row.cells().isEmpty() && row.cells().get(0).shown().equals(row.group());
    }

    /** Returns the table without columns of bars that have no text, for forms that draw no bars. */
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

    /** Content of a column; the renderer decides how it looks. */
    public enum Kind {
        /** A short text or term. */
        TEXT,
        /** A text that may need several lines. */
        PROSE,
        /** Sentences on the row; where columns are narrow, they appear below it. */
        BELOW,
        /** A count of things. */
        COUNT,
        /** A rank. */
        PLACE,
        /** A score from 0 to 100. */
        SCORE,
        /** Points added or subtracted. */
        POINTS,
        /** A share from 0 to 1. */
        SHARE,
        /** A share from 0 to 1, shown to a tenth of a percent. */
        PORTION,
        /** Any amount. */
        AMOUNT,
        /** A day. */
        DAY;

        /** Returns whether its cells are right-aligned. */
        public boolean isNumeric() {
            return this != TEXT && this != PROSE && this != BELOW;
        }
    }

    /**
     * A column.
     *
     * @param name its name for programs, the same in every language; empty in a table for readers
     * @param heading its heading
     * @param kind its content
     * @param width its width in characters, for forms with fixed widths
     * @param meter the tone of the bars beside its scores; null for no bars
     * @param minor whether it is left out first where space is short
     */
    public record Column(
            String name,
            String heading,
            Kind kind,
            int width,
            @Nullable Tone meter,
            boolean minor) {

        /** Creates a column of a table for readers. */
        public Column(String heading, Kind kind) {
            this("", heading, kind, 0, null, false);
        }

        /** Returns the column with a bar beside each score. */
        public Column withMeter(Tone tone) {
            return new Column(name, heading, kind, width, tone, minor);
        }

        /** Returns the column, to be left out first. */
        public Column asMinor() {
            return new Column(name, heading, kind, width, meter, true);
        }
    }

    /**
     * A row.
     *
     * @param group the heading that it shares with neighbouring rows; null in a table without groups. A row without
     *     cells gives the heading of a group without rows
     * @param cells the cells, one per column; a single cell is a remark
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
     * The columns of a sheet that stay in view, and its printed part.
     *
     * @param frozen number of leading columns that stay in view
     * @param columns number of leading columns that are printed
     * @param rows number of leading rows that are printed
     */
    public record Print(int frozen, int columns, int rows) {

        /** Keeps one column in view, and prints everything. */
        public static final Print ALL = new Print(1, Integer.MAX_VALUE, Integer.MAX_VALUE);
    }
}
