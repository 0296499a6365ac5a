package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.winnow.console.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands with a panel. */
class PanelTest {

    private static final String PANEL = "../docs/examples/panel/panel.yaml";

    @TempDir
    private Path folder;

    private static Run winnow(String line, String... more) {
        List<String> words = new ArrayList<>(Arrays.asList(line.split(" ")));
        words.addAll(List.of("-u", "illustrative", "-r", "battery-review"));
        words.addAll(List.of(more));
        return Run.winnow(words.toArray(String[]::new));
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    /** Copies the panel of the examples, with a change of one of its files. */
    private String changed(String file, String from, String to) throws IOException {
        for (String name : List.of("panel.yaml", "round-1.yaml")) {
            String text = Files.readString(Path.of("../docs/examples/panel").resolve(name));
            if (name.equals(file)) {
                assertThat(text).contains(from);
                text = text.replace(from, to);
            }
            Files.writeString(folder.resolve(name), text);
        }
        return folder.resolve("panel.yaml").toString();
    }

    @Test
    void aPairThatNobodyJudgedOnlyGetsAnEmptyPanelInJson() throws IOException {
        JsonNode without = json(winnow("explain thinfilm alderbay -f json").out());
        JsonNode with = json(
                winnow("explain thinfilm alderbay -f json", "--panel", PANEL).out());
        assertThat(without.at("/assessments/0").has("panel")).isFalse();
        assertThat(with.at("/assessments/0/panel/facts")).isEmpty();
        assertThat(with.at("/assessments/0/panel/assessors").intValue()).isZero();
        ObjectNode pair = (ObjectNode) with.at("/assessments/0");
        pair.remove(List.of("panel", "rank", "tied", "sure"));
        ObjectNode before = (ObjectNode) without.at("/assessments/0");
        before.remove(List.of("rank", "tied", "sure"));
        assertThat(pair).isEqualTo(before);
    }

    @Test
    void jsonHasTheJudgementsAndTheVerdictOfEachAssessor() throws IOException {
        JsonNode panel = json(winnow("explain plaincell alderbay -f json", "--panel", PANEL)
                        .out())
                .at("/assessments/0/panel");
        // By hand: team 40, process 18 and output 30 of 100 points; see the golden file of the memo.
        assertThat(panel.findValuesAsText("verdict")).containsExactly("RECOMMEND", "RECOMMEND", "HOLD", "RECOMMEND");
        assertThat(panel.at("/opinions/1/score/low").intValue()).isEqualTo(70);
        assertThat(panel.at("/assessors").intValue()).isEqualTo(4);
        assertThat(panel.at("/agreeing").intValue()).isEqualTo(1);
        assertThat(panel.at("/facts/3/fact").asText()).isEqualTo("project.teamStrength");
        assertThat(panel.at("/facts/3/value/value").toString()).isEqualTo("[2,4]");
        assertThat(panel.at("/facts/3/judgements")).hasSize(4);
    }

    @Test
    void csvCountsTheAssessorsInItsLastColumns() {
        List<String> lines = winnow("explain plaincell alderbay -f csv", "--panel", PANEL)
                .out()
                .lines()
                .toList();
        assertThat(lines.get(0)).endsWith(",panel.assessors,panel.agreeing");
        assertThat(lines.get(1)).endsWith(",4,1");
        assertThat(winnow("explain plaincell alderbay -f csv").out()).doesNotContain("panel.");
    }

    @Test
    void questionsThatAPanelCanAnswerAreAddressedToIt() throws IOException {
        // One of three judgements of the team is withdrawn, so that it is unknown.
        String panel = changed("round-1.yaml", "project: saltlight, fact: project.teamStrength, value: 4", """
                project: saltlight, fact: project.teamStrength, cannot-judge: true""".strip());
        Run run = winnow("ask saltlight alderbay", "--panel", panel);
        assertThat(run.out()).contains("Panel").contains("How strong is the team of Saltlight lithium refinery?");
    }

    @Test
    void aMistakeIsReportedAndTheOtherJudgementsCount() throws IOException {
        String panel = changed(
                "round-1.yaml",
                "assessor: a4, project: bigcell, fact: project.teamStrength, value: 4",
                "assessor: a4, project: bigcell, fact: project.teamStrength, value: 9");
        Run run = winnow("screen --city alderbay --project bigcell", "--panel", panel);
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("`9` is outside the scale from 1 to 5").contains("round-1.yaml:9:");
        assertThat(run.out()).contains("Bigcell plant").contains("RECOMMEND");
    }

    @Test
    void aLaterPanelMovesTheDayWithANote() throws IOException {
        String panel = changed("round-1.yaml", "asOf: 2025-12-12", "asOf: 2026-01-12");
        assertThat(winnow("screen --city alderbay", "--panel", panel).err())
                .contains("the judgements move the day of the universe from 2025-12-31 to 2026-01-12");
        assertThat(winnow("screen --city alderbay --as-of 2026-01-31", "--panel", panel)
                        .err())
                .doesNotContain("move the day");
    }

    @ParameterizedTest
    @ValueSource(strings = {"panel show", "panel discuss"})
    void aPanelIsRequired(String command) {
        Run run = winnow(command);
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("this command needs a panel").contains("--panel panel.yaml");
    }

    @Test
    void aRecordOfAPanelsScreeningIsReplayedWithoutItsFiles() throws IOException {
        String panel = changed("panel.yaml", "winter-2025", "winter-2025");
        String records = folder.resolve("records.db").toString();
        assertThat(winnow("screen -q --record", "--records", records, "--panel", panel)
                        .exit())
                .isZero();
        Files.delete(folder.resolve("panel.yaml"));
        Run run = Run.winnow("replay", "1", "--records", records);
        assertThat(run.out()).contains("byte-identical");
    }

    @Test
    void aSecondRoundReplacesJudgementsAndKeepsThem() throws IOException {
        String panel = changed(
                "panel.yaml",
                "judgements: round-1.yaml}",
                "judgements: round-1.yaml}\n  - {id: 2, until: 2025-12-28, judgements: round-2.yaml}");
        Files.writeString(folder.resolve("round-2.yaml"), """
            panel: winter-2025
            round: 2
            judgements:
              - {assessor: a3, project: plaincell, fact: project.teamStrength, value: 3, reason: met them, asOf: 2025-12-20}
            """);
        Run run = winnow("explain plaincell alderbay", "--panel", panel);
        assertThat(run.out())
                .contains("Tan Wei: 3 of 5, “met them”")
                .contains("Tan Wei in round 1: 2 of 5")
                .contains("3–4 of 5");
        assertThat(winnow("explain plaincell alderbay --as-of 2025-12-15", "--panel", panel)
                        .out())
                .contains("HOLD because key facts are missing");
    }
}
