package dev.winnow.report.internal.text;

import dev.winnow.report.internal.document.Cell;
import dev.winnow.report.internal.document.Table;
import dev.winnow.report.internal.document.Table.Column;
import dev.winnow.report.internal.document.Table.Kind;
import dev.winnow.report.internal.document.Table.Row;
import dev.winnow.report.internal.layout.Bars;
import dev.winnow.report.internal.layout.Colours;
import dev.winnow.report.internal.layout.Columns;
import dev.winnow.report.internal.layout.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * Lays a table out for a terminal. Each column is as wide as its widest cell, and bars take the remaining room. On a
 * page that is too narrow, in this order: minor columns are left out, headings and long texts are broken, bars and
 * names are shortened, and long texts move below their rows.
 */
final class TextTable {

    private static final int INDENT = 2;
    private static final int GAP = 2;

    /**
     * Indentation of texts below a row without number; below a numbered row they are aligned with the text after the
     * number.
     */
    private static final int BELOW = 4;

    /** Minimum width of a cut name that can still be recognised. */
    private static final int MIN_NAME = 26;

    /** Minimum width of a name that is broken over lines to leave room for an axis. */
    private static final int MIN_NAME_BESIDE_AXIS = 20;

    /** Minimum width of a column of texts. */
    private static final int MIN_TEXT = 14;

    private static final int MIN_PROSE = 24;
    private static final int MIN_BAR = 7;
    private static final int MAX_BAR = 14;

    private final Colours colours;
    private final Page page;
    private final List<Row> rows = new ArrayList<>();
    private final List<Shown> shown = new ArrayList<>();
    private final List<Shown> below = new ArrayList<>();
    private final Table table;
    private int bar = MAX_BAR;
    private boolean headingsBroken;

    /** A column on this page. */
    private static final class Shown {
        private final int place;
        private final Column column;
        private int width;

        private boolean bars;

        /** Width of the text beside a bar. */
        private int said;

        Shown(int place, Column column) {
            this.place = place;
            this.column = column;
        }

        Cell of(Row row) {
            return row.cells().get(place);
        }

        /** Returns whether an axis is drawn above bars, which is the case without texts beside them. */
        boolean hasAxis() {
            return bars && said == 0;
        }

        boolean isProse() {
            return column.kind() == Kind.PROSE;
        }
    }

    TextTable(Table table, Colours colours, Page page) {
        this.table = table;
        this.colours = colours;
        this.page = page;
        table.rows().forEach(rows::add);
        table.columns().forEach(column -> shown.add(new Shown(shown.size(), column)));
    }

    /** Returns whether the first columns have no headings, so that another heading fits there. */
    static boolean takesHeading(Table table) {
        return table.columns().stream()
                .limit(2)
                .allMatch(column -> column.heading().isEmpty());
    }

    /** @param heading the heading above the first two columns; empty for none */
    void draw(String heading) {
        fit();
        if (!heading.isEmpty()
                || shown.stream().anyMatch(one -> !one.column.heading().isEmpty())) {
            heads(heading);
        }
        String group = null;
        for (Row row : rows) {
            if (row.group() != null && !row.group().equals(group)) {
                group = row.group();
                if (!Table.isHeading(row)) {
                    page.text(0, group);
                }
            }
            if (table.isRemark(row)) {
                page.text(below(), row.cells().get(0).shown());
            } else if (!row.cells().isEmpty()) {
                row(row);
            }
        }
    }

    private void fit() {
        shown.stream().filter(one -> one.column.kind() == Kind.BELOW).forEach(below::add);
        shown.removeAll(below);
        shown.forEach(this::measure);
        while (bar < Bars.cells(page.width()) && excess() + shown.size() <= 0) {
            bar++;
            shown.forEach(this::measure);
        }
        if (excess() > 0) {
            shown.removeIf(one -> one.column.minor());
        }
        if (excess() > 0) {
            headingsBroken = true;
            shown.forEach(this::measure);
        }
        shrink(MIN_PROSE, Shown::isProse);
        if (shown.stream().anyMatch(Shown::hasAxis)) {
            shrink(MIN_NAME_BESIDE_AXIS, one -> one.column.kind() == Kind.TEXT);
        }
        if (excess() > 0) {
            bar = MIN_BAR;
            shown.forEach(this::measure);
            shrink(MIN_PROSE, Shown::isProse);
        }
        shrink(MIN_NAME, one -> one.column.kind() == Kind.TEXT);
        for (int at = shown.size() - 1; at >= 0 && excess() > 0; at--) {
            if (shown.get(at).isProse()) {
                below.add(0, shown.remove(at));
            }
        }
        shrink(MIN_TEXT, one -> !one.column.kind().isNumeric());
        shrink(this::longestPiece, one -> !one.bars);
        shrink(one -> 1, one -> true);
    }

    private void measure(Shown one) {
        List<Row> whole = rows.stream()
                .filter(row -> !row.cells().isEmpty() && !table.isRemark(row))
                .toList();
        for (Row row : whole) {
            if (one.of(row) instanceof Cell.Bar drawn) {
                one.bars = true;
                one.said = Math.max(one.said, Columns.width(drawn.shown()));
            }
        }
        one.width = headingsBroken
                ? Stream.of(heading(one).split(" "))
                        .mapToInt(Columns::width)
                        .max()
                        .orElse(0)
                : Columns.width(heading(one));
        for (Row row : whole) {
            one.width = Math.max(one.width, Columns.width(text(one, row)));
        }
    }

