package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.cli.option.Run;
import dev.winnow.cli.terminal.Exit;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Universes that {@code winnow synth} invents. */
class SynthTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "semiconductor, semiconductor",
        "illustrative, battery",
        "chips-act, chips-act",
        "data-centre, data-centre"
    })
    void whatIsInventedIsReadBackWithoutAProblem(String universe, String pack) {
        String file = folder.resolve("invented.ndjson").toString();
        Run made = Run.winnow("synth", "-u", universe, "-r", pack, "--projects", "1500", "--cities", "40", "-o", file);
        assertThat(made.exit()).as(made.err()).isEqualTo(Exit.DONE);

        Run screened = Run.winnow("screen", "-u", file, "-r", pack, "--city", "c0", "--top", "1");

        assertThat(screened.err()).isEmpty();
        assertThat(screened.exit()).isEqualTo(Exit.DONE);
    }
}
