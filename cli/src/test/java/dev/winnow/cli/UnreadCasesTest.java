package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.console.PackCopy;
import dev.winnow.console.Run;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Worked cases are read where they are checked or run; a screening does not read them. */
class UnreadCasesTest {

    @TempDir
    private Path folder;

    private Path pack;

    @BeforeEach
    void aPackWithAnUnreadableCaseFile() {
        pack = PackCopy.of("battery", folder)
                .write("cases/funding.yaml", "cases: [\n")
                .folder();
    }

    @Test
    void aMistakeInACaseStopsNoScreening() {
        Run run = Run.winnow("screen", "-u", "illustrative", "-r", pack.toString());
        Run shipped = Run.winnow("screen", "-u", "illustrative", "-r", "battery");
        assertThat(run.exit()).isZero();
        assertThat(withoutDigest(run)).isEqualTo(withoutDigest(shipped)).contains("RECOMMEND");
    }

    private static String withoutDigest(Run run) {
        return run.out().replaceAll("pack [0-9a-f]{12}", "pack");
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "test", "list", "doc"})
    void theRuleToolsReportIt(String tool) {
        Run.assumeBuilt("rules check");
        Run run = Run.winnow("rules", tool, pack.toString());
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out() + run.err()).contains("cases/funding.yaml:");
    }

    @Test
    void theCasesCountInTheDigest() {
        String line = "\"digest\":";
        Run run = Run.winnow("screen", "-u", "illustrative", "-r", pack.toString(), "-f", "json", "-q");
        Run shipped = Run.winnow("screen", "-u", "illustrative", "-r", "battery", "-f", "json", "-q");
        assertThat(run.out().lines().filter(text -> text.contains(line)).findFirst())
                .isNotEqualTo(shipped.out()
                        .lines()
                        .filter(text -> text.contains(line))
                        .findFirst());
    }
}
