package dev.winnow.report.sheets;

import dev.winnow.model.result.Effect;
import dev.winnow.model.result.Verdict;
import dev.winnow.report.i18n.Numbers;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.layout.CleanText;
import dev.winnow.report.layout.Columns;
import dev.winnow.report.sheets.SheetTable.Column;
import dev.winnow.report.sheets.SheetTable.Look;
import dev.winnow.report.text.CellText;
import dev.winnow.tables.write.TimelessZip;
import dev.winnow.tables.write.WorkbookWriter;
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
 * Writes sheets as a workbook of Office Open XML: numbers and days are typed, header rows stay in view, every column
 * has a filter, and each sheet prints on pages of A4 across. No cell holds a formula. A sheet with more rows than fit is
 * continued on a further one. Rows are written as they come; only the different texts are kept to the end.
 */
final class XlsxFile {

    /** The most characters that a cell holds. */
    static final int MOST_CHARACTERS = 32_767;

    /** The library's own, which a style that says anything of the font must name again. */
    private static final String FONT = "Calibri";

    /** Not the library's own, which LibreOffice does not apply. */
    private static final int CELL = 10;

    private static final int TITLE = 15;

    /** In inches. */
    private static final float MARGIN = 0.4f;

    /** The name by which spreadsheets know what of a sheet is printed. */
    private static final String PRINT_AREA = "_xlnm.Print_Area";

    /** Rows are handed on in pieces, so that memory holds few of them. */
    private static final int PIECE = 1_000;

    private static final Map<Object, Tint> TINTS = Map.of(
            Verdict.RECOMMEND, new Tint("C6EFCE", "006100"),
            Verdict.HOLD, new Tint("FFEB9C", "7F4F00"),
            Verdict.DECLINE, new Tint("FFC7CE", "9C0006"),
            Effect.KNOCK_OUT, new Tint("FFC7CE", "9C0006"),
            Effect.RED_FLAG, new Tint("FFEB9C", "7F4F00"));

    /** A colour behind a text and one of the text itself, which can be told apart in grey as well. */
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

    private XlsxFile(String title, Wording wording, Workbook workbook, int mostRows) {
        this.title = title;
        this.wording = wording;
        this.workbook = workbook;
        this.mostRows = mostRows;
    }

    /** Writes sheets, without closing the stream. */
    static void write(String title, List<SheetTable<?>> sheets, Wording wording, OutputStream out) throws IOException {
        write(title, sheets, wording, Worksheet.MAX_ROWS, out);
    }

    static void write(String title, List<SheetTable<?>> sheets, Wording wording, int mostRows, OutputStream out)
            throws IOException {
        TimelessZip.write(out, draft -> {
            try (Workbook workbook = new Workbook(draft, "winnow", null)) {
                workbook.setCompressionLevel(Deflater.BEST_SPEED); // it is compressed again without its times
                String clean = CleanText.of(title);
                workbook.properties().setTitle(clean);
                XlsxFile file = new XlsxFile(clean, wording, workbook, mostRows);
                for (SheetTable<?> sheet : sheets) {
                    file.sheet(sheet);
                }
            }
        });
    }

    private <T> void sheet(SheetTable<T> sheet) throws IOException {
        String name = wording.say("sheet." + sheet.name());
        Iterator<T> rows = sheet.rows().iterator();
        int part = 1;
        do {
            part(part == 1 ? name : name + " " + part, sheet, rows);
            part++;
        } while (rows.hasNext());
    }

    private <T> void part(String name, SheetTable<T> sheet, Iterator<T> rows) throws IOException {
        try (Worksheet page = workbook.newWorksheet(name)) {
            int head = lines(page, sheet);
            head(page, sheet, head);
            int row = head + 1;
            Object block = null;
            for (; rows.hasNext() && row < mostRows; row++) {
                T subject = rows.next();
                Rule rule = null;
                if (sheet.block() != null) {
                    Object next = sheet.block().apply(subject);
                    rule = block == null || next.equals(block) ? Rule.ROW : Rule.BLOCK;
                    block = next;
                }
                int place = 0;
                for (Column<T> column : sheet.columns()) {
                    cell(page, row, place, column.look(), column.value().apply(subject), rule);
                    place++;
                }
                if (row % PIECE == 0) {
                    page.flush();
                }
            }
            page.setAutoFilter(head, 0, row - 1, sheet.columns().size() - 1);
            int printed = (int) Math.min(row - 1, head + (long) sheet.mostPrintedRows());
            page.addNamedRange(page.range(0, 0, printed, sheet.printedColumns() - 1), PRINT_AREA);
        }
    }

