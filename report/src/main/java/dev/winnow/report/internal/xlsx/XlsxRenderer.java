package dev.winnow.report.internal.xlsx;

import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.document.Cell;
import dev.winnow.report.internal.document.Document;
import dev.winnow.report.internal.document.Table;
import dev.winnow.report.internal.document.Table.Column;
import dev.winnow.report.internal.document.Table.Kind;
import dev.winnow.report.internal.document.Table.Row;
import dev.winnow.report.internal.document.Tone;
import dev.winnow.report.internal.layout.CleanText;
import dev.winnow.report.internal.layout.Columns;
import dev.winnow.tables.internal.write.TimelessZip;
import dev.winnow.tables.internal.write.WorkbookWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import org.dhatim.fastexcel.BorderSide;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Writes the tables of a document as a workbook (Office Open XML), one sheet per table. Numbers and days are typed,
 * heading rows stay in view, every column has a filter, and sheets print on A4 landscape pages. No cell contains a
 * formula. A sheet with too many rows continues on another. Rows are streamed; only distinct texts are kept until the
 * end.
 */
public final class XlsxRenderer {

    /** Maximum number of characters in a cell. */
    static final int MOST_CHARACTERS = 32_767;

    /** Default font of the library; a style that changes anything about the font must name it. */
    private static final String FONT = "Calibri";

    /** Font size of cells. It differs from the library's default, which LibreOffice ignores. */
    private static final int CELL = 10;

    private static final int TITLE = 15;

    /** In inches. */
    private static final float MARGIN = 0.4f;

    /** Name that spreadsheets reserve for the print area of a sheet. */
    private static final String PRINT_AREA = "_xlnm.Print_Area";

    /** Number of rows written at a time, to keep few in memory. */
    private static final int PIECE = 1_000;

    private static final Map<Tone, Tint> TINTS = Map.of(
            Tone.GOOD, new Tint("C6EFCE", "006100"),
            Tone.CAUTION, new Tint("FFEB9C", "7F4F00"),
            Tone.BAD, new Tint("FFC7CE", "9C0006"));

    /** A background and a text colour that remain distinguishable in grey. */
    private record Tint(String fill, String font) {}

    /** A line above a row. */
    private enum Rule {
        /** Between rows of a block. */
        ROW("D9DDE3"),
        /** Between blocks. */
        BLOCK("5B6570");

        private final String colour;

        Rule(String colour) {
            this.colour = colour;
        }
    }

    private final String title;
    private final Wording wording;
    private final Workbook workbook;
    private final int mostRows;

    private XlsxRenderer(String title, Wording wording, Workbook workbook, int mostRows) {
        this.title = title;
        this.wording = wording;
        this.workbook = workbook;
        this.mostRows = mostRows;
    }

    /** Writes the workbook, without closing the stream. */
    public static void render(Document document, Wording wording, OutputStream out) throws IOException {
        write(document.name(), document.sheets(), wording, Worksheet.MAX_ROWS, out);
    }

    static void write(String title, List<Table> tables, Wording wording, int mostRows, OutputStream out)
            throws IOException {
        TimelessZip.write(out, draft -> {
            try (Workbook workbook = new Workbook(draft, "winnow", null)) {
                // the workbook is compressed again below, without timestamps
                workbook.setCompressionLevel(Deflater.BEST_SPEED);
                String clean = CleanText.of(title);
                workbook.properties().setTitle(clean);
                XlsxRenderer file = new XlsxRenderer(clean, wording, workbook, mostRows);
                for (Table table : tables) {
                    file.sheet(table);
                }
            }
        });
    }

    private void sheet(Table table) throws IOException {
        Iterator<Row> rows = table.rows().iterator();
        int part = 1;
        do {
            part(part == 1 ? table.caption() : table.caption() + " " + part, table, rows);
            part++;
        } while (rows.hasNext());
    }

    private void part(String name, Table table, Iterator<Row> rows) throws IOException {
        try (Worksheet page = workbook.newWorksheet(name)) {
            int head = lines(page, table);
            head(page, table, head);
            int at = head + 1;
            String group = null;
            for (; rows.hasNext() && at < mostRows; at++) {
                Row row = rows.next();
                Rule rule = null;
                if (row.group() != null) {
                    rule = group == null || row.group().equals(group) ? Rule.ROW : Rule.BLOCK;
                    group = row.group();
                }
                for (int place = 0; place < row.cells().size(); place++) {
                    cell(
                            page,
                            at,
                            place,
                            table.columns().get(place).kind(),
                            row.cells().get(place),
                            rule);
                }
                if (at % PIECE == 0) {
                    page.flush();
                }
            }
            page.setAutoFilter(head, 0, at - 1, table.columns().size() - 1);
            int printed = (int) Math.min(at - 1, head + (long) table.print().rows());
            page.addNamedRange(page.range(0, 0, printed, printedColumns(table) - 1), PRINT_AREA);
        }
    }

    private static int printedColumns(Table table) {
        return Math.min(table.print().columns(), table.columns().size());
    }

