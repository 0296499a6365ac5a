package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.cli.option.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A command that needs neither PHREAK nor a compiler starts neither, in a JVM of its own. */
class StartTest {

    @ParameterizedTest
    @ValueSource(strings = {"screen -q", "rules check -q"})
    void loadsNoClassOfDroolsOrOfItsCompiler(String line, @TempDir Path folder)
            throws IOException, InterruptedException {
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
        List<String> loaded = Files.readAllLines(log);
        assertThat(loaded).anyMatch(entry -> entry.contains(" dev.winnow.engine.RulePack "));
        assertThat(loaded).noneMatch(entry -> entry.contains(" org.drools.") || entry.contains(" org.eclipse."));
    }
}
