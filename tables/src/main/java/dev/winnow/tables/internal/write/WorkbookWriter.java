package dev.winnow.tables.internal.write;

import dev.winnow.model.source.Language;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.model.universe.EntryKinds;
import dev.winnow.model.value.Unit;
import dev.winnow.model.vocabulary.Vocabulary;
import dev.winnow.tables.internal.headings.Key;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes entries as a workbook with one sheet per kind. Texts are written as text cells, so that none can be a formula.
 */
public final class WorkbookWriter extends TableWriter {

    private static final int FLUSH = 500;

    /**
     * An exact amount that a spreadsheet stores without rounding, in a unit that can be read back from a number format.
     */
    private static final Pattern AMOUNT = Pattern.compile(
            "(\\d[\\d,]{0,12}(?:\\.\\d{1,6})?) ?([亿万]?元|(?:(?:mn|bn|million|billion) )?(?:yuan|USD|EUR|INR))");

    /** A workbook reads a text of this form as an escaped character, so its underscore is escaped. */
    private static final String ESCAPE = "_(?=x[0-9A-Fa-f]{4}_)";

    WorkbookWriter(OutputStream out, Language language, Consumer<Problem> unfit) {
        super(out, language, unfit);
    }

    @Override
    void finish() throws IOException {
        TimelessZip.write(out, this::write);
    }

    private void write(OutputStream file) throws IOException {
        Workbook book = new Workbook(file, "winnow", "1.0");
        List<EntryKind> kinds =
                kinds().isEmpty() ? List.of(EntryKinds.of(Vocabulary.core()).projects()) : kinds();
        for (EntryKind kind : kinds) {
            sheet(book, kind);
        }
        book.finish();
    }

    private void sheet(Workbook book, EntryKind kind) throws IOException {
        Worksheet sheet = book.newWorksheet(sheetName(kind));
        List<Key> columns = columns(kind);
        sheet.freezePane(0, 1);
        for (int column = 0; column < columns.size(); column++) {
            sheet.value(0, column, heading(kind, columns.get(column)));
            sheet.style(0, column).bold().set();
        }
        List<String> names = columns.stream().map(Key::name).toList();
        List<Boolean> amounts = columns.stream().map(WorkbookWriter::isAmount).toList();
        int[] number = {0};
        each(kind, row -> {
            number[0]++;
            for (int column = 0; column < names.size(); column++) {
                String text = row.get(names.get(column));
                Matcher amount = text == null || !amounts.get(column) ? null : AMOUNT.matcher(text);
                if (amount != null && amount.matches()) {
                    amount(sheet, number[0], column, amount);
                } else if (text != null) {
                    String cell = Separated.isFormula(text) ? Separated.safe(text) : text;
                    sheet.inlineString(number[0], column, escaped(cell)); // Other texts are kept until the end.
                }
            }
            if (number[0] % FLUSH == 0) {
                sheet.flush();
            }
        });
        sheet.finish();
    }

    private static boolean isAmount(Key key) {
        Unit unit = key.facet() == null ? key.property().unit() : null;
        return unit != null && unit.isMoney();
    }

    /**
     * Writes an amount as a number that spreadsheets can add up, with its unit in the number format, from which it is
     * read back.
     */
    private static void amount(Worksheet sheet, int row, int column, Matcher amount) {
        BigDecimal number = new BigDecimal(amount.group(1).replace(",", ""));
        String unit = amount.group(2);
        String places = number.scale() <= 0 ? "" : "." + "0".repeat(number.scale());
        String behind = (unit.charAt(0) >= 128 ? "" : " ") + unit;
        sheet.value(row, column, number);
        sheet.style(row, column).format("#,##0" + places + "\"" + behind + "\"").set();
    }

    /** {@return a text escaped so that a workbook reads it back unchanged} */
    public static String escaped(String text) {
        return text.contains("_x") ? text.replaceAll(ESCAPE, "_x005F_") : text;
    }
}
