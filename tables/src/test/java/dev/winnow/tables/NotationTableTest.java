package dev.winnow.tables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.ShippedFacts;
import dev.winnow.model.domain.Project;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.value.Figure;
import dev.winnow.tables.internal.mapping.Mapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each row of the table of notations in docs/tables.md is read as the page says. */
class NotationTableTest {

    private static final String BASE = """
        universe: {name: rated, asOf: 2026-01-08}
        rates:
          - {currency: USD, in: CNY, rate: 7, asOf: 2025-12-31}
          - {currency: EUR, in: CNY, rate: 8, asOf: 2025-12-31}
          - {currency: JPY, in: CNY, rate: 0.05, asOf: 2025-12-31}
          - {currency: INR, in: CNY, rate: 0.08, asOf: 2025-12-31}
        """;

    @TempDir
    private Path folder;

    static List<List<String>> rows() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "tables.md"));
        List<List<String>> rows = page.substring(page.indexOf("## Notations"), page.indexOf("## Rows"))
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> List.of(line.substring(2, line.length() - 2).split(" \\| ")).stream()
                        .map(cell -> cell.replace("`", ""))
                        .toList())
                .toList();
        assertThat(rows).hasSizeGreaterThan(20);
        return rows;
    }

    private static Project read(String project) {
        Universe universe = Universe.parse(ShippedFacts.VOCABULARY, Map.of("base.yaml", BASE, "own.yaml", project));
        assertThat(universe.problems()).isEmpty();
        return universe.asOf(universe.asOf(), true).projects().get(0);
    }

    private static String said(@Nullable Figure figure) {
        return figure == null ? "none" : figure.bound() + " " + figure.low() + " " + figure.high();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aRowOfThePageIsTrue(List<String> row) throws IOException {
        Universe base = Universe.parse(ShippedFacts.VOCABULARY, Map.of("base.yaml", BASE));
        Path list = Files.writeString(folder.resolve("list.csv"), "name;" + row.get(0) + "\nA;" + row.get(1) + "\n");
        Imported imported = Imported.of(base, Mapping.NONE, null, list);

        if (row.get(2).equals("a question")) {
            assertThat(imported.problems).isNotEmpty();
            assertThat(imported.rows.refused()).isEqualTo(1);
            return;
        }
        assertThat(imported.problems).isEmpty();
        String property = row.get(0).equals("signed") ? "decided" : "investment";
        Project expected = read("projects: [{id: a, name: A, " + property + ": \"" + row.get(2) + "\"}]\n");
        Project found = read(imported.yaml);
        assertThat(said(found.investment())).isEqualTo(said(expected.investment()));
        assertThat(found.decided()).isEqualTo(expected.decided());
    }
}
