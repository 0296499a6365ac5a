package dev.winnow.ruletools.check;

import static dev.winnow.ruletools.check.CheckedCopies.battery;
import static dev.winnow.ruletools.check.CheckedCopies.check;
import static dev.winnow.ruletools.check.CheckedCopies.json;
import static dev.winnow.ruletools.check.CheckedCopies.level;
import static dev.winnow.ruletools.check.CheckedCopies.odd;
import static dev.winnow.ruletools.check.CheckedCopies.texts;
import static dev.winnow.ruletools.check.CheckedCopies.unlawful;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.winnow.console.PackCopy;
import dev.winnow.console.Run;
import dev.winnow.language.internal.pack.Check;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code winnow rules check} in its formats for programs, code scanners and pull requests. */
class RulesCheckFormatsTest {

    @TempDir
    private Path folder;

    @Test
    void jsonContainsAProblem() {
        PackCopy pack = unlawful(folder);
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
                  "advice": "did you mean `fundingNeed`?"
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
    void jsonRemarksNameTheirSubject() {
        PackCopy pack = odd(folder);
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

    private static JsonNode run(JsonNode log) {
        assertThat(log.get("$schema").textValue()).isEqualTo("https://json.schemastore.org/sarif-2.1.0.json");
        assertThat(log.get("version").textValue()).isEqualTo("2.1.0");
        assertThat(log.get("runs")).hasSize(1);
        return log.get("runs").get(0);
    }

    @Test
    void sarifDescribesEveryCheck() {
        JsonNode driver =
                run(json(check(battery(folder), "-f", "sarif"))).get("tool").get("driver");
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
    void aSarifResultHasItsRuleAndPlace() {
        PackCopy pack = odd(folder);
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
    void aViolationOfThePackLawIsASarifError() {
        PackCopy pack = unlawful(folder);
        Run run = check(pack, "-f", "sarif");
        assertThat(run.exit()).isEqualTo(3);
        JsonNode results = run(json(run)).get("results");
        assertThat(results).hasSize(1);
        assertThat(results.get(0).get("ruleId").textValue()).isEqualTo("pack-law");
        assertThat(results.get(0).get("ruleIndex").intValue()).isZero();
        assertThat(results.get(0).get("level").textValue()).isEqualTo("error");
        assertThat(results.get(0).get("message").get("text").textValue())
                .isEqualTo("`Project` has no `fundingNeeds`; did you mean `fundingNeed`?");
        assertThat(results.findValue("region").toString())
                .isEqualTo("{\"startLine\":%d,\"startColumn\":36,\"endColumn\":48}"
                        .formatted(pack.line("funding.drl", "fundingNeeds")));
    }

    @Test
    void sarifColumnsCountAsDeclared() {
        PackCopy pack =
                battery(folder).replace("funding.drl", "$fund : name )", "name != \"\uD835\uDCB3\", $fund : nam )");
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
    void pathsBelowTheWorkingDirectoryAreRelative() {
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
    void unusualFolderNamesAreEscaped() {
        Path parent = folder.resolve("50%, or so");
        PackCopy pack = PackCopy.of("battery", parent).replace("funding.drl", "fundingNeed )", "fundingNeeds )");
        String uri = run(json(check(pack, "-f", "sarif"))).findValue("uri").textValue();
        assertThat(uri).contains("50%25,%20or%20so");
        assertThat(Path.of(URI.create(uri))).isEqualTo(pack.folder().resolve("funding.drl"));
        assertThat(check(pack, "-f", "github").out()).contains("/50%25%2C or so/battery/funding.drl,line=");
    }

    @Test
    void aProblemIsAnErrorAtItsLine() {
        PackCopy pack = unlawful(folder);
        Run run = check(pack, "-f", "github");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(pack.shown(run.out()))
                .isEqualTo("::error file=battery/funding.drl,line=" + pack.line("funding.drl", "fundingNeeds")
                        + ",col=36,endColumn=48::`Project` has no `fundingNeeds`%0Adid you mean `fundingNeed`?\n");
    }

    @Test
    void warningsAndNotesNameTheirCheck() {
        PackCopy pack = odd(folder);
        Run run = check(pack, "-f", "github");
        assertThat(run.exit()).isZero();
        assertThat(pack.shown(run.out())).isEqualTo("""
            ::warning file=battery/limits.yaml,line=%d,col=9,endColumn=19,title=unread-limit::no rule reads limit `never-read`%%0Aremove it, or write `Limit( id == "never-read", $min : value )` in a rule
            ::notice file=battery/funding.drl,line=%d,col=6,endColumn=27,title=counts-twice::wherever rule `new-money-this-year` holds, `mandate-covers-track` holds too, and both award their points%%0Aput both into one `@family` if they measure the same
            """.formatted(
                        pack.line("limits.yaml", "never-read"), pack.line("funding.drl", "\"new-money-this-year\"")));
    }

    @Test
    void percentSignsAreEscaped() {
        PackCopy pack = battery(folder).replace("funding.drl", "%s may invest in %s", "%d may invest in %s");
        assertThat(check(pack, "-f", "github").out())
                .endsWith("::the only placeholder allowed in a text is `%25s`%0Adid you mean `%25s`?\n");
    }

    @Test
    void aSoundPackHasNoWorkflowCommands() {
        assertThat(check(battery(folder), "-f", "github")).isEqualTo(new Run(0, "", ""));
    }

    @Test
    void aReportIsWrittenToAFile() throws IOException {
        PackCopy pack = odd(folder);
        Path file = folder.resolve("checks.sarif");
        Run run = check(pack, "-f", "sarif", "-o", file.toString());
        assertThat(run.out()).isEmpty();
        assertThat(Files.readString(file)).isEqualTo(check(pack, "-f", "sarif").out());
    }
}
