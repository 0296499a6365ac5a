package dev.winnow.ruletools.check;

import static dev.winnow.ruletools.check.CheckedCopies.battery;
import static dev.winnow.ruletools.check.CheckedCopies.check;
import static dev.winnow.ruletools.check.CheckedCopies.level;
import static dev.winnow.ruletools.check.CheckedCopies.odd;
import static dev.winnow.ruletools.check.CheckedCopies.unlawful;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.console.PackCopy;
import dev.winnow.console.Run;
import dev.winnow.language.internal.pack.Check;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Output and exit code of {@code winnow rules check} for invalid and for doubtful packs. */
class RulesCheckTest {

    @TempDir
    private Path folder;

    @Test
    void violationsOfThePackLawAreShownAtTheirPlace() {
        PackCopy pack = unlawful(folder);
        Run run = check(pack);
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).isEmpty();
        assertThat(pack.shown(run.out())).isEqualTo("""
            battery/funding.drl:%d:36: `Project` has no `fundingNeeds`
               |   Project( $track : track, $need : fundingNeeds )
               |                                    ^^^^^^^^^^^^ did you mean `fundingNeed`?
            1 problem
            """.formatted(pack.line("funding.drl", "fundingNeeds")));
    }

    @Test
    void warningsPrecedeNotesAndNameTheirCheck() {
        PackCopy pack = odd(folder);
        Run run = check(pack);
        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(pack.shown(run.out())).isEqualTo("""
            warning: battery/limits.yaml:%d:9: no rule reads limit `never-read` (unread-limit)
               |   - id: never-read
               |         ^^^^^^^^^^ remove it, or write `Limit( id == "never-read", $min : value )` in a rule
            note: battery/funding.drl:%d:6: wherever rule `new-money-this-year` holds, `mandate-covers-track` holds too, and both award their points (counts-twice)
               |   rule "new-money-this-year"
               |        ^^^^^^^^^^^^^^^^^^^^^ put both into one `@family` if they measure the same
            battery 1.0.0: 28 rules, no problems, 1 warning, 1 note
            """.formatted(
                        pack.line("limits.yaml", "never-read"), pack.line("funding.drl", "\"new-money-this-year\"")));
    }

    @Test
    void strictFailsOnAWarning() {
        PackCopy pack = odd(folder);
        assertThat(check(pack, "--strict").exit()).isEqualTo(1);
        assertThat(check(pack, "--strict").out()).isEqualTo(check(pack).out());
    }

    @Test
    void strictPassesWithNotesAlone() {
        PackCopy pack = battery(folder);
        pack.write("pack.yaml", pack.text("pack.yaml").replaceAll("(?s)\naccept:.*", "\n"));
        Run run = check(pack, "--strict");
        assertThat(run.out()).endsWith("battery 1.0.0: 28 rules, no problems, 5 notes\n");
        assertThat(run.exit()).isZero();
    }

    @Test
    void problemsOutrankWarnings() {
        assertThat(check(unlawful(folder), "--strict").exit()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"semiconductor", "battery", "battery-review", "chips-act", "data-centre"})
    void theShippedPacksHaveNoWarnings(String pack) {
        Run run = Run.winnow("rules", "check", pack, "--strict");
        assertThat(run.exit()).as(run.out()).isZero();
    }

    @Test
    void aWarningIsAcceptedWithAReason() {
        PackCopy pack =
                odd(folder).add("pack.yaml", "  - {check: unread-limit, limit: never-read, why: next year's rule}\n");
        Run run = check(pack, "--strict");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).doesNotContain("never-read").endsWith("no problems, 1 note\n");
    }

    @Test
    void acceptingWithoutAReasonIsAProblem() {
        PackCopy pack = odd(folder).add("pack.yaml", "  - {check: unread-limit, limit: never-read}\n");
        Run run = check(pack);
        assertThat(run.exit()).isEqualTo(3);
        assertThat(pack.shown(run.out()))
                .startsWith("battery/pack.yaml:" + pack.line("pack.yaml", "never-read")
                        + ":5: an entry of `accept` needs `why`\n")
                .endsWith("\n1 problem\n");
    }

    @Test
    void acceptingAnAbsentRemarkIsReported() {
        PackCopy pack =
                battery(folder).add("pack.yaml", "  - {check: idle-cap, rule: no-local-demand, why: it was so}\n");
        Run run = check(pack, "--strict");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out())
                .contains("nothing to accept: `idle-cap` has no remark on `no-local-demand` (idle-accept)");
    }

    @Test
    void missingCasesCannotBeAccepted() {
        PackCopy pack = battery(folder);
        pack.write("cases/order-of-logic.yaml", "cases: []\n")
                .add("pack.yaml", "  - {check: lacks-case, rule: no-local-demand, why: later}\n");
        Run run = check(pack);
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).contains("rule `no-local-demand` has no case\n");
    }

    @Test
    void thePageListsEveryCheck() throws IOException {
        assertThat(Files.readString(Run.HOME.resolve("docs/rule-tools.md"))
                        .lines()
                        .dropWhile(line -> !line.equals("### Every check"))
                        .skip(1)
                        .takeWhile(line -> !line.startsWith("##"))
                        .filter(line -> line.startsWith("| `")))
                .containsExactlyElementsOf(Arrays.stream(Check.values())
                        .map(check -> "| `" + check.code() + "` | " + level(check) + " | " + check.meaning() + " |")
                        .toList());
    }

    @Test
    void shippedPacksPassTheirChecksAndCases() {
        for (String pack : new String[] {"semiconductor", "battery", "battery-review", "chips-act", "data-centre"}) {
            assertThat(Run.winnow("rules", "check", pack).out()).contains("no problems");
            Run test = Run.winnow("rules", "test", "-r", pack);
            assertThat(test.out()).containsPattern("^[1-9]\\d* passed, 0 failed\n$");
            assertThat(test.exit()).isZero();
        }
    }

    @Test
    void aPackWithoutItsKeysIsReported() throws IOException {
        Path pack = Files.createDirectory(folder.resolve("broken"));
        Files.writeString(pack.resolve("pack.yaml"), "name: broken\nverzion: 1\n");
        Run check = Run.winnow("rules", "check", pack.toString());
        assertThat(check.exit()).isEqualTo(3);
        assertThat(check.out()).contains("`verzion`").containsPattern("\\d+ problems\n$");
    }

    @Test
    void aUniverseIsNoPack() {
        String seeds = Run.HOME.resolve("seeds/illustrative").toString();
        assertThat(Run.winnow("rules", "check", seeds).err())
                .isEqualTo("winnow: `" + seeds + "` is a universe, not a pack\n");
    }
}
