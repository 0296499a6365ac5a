package dev.winnow.tables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.model.source.TextFile;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.value.Figure;
import dev.winnow.model.vocabulary.Vocabulary;
import dev.winnow.tables.internal.headings.Column;
import dev.winnow.tables.internal.mapping.Mapping;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables contain numbers with declared units. */
class DeclaredUnitTablesTest {

    private static final Vocabulary VOCABULARY = vocabulary("""
        project:
          itLoad: {is: number, unit: {en: MW, zh: 兆瓦}, name: {en: IT load, zh: 服务器负荷}}
        """);

    private static final Universe BASE =
            Universe.parse(VOCABULARY, Map.of("base.yaml", "universe: {name: base, asOf: 2026-01-08}"));

    @TempDir
    private Path folder;

    private static Vocabulary vocabulary(String text) {
        List<Problem> problems = new ArrayList<>();
        Node root = Objects.requireNonNull(
                        TextFile.of("vocabulary.yaml", text.getBytes(StandardCharsets.UTF_8), problems))
                .parse(problems);
        Vocabulary vocabulary = Vocabulary.of(Objects.requireNonNull(root), problems);
        assertThat(problems).isEmpty();
        return vocabulary;
    }

    private Imported read(Mapping map, String heading, String cell) throws IOException {
        Path table = folder.resolve("list.csv");
        Files.writeString(table, "id,name,\"" + heading + "\"\nhall,Hall,\"" + cell + "\"\n");
        return Imported.of(BASE, map, null, table);
    }

    private static Figure load(Imported imported) {
        Universe universe = BASE.and(Map.of("imported.yaml", imported.yaml));
        assertThat(universe.problems()).isEmpty();
        return Objects.requireNonNull(universe.asOf(universe.asOf(), true)
                .projects()
                .get(0)
                .declared()
                .figure("itLoad"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "IT load|300",
                "IT load [MW]|300",
                "IT load (mw)|300 MW",
                "itLoad|300兆瓦",
                "服务器负荷（兆瓦）|300",
                "服务器负荷（万兆瓦）|0.03",
                "IT load, MW|0.3 thousand MW"
            })
    void theUnitMayBeInTheHeadingTheCellOrAbsent(String both) throws IOException {
        String[] parts = both.split("\\|");
        Imported imported = read(Mapping.NONE, parts[0], parts[1]);
        assertThat(imported.problems).isEmpty();
        assertThat(load(imported)).hasToString("300 MW");
    }

    @Test
    void anotherUnitInACellIsRefused() throws IOException {
        Imported imported = read(Mapping.NONE, "IT load [MW]", "0.3 GW");
        assertThat(imported.problems)
                .containsExactly("list.csv:2:3: `0.3 GW` is not in MW; write it in MW, such as `300 MW`");
    }

    @Test
    void anotherUnitInAHeadingIsAskedAbout() throws IOException {
        Imported imported = read(Mapping.NONE, "IT load [GW]", "0.3");
        assertThat(imported.yaml).doesNotContain("0.3");
        assertThat(imported.tables.get(0).columns())
                .filteredOn(column -> column.heading().equals("IT load [GW]"))
                .extracting(Column::state)
                .containsExactly(Column.State.NEARLY);
    }

    @Test
    void aHeadingInAnotherUnitIsRefusedEvenWithAGivenMeaning() throws IOException {
        Imported imported = read(Mapping.NONE.and("IT load [GW]", "itLoad"), "IT load [GW]", "0.3");
        assertThat(imported.yaml).doesNotContain("0.3");
        assertThat(imported.problems)
                .containsExactly("list.csv:2:3: `0.3 GW` is not in MW; write it in MW, such as `300 MW`");
        assertThat(load(read(Mapping.NONE.and("IT load (design)", "itLoad [MW]"), "IT load (design)", "300")))
                .hasToString("300 MW");
    }
}
