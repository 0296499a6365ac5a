package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.console.Run;
import org.junit.jupiter.api.Test;

class DoctorTest {

    @Test
    void aSoundInstallationIsReportedWithItsContents() {
        Run run = Run.winnow("doctor");
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains("ok    Java " + System.getProperty("java.version"))
                .contains("ok    file names may be in any language\n")
                .containsPattern("ok    pack battery 1\\.0\\.0: \\d+ rules\n")
                .containsPattern("ok    universe illustrative: 12 projects, 3 cities\n")
                .endsWith("\nNo problems found.\n");
        assertThat(Run.winnow("doctor", "--lang", "zh").out()).endsWith("\n未发现问题。\n");
    }

    @Test
    void helpAndVersionAreWordsToo() {
        assertThat(Run.winnow("help", "schema").out())
                .isEqualTo(Run.winnow("schema", "--help").out())
                .startsWith("Usage: winnow schema");
        assertThat(Run.winnow("help").out())
                .isEqualTo(Run.winnow("--help").out())
                .contains("`winnow help screen` describes a command, `winnow doctor` this installation.");
        assertThat(Run.winnow("--lang", "zh", "help", "schema").out()).startsWith("用法：winnow schema");
        assertThat(Run.winnow("version").out())
                .isEqualTo(Run.winnow("--version").out())
                .contains("Java " + System.getProperty("java.version"));
        Run mistyped = Run.winnow("help", "scren");
        assertThat(mistyped.exit()).isEqualTo(2);
        assertThat(mistyped.out()).isEmpty();
        assertThat(mistyped.err()).contains("did you mean `screen`?");
    }
}
