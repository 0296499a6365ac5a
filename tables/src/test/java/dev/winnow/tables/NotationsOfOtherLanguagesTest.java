package dev.winnow.tables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.ShippedFacts;
import dev.winnow.model.universe.Universe;
import dev.winnow.tables.internal.mapping.Mapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bounds, ranges and headings as lists in other languages write them, and advice in the unit of their column. */
class NotationsOfOtherLanguagesTest {

    private static final Universe RATED = Universe.parse(ShippedFacts.VOCABULARY, Map.of("rated.yaml", """
        universe: {name: rated, asOf: 2026-01-08}
        cities: [{id: qingdao, name: Qingdao}]
        rates:
          - {currency: EUR, in: CNY, rate: 8, asOf: 2025-12-31}
          - {currency: JPY, in: CNY, rate: 0.05, asOf: 2025-12-31}
        """));

    @TempDir
    private Path folder;

    private Imported column(String heading, String cell) throws IOException {
        Path list = Files.writeString(folder.resolve("list.csv"), "name;" + heading + "\nA;" + cell + "\n");
        return Imported.of(RATED, Mapping.NONE, null, list);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mind. 250 | mind. 250 mn eur",
                "min. 250 | min. 250 mn eur",
                "max. 250 | max. 250 mn eur",
                "env. 45 | env. 45 mn eur",
                "de 60 à 80 | 60–80 mn eur",
                "entre 60 et 80 | 60–80 mn eur",
                "entre 60 y 80 | 60–80 mn eur",
                "von 60 bis 80 | 60–80 mn eur",
                "zwischen 60 und 80 | 60–80 mn eur"
            })
    void boundsAndRangesAreRead(String cell, String amount) throws IOException {
        Imported imported = column("Investition (Mio. EUR)", cell);

        assertThat(imported.problems).isEmpty();
        assertThat(imported.yaml.replace("\"", "")).contains("investment: " + amount + "\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"2兆 | 2兆円", "約2兆 | 約2兆円", "1.5兆 | 1.5兆円", "2兆円 | 2兆円"})
    void belowYenATrillionNeedsNoCurrency(String cell, String amount) throws IOException {
        Imported imported = column("総投資額（億円）", cell);

        assertThat(imported.problems).isEmpty();
        assertThat(imported.yaml).contains("investment: " + amount + "\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Investition (Mio. EUR) | zw. 20 und 30 | `zw. 20 und 30` is not money; such as `300 mn EUR`",
                "Investition (Mio. EUR) | 12 hundred | `12 hundred` has an unknown unit of money; use a unit such as"
                        + " `EUR`, `mn EUR` or `bn EUR`",
                "総投資額（億円） | 3京 | `3京` has an unknown unit of money; use a unit such as `JPY`, `mn JPY` or `bn JPY`",
                "investment (mn yuan) | 12 hundred | `12 hundred` has an unknown unit of money; use a unit such as"
                        + " `yuan`, `mn yuan` or `bn yuan`"
            })
    void adviceIsInTheCurrencyOfTheColumn(String heading, String cell, String said) throws IOException {
        assertThat(column(heading, cell).problems).containsExactly("list.csv:2:2: " + said);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Baubeginn",
                "Spatenstich",
                "Début des travaux",
                "Inicio de obras",
                "着工日",
                "착공일",
                "开工日期",
                "Construction start date",
                "Groundbreaking"
            })
    void theStartOfConstructionIsAskedAbout(String heading) throws IOException {
        assertThat(column(heading, "2025-03-01").problems)
                .containsExactly("list.csv:1:2: the heading `" + heading + "` is unknown; it may mean"
                        + " `milestones.landed`; give `--map \"" + heading + "=milestones.landed\"`, or `--map \""
                        + heading + "=-\"` to leave the column out");
    }
}
