package dev.winnow.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.console.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong command lines of {@code compare} and {@code gaps}. */
class UsageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "compare                    | `OLD` and `NEW` are missing",
                "compare battery            | `NEW` is missing",
                "compare battery illustrative | `battery` is a pack, `illustrative` a universe: compare two of a kind",
                "compare battery battery -f htm | unknown value `htm` for --format; did you mean `html`?",
                "compare battery battery -r battery | `battery` and `battery` are packs already: leave --rules out",
                "compare illustrative illustrative -u illustrative | `illustrative` and `illustrative` are universes"
                        + " already: leave --universe out"
            })
    void wrongUsageIsSaidInALineWithAHint(String line, String message) {
        Run run = Run.winnow(line.strip().split(" +"));
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).startsWith("winnow: " + message + "\n");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aBlankCityIsRefused() {
        assertThat(Run.winnow("gaps", " ")).isEqualTo(new Run(2, "", "winnow: `CITY` has a blank value\n"));
    }

    @Test
    void aProjectIsNoCity() {
        assertThat(Run.winnow("gaps", "sien", "-q"))
                .isEqualTo(new Run(2, "", "winnow: unknown city `sien`; it is a project\n"));
    }

    @Test
    void refusalsAreInChinese() {
        assertThat(Run.winnow("compare", "battery", "chips-act", "HEAD", "--lang", "zh")
                        .err())
                .startsWith("winnow：多余的参数 `HEAD`");
    }

    @Test
    void moneyOfChainsFollowsChineseUsage() {
        assertThat(Run.winnow("gaps", "-q", "qingdao", "--lang", "zh").out()).contains("消费电子：每年超过3000亿元");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void completionListsTheCommands(String shell) {
        assertThat(Run.winnow("completion", shell).out()).contains("compare", "gaps", "approvals");
    }
}
