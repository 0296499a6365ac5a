package dev.winnow.tables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.tables.internal.entries.ImportedTable;
import dev.winnow.tables.internal.entries.RowCount;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Realistic sheets with their complete outcomes, taken, refused and passed over, in a file beside each. A workbook is
 * drawn in a {@code .book} file, see {@link DrawnBook}. {@code -Dwinnow.update=true} rewrites the outcomes.
 */
class MessySheetsTest {

    private static final Path SHEETS = Path.of("src/test/resources/sheets");
    private static final List<String> ENDINGS = List.of(".csv", ".tsv", ".book");

    @TempDir
    private Path folder;

    static List<String> sheets() throws IOException {
        try (Stream<Path> files = Files.list(SHEETS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> ENDINGS.stream().anyMatch(name::endsWith))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void thereAreSixtySheets() throws IOException {
        assertThat(sheets()).hasSizeGreaterThanOrEqualTo(60);
        try (Stream<Path> files = Files.list(SHEETS)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".txt")))
                    .as("outcomes without a sheet")
                    .allMatch(name -> ENDINGS.stream()
                            .anyMatch(ending -> Files.exists(SHEETS.resolve(name.replaceFirst("\\.txt$", ending)))));
        }
    }

    @ParameterizedTest
    @MethodSource("sheets")
    void everyRowIsTakenRefusedOrPassedOver(String name) throws IOException {
        Path sheet = SHEETS.resolve(name);
        Path file = name.endsWith(".book")
                ? DrawnBook.of(Files.readString(sheet)).write(folder.resolve(name.replace(".book", ".xlsx")))
                : Files.copy(sheet, folder.resolve(name));
        Imported imported = Imported.of(file);
        RowCount rows = imported.rows;
        assertThat(rows.taken() + rows.refused() + rows.passed()).isEqualTo(rows.rows());

        String outcome = outcome(imported).replace(folder + "/", "");
        Path expected = SHEETS.resolve(name.replaceFirst("\\.[a-z]+$", ".txt"));
        if (Boolean.getBoolean("winnow.update")) {
            Files.writeString(expected, outcome);
        }
        assertThat(outcome).isEqualTo(Files.readString(expected, StandardCharsets.UTF_8));
    }

    private static String outcome(Imported imported) {
        RowCount rows = imported.rows;
        return rows.rows() + " rows = " + rows.taken() + " taken + " + rows.refused() + " refused + " + rows.passed()
                + " passed over" + (rows.passed() == 0 ? "" : " " + rows.passedOver()) + "\n"
                + part("refused", imported.problems)
                + part(
                        "passed over",
                        imported.left.stream().map(MessySheetsTest::said).toList())
                + part("notes", imported.notes)
                + part(
                        "columns",
                        imported.tables.stream()
                                .flatMap(table -> table.columns().stream())
                                .filter(column -> column.means() == null)
                                .map(column -> column.heading() + " is not taken: " + column.state())
                                .toList())
                + "\n" + imported.yaml;
    }

    private static String part(String title, List<String> lines) {
        return lines.isEmpty()
                ? ""
                : "\n" + title + "\n"
                        + lines.stream().map(line -> "  " + line + "\n").collect(Collectors.joining());
    }

    private static String said(ImportedTable.LeftRow row) {
        return row.row() + ": " + row.why() + " " + row.text().replace("\n", " ");
    }
}
