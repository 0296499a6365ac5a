package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.analysis.insight.Insight;
import dev.winnow.cli.option.Run;
import dev.winnow.engine.Evaluation;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import dev.winnow.engine.evaluate.Moment;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Screening;
import dev.winnow.model.universe.Universe;
import dev.winnow.report.json.ScreeningJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
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

    private static void json(OutputStream out) throws IOException {
        // region JSON
        RulePack pack = RulePack.load(Path.of("rules/semiconductor"));
        Universe universe = Universe.read(Path.of("seeds/semiconductor"));
        List<Evaluation> evaluations = Screener.of(pack).evaluate(universe, Moment.ofUniverse());
        Screening screening = Screener.collect(pack, universe, evaluations);
        ScreeningJson.write(screening, Insight.of(pack, evaluations), out);
        // end
    }

    @Test
    void anEmbeddersFiveLinesWriteTheBytesThatTheCommandPrints() throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        json(written);
        Run run = Run.winnow(
                "screen",
                "-f",
                "json",
                "-q",
                "-r",
                Run.HOME.resolve("rules/semiconductor").toString(),
                "-u",
                Run.HOME.resolve("seeds/semiconductor").toString());
        assertThat(written.toString(StandardCharsets.UTF_8)).isEqualTo(run.out());
    }

    @Test
    void theJavadocShowsTheFiveLinesAsTheyRun() throws IOException {
        String source = Files.readString(SOURCE);
        String region = source.substring(source.indexOf("// region JSON"), source.indexOf("// end\n"));
        String snippet =
                region.substring(region.indexOf('\n') + 1).stripIndent().strip();
        String javadoc = Files.readString(Run.HOME
                .resolve("report")
                .resolve("src/main/java/" + ScreeningJson.class.getName().replace('.', '/') + ".java"));
        assertThat(javadoc.replace("\n * ", "\n")).contains(snippet);
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
