package dev.winnow.past.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.winnow.console.Run;
import dev.winnow.report.Golden;
import dev.winnow.report.internal.layout.Columns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Output of {@code winnow scenarios}. */
class ScenariosTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String EXAMPLE =
            Run.HOME.resolve("docs/examples/scenarios.yaml").toString();

    @TempDir
    private Path folder;

    private static Run run(String file, String... more) {
        List<String> words = new ArrayList<>(List.of("scenarios", file, "-u", "illustrative", "-r", "battery", "-q"));
        words.addAll(Arrays.asList(more));
        return Run.winnow(words.toArray(String[]::new));
    }

    private Run scenario(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("scenarios.yaml"), text);
        Run run = run(file.toString(), "-f", "json");
        return new Run(run.exit(), run.out(), run.err().replace(folder + "/", ""));
    }

    @ParameterizedTest
    @CsvSource({"en, scenarios.txt", "zh, scenarios-zh.txt"})
    void scenariosAreShownSideBySide(String language, String golden) {
        Run run = run(EXAMPLE, "--lang", language);
        assertThat(run.exit()).as(run.err()).isZero();
        Golden.assertSame("samples/" + golden, run.out());
        assertThat(run.out().lines())
                .allSatisfy(line -> assertThat(Columns.width(line)).isLessThanOrEqualTo(Columns.PAGE));
    }

    @Test
    void theContractHasEveryPairInEveryScenario() throws IOException {
        String out = run(EXAMPLE, "--city", "birchport", "-f", "json").out();
        Golden.assertSame("samples/scenarios.json", out);
        JsonNode json = JSON.readTree(out);
        assertThat(json.get("pairs"))
                .hasSize(12)
                .allSatisfy(pair -> assertThat(pair.get("outcomes"))
                        .extracting(one -> one.get("scenario").textValue())
                        .containsExactly("export-ban", "demand-falls", "dear-money"));
        assertThat(json.get("pairs"))
                .filteredOn(pair -> pair.get("standing").textValue().equals("EVERY"))
                .allSatisfy(pair -> assertThat(pair.get("outcomes"))
                        .allSatisfy(one -> assertThat(one.at("/judged/verdict")).isEqualTo(pair.at("/today/verdict"))));
    }

    /** A scenario says the same as a screening of files with its values. */
    @Test
    void aScenarioEqualsAScreeningOfChangedFiles() throws IOException {
        Path copy = folder.resolve("illustrative");
        Path seeds = Run.HOME.resolve("seeds/illustrative");
        try (var files = Files.walk(seeds)) {
            for (Path file : files.toList()) {
                Path target = copy.resolve(seeds.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.writeString(
                            target,
                            Files.readString(file)
                                    .replace("fundingNeed: 5 bn yuan", "fundingNeed: 9 bn yuan")
                                    .replace("coInvestors: [Baywind Cars]", "coInvestors: []"));
                }
            }
        }
        JsonNode changed =
                JSON.readTree(Run.winnow("screen", "-u", copy.toString(), "-r", "battery", "-f", "json", "-q")
                        .out());
        JsonNode scenario = JSON.readTree(scenario("""
            scenarios:
              - id: alone
                facts: {bigcell.fundingNeed: 9 bn yuan, bigcell.coInvestors: []}
            """).out());
        for (JsonNode pair : scenario.get("pairs")) {
            JsonNode judged = pair.at("/outcomes/0/judged");
            assertThat(changed.get("assessments")).anySatisfy(one -> {
                assertThat(one.get("project")).isEqualTo(pair.get("project"));
                assertThat(one.get("city")).isEqualTo(pair.get("city"));
                assertThat(one.get("verdict")).isEqualTo(judged.get("verdict"));
                assertThat(one.get("score")).isEqualTo(judged.get("score"));
            });
        }
    }

    @Test
    void eitherOfTwoChangesMayCauseAFlip() throws IOException {
        JsonNode json = JSON.readTree(run(EXAMPLE, "--project", "thinfilm", "--city", "alderbay", "-f", "json")
                .out());
        assertThat(json.at("/pairs/0/outcomes/2/causes").toString())
                .isEqualTo("[[\"alderbay.funds.alder-guidance.available\"],[\"alderbay.funds.bay-market.available\"]]");
    }

    /** Three changes must be undone together; with sixteen changes, not all pairs of them are tried. */
    @Test
    void aCauseThatIsNotProvenSmallestSaysSo() throws IOException {
        String file = Files.writeString(folder.resolve("joint.yaml"), """
            scenarios:
              - id: worse
                facts:
                  bigcell.yieldRate: 10 %
                  bigcell.coInvestors: []
                  alderbay.funds.alder-guidance.available: 0.4 bn yuan
                  bigcell.claimsScale: false
                  bigcell.claimsScarcity: false
                  thinfilm.fundingNeed: 9 bn yuan
                  spinframe.fundingNeed: 9 bn yuan
                  looper.fundingNeed: 9 bn yuan
                  smartpack.fundingNeed: 9 bn yuan
                  saltlight.fundingNeed: 9 bn yuan
                  solidstart.fundingNeed: 9 bn yuan
                  plaincell.fundingNeed: 9 bn yuan
                  scooterpack.fundingNeed: 9 bn yuan
                  purecarbon.fundingNeed: 9 bn yuan
                  nickelworks.fundingNeed: 9 bn yuan
                  clearsalt.fundingNeed: 9 bn yuan
            """).toString();
        assertThat(run(file, "--project", "bigcell", "--city", "alderbay").out().replaceAll("\\s+", " "))
                .contains("RECOMMEND → DECLINE, because of the project’s yield rate together with what is left of"
                        + " Alderbay Guidance Fund and whether the project claims scale (found, not proven"
                        + " smallest)");
        assertThat(run(file, "--project", "bigcell", "--city", "alderbay", "--lang", "zh")
                        .out()
                        .replaceAll("\\s+", ""))
                .contains("推荐→不推荐，起因：项目的良率（连同本市基金清单中桤湾引导基金的可投余额和项目是否申明规模优势）（已找到，未证明为最小）");
        JsonNode outcome = JSON.readTree(run(file, "--project", "bigcell", "--city", "alderbay", "-f", "json")
                        .out())
                .at("/pairs/0/outcomes/0");
        assertThat(outcome.at("/causes/0")).hasSize(3);
        assertThat(outcome.get("proven").booleanValue()).isFalse();
    }

    @Test
    void aSingleCauseAfterTwoHundredChangesIsFound() throws IOException {
        StringBuilder added = new StringBuilder("scenarios:\n  - id: many\n    add:\n      projects:\n");
        for (int i = 0; i < 205; i++) {
            added.append("        - {id: r%s, name: R%s, links: [separator]}\n".formatted(i, i));
        }
        added.append("    facts: {bigcell.yieldRate: 10 %}\n");
        String file =
                Files.writeString(folder.resolve("many.yaml"), added.toString()).toString();
        JsonNode json = JSON.readTree(run(file, "--project", "bigcell", "--city", "alderbay", "-f", "json")
                .out());
        assertThat(json.at("/pairs/0/outcomes/0/causes").toString()).isEqualTo("[[\"bigcell.yieldRate\"]]");
        assertThat(json.at("/pairs/0/outcomes/0/proven").booleanValue()).isTrue();
    }

    @Test
    void addedProjectsAreJudgedInTheirScenarioOnly() throws IOException {
        JsonNode json = JSON.readTree(scenario("""
            scenarios:
              - id: rival
                add: {projects: [{id: rival, name: Rival, links: [separator]}]}
            """).out());
        assertThat(json.get("pairs"))
                .filteredOn(pair -> pair.get("project").textValue().equals("rival"))
                .hasSize(3)
                .allSatisfy(pair -> {
                    assertThat(pair.get("today").isNull()).isTrue();
                    assertThat(pair.get("standing").isNull()).isTrue();
                    assertThat(pair.at("/outcomes/0/judged").isNull()).isFalse();
                });
    }

    @Test
    void problemsAreReportedAtTheirPlaceAndTheRestIsScreened() throws IOException {
        Run run = scenario("""
            scenarios:
              - id: typos
                facts:
                  bigcel.fundingNeed: 9 bn yuan
                  bigcell.fundngNeed: 9 bn yuan
                  alderbay.funds.alder.available: 1 bn yuan
                  bigcell.yieldRate: 140 %
                  bigcell.id: other
                  thinfilm.yieldRate: 60 %
                remove: [alderbay.demand, alderbay.demands.boats, spinfram]
                rates: {UDS: 8}
                limits: {yield-flor: 60 %, yield-asked: over 90 %}
              - {id: empty}
              - {id: empty, fact: {}}
            """);
        assertThat(run.exit()).isEqualTo(3);
        Golden.assertSame("samples/scenarios-problems.txt", run.err());
        JsonNode json = JSON.readTree(run.out());
        assertThat(json.get("scenarios")).hasSize(1);
        assertThat(json.at("/scenarios/0/changes"))
                .extracting(one -> one.get("name").textValue())
                .containsExactly("thinfilm.yieldRate");
        assertThat(json.get("pairs"))
                .allSatisfy(pair ->
                        assertThat(pair.at("/outcomes/0/judged").isNull()).isFalse());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]                                | 3 | scenarios.yaml:1:1: a file of scenarios",
                "scenario: []                      | 3 | did you mean `scenarios`?",
                "scenarios: [{facts: {bigcell.fundingNeed: 9 bn yuan}}] | 3 | a scenario needs `id`"
            })
    void filesWithoutAScenarioAreRefused(String text, int exit, String message) throws IOException {
        Run run = scenario(text);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(message, "nothing was screened").doesNotContain("Exception");
        assertThat(run.exit()).isEqualTo(exit);
    }

    @Test
    void aMissingFileAndDecisionDaysAreRefused() {
        assertThat(run("nowhere.yaml").err()).contains("nowhere.yaml: there is no such file");
        assertThat(run(EXAMPLE, "--as-of", "decision"))
                .isEqualTo(
                        new Run(2, "", "winnow: scenarios are screened on one day, not on the day of each decision\n"));
    }

    @Test
    void everyFormatIsWritten() {
        assertThat(run(EXAMPLE, "-f", "csv").out().lines().findFirst().orElseThrow())
                .isEqualTo("projectName,cityName,today.verdict,standing,outcomes.export-ban.judged.verdict,"
                        + "outcomes.demand-falls.judged.verdict,outcomes.dear-money.judged.verdict,project,city");
        assertThat(run(EXAMPLE, "-f", "html").out()).contains("Verdicts that stand in some scenarios");
        assertThat(run(EXAMPLE, "-o", folder.resolve("s.xlsx").toString()).exit())
                .isZero();
        assertThat(run(EXAMPLE, "-o", folder.resolve("s.docx").toString()).exit())
                .isZero();
    }
}
