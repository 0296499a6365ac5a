package dev.winnow.past.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.winnow.console.Run;
import dev.winnow.report.Golden;
import dev.winnow.report.internal.layout.Columns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Output of {@code winnow backtest}. The tests of the analysis derive the numbers in its golden files by hand. */
class BackTestCommandTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String TESTS = "../../analysis/src/test/resources/";
    private static final String WIND = TESTS + "universes/wind.yaml";
    private static final String HARBOUR = TESTS + "packs/harbour";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"table, backtest.txt", "json, backtest.json", "markdown, backtest.md"})
    void aPackIsTestedOnPastProjects(String format, String golden) {
        Run run = Run.winnow("backtest", "-u", WIND, "-r", HARBOUR, "-f", format, "-q");
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        Golden.assertSame("samples/" + golden, run.out());
    }

    @ParameterizedTest
    @CsvSource({"table, backtest-two.txt", "markdown, backtest-two.md"})
    void twoPacksAreShownSideBySide(String format, String golden) {
        Run run = Run.winnow("backtest", "-u", WIND, "-r", HARBOUR, "--against", "battery", "-f", format, "-q");
        assertThat(run.exit()).isZero();
        Golden.assertSame("samples/" + golden, run.out());
        assertThat(Run.winnow("backtest", "-u", WIND, "-r", HARBOUR, "-r", "battery", "-f", format, "-q")
                        .out())
                .isEqualTo(run.out());
    }

    /** Recommended projects succeed in 3 of 4 cases, declined ones in 1 of 4. */
    private Path past() throws IOException {
        StringBuilder past = new StringBuilder("""
                universe: {name: past, asOf: 2020-12-31, illustrative: true}
                chains: [{id: wind-power, links: [{id: tower, stage: one}, {id: cable, stage: two}]}]
                cities:
                  - id: northport
                    presences: [{link: tower, held: false, asOf: 1990}, {link: cable, held: true, asOf: 1990}]
                projects:
                """);
        LocalDate day = LocalDate.of(2000, 1, 3);
        for (int i = 0; i < 160; i++) {
            boolean good = i % 2 == 0;
            boolean usual = i / 2 % 4 > 0;
            past.append(String.format(
                    "  - {id: p%03d, decided: %s, consortium: %s, links: [%s], ownsTechnology: true,"
                            + " publicBacking: true, outcome: {result: %s, ended: %s}}\n",
                    i,
                    day.plusMonths(i),
                    good,
                    good ? "tower" : "cable",
                    good == usual ? "succeeded" : "failed",
                    day.plusMonths(i + 12)));
        }
        return Files.writeString(folder.resolve("past.yaml"), past);
    }

    @ParameterizedTest
    @CsvSource({"en, backtest-rates.txt", "zh, backtest-rates-zh.txt"})
    void aPastWithManyOutcomesHasRates(String language, String golden) throws IOException {
        Run run = Run.winnow(
                "backtest", "-u", past().toString(), "-r", HARBOUR, "--slices", "2", "-q", "--lang", language);
        assertThat(run.err()).isEqualTo(language.equals("zh") ? run.err() : "");
        String section = run.out()
                .lines()
                .dropWhile(line -> !line.matches("How well .*|结论对.*"))
                .takeWhile(line -> !line.matches("Projects|项目"))
                .collect(Collectors.joining("\n", "", "\n"));
        Golden.assertSame("samples/" + golden, section);
        assertThat(section.lines())
                .allSatisfy(line -> assertThat(Columns.width(line)).isLessThanOrEqualTo(Columns.PAGE));
    }

    @Test
    void ratesAreInWorkbooksAndJson() throws IOException {
        JsonNode rates = JSON.readTree(
                        Run.winnow("backtest", "-u", past().toString(), "-r", HARBOUR, "-f", "json", "-q")
                                .out())
                .at("/tests/0/statistics/rates");
        assertThat(rates.at("/succeeded/RECOMMEND/share").decimalValue()).isEqualByComparingTo("0.75");
        assertThat(rates.at("/lift").decimalValue()).isEqualByComparingTo("1.5");
        assertThat(rates.at("/periods")).hasSize(2);
        assertThat(JSON.readTree(Run.winnow("backtest", "-f", "json", "-q").out())
                        .at("/tests/0/statistics")
                        .toString())
                .isEqualTo("{\"successes\":6,\"failures\":2,\"rates\":null}");
    }

    @Test
    void noLineIsWiderThanThePage() {
        String all = Run.winnow("backtest", "-q").out()
                + Run.winnow("backtest", "-q", "--against", "battery").out();
        assertThat(all.lines())
                .allSatisfy(line -> assertThat(Columns.width(line)).isLessThanOrEqualTo(Columns.PAGE));
    }

    @Test
    void theShippedPastIsJudgedAsInScreenings() throws IOException {
        JsonNode test = JSON.readTree(Run.winnow("backtest", "-f", "json", "-q").out());
        assertThat(test.get("projects"))
                .extracting(one -> one.get("project").textValue())
                .containsExactly(
                        "boe",
                        "foxconn",
                        "goertek",
                        "haier-2000",
                        "hanxin",
                        "hisense-2000",
                        "hisense-xinxin",
                        "hsmc",
                        "huike",
                        "sien",
                        "sirui",
                        "tacoma",
                        "wanda");
        assertThat(test.get("survivorBias").booleanValue()).isTrue();
        Map<String, JsonNode> screening = new HashMap<>();
        JSON.readTree(Run.winnow("screen", "--as-of", "decision", "-f", "json", "-q")
                        .out())
                .get("assessments")
                .forEach(one -> screening.put(one.get("project") + " " + one.get("city"), one));
        JsonNode then = test.get("tests").get(0).get("then");
        assertThat(then.get("assessments")).isNotEmpty().allSatisfy(one -> {
            JsonNode other = screening.get(one.get("project") + " " + one.get("city"));
            for (String key : new String[] {"asOf", "verdict", "because", "score", "known"}) {
                assertThat(one.get(key)).isEqualTo(other.get(key));
            }
        });
        int counted = 0;
        for (JsonNode row : then.get("matrix")) {
            for (JsonNode cell : row) {
                counted += cell.intValue();
            }
        }
        assertThat(counted).isEqualTo(13);
    }

    @Test
    void aDecisionOnTheDayOfTheOutcomeIsReported() {
        assertThat(Run.winnow("backtest", "-q").out().replaceAll("\\s+", " "))
                .contains(
                        "! Decided no earlier than the outcome was known, as far as the facts show: BOE display modules"
                                + " 京东方, Wanda Optoelectronics 万达光电. A verdict on them is no forecast.");
        assertThat(Run.winnow("backtest", "-q", "--lang", "zh").out().replaceAll("\\s+", ""))
                .contains("!据所知，决策日不早于结果已知之日：京东方显示模组、万达光电。对其所作判定不算预测。");
    }

    @Test
    void assumptionsOfTheRunApplyToThePast() {
        String line = "backtest -q --project foxconn --assume qingdao.presences.wafer-level-packaging.held=yes";

        assertThat(Run.winnow(line.split(" ")).out().replaceAll("\\s+", " "))
                .contains("As known then, assuming changes 1 of 1 verdicts: Foxconn New Core 富士康新核芯 (HOLD → DECLINE).")
                .contains("! The outcomes of 1 project calibrate nothing: base verdicts show");
        assertThat(Run.winnow((line + " -f html").split(" ")).out())
                .contains("<p>As known then, assuming changes 1 of 1 verdicts: ", "calibrate nothing");
    }

    @Test
    void aProjectWithoutADecisionDayIsReported() {
        assertThat(Run.winnow("backtest", "--project", "hsmc", "-q").out())
                .contains("! The day of decision is unknown for HSMC 武汉弘芯:", "day unknown, as of 2026-01-08");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-u illustrative -r battery | 3 | universe `illustrative` has no outcome to test"
                        + " rules with; give projects `decided` and `outcome: {result: …}`",
                "--project wuyuan | 2 | no known outcome for `wuyuan`; outcomes are known for `boe`,",
                "--project seen | 2 | unknown project `seen`; did you mean `sien`?",
                "--city qindao | 2 | unknown city `qindao`; did you mean `qingdao`?",
                "--city jinan --project sien | 2 | none of these projects was decided for one of these cities; outcomes are"
                        + " known in `nanjing`, `qingdao`, `wuhan`",
                "--slices 0 | 2 | `--slices` must be a number from 1 to 50",
                "-r battery -r battery --against battery | 2 | 3 packs given; at most two can be compared",
                "-f xml | 2 | unknown value `xml` for --format; expected one of table, json, ndjson, csv, xlsx, markdown",
                "-r baterry | 3 | `baterry` is neither a path nor a shipped pack; did you mean `battery`?"
            })
    void impossibleRequestsAreReported(String arguments, int exit, String words) {
        Run run = Run.winnow(("backtest -q " + arguments).split(" "));
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("winnow: " + words).doesNotContain("Exception");
        assertThat(run.exit()).isEqualTo(exit);
    }

    @Test
    void anotherCurrencyIsRefused() throws IOException {
        Path file = folder.resolve("wind.yaml");
        Files.writeString(
                file,
                Files.readString(Path.of(WIND)).replace("illustrative: true}", "illustrative: true, currency: USD}"));
        Run run = Run.winnow("backtest", "-u", file.toString(), "-r", "battery", "-q");
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains(
                        "battery/pack.yaml: the pack's currency is yuan, but the universe `wind` uses USD",
                        "winnow: 1 problem; nothing was tested");
        assertThat(run.exit()).isEqualTo(3);
    }

    @Test
    void ownProjectsAreJudgedAndTheirProblemsReported() throws IOException {
        Path file = folder.resolve("own.yaml");
        Files.writeString(file, """
            projects:
              - {id: doldrum, name: Doldrum, city: northport, decided: 2016-01-01, links: [cable], outcome: {result: failed}}
              - {id: calm, links: [sail], outcome: {result: failed}}
            """);
        Run run = Run.winnow("backtest", "-u", WIND, "-r", HARBOUR, "--project", file.toString(), "-q");
        assertThat(run.out()).contains("1 project with a known outcome: 0 succeeded, 1 failed, 0 stopped.", "Doldrum");
        assertThat(run.err())
                .contains(
                        "own.yaml:3:", "`sail`", "1 problem; entries with problems were left out; the rest was tested");
        assertThat(run.exit()).isEqualTo(3);
    }

    @Test
    void aUniverseWithoutACityIsRefused() throws IOException {
        Path file = folder.resolve("wind.yaml");
        Files.writeString(file, """
            universe: {name: wind, asOf: 2020-12-31}
            projects: [{id: gale, decided: 2010-06-01, outcome: {result: failed}}]
            """);
        Run run = Run.winnow("backtest", "-u", file.toString(), "-r", HARBOUR, "-q");
        assertThat(run.err()).isEqualTo("winnow: the universe has no city to judge its projects in\n");
        assertThat(run.exit()).isEqualTo(3);
    }

    @Test
    void onATerminalItEndsWithCounts() {
        assertThat(Run.winnow(Map.of(), true, "backtest").err())
                .containsPattern("winnow: \\d+ projects judged, each then and in hindsight; [0-9.]+ s\n");
        assertThat(Run.winnow("backtest").err()).doesNotContain("judged, each");
    }
}
