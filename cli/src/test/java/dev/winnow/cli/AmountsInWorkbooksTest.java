package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.console.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Amounts are numbers in workbooks, so that a spreadsheet can add them up. */
class AmountsInWorkbooksTest {

    @TempDir
    private Path folder;

    @Test
    void amountsAreNumbersWithTheirUnitInTheFormat() throws IOException {
        Path list = Files.writeString(folder.resolve("list.csv"), """
                Project,Capex,Funding need
                Alpha,"3,250 mn yuan",3亿元
                Beta,over 12 bn yuan,7800万元
                """);
        Path book = folder.resolve("list.xlsx");

        Run.winnow("import", list.toString(), "-o", book.toString());

        assertThat(part(book, "xl/worksheets/sheet1.xml"))
                .contains("<v>3250</v>", "<v>3</v>", "<v>7800</v>", "over 12 bn yuan");
        assertThat(part(book, "xl/styles.xml")).contains("#,##0&quot; mn yuan&quot;");
        Path back = folder.resolve("back.yaml");
        Run.winnow("import", book.toString(), "-o", back.toString());
        assertThat(back).content().contains("3250 mn yuan", "3亿元", "7800万元", "over 12 bn yuan");
    }

    private static String part(Path book, String name) throws IOException {
        try (ZipFile zip = new ZipFile(book.toFile())) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
