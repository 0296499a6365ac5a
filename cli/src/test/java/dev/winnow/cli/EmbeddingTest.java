package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import dev.winnow.model.Assessment;
import dev.winnow.model.Screening;
import dev.winnow.model.Universe;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** The README's five lines for embedding compile, run, and stand in the README as they stand here. */
class EmbeddingTest {

    private static final java.nio.file.Path SOURCE =
            Run.HOME.resolve("cli/src/test/java/dev/winnow/cli/EmbeddingTest.java");

    /** Paths as from the top of the checkout, wherever the tests run. */
    private static final class Path {
        static java.nio.file.Path of(String path) {
            return Run.HOME.resolve(path);
        }
    }

    private static void embedded() {
        // region README
        RulePack pack = RulePack.load(Path.of("rules/semiconductor"));
        Screener screener = Screener.of(pack); // immutable, thread-safe
        Screening screening = screener.screen(Universe.read(Path.of("seeds/semiconductor")));
        for (Assessment one : screening.assessments()) {
            System.out.println(one.projectName() + " in " + one.cityName() + ": " + one.verdict());
        }
        // endregion
    }

    @Test
    void theSnippetPrintsAVerdictForEveryPair() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            embedded();
        } finally {
            System.setOut(before);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .isNotEmpty()
                .allMatch(line -> line.matches(".+ in .+: (RECOMMEND|HOLD|DECLINE)"));
    }

    @Test
    void theReadmeShowsTheSnippetAsItRuns() throws IOException {
        String source = Files.readString(SOURCE);
        String region = source.substring(source.indexOf("// region README"), source.indexOf("// endregion"));
        String snippet =
                region.substring(region.indexOf('\n') + 1).stripIndent().strip();
        assertThat(Files.readString(Run.HOME.resolve("README.md"))).contains(snippet);
    }
}
