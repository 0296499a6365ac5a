package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.analysis.insight.Insight;
import dev.winnow.console.Run;
import dev.winnow.engine.Progress;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.ScreenedUniverse;
import dev.winnow.engine.Screener;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.engine.ScreeningSession;
import dev.winnow.model.domain.Project;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Screening;
import dev.winnow.model.source.Language;
import dev.winnow.model.universe.Universe;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.json.ScreeningDocument;
import dev.winnow.report.json.ScreeningJson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The examples in the README, the page for embedders and Javadoc compile and run, and equal the regions here. */
class EmbeddingTest {

    private static final java.nio.file.Path SOURCE =
            Run.HOME.resolve("cli/src/test/java/dev/winnow/cli/EmbeddingTest.java");

    /** Resolves paths from the top of the checkout, wherever the tests run. */
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
    void snippetPrintsAVerdictForEveryPair() {
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
        ScreeningResult result = Screener.of(pack).open(universe).result();
        ScreeningJson.write(result, Insight.of(result), out);
        // end
    }

    @Test
    void fiveLinesOfCodeWriteTheBytesOfTheCommand() throws IOException {
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
    void codeWritesChineseAndCompactJsonLikeTheCommand() throws IOException {
        RulePack pack = RulePack.load(Path.of("rules/battery"));
        Universe universe = rows(pack);
        ByteArrayOutputStream compact = new ByteArrayOutputStream();
        chinese(pack, universe, compact);
        String line = compact.toString(StandardCharsets.UTF_8);
        assertThat(line.lines()).hasSize(1);
        assertThat(line).doesNotContain("\": ").contains("\"ask\":\"").containsPattern("\\p{IsHan}");

        ScreeningResult result =
                Screener.of(pack.inLanguage(Language.ZH)).open(universe).result();
        ByteArrayOutputStream indented = new ByteArrayOutputStream();
        ScreeningJson.write(result, Insight.of(result), ScreeningJson.Layout.INDENTED, indented);
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ScreeningJson.write(result, Insight.of(result), Wording.inLanguage(Language.ZH), printed);
        assertThat(indented.toByteArray()).as("as --lang zh -f json prints it").isEqualTo(printed.toByteArray());
        printed.reset();
        ScreeningJson.write(result, Insight.of(result), printed);
        assertThat(indented.toByteArray()).as("without a layout").isEqualTo(printed.toByteArray());

        ScreeningDocument document = ScreeningJson.read(new ByteArrayInputStream(compact.toByteArray()));
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        ScreeningJson.write(document, ScreeningJson.Layout.INDENTED, again);
        assertThat(again.toByteArray()).isEqualTo(indented.toByteArray());
        again.reset();
        ScreeningJson.write(document, ScreeningJson.Layout.COMPACT, again);
        assertThat(again.toByteArray()).isEqualTo(compact.toByteArray());
    }

    @Test
    void javadocExamplesRun() throws IOException {
        String here = Files.readString(SOURCE).replaceAll("(?m)^ {8}", "");
        Pattern example = Pattern.compile("(?s)<pre>\\{@code\n(.*?)\\s*\\* }</pre>");
        List<String> shown = new ArrayList<>();
        for (String module : List.of("model", "tables", "language", "engine", "workbench", "analysis", "report")) {
            try (Stream<java.nio.file.Path> files = Files.walk(Path.of(module + "/src/main/java"))) {
                for (java.nio.file.Path file :
                        files.filter(Files::isRegularFile).toList()) {
                    example.matcher(Files.readString(file))
                            .results()
                            .map(found -> found.group(1).replaceAll("(?m)^ *\\* ?", ""))
                            .forEach(shown::add);
                }
            }
        }

        assertThat(shown)
                .hasSizeGreaterThan(5)
                .allSatisfy(lines -> assertThat(here).contains(lines));
    }

    /** The engine's Javadoc uses the pack of another industry. */
    @Test
    void javadocExamplesOfAnotherPackRun() {
        ClassLoader loader = EmbeddingTest.class.getClassLoader();
        RulePack pack = RulePack.load(Path.of("rules/data-centre"));
        Screener screener = Screener.of(pack); // immutable, thread-safe
        Screening screening = screener.screen(Universe.read(pack.vocabulary(), Path.of("seeds/data-centre")));
        RulePack ofClassPath = RulePack.load(loader, "dev/winnow/rules/data-centre");

        assertThat(screening.assessments()).isNotEmpty();
        assertThat(ofClassPath.digest()).isEqualTo(pack.digest());
    }

    private static RulePack packs(ClassLoader loader, Map<String, String> files) {
        // region packs
        RulePack ofFolder = RulePack.load(Path.of("rules/semiconductor"));
        RulePack ofClassPath = RulePack.load(loader, "dev/winnow/rules/semiconductor");
        RulePack ofTexts = RulePack.of("semiconductor", files); // by their names: pack.yaml, …
        // end
        assertThat(ofClassPath.digest()).isEqualTo(ofFolder.digest());
        assertThat(ofTexts.digest()).isEqualTo(ofFolder.digest());
        return ofFolder;
    }

    private static Universe rows(RulePack pack) {
        // region rows
        Universe universe = Universe.builder(pack.vocabulary())
                .asOf(LocalDate.of(2026, 1, 8))
                .city(Map.of("id", "lund", "name", "Lund"))
                .row("lund", "demands", Map.of("endMarket", "automotive", "annualOutput", "12 bn yuan"))
                .project(Map.of("id", "cells", "name", "Cell plant", "endMarkets", List.of("automotive")))
                .build();
        // end
        return universe;
    }

    private static Screening further(RulePack pack, Universe universe, String body) {
        // region further
        ScreenedUniverse known = Screener.of(pack).screened(universe); // judges everybody, once
        Screening one = known.screen(Universe.parse(Map.of("request", body)));
        // end
        return one;
    }

    private static Screening built(RulePack pack, Universe universe) {
        // region built
        ScreenedUniverse known = Screener.of(pack).screened(universe); // judges everybody, once
        Screening one = known.screen(Project.builder("further", "Further plant").endMarkets("automotive"));
        // end
        return one;
    }

    private static void show(int evaluated, int all) {
        assertThat(evaluated).isBetween(1, all);
    }

    private static Screening watched(Screener screener, Universe universe) {
        // region watched
        ScreeningSession session = screener.open(universe);
        Screening screening = session.screening(EmbeddingTest::show);
        // end
        return screening;
    }

    private static Explanation first(RulePack pack, Universe universe) {
        // region first
        ScreeningSession session = Screener.of(pack).open(universe);
        Screening screening = session.screening();
        Explanation first = session.explain(screening.assessments().get(0));
        // end
        return first;
    }

    private static void show(Explanation one) {
        assertThat(one.assessment().rank()).isPositive();
    }

    private static void best(RulePack pack, Universe universe) {
        // region best
        ScreeningResult result = ScreeningRequest.of(pack, universe).best(10).screen(Progress.NONE);
        result.explanations().forEach(one -> show(one));
        // end
    }

    private static void contract(Screener screener, Universe universe, OutputStream out) throws IOException {
        // region contract
        ScreeningResult result = screener.open(universe).result();
        ScreeningJson.write(result, Insight.of(result), out);
        // end
    }

    private static void chinese(RulePack pack, Universe universe, OutputStream out) throws IOException {
        // region Chinese
        Screener chinese = Screener.of(pack.inLanguage(Language.ZH));
        ScreeningResult result = chinese.open(universe).result();
        ScreeningJson.write(result, Insight.of(result), ScreeningJson.Layout.COMPACT, out);
        // end
    }

    private static void stored(InputStream in, OutputStream out) throws IOException {
        // region stored
        ScreeningDocument document = ScreeningJson.read(in);
        ScreeningJson.write(document, out);
        // end
    }

    @Test
    void examplesOfTheEmbeddingPageRun() throws IOException {
        Map<String, String> files = new TreeMap<>();
        java.nio.file.Path folder = Path.of("rules/semiconductor");
        try (Stream<java.nio.file.Path> all = Files.walk(folder)) {
            for (java.nio.file.Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        RulePack pack = packs(EmbeddingTest.class.getClassLoader(), files);
        Universe universe = rows(pack).requireWhole();
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        contract(Screener.of(pack), universe, written);
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        stored(new ByteArrayInputStream(written.toByteArray()), again);

        assertThat(again.toString(StandardCharsets.UTF_8)).isEqualTo(written.toString(StandardCharsets.UTF_8));
        assertThat(further(pack, universe, "projects: [{id: further, name: Further}]")
                        .assessments())
                .singleElement()
                .extracting(Assessment::rank)
                .isEqualTo(2);
    }

    @Test
    void javadocExamplesOfCandidatesAndProgressRun() {
        RulePack pack = RulePack.load(Path.of("rules/semiconductor"));
        Universe universe = rows(pack);

        assertThat(built(pack, universe).assessments())
                .singleElement()
                .extracting(Assessment::project)
                .isEqualTo("further");
        best(pack, universe);
        assertThat(first(pack, universe).questions()).isNotEmpty();
        assertThat(watched(Screener.of(pack), universe))
                .isEqualTo(Screener.of(pack).screen(universe));
    }

    @Test
    void embeddingPageEqualsTheRegionsHere() throws IOException {
        String here = Files.readString(SOURCE).replaceAll("(?m)^ {8}", "");
        String page = Files.readString(Run.HOME.resolve("docs/embedding.md"));

        assertThat(Pattern.compile("(?s)```java\n(.*?)```")
                        .matcher(page)
                        .results()
                        .map(block -> block.group(1)))
                .hasSize(6)
                .allSatisfy(block -> assertThat(here).contains(block));
        for (String shown : List.of("examples/database/pom.xml", "examples/kotlin/pom.xml")) {
            String text = Files.readString(Run.HOME.resolve(shown)).replaceAll("(?m)^ +", "");
            assertThat(text).contains(management(page));
        }
    }

    private static String management(String page) {
        int from = page.indexOf("<dependencyManagement>");
        return page.substring(from, page.indexOf("</dependencyManagement>")).replaceAll("(?m)^ +", "");
    }

    @Test
    void readmeEqualsTheSnippetHere() throws IOException {
        String source = Files.readString(SOURCE);
        String region = source.substring(source.indexOf("// region README"), source.indexOf("// endregion"));
        String snippet =
                region.substring(region.indexOf('\n') + 1).stripIndent().strip();
        assertThat(Files.readString(Run.HOME.resolve("README.md"))).contains(snippet);
    }
}