    /**
     * What stands above the headings, in rows as wide as what is printed: a text goes on over the empty cells beside it. Merged
     * cells would get no height of their own, and come in no order.
     */
    private <T> int lines(Worksheet page, SheetTable<T> sheet) {
        int width = sheet.columns().stream()
                .limit(sheet.printedColumns())
                .mapToInt(Column::width)
                .sum();
        int row = 0;
        for (String line : sheet.lines()) {
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

    private <T> void head(Worksheet page, SheetTable<T> sheet, int head) {
        int place = 0;
        for (Column<T> column : sheet.columns()) {
            String heading = column.heading();
            page.value(head, place, heading == null ? wording.say("sheet.column." + column.name()) : written(heading));
            StyleSetter style = page.style(head, place)
                    .fontName(FONT)
                    .bold()
                    .fillColor("E7EAEE")
                    .wrapText(true)
                    .verticalAlignment("top");
            // Where the cells below it begin or end.
            switch (column.look()) {
                case PLAIN -> style.horizontalAlignment("left");
                case PROSE -> style.horizontalAlignment("left").indent(1);
                case PLACE -> style.horizontalAlignment("center");
                case COUNT, SCORE, POINTS, SHARE, PORTION, AMOUNT, DAY -> style.horizontalAlignment("right");
            }
            style.set();
            page.width(place, column.width());
            place++;
        }
        page.freezePane(sheet.frozenColumns(), head + 1);
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

    private void cell(Worksheet page, int row, int column, Look look, @Nullable Object value, @Nullable Rule rule) {
        StyleSetter style = page.style(row, column).fontName(FONT).fontSize(CELL);
        if (value == null) {
            if (rule == null) {
                return;
            }
        } else if (value instanceof BigDecimal number) {
            page.value(row, column, new BigDecimal(Numbers.contract(number)));
            style.format(look.format());
        } else if (value instanceof Integer number) {
            page.value(row, column, number);
            style.format(look.format());
            if (look == Look.PLACE) {
                style.horizontalAlignment("center");
            }
        } else if (value instanceof LocalDate day) {
            day(page, row, column, day);
            style.horizontalAlignment("right").format(Look.DAY.format());
        } else if (!text(page, row, column, look, value, style) && rule == null) {
            return;
        }
        if (rule != null) {
            style.borderStyle(BorderSide.TOP, "thin").borderColor(BorderSide.TOP, rule.colour);
        }
        style.verticalAlignment("top").set();
    }

    /** Spreadsheets know no day before 1900. */
    private static void day(Worksheet page, int row, int column, LocalDate day) {
        if (day.getYear() < 1900) {
            page.value(row, column, day.toString());
        } else {
            page.value(row, column, day);
        }
    }

    /** Writes a text, and says whether there is one. */
    private boolean text(Worksheet page, int row, int column, Look look, Object value, StyleSetter style) {
        String text = CellText.spoken(value, wording);
        if (text.isEmpty()) {
            return false;
        }
        page.value(row, column, written(text));
        if (look == Look.PROSE) {
            style.wrapText(true).horizontalAlignment("left").indent(1); // apart from a number before it
        }
        Tint tint = TINTS.get(value);
        if (tint != null) {
            style.fillColor(tint.fill()).fontColor(tint.font());
        }
        if (CsvFile.isFormula(text)) {
            style.format("@"); // stays a text when somebody edits it
        }
        return true;
    }

    /** The text as a cell can hold it; one that is too long says that it was cut. */
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
