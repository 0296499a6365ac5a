package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.winnow.cli.option.Run;
import dev.winnow.language.pack.Check;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The output of {@code winnow rules check} for packs that break the law, and for packs that are valid and doubtful. */
class RulesCheckTest {

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path folder;

    private static Run check(PackCopy pack, String... more) {
        return Run.winnow(
                Stream.concat(Stream.of("rules", "check", pack.folder().toString()), Stream.of(more))
                        .toArray(String[]::new));
    }

    private static JsonNode json(Run run) {
        try {
            return JSON.readTree(run.out());
        } catch (JsonProcessingException e) {
            throw new AssertionError(run.out(), e);
        }
    }

    private static List<String> texts(JsonNode list, String key) {
        List<String> texts = new ArrayList<>();
        list.forEach(one -> texts.add(one.get(key).asText()));
        return texts;
    }

    private PackCopy battery() {
        return PackCopy.of("battery", folder);
    }

    /** One misspelt fact. */
    private PackCopy unlawful() {
        return battery().replace("funding.drl", "$need : fundingNeed )", "$need : fundingNeeds )");
    }

    /** One warning, one note. */
    private PackCopy odd() {
        PackCopy pack =
                battery().add("limits.yaml", "  - id: never-read\n    values: [{value: 90 %, source: a study § 3}]\n");
        String accepted = pack.text("pack.yaml")
                .lines()
                .filter(line -> line.contains("rule: new-money-this-year"))
                .findFirst()
                .orElseThrow();
        return pack.replace("pack.yaml", accepted + "\n", "");
    }

    // --- text ---

