package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.console.Run;
import dev.winnow.report.Browser;
import dev.winnow.report.Golden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Decision papers, letters and minutes about projects that a panel judged. */
class PapersOfAPanelTest {

    private static final Pattern PAGE = Pattern.compile("/Type\\s*/Page\\b");
    private static final Pattern HASH = Pattern.compile("\\b[0-9a-f]{64}\\b");
    private static final List<String> INPUT = List.of("-u", "illustrative", "-r", "battery-review");

    @TempDir
    private Path folder;

    @BeforeEach
    void bothFeaturesAreBuilt() {
        Run.assumeBuilt("paper");
        Run.assumeBuilt("panel show");
    }

    private Run winnow(Path panel, String... words) {
        List<String> input = new ArrayList<>(INPUT);
        input.addAll(List.of("--panel", panel.toString()));
        return winnow(input, words);
    }

    private Run winnow(List<String> input, String... words) {
        List<String> line = new ArrayList<>(List.of(words));
        line.addAll(input);
        return Run.winnow(
                Map.of("WINNOW_RECORDS", folder.resolve("records.db").toString()), false, line.toArray(String[]::new));
    }

    /** Bigcell, whose safety case three assessors of a panel judged, one of them as unsound. */
    private Path judged() throws IOException {
        Path panel = Files.writeString(folder.resolve("panel.yaml"), """
            panel: {id: spring-2026, title: Spring panel}
            projects: [bigcell]
            assessors:
              - {id: a1, name: Li Wen}
              - {id: a2, name: Ann Ober}
              - {id: a3, name: Carl Lind}
              - {id: a4, name: Dee Moor}
            rounds:
              - {id: 1, from: 2025-12-01, until: 2025-12-14, judgements: round-1.yaml}
            """);
        Files.writeString(folder.resolve("round-1.yaml"), """
            panel: spring-2026
            round: 1
            judgements:
              - {assessor: a1, project: bigcell, fact: project.teamStrength, value: 5, reason: built two}
              - {assessor: a2, project: bigcell, fact: project.teamStrength, value: 4, reason: known managers}
              - {assessor: a3, project: bigcell, fact: project.teamStrength, value: 4, reason: strong}
              - {assessor: a4, project: bigcell, fact: project.teamStrength, value: 1, reason: none ran a line}
              - {assessor: a1, project: bigcell, fact: project.soundSafetyCase, value: true, reason: complete}
              - {assessor: a2, project: bigcell, fact: project.soundSafetyCase, value: true, reason: complete}
              - {assessor: a3, project: bigcell, fact: project.soundSafetyCase, value: false, reason: no plan}
            """);
        return panel;
    }

    /** The lowest of three judgements finds the safety case unsound, against two others. */
    @Test
    void thePanelsJudgementsAreShownWithOutliersAndTheAdviceOfEachDissenter() throws IOException {
        String paper = winnow(judged(), "paper", "bigcell", "alderbay").out();
        assertThat(paper)
                .contains(
                        "Warning: Its safety case is not sound: ",
                        "The panel: Spring panel\nThe verdict stands for 2 of 4 assessors.\n",
                        "  · has a sound safety case: no",
                        "  · team strength: 1–5 of 5",
                        "    Dee Moor: 1 of 5, an outlier, “none ran a line”\n",
                        "  · Li Wen: pursue it\n  · Ann Ober: pursue it\n",
                        "  [2]     Panel “Spring panel”, judgements of round 1\n")
                .doesNotContain("no document");
    }

    @Test
    void aPaperWithAPanelPrintsOnTwoPages() throws IOException {
        Path file = folder.resolve("paper.html");
        assertThat(winnow(judged(), "paper", "bigcell", "alderbay", "-q", "-o", file.toString())
                        .exit())
                .isZero();
        try (Browser browser = Browser.start()) {
            Browser.Tab tab = browser.tab();
            tab.open(file, "");
            assertThat(PAGE.matcher(new String(tab.pdf(), StandardCharsets.ISO_8859_1))
                            .results())
                    .hasSize(2);
        }
    }

    /** Saltlight is judged by two assessors, the third is recused. */
    private Path winter() throws IOException {
        Files.writeString(folder.resolve("round-1.yaml"), """
            panel: winter
            round: 1
            judgements:
              - {assessor: a1, project: saltlight, fact: project.teamStrength, value: 2, reason: young, asOf: 2025-12-08}
              - {assessor: a2, project: saltlight, fact: project.teamStrength, value: 4, reason: able, asOf: 2025-12-20}
            """);
        return Files.writeString(folder.resolve("panel.yaml"), """
            panel: {id: winter}
            projects: [saltlight]
            assessors:
              - {id: a1, name: Lin Hua 林华, organisation: Institute of cells}
              - {id: a2, name: Mara Stone}
              - {id: a3, name: Tan Wei 谭伟}
            recused:
              - {project: saltlight, assessor: a3, reason: advised its owner}
            rounds:
              - {id: 1, from: 2025-12-01, until: 2025-12-14, judgements: round-1.yaml}
              - {id: 2, from: 2026-01-10}
            """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void minutesShowTheRoundsOfAPanel(String language) throws IOException {
        Path panel = winter();
        for (String line : List.of(
                "screen --city alderbay --record -q",
                "decide nickelworks alderbay decline --reason=Closed -q",
                "decide solidstart alderbay hold --reason=Wait -q",
                "decide thinfilm alderbay recommend --reason=Wanted -q")) {
            assertThat(winnow(line.startsWith("screen") ? INPUT : List.of(), line.split(" "))
                            .exit())
                    .isZero();
        }
        Run run = winnow(panel, "minutes", "--until=2025-12-31", "--lang", language);
        assertThat(run.err()).isEmpty();
        Golden.assertSame(
                "samples/minutes-panel." + language + ".txt",
                HASH.matcher(run.out()).replaceAll("#"));
    }

    @Test
    void lettersAreSilentAboutThePanel() throws IOException {
        Path panel = winter();
        for (String city : List.of("alderbay", "birchport", "cedarvale")) {
            Run run = winnow(panel, "letter", "saltlight", city, "--to=applicant", "-q");
            assertThat(run.exit()).as(run.err()).isZero();
            assertThat(run.out())
                    .contains("Saltlight")
                    .doesNotContain("Lin Hua", "Mara Stone", "Tan Wei", "winter", "young", "able", "strong");
        }
    }
}
