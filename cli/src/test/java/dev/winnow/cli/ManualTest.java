package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.console.Run;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManualTest {

    @Test
    void thePageListsEveryCommandWithItsOptions() {
        String page = Run.winnow("manual").out();
        assertThat(page)
                .startsWith(".TH WINNOW 1 ")
                .contains("\n.SH \"Name\"\nwinnow \\- Screens candidate investment projects")
                .contains("\n.SS \"winnow screen [OPTIONS]\"\n")
                .contains("\n.TP\n\\fB\\-u, \\-\\-universe=PATH\\fR\n")
                .contains("Exit codes: 0 success");
        for (String line : Run.winnow("help").out().lines().toList()) {
            if (line.matches("  [a-z]+ +[A-Z].*")) {
                assertThat(page).contains("\n.SS \"winnow " + line.strip().split(" ")[0] + " ");
            }
        }
    }

    /** A line that starts with a dot or an apostrophe is a roff request; a hyphen in an option must be escaped. */
    @Test
    void onlyRequestsBeginWithADot() {
        List<String> requests = Run.winnow("manual")
                .out()
                .lines()
                .filter(line -> line.startsWith(".") || line.startsWith("'"))
                .map(line -> line.split(" ")[0])
                .distinct()
                .toList();
        assertThat(requests).containsExactlyInAnyOrder(".TH", ".SH", ".B", ".TP", ".SS", ".PP", ".nf", ".fi");
    }

    @Test
    void thePageIsAvailableInChinese() {
        assertThat(Run.winnow("manual", "--lang", "zh").out())
                .contains(".SH \"命令\"", "\n.SS \"winnow screen [OPTIONS]\"\n");
    }

    /** The library that prints the help takes them as format strings. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void noDescriptionHasAPercentSign(String language) {
        assertThat(Run.winnow("manual", "--lang", language).out()).doesNotContain("%");
    }
}
