package dev.winnow.ruletools.check;

import static dev.winnow.ruletools.check.CheckedCopies.battery;
import static dev.winnow.ruletools.check.CheckedCopies.check;
import static dev.winnow.ruletools.check.CheckedCopies.json;
import static dev.winnow.ruletools.check.CheckedCopies.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.winnow.console.PackCopy;
import dev.winnow.console.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Candidates of a universe as counted by {@code winnow rules check -u}. */
class RulesCheckUniverseTest {

    @TempDir
    private Path folder;

    private String universe(String more) throws IOException {
        Path file = folder.resolve("blank.yaml");
        Files.writeString(
                file,
                "universe: {name: blank, asOf: 2020-12-31}\ncities: [{id: here}]\nprojects: [{id: one}, {id: two}]\n"
                        + more);
        return file.toString();
    }

    @Test
    void eachKnockOutIsCountedAsInAScreening() {
        JsonNode counted = json(Run.winnow("rules", "check", "battery", "-u", "illustrative", "-f", "json"));
        JsonNode screening = json(Run.winnow("screen", "-r", "battery", "-u", "illustrative", "-f", "json", "-q"));
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
    void withoutFactsKnockOutsStayOpenAndRulesUndecided() throws IOException {
        PackCopy pack = battery(folder);
        Run run = check(pack, "-u", universe(""), "--strict");
        assertThat(run.exit()).isZero();
        assertThat(pack.shown(run.out()))
                .startsWith("""
                    note: battery/funding.drl:%d:6: knock-out `no-money-in-sight` is undecided for 2 of 2 pairs of a candidate and a city (open-knock-out)
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
        PackCopy pack = battery(folder)
                .add("pack.yaml", "  - {check: open-knock-out, rule: no-money-in-sight, why: we ask later}\n");
        Run run = check(pack, "-u", universe(""));
        assertThat(run.out())
                .startsWith("Knock-outs in blank")
                .contains("fires 0, open 2, does not apply 0")
                .endsWith("28 rules, no problems\n");
    }

    @Test
    void problemsOfTheUniverseAreReportedAndLeftOut() throws IOException {
        Run run = check(battery(folder), "-u", universe("sub-tracks: []\n"));
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err())
                .contains("blank.yaml:4:1: ")
                .endsWith(
                        "winnow: 1 problem; entries with problems were left out; the rules were checked against the rest\n");
        assertThat(run.out()).contains("of 2 pairs");
    }

    @Test
    void anUnreadableUniverseIsNotCounted() {
        Run run = Run.winnow("rules", "check", "battery", "-u", "nowhere");
        assertThat(run).isEqualTo(new Run(3, "battery 1.0.0: 28 rules, no problems\n", """
            nowhere: there is no such file or folder
            winnow: 1 problem; the rules were not checked against a universe
            """));
    }

    @Test
    void aUniverseInAnotherCurrencyIsRefused() {
        PackCopy pack = battery(folder);
        Run run = check(pack, "-u", "chips-act");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(pack.shown(run.out())).isEqualTo("""
            battery/pack.yaml: the pack's currency is yuan, but the universe `chips-act` uses USD
               | give an exchange rate with its date, such as `--rate USD=…@2025-12-31`, or use a pack with `currency: USD`
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
                "rules check batery               | 3 | did you mean `battery`?",
                "rules check battery -u illustrativ | 3 | is neither a path nor a shipped universe; did you mean"
                        + " `illustrative`?",
                "rules check battery -f junit     | 2 | winnow: unknown value `junit` for --format",
                "rules check battery -r battery   | 2 | the pack is named twice"
            })
    void impossibleRequestsAreReported(String arguments, int exit, String words) {
        Run run = Run.winnow(arguments.split(" "));
        assertThat(run.out() + run.err()).contains(words).doesNotContain("Exception");
        assertThat(run.exit()).isEqualTo(exit);
    }
}