    /**
     * Writes the lines above the headings, over the width of the printed columns: a text extends over empty cells
     * beside it. Cells are not merged, since merged cells get no height of their own and their order varies.
     */
    private int lines(Worksheet page, Table table) {
        int width = table.columns().stream()
                .limit(printedColumns(table))
                .mapToInt(Column::width)
                .sum();
        int row = 0;
        for (String line : table.lines()) {
            boolean title = row == 0;
            for (String text : Columns.wrap(line, title ? width * CELL / TITLE : width)) {
                page.value(row, 0, written(text));
                StyleSetter style = page.style(row, 0).fontName(FONT).fontSize(title ? TITLE : CELL);
                (title ? style.bold() : style).set();
                row++;
            }
        }
        return row;
    }

    private void head(Worksheet page, Table table, int head) {
        int place = 0;
        for (Column column : table.columns()) {
            page.value(head, place, written(column.heading()));
            StyleSetter style = page.style(head, place)
                    .fontName(FONT)
                    .bold()
                    .fillColor("E7EAEE")
                    .wrapText(true)
                    .verticalAlignment("top");
            // Aligns a heading with the cells below it.
            switch (column.kind()) {
                case TEXT -> style.horizontalAlignment("left");
                case PROSE, BELOW -> style.horizontalAlignment("left").indent(1);
                case PLACE -> style.horizontalAlignment("center");
                case COUNT, SCORE, POINTS, SHARE, PORTION, AMOUNT, DAY -> style.horizontalAlignment("right");
            }
            style.set();
            page.width(place, column.width());
            place++;
        }
        page.freezePane(table.print().frozen(), head + 1);
        page.repeatRows(head);
        page.paperSize(PaperSize.A4_PAPER);
        page.pageOrientation("landscape");
        page.setFitToPage(true);
        page.fitToWidth((short) 1);
        page.fitToHeight((short) 0);
        page.leftMargin(MARGIN);
        page.rightMargin(MARGIN);
        page.topMargin(MARGIN);
        page.bottomMargin(MARGIN + MARGIN);
        page.footer(title.replace("&", "&&"), Position.LEFT, FONT, 8);
        page.footer(wording.say("sheet.page", "&P", "&N"), Position.RIGHT, FONT, 8);
    }

    private void cell(Worksheet page, int row, int column, Kind kind, Cell cell, @Nullable Rule rule) {
        StyleSetter style = page.style(row, column).fontName(FONT).fontSize(CELL);
        if (cell instanceof Cell.Quantity number) {
            page.value(row, column, new BigDecimal(number.plain()));
            style.format(format(kind));
            if (kind == Kind.PLACE) {
                style.horizontalAlignment("center");
            }
        } else if (cell instanceof Cell.Day day) {
            day(page, row, column, day.value());
            style.horizontalAlignment("right").format(format(Kind.DAY));
        } else if (!text(page, row, column, kind, cell, style) && rule == null) {
            return;
        }
        if (rule != null) {
            style.borderStyle(BorderSide.TOP, "thin").borderColor(BorderSide.TOP, rule.colour);
        }
        style.verticalAlignment("top").set();
    }

    /** Returns the number format of a column. */
    private static String format(Kind kind) {
        return switch (kind) {
            case TEXT, PROSE, BELOW, COUNT -> "General";
            case PLACE -> "0";
            case SCORE -> "0.00####";
            case POINTS -> "+0.00####;-0.00####;0.00";
            case SHARE -> "0.00##%";
            case PORTION -> "0.0%";
            case AMOUNT -> "#,##0.######";
            case DAY -> "yyyy-mm-dd";
        };
    }

    /** Spreadsheets cannot represent days before 1900. */
    private static void day(Worksheet page, int row, int column, LocalDate day) {
        if (day.getYear() < 1900) {
            page.value(row, column, day.toString());
        } else {
            page.value(row, column, day);
        }
    }

    /** Writes a text, and returns whether there was one. */
    private boolean text(Worksheet page, int row, int column, Kind kind, Cell cell, StyleSetter style) {
        String text = CleanText.of(cell.shown());
        if (text.isEmpty()) {
            return false;
        }
        page.value(row, column, written(text));
        if (kind == Kind.PROSE || kind == Kind.BELOW) {
            style.wrapText(true).horizontalAlignment("left").indent(1); // separates it from a number in the previous
            // column
        }
        Tint tint = cell instanceof Cell.Term term ? TINTS.get(term.tone()) : null;
        if (tint != null) {
            style.fillColor(tint.fill()).fontColor(tint.font());
        }
        if (CleanText.isFormula(text)) {
            style.format("@"); // stays a text when it is edited
        }
        return true;
    }

    /** Returns a text shortened to the limit of a cell, with a remark if it was cut. */
    private String written(String text) {
        String escaped = WorkbookWriter.escaped(CleanText.of(text));
        if (escaped.length() <= MOST_CHARACTERS) {
            return escaped;
        }
        String remark = wording.say("sheet.cut");
        int end = MOST_CHARACTERS - remark.length();
        return escaped.substring(0, Character.isHighSurrogate(escaped.charAt(end - 1)) ? end - 1 : end) + remark;
    }
}
