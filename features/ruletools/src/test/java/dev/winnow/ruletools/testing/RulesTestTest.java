package dev.winnow.ruletools.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.console.Program;
import dev.winnow.console.Run;
import dev.winnow.console.terminal.Terminal;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.explain.CaseResult;
import dev.winnow.model.source.Place;
import dev.winnow.report.Golden;
import dev.winnow.workbench.internal.testing.CaseCoverage;
import dev.winnow.workbench.internal.testing.TestRun;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** {@code rules test} for a pack with failing cases and rules without cases. */
class RulesTestTest {

    private static final String TEA = "src/test/resources/packs/tea";

    @TempDir
    private Path folder;

    private static Run test(String... more) {
        return Run.winnow(
                Stream.concat(Stream.of("rules", "test", TEA), Stream.of(more)).toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource({"text, tests.txt", "json, tests.json", "junit, tests.xml"})
    void everyFormatEqualsItsGoldenFile(String format, String file) {
        Run run = test("--coverage", "--format", format);
        assertThat(run.exit()).isEqualTo(1);
        Golden.assertSame("samples/" + file, run.out().replaceAll("\\b[0-9a-f]{64}\\b", "(digest)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"semiconductor", "battery", "battery-review", "chips-act", "data-centre"})
    void casesOfAShippedPackCoverAllOutcomes(String pack) {
        Run run = Run.winnow("rules", "test", pack, "--coverage", "--threshold", "100");
        assertThat(run.exit()).as(run.out()).isZero();
    }

    @Test
    void rulesWithoutCasesAreNoted() {
        assertThat(test().err()).contains("note: ", "rule `many-houses` has no case that expects `does not fire`");
        assertThat(test("-q").err()).isEmpty();
    }

    @Test
    void aFilterThatMatchesNothingIsAFailure() {
        Run run = test("-k", "thirsti");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out())
                .isEqualTo("0 passed, 0 failed\n"
                        + "no case was run: no rule, table, criterion or sentence of a case matches\n"
                        + "`thirsti`; did you mean `thirst`?\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "junit"})
    void otherFormatsReportAnEmptyFilterOnTheErrorStream(String format) {
        Run run = test("-q", "-k", "thirsti", "-f", format);
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).startsWith("winnow: no case was run: ");
    }

    @Test
    void aFilterSelectsCasesByTheirWords() {
        Run run = test("-k", "largest garden");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).isEqualTo("1 passed, 0 failed\n");
    }

    @Test
    void failFastCountsTheCasesNotRun() {
        assertThat(test("--fail-fast").out()).contains("3 passed, 1 failed, 4 not run\n");
    }

    @Test
    void lowCoverageFailsAlthoughAllCasesPass() {
        Run run = test("-q", "-k", "leaves", "--threshold", "90");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).contains("2 passed, 0 failed").endsWith("coverage is 66.6 %, and 90 % is required\n");
        assertThat(test("-q", "-k", "leaves", "--threshold", "66.6").exit()).isZero();
        assertThat(test("-q", "-k", "leaves", "--threshold", "90", "-f", "json").err())
                .isEqualTo("winnow: coverage is 66.6 %, and 90 % is required\n");
    }

    @Test
    void xmlIsWellFormedForAnyText() throws Exception {
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(test("-f", "junit").out())));
        assertThat(document.getElementsByTagName("testcase").getLength()).isEqualTo(8);
        assertThat(document.getElementsByTagName("failure").getLength()).isEqualTo(4);
        assertThat(document.getElementsByTagName("testcase")
                        .item(3)
                        .getAttributes()
                        .getNamedItem("name")
                        .getNodeValue())
                .isEqualTo("A town that drinks for 40 mn yuan & says \"more, please\" <is> not");
    }

    @Test
    void charactersForbiddenInXmlAreReplaced() throws Exception {
        RulePack pack = RulePack.draft(Path.of(TEA));
        CaseResult odd = new CaseResult(
                "bell \u0007, no character \uFFFE, half \uD83C, tea \uD83C\uDF75",
                "many-houses",
                Place.file("cases/thirst.yaml"),
                false,
                "fires",
                "two\nlines",
                List.of());
        TestRun run = new TestRun(List.of(odd), 0, new CaseCoverage(List.of()));
        String xml = JUnitXml.of(new TestReport(pack, run, null, false, null), Run.ENGLISH);
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
        assertThat(document.getElementsByTagName("testcase")
                        .item(0)
                        .getAttributes()
                        .getNamedItem("name")
                        .getNodeValue())
                .isEqualTo("bell \uFFFD, no character \uFFFD, half \uFFFD, tea \uD83C\uDF75");
    }

    private Path copy() {
        Path copy = folder.resolve("tea");
        try (Stream<Path> files = Files.walk(Path.of(TEA))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = copy.resolve(Path.of(TEA).relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aPackWithoutCasesIsAFailure() throws IOException {
        Path pack = copy();
        Files.delete(pack.resolve("cases/thirst.yaml"));
        Files.delete(pack.resolve("cases/leaves.yaml"));
        Run run = Run.winnow("rules", "test", pack.toString());
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).contains("no case was run: the pack has none");
    }

    /** Calls an editor after each run's heading, before the next run. */
    private static final class Editing extends ByteArrayOutputStream {

        private final List<Runnable> edits;

        Editing(List<Runnable> edits) {
            this.edits = new ArrayList<>(edits);
        }

        @Override
        public synchronized void write(byte[] bytes, int offset, int length) {
            super.write(bytes, offset, length);
            String text = new String(bytes, offset, length, StandardCharsets.UTF_8);
            if (text.contains("── run ") && !edits.isEmpty()) {
                edits.remove(0).run();
            }
        }
    }

    /** Saves like an editor that writes a new file and moves it over the old one. */
    private static void save(Path file, String text, String other) {
        try {
            Path draft = file.resolveSibling("." + file.getFileName() + ".new");
            Files.writeString(draft, Files.readString(file).replace(text, other));
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void watchingSurvivesAnInvalidPack() {
        Path pack = copy();
        Path rules = pack.resolve("leaves.drl");
        Editing out = new Editing(List.of(
                () -> save(rules, "claimsScale == true", "claimsScal == true"),
                () -> save(rules, "claimsScal == true", "claimsScale == false"),
                () -> save(pack.resolve("cases/leaves.yaml"), "project: {}", "project: {claimsScarcity: true}")));
        StringWriter err = new StringWriter();
        Terminal terminal = new Terminal(out, new PrintWriter(err), name -> null, false);
        int exit = Program.run(
                terminal,
                folder -> {
                    throw new IllegalStateException("a watch reads drafts");
                },
                "rules",
                "test",
                pack.toString(),
                "-k",
                "leaves",
                "-q",
                "--watch",
                "--runs",
                "4");
        String text = out.toString(StandardCharsets.UTF_8);
        assertThat(exit).isEqualTo(1);
        assertThat(text.lines().filter(line -> line.startsWith("──") || line.contains(" passed, ")))
                .map(line -> line.replaceAll("─+$", "").strip())
                .containsExactly(
                        "── run 1",
                        "2 passed, 0 failed",
                        "── run 2: leaves.drl changed",
                        "── run 3: leaves.drl changed",
                        "0 passed, 2 failed",
                        "── run 4: cases/leaves.yaml changed",
                        "0 passed, 2 failed");
        assertThat(err.toString())
                .contains("winnow: watching ", "`Project` has no `claimsScal`", "1 problem; no case was run");
    }
}