    /** Returns the minimum width at which no word of the column is broken. */
    private int longestPiece(Shown one) {
        return Stream.concat(
                        Stream.of(heading(one)),
                        rows.stream()
                                .filter(row -> !row.cells().isEmpty() && !table.isRemark(row))
                                .map(row -> text(one, row)))
                .mapToInt(Columns::longestPiece)
                .max()
                .orElse(1);
    }

    private String heading(Shown one) {
        return one.hasAxis() ? " " + Bars.axis(one.column.heading(), bar) + " " : one.column.heading();
    }

    /** Returns the indentation of texts below a row. */
    private int below() {
        Shown first = shown.get(0);
        return first.column.kind() == Kind.PLACE ? INDENT + first.width + GAP : BELOW;
    }

    private String text(Shown one, Row row) {
        Cell cell = one.of(row);
        return cell instanceof Cell.Bar drawn
                ? Bars.draw(drawn.span(), drawn.base(), bar)
                        + (one.said == 0 ? "" : " " + Columns.right(drawn.shown(), one.said))
                : cell.shown();
    }

    /** Returns the number of columns by which the table is too wide; negative if there is room. */
    private int excess() {
        return INDENT + shown.stream().mapToInt(one -> one.width + GAP).sum() - GAP - page.width();
    }

    /** Narrows the widest of the selected columns until the table fits, or all have their minimum width. */
    private void shrink(int least, Predicate<Shown> some) {
        shrink(one -> least, some);
    }

    private void shrink(ToIntFunction<Shown> least, Predicate<Shown> some) {
        Map<Shown, Integer> floors = new HashMap<>();
        shown.forEach(one -> floors.put(one, least.applyAsInt(one)));
        while (excess() > 0) {
            Shown widest = null;
            for (Shown one : shown) {
                if (some.test(one)
                        && one.width > floors.getOrDefault(one, 1)
                        && (widest == null || one.width > widest.width)) {
                    widest = one;
                }
            }
            if (widest == null) {
                return;
            }
            widest.width--;
        }
    }

    private void heads(String heading) {
        List<List<String>> pieces = shown.stream()
                .map(one -> one.hasAxis() ? List.of(heading(one)) : Columns.wrap(one.column.heading(), one.width))
                .toList();
        int room = INDENT + shown.get(0).width + GAP + shown.get(1).width;
        List<String> own = Columns.wrap(heading, room);
        for (int line = 0; line < Math.max(lines(pieces), own.size()); line++) {
            StringBuilder text = new StringBuilder();
            for (int at = 0; at < shown.size(); at++) {
                text.append(before(at)).append(placed(at, piece(pieces.get(at), line)));
            }
            page.line(
                    heading.isEmpty()
                            ? colours.faint(text.toString().stripTrailing())
                            : colours.strong(Columns.left(piece(own, line), room))
                                    + colours.faint(text.substring(room).stripTrailing()));
        }
    }

    /** Draws a row on as many lines as its longest text needs, and below it the texts without a column. */
    private void row(Row row) {
        List<List<String>> pieces = shown.stream()
                .map(one -> one.isProse()
                        ? Columns.wrap(text(one, row), one.width)
                        : Columns.nameLines(text(one, row), one.width))
                .toList();
        for (int line = 0; line < lines(pieces); line++) {
            StringBuilder text = new StringBuilder();
            for (int at = 0; at < shown.size(); at++) {
                String piece = piece(pieces.get(at), line);
                text.append(
                        at == 0 && Table.isHeading(row)
                                ? colours.strong(Columns.left(piece, INDENT + shown.get(0).width))
                                : before(at) + painted(shown.get(at).of(row), placed(at, piece)));
            }
            page.line(text.toString());
        }
        for (Shown one : below) {
            String label = one == below.get(0) ? "" : one.column.heading() + ": ";
            List<Cell> parts = one.of(row) instanceof Cell.Several several ? several.parts() : List.of(one.of(row));
            parts.stream()
                    .map(Cell::shown)
                    .filter(words -> !words.isEmpty())
                    .forEach(words -> page.text(below(), label + words));
        }
    }

    private String painted(Cell cell, String text) {
        return cell instanceof Cell.Term term
                ? colours.paint(term.tone(), text)
                : cell instanceof Cell.Bar drawn ? colours.paint(drawn.tone(), text) : text;
    }

    private static int lines(List<List<String>> pieces) {
        return pieces.stream().mapToInt(List::size).max().orElse(0);
    }

    private static String piece(List<String> pieces, int line) {
        return line < pieces.size() ? pieces.get(line) : "";
    }

    private static String before(int at) {
        return " ".repeat(at == 0 ? INDENT : GAP);
    }

    private String placed(int at, String text) {
        Shown one = shown.get(at);
        return one.column.kind().isNumeric() ? Columns.right(text, one.width) : Columns.left(text, one.width);
    }
}
