package dev.winnow.workbench.internal.assist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.Bakery;
import dev.winnow.model.source.Message;
import dev.winnow.model.vocabulary.Vocabulary;
import dev.winnow.workbench.internal.assist.Diagnostic.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UniverseAssistTest {

    private static final String PROJECTS = """
            universe: {name: town, asOf: 2026-01-08}
            subTracks:
              - {id: sourdough, name: Sourdough}
            firms:
              - {id: oven, name: Oven}
            cities:
              - id: springfield
                name: Springfield
                firmCount: 3
            projects:
              - id: loaf
                name: Loaf
                subTracks: [sourdough]
                yieldRate: 90 %
            answers:
              - {project: loaf, fact: project.yieldRate, value: 95 %, asOf: 2026-02-01, source: a letter}
            """;

    @TempDir
    private Path folder;

    private Path universe;
    private PackAssist pack;

    @BeforeEach
    void aUniverseBesideItsPack() throws IOException {
        pack = PackAssist.read(Bakery.shipped("semiconductor", folder).folder(), Map.of());
        universe = Files.createDirectory(folder.resolve("town"));
        Files.writeString(universe.resolve("universe.yaml"), PROJECTS);
    }

    private UniverseAssist read(Map<String, String> unsaved) {
        return UniverseAssist.read(universe, unsaved, pack.vocabulary(), Vocabulary.core());
    }

    @Test
    void aGoodUniverseHasNoProblems() {
        assertThat(read(Map.of()).diagnostics()).isEmpty();
    }

    @Test
    void aMisspeltFactIsReportedWithItsCorrection() {
        String typo = PROJECTS.replace("    yieldRate:", "    yeildRate:");
        assertThat(read(Map.of("universe.yaml", typo)).diagnostics())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.file()).isEqualTo("universe.yaml");
                    assertThat(one.severity()).isEqualTo(Severity.ERROR);
                    assertThat(one.replacement()).isEqualTo("yieldRate");
                });
    }

    @Test
    void factsOfOtherPacksAreNoProblem() {
        assertThat(UniverseAssist.read(universe, Map.of(), Vocabulary.core(), pack.vocabulary())
                        .diagnostics())
                .isEmpty();
        assertThat(UniverseAssist.read(universe, Map.of(), Vocabulary.core(), Vocabulary.core())
                        .diagnostics())
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'    yieldRate: 90 %'         | '    yie‸'              | yieldRate",
                "'    firmCount: 3'            | '    bot‸'              | bottlenecks",
                "'    firmCount: 3'            | '    bottlenecks: [{it‸' | item",
                "'    subTracks: [sourdough]'  | '    subTracks: [so‸'   | sourdough",
                "'    subTracks: [sourdough]'  | '    needs: [demand, ‸' | talent",
                "'    subTracks: [sourdough]'  | '    cidm: ‸'           | true"
            })
    void factsAndTheirValuesAreCompleted(String text, String typed, String expected) {
        String edited = PROJECTS.replace(text, typed);
        String before = edited.substring(0, edited.indexOf('‸'));
        int line = (int) before.chars().filter(c -> c == '\n').count();
        assertThat(read(Map.of("universe.yaml", edited.replace("‸", "")))
                        .completions("universe.yaml", line, before.length() - before.lastIndexOf('\n') - 1))
                .extracting(Completion::text)
                .contains(expected);
    }

    @Test
    void nothingIsCompletedOutsideProjectsAndCities() {
        String edited = PROJECTS.replace("firms:", "fi");
        assertThat(read(Map.of("universe.yaml", edited)).completions("universe.yaml", 3, 2))
                .isEmpty();
    }

    @Test
    void theFactAtAPositionIsExplainedByItsPack() {
        assertThat(read(Map.of()).fact("universe.yaml", 12, 6)).isEqualTo("Project.subTracks");
        assertThat(pack.explain("Project.subTracks"))
                .extracting(Message::toString)
                .contains("the narrower tracks it belongs to");
    }

    @Test
    void aFactIsRenamedInTheUniverseToo() {
        Renaming renaming = pack.renameFact("Project.yieldRate", "goodShare", List.of(read(Map.of())));
        assertThat(renaming.refusal()).isNull();
        assertThat(renaming.stated())
                .singleElement()
                .satisfies(places -> assertThat(places)
                        .extracting(place -> place.span().line())
                        .containsExactly(13, 15));
    }

    @Test
    void aUniverseThatWouldHaveOtherProblemsIsNotChanged() {
        String stated = PROJECTS.replace("    yieldRate: 90 %", "    yieldRate: 90 %\n    'goodShare': 1");
        assertThat(pack.renameFact("Project.yieldRate", "goodShare", List.of(read(Map.of("universe.yaml", stated))))
                        .refusal())
                .asString()
                .startsWith("`yieldRate` cannot be renamed to `goodShare`: `goodShare` is given already at ");
    }
}
