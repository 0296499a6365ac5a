package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.console.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A command loads no class that it does not need, tested in a separate JVM. */
class StartTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"screen -q", "rules check -q"})
    void noDroolsOrCompilerClassIsLoaded(String line) throws IOException, InterruptedException {
        assertThat(loaded(line))
                .anyMatch(entry -> entry.contains(" dev.winnow.engine.RulePack "))
                .noneMatch(entry -> entry.contains(" org.drools.") || entry.contains(" org.eclipse."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "version", "-V"})
    void theVersionNeedsNoCommand(String line) throws IOException, InterruptedException {
        assertThat(loaded(line))
                .anyMatch(entry -> entry.contains(" dev.winnow.console.option.Version "))
                .noneMatch(entry ->
                        entry.contains(" dev.winnow.cli.command.") || entry.contains(" dev.winnow.cli.analysis."));
    }

    /**
     * Their order in the POM is that of the class path, and looking up a resource opens every jar before the one that
     * contains it.
     */
    @Test
    void modulesReadAtEachStartPrecedeLibraries() throws IOException {
        String pom = Files.readString(Run.HOME.resolve("cli/pom.xml"));
        List<String> artifacts = Pattern.compile("<artifactId>([^<]*)</artifactId>")
                .matcher(pom.substring(pom.indexOf("<dependencies>")))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(artifacts).startsWith("winnow-model", "winnow-report");
        assertThat(artifacts).containsSubsequence("winnow-seeds", "jackson-databind", "jackson-dataformat-yaml");
    }

    /** Returns the classes that a command loads, one per line. */
    private List<String> loaded(String line) throws IOException, InterruptedException {
        Path log = folder.resolve("loaded.txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xlog:class+load:file=" + log,
                "-Dwinnow.home=" + Run.HOME,
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName()));
        command.addAll(List.of(line.split(" ")));

        Process child = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.txt").toFile())
                .start();

        assertThat(child.waitFor()).as(line).isZero();
        return Files.readAllLines(log);
    }
}
