package dev.winnow.tables.internal.write;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.winnow.model.source.FailedWrite;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.tables.internal.cells.TextFolding;
import dev.winnow.tables.internal.headings.Key;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** Writes entries of one kind as separated values, in UTF-8 with the byte-order mark that spreadsheets need. */
public final class Separated extends TableWriter {

    Separated(OutputStream out, Language language, Consumer<Problem> unfit) {
        super(out, language, unfit);
    }

    public static CsvWriter csv(OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write('\uFEFF');
        return CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
    }

    /** Writes a record. The library wraps exceptions of the underlying writer. */
    static void write(CsvWriter csv, Iterable<String> cells) throws IOException {
        try {
            csv.writeRecord(cells);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * A text that spreadsheets do not read as a formula. A text that already has such a form gets one more apostrophe,
     * so that it is read back unchanged.
     */
    public static String safe(String text) {
        return TextFolding.beginsWithAny(text, "=+-@\t\r") ? "'" + text : text;
    }

    /**
     * Whether spreadsheets read a text as a formula. An apostrophe in front, which is removed when it is read, prevents
     * that.
     */
    static boolean isFormula(String text) {
        return TextFolding.beginsWithAny(text, "=");
    }

    @Override
    void finish() throws IOException {
        List<EntryKind> kinds = kinds();
        if (kinds.size() > 1) {
            throw new FailedWrite(Message.of(
                            "a CSV file contains one kind of entry, but there are %s",
                            Message.names(kinds.stream().map(EntryKind::name).toList()))
                    .with(Message.of("use .xlsx")));
        }
        CsvWriter csv = csv(out);
        for (EntryKind kind : kinds) {
            List<Key> columns = columns(kind);
            write(csv, columns.stream().map(key -> heading(kind, key)).toList());
            List<String> names = columns.stream().map(Key::name).toList();
            each(
                    kind,
                    row -> write(
                            csv,
                            names.stream()
                                    .map(name -> safe(row.getOrDefault(name, "")))
                                    .toList()));
        }
        csv.flush();
    }
}
