package dev.winnow.tables.internal.entries;

import dev.winnow.tables.internal.cells.Row;
import dev.winnow.tables.internal.cells.Sheet;
import dev.winnow.tables.internal.cells.UnreadableTable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A table with corrected rows. */
final class CorrectedSheet extends Sheet {

    private final Sheet sheet;
    private final GivenFile.Corrections corrections;

    CorrectedSheet(Sheet sheet, GivenFile.Corrections corrections) {
        super(sheet);
        this.sheet = sheet;
        this.corrections = corrections;
    }

    @Override
    public @Nullable Row next() throws IOException, UnreadableTable {
        Row row = sheet.next();
        return row == null ? null : corrections.corrected(this, row);
    }

    @Override
    public void close() throws IOException {
        sheet.close();
    }
}
