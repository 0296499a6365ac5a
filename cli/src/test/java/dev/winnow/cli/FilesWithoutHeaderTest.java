package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.console.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file without the header of a universe is no universe; commands say how to give it, as `import -o` does. */
class FilesWithoutHeaderTest {

    private static final String HEADER =
            "   | write `universe: {name: my-city, asOf: 2026-01-31}` at the top of a file, or give ";

    @TempDir
    private Path folder;

    private Path imported(String ending) throws IOException {
        Path list = Files.writeString(folder.resolve("list.csv"), "name,investment\nAlpha,3 bn yuan\n");
        Path own = folder.resolve("own." + ending);
        assertThat(Run.winnow("import", list.toString(), "-o", own.toString()).out())
                .endsWith("Written to " + own + ". To screen it: winnow screen --project " + own + "\n");
        return own;
    }

    @ParameterizedTest
    @ValueSource(strings = {"screen", "explain alpha qingdao", "evidence", "ask", "gaps qingdao", "portfolio"})
    void everyCommandSaysHowToGiveProjects(String command) throws IOException {
        Run.assumeBuilt(command);
        Path own = imported("yaml");

        assertThat(Run.winnow((command + " -u " + own).split(" ")).err())
                .startsWith(own + ": no file of the universe has a header\n" + HEADER
                        + "the projects to a universe: `--project " + own + "`, or `-u UNIVERSE -u " + own + "`\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yaml", "json", "csv", "ndjson", "xlsx"})
    void bothWaysScreenTheFile(String ending) throws IOException {
        Path own = imported(ending);

        assertThat(Run.winnow("screen", "-u", own.toString()).err())
                .contains("`--project " + own + "`, or `-u UNIVERSE -u " + own + "`\n");
        assertThat(Run.winnow("screen", "-q", "--city", "qingdao", "--project", own.toString())
                        .exit())
                .isZero();
        assertThat(Run.winnow("evidence", "alpha", "-u", "semiconductor", "-u", own.toString())
                        .out())
                .contains("project alpha: Alpha");
    }

    @Test
    void otherEntriesAreGivenToAUniverse() throws IOException {
        Path own = Files.writeString(folder.resolve("my cities.yaml"), "cities: [{id: dezhou, name: Dezhou}]\n");

        assertThat(Run.winnow("screen", "-u", own.toString()).err())
                .startsWith(own + ": no file of the universe has a header\n" + HEADER
                        + "it to a universe: `-u UNIVERSE -u \"" + own + "\"`\n");
    }

    @Test
    void ofSeveralFilesNoneIsNamed() throws IOException {
        Path own = imported("yaml");

        assertThat(Run.winnow(
                                "screen",
                                "-u",
                                own.toString(),
                                "-u",
                                imported("json").toString())
                        .err())
                .contains("`--project FILE`, or `-u UNIVERSE -u FILE`\n");
    }
}
