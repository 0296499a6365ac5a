package dev.winnow.tables;

import dev.winnow.model.EntryKind;
import dev.winnow.model.Language;
import dev.winnow.model.Node;
import dev.winnow.model.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Writes entries as a workbook, a sheet for each kind. Every cell is a text, so that none can be a formula. */
final class WorkbookWriter implements EntryWriter {

    private static final int FLUSH = 500;

    private final OutputStream out;
    private final Language language;
    private final FlatRows rows;

    WorkbookWriter(OutputStream out, Language language, Consumer<Problem> unfit) {
        this.out = out;
        this.language = language;
        this.rows = new FlatRows(unfit);
    }

    @Override
    public void write(EntryKind kind, @Nullable String holder, Node entry) {
        rows.add(kind, holder, entry);
    }

    @Override
    public void close() throws IOException {
        TimelessZip.write(out, this::write);
    }

    private void write(OutputStream file) throws IOException {
        Workbook book = new Workbook(file, "winnow", "1.0");
        List<EntryKind> kinds = rows.kinds().isEmpty() ? List.of(EntryKind.PROJECTS) : rows.kinds();
        for (EntryKind kind : kinds) {
            sheet(book, kind);
        }
        book.finish();
    }

    private void sheet(Workbook book, EntryKind kind) throws IOException {
        Worksheet sheet = book.newWorksheet(Catalogue.get().sheet(kind).first(language));
        List<Key> columns = rows.columns(kind);
        sheet.freezePane(0, 1);
        for (int column = 0; column < columns.size(); column++) {
            sheet.value(0, column, FlatRows.heading(kind, columns.get(column), language));
            sheet.style(0, column).bold().set();
        }
        int number = 0;
        for (Map<String, String> row : rows.of(kind)) {
            number++;
            for (int column = 0; column < columns.size(); column++) {
                String text = row.get(columns.get(column).name());
                if (text != null) {
                    sheet.value(number, column, text);
                }
            }
            if (number % FLUSH == 0) {
                sheet.flush();
            }
        }
        sheet.finish();
    }
}
