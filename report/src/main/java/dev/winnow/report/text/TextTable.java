package dev.winnow.report.text;

import dev.winnow.report.document.Cell;
import dev.winnow.report.document.Table;
import dev.winnow.report.document.Table.Column;
import dev.winnow.report.document.Table.Kind;
import dev.winnow.report.document.Table.Row;
import dev.winnow.report.document.Tone;
import dev.winnow.report.layout.Bars;
import dev.winnow.report.layout.Colours;
import dev.winnow.report.layout.Columns;
import dev.winnow.report.layout.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Lays a table out in the columns of a terminal. Each column is as wide as its widest cell; where the page is too narrow,
 * long texts are broken, bars become short, and names are cut, in this order.
 */
final class TextTable {

    private static final int INDENT = 2;
    private static final int GAP = 2;

    /** Columns are made no narrower than this. */
    private static final int MIN_TEXT = 14;

    private static final int MIN_PROSE = 24;
    private static final int MIN_BAR = 7;
    private static final int MAX_BAR = 14;

    private final List<Column> columns = new ArrayList<>();
    private final Colours colours;
    private final Page page;
    private final List<Row> rows = new ArrayList<>();
    private int[] widths;

    /** Of columns of bars, the width of what is said beside them. */
    private int[] said;
    private int bar = MAX_BAR;

    TextTable(Table table, Colours colours, Page page) {
        this.colours = colours;
        this.page = page;
        this.columns.addAll(table.columns());
        table.rows().forEach(rows::add);
        this.widths = new int[columns.size()];
        this.said = new int[columns.size()];
    }

    void draw() {
        measure();
        if (columns.stream().anyMatch(column -> !column.heading().isEmpty())) {
            line(columns.stream().map(Column::heading).toList(), (text, at) -> text, true);
        }
        String group = null;
        for (Row row : rows) {
            if (row.group() != null && !row.group().equals(group)) {
                group = row.group();
                page.text(0, group);
            }
            if (!row.cells().isEmpty()) {
                line(texts(row), (text, at) -> painted(row, text, at), false);
            }
        }
    }

    private List<String> texts(Row row) {
        List<String> texts = new ArrayList<>();
        for (int at = 0; at < columns.size(); at++) {
            texts.add(text(row.cells().get(at), at));
        }
        return texts;
    }

    private String text(Cell cell, int at) {
        if (cell instanceof Cell.Bar drawn) {
            return Bars.draw(drawn.span(), drawn.base(), bar)
                    + (said[at] == 0 ? "" : " " + Columns.right(drawn.shown(), said[at]));
        }
        return cell.shown();
    }

    private void measure() {
        natural();
        if (excess() > 0) {
            leaveOutMinor();
        }
        shrink(MIN_PROSE, at -> kind(at) == Kind.PROSE);
        if (excess() > 0) {
            bar = MIN_BAR;
            natural();
            shrink(MIN_PROSE, at -> kind(at) == Kind.PROSE);
        }
        shrink(MIN_TEXT, at -> !kind(at).isNumeric());
        shrink(1, at -> true);
    }

    private void natural() {
        for (int at = 0; at < widths.length; at++) {
            for (Row row : rows) {
                if (!row.cells().isEmpty() && row.cells().get(at) instanceof Cell.Bar drawn) {
                    said[at] = Math.max(said[at], Columns.width(drawn.shown()));
                }
            }
            widths[at] = Columns.width(columns.get(at).heading());
            for (Row row : rows) {
                if (!row.cells().isEmpty()) {
                    widths[at] = Math.max(widths[at], Columns.width(text(row.cells().get(at), at)));
                }
            }
        }
    }

    private void leaveOutMinor() {
        List<Integer> kept = IntStream.range(0, columns.size())
                .filter(at -> !columns.get(at).minor())
                .boxed()
                .toList();
        if (kept.size() == columns.size()) {
            return;
        }
        rows.replaceAll(row -> new Row(
                row.group(),
                row.cells().isEmpty()
                        ? List.of()
                        : kept.stream().map(row.cells()::get).toList()));
        List<Column> left = kept.stream().map(columns::get).toList();
        columns.clear();
        columns.addAll(left);
        widths = new int[columns.size()];
        said = new int[columns.size()];
        natural();
    }

    private Kind kind(int at) {
        return columns.get(at).kind();
    }

    /** The columns that are missing on the page; negative if some are left. */
    private int excess() {
        int width = INDENT - GAP;
        for (int one : widths) {
            width += one + GAP;
        }
        return width - page.width();
    }

    /** Takes from the widest of some columns until the table fits, or all of them are as narrow as they may be. */
    private void shrink(int least, IntPredicate some) {
        while (excess() > 0) {
            int widest = -1;
            for (int at = 0; at < widths.length; at++) {
                if (some.test(at) && widths[at] > least && (widest < 0 || widths[at] > widths[widest])) {
                    widest = at;
                }
            }
            if (widest < 0) {
                return;
            }
            widths[widest]--;
        }
    }

    private interface Paint {
        String apply(String text, int column);
    }

    /** A row, in as many lines as its longest cell needs. Names are cut rather than broken. */
    private void line(List<String> texts, Paint paint, boolean heading) {
        List<List<String>> pieces = new ArrayList<>();
        int lines = 1;
        for (int at = 0; at < texts.size(); at++) {
            pieces.add(
                    heading || kind(at) == Kind.PROSE
                            ? Columns.wrap(texts.get(at), widths[at])
                            : List.of(Columns.name(texts.get(at), widths[at])));
            lines = Math.max(lines, pieces.get(at).size());
        }
        for (int i = 0; i < lines; i++) {
            StringBuilder line = new StringBuilder(" ".repeat(INDENT - GAP));
            for (int at = 0; at < texts.size(); at++) {
                List<String> cell = pieces.get(at);
                String piece = i < cell.size() ? cell.get(i) : "";
                String placed =
                        kind(at).isNumeric() ? Columns.right(piece, widths[at]) : Columns.left(piece, widths[at]);
                line.append(" ".repeat(GAP)).append(paint.apply(placed, at));
            }
            page.line(heading ? colours.faint(line.toString().stripTrailing()) : line.toString());
        }
    }

    private String painted(Row row, String text, int at) {
        @Nullable Tone tone = row.cells().get(at) instanceof Cell.Term term ? term.tone() : null;
        return tone == null ? text : colours.paint(tone, text);
    }
}
