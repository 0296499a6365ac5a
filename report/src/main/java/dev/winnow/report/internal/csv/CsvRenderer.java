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

/**
 * Writes the table for programs of a document as comma-separated values in UTF-8, with column names in the first line.
 */
public final class CsvRenderer {

    /** Byte order mark. Without it, Excel reads the file in the system's code page and garbles Chinese. */
    private static final char MARK = '\uFEFF';

    private CsvRenderer() {}

    /**
     * Writes the table, without closing the stream.
     *
     * @param marked whether to write a byte order mark, which Excel needs to recognise UTF-8
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

    /** Returns the text of a cell, with an apostrophe in front if a spreadsheet would take it for a formula. */
    private static String written(Cell cell) {
        if (cell instanceof Cell.Quantity) {
            return cell.plain();
        }
        String text = CleanText.of(cell.plain());
        return CleanText.isFormula(text) ? "'" + text : text;
    }
}
