package dev.winnow.report.sheets;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.winnow.report.text.CellText;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a sheet as comma-separated values in UTF-8, with the names of its columns in the first line. */
final class CsvFile {

    /** Without it, Excel reads the file in the system's code page and garbles Chinese. */
    private static final char MARK = '\uFEFF';

    /** What makes a spreadsheet take a text for a formula; also as wide characters, which some take alike. */
    private static final String FORMULA = "=+-@＝＋－＠";

    private CsvFile() {}

    /**
     * Writes a sheet, without closing the stream.
     *
     * @param marked whether it begins with a byte order mark
     */
    static <T> void write(SheetTable<T> sheet, boolean marked, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        if (marked) {
            text.write(MARK);
        }
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
        csv.writeRecord(sheet.columns().stream().map(SheetTable.Column::name).toList());
        for (T row : sheet.rows()) {
            List<String> cells = new ArrayList<>();
            for (SheetTable.Column<T> column : sheet.columns()) {
                cells.add(cell(column.value().apply(row)));
            }
            csv.writeRecord(cells);
        }
        csv.flush();
        text.flush();
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        String text = CellText.plain(value);
        return value instanceof Number ? text : disarmed(text);
    }

    /** The text with an apostrophe before it if a spreadsheet would compute it. */
    private static String disarmed(String text) {
        return isFormula(text) ? "'" + text : text;
    }

    /** Whether a spreadsheet might take the text for a formula, were it typed in. */
    static boolean isFormula(String text) {
        return text.codePoints().dropWhile(CsvFile::isUnseen).limit(1).anyMatch(first -> FORMULA.indexOf(first) >= 0);
    }

    private static boolean isUnseen(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.getType(character) == Character.FORMAT;
    }
}
