package dev.winnow.report.internal.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.winnow.report.internal.document.Cell;
import dev.winnow.report.internal.document.Document;
import dev.winnow.report.internal.document.Table;
import dev.winnow.report.internal.document.Table.Column;
import dev.winnow.report.internal.document.Table.Row;
import dev.winnow.report.internal.layout.CleanText;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Writes the table for programs of a document as comma-separated values in UTF-8, with the names of its columns in the first line. */
public final class CsvRenderer {

    /** Without it, Excel reads the file in the system's code page and garbles Chinese. */
    private static final char MARK = '\uFEFF';

    private CsvRenderer() {}

    /**
     * Writes the table, without closing the stream.
     *
     * @param marked whether it begins with a byte order mark, without which Excel does not see that it is UTF-8
     */
    public static void render(Document document, boolean marked, OutputStream out) throws IOException {
        Table table = document.table();
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        if (marked) {
            text.write(MARK);
        }
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
        csv.writeRecord(table.columns().stream().map(Column::name).toList());
        for (Row row : table.rows()) {
            csv.writeRecord(row.cells().stream().map(CsvRenderer::written).toList());
        }
        csv.flush();
        text.flush();
    }

    /** A cell; a text with an apostrophe before it if a spreadsheet would compute it. */
    private static String written(Cell cell) {
        if (cell instanceof Cell.Quantity) {
            return cell.plain();
        }
        String text = CleanText.of(cell.plain());
        return CleanText.isFormula(text) ? "'" + text : text;
    }
}