    @Test
    void whatBreaksTheLawIsShownWhereItStands() {
        PackCopy pack = unlawful();
        Run run = check(pack);
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).isEmpty();
        assertThat(pack.shown(run.out())).isEqualTo("""
            battery/funding.drl:%d:36: `Project` has no `fundingNeeds`
               |   Project( $track : track, $need : fundingNeeds )
               |                                    ^^^^^^^^^^^^ maybe `fundingNeed`?
            1 problem
            """.formatted(pack.line("funding.drl", "fundingNeeds")));
    }

    @Test
    void warningsComeBeforeNotesAndCarryTheNameOfTheirCheck() {
        PackCopy pack = odd();
        Run run = check(pack);
        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(pack.shown(run.out())).isEqualTo("""
            warning: battery/limits.yaml:%d:9: no rule reads limit `never-read` (unread-limit)
               |   - id: never-read
               |         ^^^^^^^^^^ remove it, or write `Limit( id == "never-read", $min : value )` in a rule
            note: battery/funding.drl:%d:6: wherever rule `new-money-this-year` holds, `mandate-covers-track` holds too, and the points of both count (counts-twice)
               |   rule "new-money-this-year"
               |        ^^^^^^^^^^^^^^^^^^^^^ put both into one `@family` if they measure the same
            battery 1.0.0: 28 rules, no problems, 1 warning, 1 note
            """.formatted(
                        pack.line("limits.yaml", "never-read"), pack.line("funding.drl", "\"new-money-this-year\"")));
    }

    // --- exit codes ---

    @Test
    void strictFailsOnAWarning() {
        PackCopy pack = odd();
        assertThat(check(pack, "--strict").exit()).isEqualTo(1);
        assertThat(check(pack, "--strict").out()).isEqualTo(check(pack).out());
    }

    @Test
    void strictPassesWithNotesAlone() {
        PackCopy pack = battery();
        pack.write("pack.yaml", pack.text("pack.yaml").replaceAll("(?s)\naccept:.*", "\n"));
        Run run = check(pack, "--strict");
        assertThat(run.out()).endsWith("battery 1.0.0: 28 rules, no problems, 2 notes\n");
        assertThat(run.exit()).isZero();
    }

    @Test
    void aProblemWeighsMoreThanAWarning() {
        assertThat(check(unlawful(), "--strict").exit()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"semiconductor", "battery", "chips-act", "data-centre"})
    void theShippedPacksHaveNoWarnings(String pack) {
        Run run = Run.winnow("rules", "check", pack, "--strict");
        assertThat(run.exit()).as(run.out()).isZero();
    }

    // --- accept ---

    @Test
    void aWarningIsAcceptedWithAReason() {
        PackCopy pack = odd().add("pack.yaml", "  - {check: unread-limit, limit: never-read, why: next year's rule}\n");
        Run run = check(pack, "--strict");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).doesNotContain("never-read").endsWith("no problems, 1 note\n");
    }

    @Test
    void acceptingWithoutAReasonIsAProblem() {
        PackCopy pack = odd().add("pack.yaml", "  - {check: unread-limit, limit: never-read}\n");
        Run run = check(pack);
        assertThat(run.exit()).isEqualTo(3);
        assertThat(pack.shown(run.out()))
                .startsWith("battery/pack.yaml:" + pack.line("pack.yaml", "never-read")
                        + ":5: an entry of `accept` needs `why`\n")
                .endsWith("\n1 problem\n");
    }

    @Test
    void acceptingWhatIsNotThereIsItselfRemarkedOn() {
        PackCopy pack = battery().add("pack.yaml", "  - {check: idle-cap, rule: no-local-demand, why: it was so}\n");
        Run run = check(pack, "--strict");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out())
                .contains("there is nothing to accept: `idle-cap` does not remark on `no-local-demand` (idle-accept)");
    }

    @Test
    void thatARuleLacksCasesCannotBeAccepted() {
        PackCopy pack = battery();
        pack.write("cases/order-of-logic.yaml", "cases: []\n")
                .add("pack.yaml", "  - {check: lacks-case, rule: no-local-demand, why: later}\n");
        Run run = check(pack);
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).contains("rule `no-local-demand` has no case\n");
    }

    // --- json ---

    @Test
    void aProblemInJson() {
        PackCopy pack = unlawful();
        Run run = check(pack, "-f", "json");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(pack.shown(run.out())).isEqualTo("""
            {
              "schema": 1,
              "pack": null,
              "problems": [
                {
                  "file": "battery/funding.drl",
                  "line": %d,
                  "column": 36,
                  "length": 12,
                  "message": "`Project` has no `fundingNeeds`",
                  "advice": "maybe `fundingNeed`?"
                }
              ],
              "remarks": [],
              "universe": null,
              "knockOuts": null,
              "neverDecided": null
            }
            """.formatted(pack.line("funding.drl", "fundingNeeds")));
    }

    @Test
    void remarksInJsonSayWhatTheyAreAbout() {
        PackCopy pack = odd();
        JsonNode report = json(check(pack, "-f", "json"));
        assertThat(report.fieldNames())
                .toIterable()
                .containsExactly("schema", "pack", "problems", "remarks", "universe", "knockOuts", "neverDecided");
        assertThat(report.get("schema").intValue()).isEqualTo(1);
        assertThat(report.get("pack").get("name").textValue()).isEqualTo("battery");
        assertThat(report.get("pack").get("digest").textValue()).matches("[0-9a-f]{64}");
        assertThat(report.get("problems")).isEmpty();
        assertThat(texts(report.get("remarks"), "check")).containsExactly("unread-limit", "counts-twice");
        assertThat(texts(report.get("remarks"), "level")).containsExactly("warning", "note");
        assertThat(texts(report.get("remarks"), "limit")).containsExactly("never-read", "null");
        assertThat(texts(report.get("remarks"), "rule")).containsExactly("null", "new-money-this-year");
        assertThat(report.get("remarks").get(0).fieldNames())
                .toIterable()
                .containsExactly(
                        "check",
                        "level",
                        "rule",
                        "limit",
                        "criterion",
                        "assumption",
                        "file",
                        "line",
                        "column",
                        "length",
                        "message",
                        "advice");
    }

    // --- sarif ---

    private static JsonNode run(JsonNode log) {
        assertThat(log.get("$schema").textValue()).isEqualTo("https://json.schemastore.org/sarif-2.1.0.json");
        assertThat(log.get("version").textValue()).isEqualTo("2.1.0");
        assertThat(log.get("runs")).hasSize(1);
        return log.get("runs").get(0);
    }

    @Test
    void sarifDescribesEveryCheck() {
        JsonNode driver = run(json(check(battery(), "-f", "sarif"))).get("tool").get("driver");
        assertThat(driver.get("name").textValue()).isEqualTo("winnow");
        assertThat(texts(driver.get("rules"), "id"))
                .startsWith("pack-law")
                .doesNotHaveDuplicates()
                .endsWith(Arrays.stream(Check.values()).map(Check::code).toArray(String[]::new))
                .hasSize(1 + Check.values().length);
        for (Check check : Check.values()) {
            JsonNode rule = driver.get("rules").get(1 + check.ordinal());
            assertThat(rule.get("fullDescription").get("text").textValue())
                    .isEqualTo(check.meaning().toString());
            assertThat(rule.get("defaultConfiguration").get("level").textValue())
                    .isEqualTo(level(check));
        }
    }

    @Test
    void aResultOfSarifPointsAtItsRuleAndItsPlace() {
        PackCopy pack = odd();
        JsonNode run = run(json(check(pack, "-f", "sarif")));
        assertThat(run.get("columnKind").textValue()).isEqualTo("utf16CodeUnits");
        assertThat(texts(run.get("results"), "ruleId")).containsExactly("unread-limit", "counts-twice");
        assertThat(texts(run.get("results"), "level")).containsExactly("warning", "note");
        for (JsonNode result : run.get("results")) {
            JsonNode rule = run.get("tool")
                    .get("driver")
                    .get("rules")
                    .get(result.get("ruleIndex").intValue());
            assertThat(rule.get("id")).isEqualTo(result.get("ruleId"));
            assertThat(result.get("message").get("text").textValue()).isNotBlank();
        }
        JsonNode place = run.get("results").get(0).get("locations").get(0).get("physicalLocation");
        assertThat(place.get("region").toString())
                .isEqualTo("{\"startLine\":%d,\"startColumn\":9,\"endColumn\":19}"
                        .formatted(pack.line("limits.yaml", "never-read")));
        assertThat(Path.of(URI.create(place.get("artifactLocation").get("uri").textValue())))
                .isEqualTo(pack.folder().resolve("limits.yaml"));
    }

    @Test
    void whatBreaksTheLawIsAnErrorOfSarif() {
        PackCopy pack = unlawful();
        Run run = check(pack, "-f", "sarif");
        assertThat(run.exit()).isEqualTo(3);
        JsonNode results = run(json(run)).get("results");
        assertThat(results).hasSize(1);
        assertThat(results.get(0).get("ruleId").textValue()).isEqualTo("pack-law");
        assertThat(results.get(0).get("ruleIndex").intValue()).isZero();
        assertThat(results.get(0).get("level").textValue()).isEqualTo("error");
        assertThat(results.get(0).get("message").get("text").textValue())
                .isEqualTo("`Project` has no `fundingNeeds`; maybe `fundingNeed`?");
        assertThat(results.findValue("region").toString())
                .isEqualTo("{\"startLine\":%d,\"startColumn\":36,\"endColumn\":48}"
                        .formatted(pack.line("funding.drl", "fundingNeeds")));
    }

    @Test
    void columnsOfSarifCountAsItSays() {
        PackCopy pack = battery().replace("funding.drl", "$fund : name )", "kind != \"\uD835\uDCB3\", $fund : nam )");
        String line = pack.text("funding.drl")
                .lines()
                .filter(one -> one.contains(": nam )"))
                .findFirst()
                .orElseThrow();
        assertThat(run(json(check(pack, "-f", "sarif")))
                        .findValue("startColumn")
                        .intValue())
                .isEqualTo(1 + line.indexOf("nam )"));
    }

    @Test
    void aPlaceWithoutALineHasNoRegion() {
        Run run = Run.winnow("rules", "check", folder.resolve("nowhere").toString(), "-f", "sarif");
        assertThat(run.exit()).isEqualTo(3);
        JsonNode results = run(json(run)).get("results");
        assertThat(results).hasSize(1);
        assertThat(results.findValue("region")).isNull();
    }

    @Test
    void filesBelowTheFolderOfWorkAreRelative() {
        String tea = "src/test/resources/packs/tea";
        JsonNode results =
                run(json(Run.winnow("rules", "check", tea, "-f", "sarif"))).get("results");
        assertThat(results).isNotEmpty();
        assertThat(results.findValuesAsText("uri"))
                .allSatisfy(uri -> assertThat(uri).startsWith(tea + "/"));
        assertThat(Run.winnow("rules", "check", tea, "-f", "github").out().lines())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).contains(" file=" + tea + "/"));
    }

    @Test
    void awkwardNamesOfFoldersAreEscaped() {
        Path parent = folder.resolve("50%, or so");
        PackCopy pack = PackCopy.of("battery", parent).replace("funding.drl", "fundingNeed )", "fundingNeeds )");
        String uri = run(json(check(pack, "-f", "sarif"))).findValue("uri").textValue();
        assertThat(uri).contains("50%25,%20or%20so");
        assertThat(Path.of(URI.create(uri))).isEqualTo(pack.folder().resolve("funding.drl"));
        assertThat(check(pack, "-f", "github").out()).contains("/50%25%2C or so/battery/funding.drl,line=");
    }

    // --- github ---

    @Test
    void aProblemIsAnErrorAtItsLine() {
        PackCopy pack = unlawful();
        Run run = check(pack, "-f", "github");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(pack.shown(run.out()))
                .isEqualTo("::error file=battery/funding.drl,line=" + pack.line("funding.drl", "fundingNeeds")
                        + ",col=36,endColumn=48::`Project` has no `fundingNeeds`%0Amaybe `fundingNeed`?\n");
    }

    @Test
    void warningsAndNotesAreCommentsWithTheNameOfTheirCheck() {
        PackCopy pack = odd();
        Run run = check(pack, "-f", "github");
        assertThat(run.exit()).isZero();
        assertThat(pack.shown(run.out())).isEqualTo("""
            ::warning file=battery/limits.yaml,line=%d,col=9,endColumn=19,title=unread-limit::no rule reads limit `never-read`%%0Aremove it, or write `Limit( id == "never-read", $min : value )` in a rule
            ::notice file=battery/funding.drl,line=%d,col=6,endColumn=27,title=counts-twice::wherever rule `new-money-this-year` holds, `mandate-covers-track` holds too, and the points of both count%%0Aput both into one `@family` if they measure the same
            """.formatted(
                        pack.line("limits.yaml", "never-read"), pack.line("funding.drl", "\"new-money-this-year\"")));
    }

    @Test
    void percentSignsAreEscaped() {
        PackCopy pack = battery().replace("funding.drl", "%s may invest in %s", "%d may invest in %s");
        assertThat(check(pack, "-f", "github").out())
                .endsWith("::the only placeholder of a text is `%25s`%0Amaybe `%25s`?\n");
    }

    @Test
    void aSoundPackIsSilentThere() {
        assertThat(check(battery(), "-f", "github")).isEqualTo(new Run(0, "", ""));
    }

    @Test
    void aReportGoesToAFile() throws IOException {
        PackCopy pack = odd();
        Path file = folder.resolve("checks.sarif");
        Run run = check(pack, "-f", "sarif", "-o", file.toString());
        assertThat(run.out()).isEmpty();
        assertThat(Files.readString(file)).isEqualTo(check(pack, "-f", "sarif").out());
    }

    // --- universe ---

    private String universe(String more) throws IOException {
        Path file = folder.resolve("blank.yaml");
        Files.writeString(
                file,
                "universe: {name: blank, asOf: 2020-12-31}\ncities: [{id: here}]\nprojects: [{id: one}, {id: two}]\n"
                        + more);
        return file.toString();
    }

    @Test
    void eachKnockOutIsCountedAsItScreens() throws IOException {
        JsonNode counted = json(Run.winnow("rules", "check", "battery", "-u", "illustrative", "-f", "json"));
        JsonNode screening =
                JSON.readTree(Run.winnow("screen", "-r", "battery", "-u", "illustrative", "-f", "json", "-q")
                        .out());
        int fires = 0;
        int open = 0;
        for (JsonNode assessment : screening.get("assessments")) {
            fires += texts(assessment.get("findings"), "rule").contains("no-money-in-sight") ? 1 : 0;
            open += texts(assessment.get("undetermined"), "rule").contains("no-money-in-sight") ? 1 : 0;
        }
        int pairs = screening.get("assessments").size();
        assertThat(fires).isPositive();
        assertThat(counted.get("universe").textValue()).isEqualTo("illustrative");
        assertThat(counted.get("knockOuts").toString())
                .isEqualTo("[{\"rule\":\"no-money-in-sight\",\"fires\":%d,\"open\":%d,\"doesNotApply\":%d}]"
                        .formatted(fires, open, pairs - fires - open));
        assertThat(counted.get("neverDecided")).isEmpty();
        assertThat(Run.winnow("rules", "check", "battery", "-u", "illustrative").out())
                .isEqualTo("""
                    Knock-outs in illustrative, of %d pairs of a candidate and a city
                      no-money-in-sight  fires %d, open %d, does not apply %d
                    battery 1.0.0: 28 rules, no problems
                    """.formatted(pairs, fires, open, pairs - fires - open));
    }

    @Test
    void whereNothingIsKnownTheKnockOutStaysOpenAndRulesAreNeverDecided() throws IOException {
        PackCopy pack = battery();
        Run run = check(pack, "-u", universe(""), "--strict");
        assertThat(run.exit()).isZero();
        assertThat(pack.shown(run.out()))
                .startsWith("""
                    note: battery/funding.drl:%d:6: knock-out `no-money-in-sight` stays open for 2 of 2 pairs of a candidate and a city (open-knock-out)
                       |   rule "no-money-in-sight"
                       |        ^^^^^^^^^^^^^^^^^^^ `winnow screen` lists the facts that decide it
                    Knock-outs in blank, of 2 pairs of a candidate and a city
                      no-money-in-sight  fires 0, open 2, does not apply 0
                    Never decided there, for lack of facts
                    """.formatted(pack.line("funding.drl", "\"no-money-in-sight\"")))
                .endsWith("battery 1.0.0: 28 rules, no problems, 1 note\n");
        List<String> never = new ArrayList<>();
        json(check(pack, "-u", universe(""), "-f", "json"))
                .get("neverDecided")
                .forEach(rule -> never.add(rule.asText()));
        assertThat(never)
                .contains("funds-cover-need", "no-money-in-sight")
                .doesNotContain("brings-scale", "builds-chain");
        assertThat(run.out()).contains("lack of facts\n  " + String.join("\n  ", never) + "\nbattery");
    }

    @Test
    void anOpenKnockOutIsAcceptedAndStillCounted() throws IOException {
        PackCopy pack =
                battery().add("pack.yaml", "  - {check: open-knock-out, rule: no-money-in-sight, why: we ask later}\n");
        Run run = check(pack, "-u", universe(""));
        assertThat(run.out())
                .startsWith("Knock-outs in blank")
                .contains("fires 0, open 2, does not apply 0")
                .endsWith("28 rules, no problems\n");
    }

    @Test
    void whatIsWrongInTheUniverseIsLeftOutAndTold() throws IOException {
        Run run = check(battery(), "-u", universe("sub-tracks: []\n"));
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err())
                .contains("blank.yaml:4:1: ")
                .endsWith("winnow: 1 problem; what is wrong was left out, the rules were held against the rest\n");
        assertThat(run.out()).contains("of 2 pairs");
    }

    @Test
    void aUniverseThatCannotBeReadIsNotCounted() {
        Run run = Run.winnow("rules", "check", "battery", "-u", "nowhere");
        assertThat(run).isEqualTo(new Run(3, "battery 1.0.0: 28 rules, no problems\n", """
            nowhere: there is no such file or folder
            winnow: 1 problem; the rules were held against no universe
            """));
    }

    @Test
    void aPackIsNotHeldAgainstAnotherCurrency() {
        PackCopy pack = battery();
        Run run = check(pack, "-u", "chips-act");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(pack.shown(run.out())).isEqualTo("""
            battery/pack.yaml: the pack counts money in yuan, the universe `chips-act` in USD
               | no rate is guessed: take a pack that says `currency: USD`
            battery 1.0.0: 28 rules, 1 problem
            """);
        assertThat(json(check(pack, "-u", "chips-act", "-f", "json"))
                        .get("knockOuts")
                        .isNull())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rules check batery               | 3 | maybe `battery`?",
                "rules check battery -u illustrativ | 3 | is neither a path nor a shipped universe; maybe"
                        + " `illustrative`?",
                "rules check battery -f junit     | 2 | winnow: `junit` is no --format",
                "rules check battery -r battery   | 2 | the pack is named twice"
            })
    void whatCannotBeDoneIsSaid(String arguments, int exit, String words) {
        Run run = Run.winnow(arguments.split(" "));
        assertThat(run.out() + run.err()).contains(words).doesNotContain("Exception");
        assertThat(run.exit()).isEqualTo(exit);
    }

    // --- the page ---

    private static String level(Check check) {
        return check.level().name().toLowerCase(Locale.ROOT);
    }

    @Test
    void thePageListsEveryCheck() throws IOException {
        assertThat(Files.readString(Run.HOME.resolve("docs/checks.md"))
                        .lines()
                        .dropWhile(line -> !line.equals("## Every check"))
                        .skip(1)
                        .takeWhile(line -> !line.startsWith("## "))
                        .filter(line -> line.startsWith("| `")))
                .containsExactlyElementsOf(Arrays.stream(Check.values())
                        .map(check -> "| `" + check.code() + "` | " + level(check) + " | " + check.meaning() + " |")
                        .toList());
    }
}
