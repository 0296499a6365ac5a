package dev.winnow.tables.internal.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.source.Language;
import dev.winnow.tables.Imported;
import dev.winnow.tables.internal.entries.ImportedTable;
import dev.winnow.tables.internal.headings.Column;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Refused rows are read back unchanged, and contain nothing that a spreadsheet computes. */
class RefusedFileTest {

    @TempDir
    private Path folder;

    private Path refused(Imported imported) throws IOException {
        Path file = folder.resolve("list.refused.csv");
        try (RefusedFile refused = new RefusedFile(file, true, Language.EN, problem -> "why")) {
            for (ImportedTable.RefusedRow row : imported.refused) {
                refused.write(row);
            }
            refused.finish();
        }
        return file;
    }

    private Path list(String text) throws IOException {
        return Files.writeString(folder.resolve("list.csv"), text);
    }

    private static List<String> headings(Imported imported) {
        return imported.tables.get(0).columns().stream().map(Column::heading).toList();
    }

    @Test
    void refusedRowsContainNoFormulasAndAreReadBackUnchanged() throws IOException {
        Path file = refused(Imported.of(list("name,investment,=x,'=x,''=x\nAlpha,3,=1+1,'=1+1,-2\n")));

        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "\uFEFFwinnow row,winnow: why refused,name,investment,'=x,''=x,'''=x",
                        "2,why,Alpha,3,'=1+1,''=1+1,'-2");
        assertThat(headings(Imported.of(file))).endsWith("name", "investment", "=x", "'=x", "''=x");
    }

    @Test
    void numbersWithDecimalCommasAreWrittenWithPoints() throws IOException {
        Path file = refused(Imported.of(list("name;investment [mn yuan];yield\nAlpha;1.234,5;x\nBeta;2,5;0,9\n")));

        assertThat(Files.readAllLines(file)).last().isEqualTo("2,why,Alpha,1234.5,x");
    }
}
