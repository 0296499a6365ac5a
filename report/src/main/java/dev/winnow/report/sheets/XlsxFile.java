package dev.winnow.report.sheets;

import dev.winnow.model.result.Effect;
import dev.winnow.model.result.Verdict;
import dev.winnow.report.i18n.Numbers;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.layout.CleanText;
import dev.winnow.report.sheets.SheetTable.Column;
import dev.winnow.report.sheets.SheetTable.Look;
import dev.winnow.report.text.CellText;
import dev.winnow.tables.write.TimelessZip;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes sheets as a workbook of Office Open XML: numbers and days are typed, header rows stay in view, every column
 * has a filter. No cell holds a formula. A sheet with more rows than fit is continued on a further one.
 */
final class XlsxFile {

    /** The most characters that a cell holds. */
    static final int MOST_CHARACTERS = 32_767;

    /** The library's own, which a style that says anything of the font must name again. */
    private static final String FONT = "Calibri";

    /** Rows are handed on in pieces, so that memory holds few of them. */
    private static final int PIECE = 1_000;

    /** A text like this would come out as one character; so its first sign is written that way. */
    private static final String ESCAPE = "_(?=x[0-9A-Fa-f]{4}_)";

    private static final Map<Object, Tint> TINTS = Map.of(
            Verdict.RECOMMEND, new Tint("C6EFCE", "006100"),
            Verdict.HOLD, new Tint("FFEB9C", "7F4F00"),
            Verdict.DECLINE, new Tint("FFC7CE", "9C0006"),
            Effect.KNOCK_OUT, new Tint("FFC7CE", "9C0006"),
            Effect.RED_FLAG, new Tint("FFEB9C", "7F4F00"));

    /** A colour behind a text and one of the text itself, which can be told apart in grey as well. */
    private record Tint(String fill, String font) {}

    private final Wording wording;
    private final Workbook workbook;
    private final int mostRows;

    private XlsxFile(Wording wording, Workbook workbook, int mostRows) {
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
                workbook.properties().setTitle(CleanText.of(title));
                XlsxFile file = new XlsxFile(wording, workbook, mostRows);
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
            head(page, sheet);
            int row = 1;
            for (; rows.hasNext() && row < mostRows; row++) {
                T subject = rows.next();
                int place = 0;
                for (Column<T> column : sheet.columns()) {
                    Object value = column.value().apply(subject);
                    if (value != null) {
                        cell(page, row, place, column.look(), value);
                    }
                    place++;
                }
                if (row % PIECE == 0) {
                    page.flush();
                }
            }
            page.setAutoFilter(0, 0, row - 1, sheet.columns().size() - 1);
        }
    }

    private <T> void head(Worksheet page, SheetTable<T> sheet) {
        int place = 0;
        for (Column<T> column : sheet.columns()) {
            page.value(0, place, wording.say("sheet.column." + column.name()));
            page.style(0, place)
                    .fontName(FONT)
                    .bold()
                    .fillColor("E7EAEE")
                    .wrapText(true)
                    .verticalAlignment("top")
                    .set();
            page.width(place, column.width());
            place++;
        }
        page.freezePane(sheet.frozenColumns(), 1);
        page.repeatRows(0);
        page.pageOrientation("landscape");
        page.setFitToPage(true);
        page.fitToHeight((short) 0);
    }

    private void cell(Worksheet page, int row, int column, Look look, Object value) {
        if (value instanceof BigDecimal number) {
            page.value(row, column, new BigDecimal(Numbers.contract(number)));
        } else if (value instanceof Integer number) {
            page.value(row, column, number);
        } else if (value instanceof LocalDate day) {
            day(page, row, column, day);
            return;
        } else {
            text(page, row, column, look, value);
            return;
        }
        page.style(row, column).verticalAlignment("top").format(look.format()).set();
    }

    /** Spreadsheets know no day before 1900. */
    private static void day(Worksheet page, int row, int column, LocalDate day) {
        if (day.getYear() < 1900) {
            page.value(row, column, day.toString());
        } else {
            page.value(row, column, day);
        }
        page.style(row, column)
                .verticalAlignment("top")
                .horizontalAlignment("right")
                .format(Look.DAY.format())
                .set();
    }

    private void text(Worksheet page, int row, int column, Look look, Object value) {
        String text = CellText.spoken(value, wording);
        if (text.isEmpty()) {
            return;
        }
        page.value(row, column, written(text));
        StyleSetter style = page.style(row, column).verticalAlignment("top");
        if (look == Look.PROSE) {
            style.wrapText(true);
        }
        Tint tint = TINTS.get(value);
        if (tint != null) {
            style.fontName(FONT).fillColor(tint.fill()).fontColor(tint.font());
        }
        if (CsvFile.isFormula(text)) {
            style.format("@"); // stays a text when somebody edits it
        }
        style.set();
    }

    /** The text as a cell can hold it; one that is too long says that it was cut. */
    private String written(String text) {
        String escaped = CleanText.of(text).replaceAll(ESCAPE, "_x005F_");
        if (escaped.length() <= MOST_CHARACTERS) {
            return escaped;
        }
        String remark = wording.say("sheet.cut");
        int end = MOST_CHARACTERS - remark.length();
        return escaped.substring(0, Character.isHighSurrogate(escaped.charAt(end - 1)) ? end - 1 : end) + remark;
    }
}
