package dev.winnow.tables.write;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.winnow.model.source.FailedWrite;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.tables.cells.TextFolding;
import dev.winnow.tables.entries.EntryWriter;
import dev.winnow.tables.entries.FlatRows;
import dev.winnow.tables.meaning.Key;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes entries of one kind as separated values, in UTF-8 with a byte-order mark, which spreadsheets need. */
public final class Separated implements EntryWriter {

    private final OutputStream out;
    private final Language language;
    private final FlatRows rows;

    Separated(OutputStream out, Language language, Consumer<Problem> unfit) {
        this.out = out;
        this.language = language;
        this.rows = new FlatRows(unfit);
    }

    public static CsvWriter csv(OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write('\uFEFF');
        return CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
    }

    /** A text that no spreadsheet takes for a formula, and that reads as what it was: one that is so already gets one more apostrophe. */
    public static String safe(String text) {
        return TextFolding.beginsWithAny(text, "=+-@\t\r") ? "'" + text : text;
    }

    /** Whether any table that holds it is taken to hold a formula; an apostrophe before it, which reading drops, says no. */
    static boolean isFormula(String text) {
        return TextFolding.beginsWithAny(text, "=");
    }

    @Override
    public void write(EntryKind kind, @Nullable String holder, Node entry) throws IOException {
        rows.add(kind, holder, entry);
    }

    @Override
    public void close() throws IOException {
        if (rows.kinds().size() > 1) {
            throw new FailedWrite(Message.of(
                            "a CSV file holds one kind of entry, and there are %s",
                            Message.names(
                                    rows.kinds().stream().map(EntryKind::name).toList()))
                    .with(Message.of("maybe .xlsx?")));
        }
        CsvWriter csv = csv(out);
        try (rows) {
            write(csv);
        }
        csv.flush();
    }

    private void write(CsvWriter csv) throws IOException {
        for (EntryKind kind : rows.kinds()) {
            List<Key> columns = rows.columns(kind);
            csv.writeRecord(columns.stream()
                    .map(key -> FlatRows.heading(kind, key, language))
                    .toList());
            List<String> names = columns.stream().map(Key::name).toList();
            rows.each(
                    kind,
                    row -> csv.writeRecord(names.stream()
                            .map(name -> safe(row.getOrDefault(name, "")))
                            .toList()));
        }
    }
}
