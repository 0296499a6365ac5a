package dev.winnow.compare.difference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.winnow.console.Run;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Output of {@code winnow compare} for a copy of a shipped pack with an edited limit and an edited rule. */
class CompareTest {

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path folder;

    private Path draft;
    private Path edited;

    @BeforeEach
    void copy() throws IOException {
        draft = folder.resolve("rules/battery");
        edited = folder.resolve("illustrative");
        copy(Run.HOME.resolve("rules/battery"), draft);
        copy(Run.HOME.resolve("seeds/illustrative"), edited);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.sorted().toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
    }

    private static void say(Path file, String text, String otherwise) throws IOException {
        String before = Files.readString(file);
        assertThat(before).containsOnlyOnce(text);
        Files.writeString(file, before.replace(text, otherwise));
    }

    /** Allows a plant more waste, and requires more than one lead user. */
    private void edit() throws IOException {
        say(draft.resolve("limits.yaml"), "values: [{value: 70 %}]\n    assumed: true\n    reason: three", """
            values: [{value: 50 %}]
                assumed: true
                reason: three\
            """);
        say(draft.resolve("demand-pull.drl"), "$users > 0", "$users >= $enough");
    }

    private Run compare(String... more) {
        List<String> words =
                new ArrayList<>(List.of("compare", "battery", draft.toString(), "-u", "illustrative", "-q"));
        words.addAll(List.of(more));
        return Run.winnow(words.toArray(String[]::new));
    }

    @Test
    void textShowsFlipsEditsAndTheMatrix() throws IOException {
        edit();
        Run run = compare();
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains(
                        "4 verdicts flip,",
                        "from \\ to  RECOMMEND  HOLD  DECLINE",
                        "RECOMMEND         10     0        0",
                        "HOLD               1     7        3",
                        "E1  total on `LeadUser` in rule `local-lead-users`,",
                        "$users : count(1); $users > 0 → $users : count(1); $users >= $enough",
                        "E2  limit `yield-floor`,",
                        "70 % → 50 %")
                .containsSubsequence(
                        "Flips by E1\n",
                        "Purecarbon",
                        "HOLD → DECLINE",
                        "Flips by E2\n",
                        "Solidstart",
                        "HOLD → RECOMMEND");
        assertThat(compare("--all").out()).contains("Clearsalt").doesNotContain("--all lists them");
    }

    @Test
    void equalEditionsDoNotDiffer() {
        Run run = compare("--fail-on-flip");
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains("No verdict flips, no other assessment moves", "none that could affect a result");
    }

    @Test
    void theGateFailsUntilAFlipIsApproved() throws IOException {
        edit();
        Path file = folder.resolve("approved.yaml");
        Run unapproved = compare("--fail-on-flip", "--write-approvals", file.toString());
        assertThat(unapproved.err()).isEqualTo("winnow: 4 verdicts flip without approval\n");
        assertThat(unapproved.exit()).isEqualTo(1);

        Run silent = compare("--fail-on-flip", "--approvals", file.toString());
        assertThat(silent.err()).contains("approved.yaml:7:10: the approval has no reason", "4 problems");
        assertThat(silent.out()).contains("0 of 4 flips approved, 4 not.");
        assertThat(silent.exit()).isEqualTo(3);

        Files.writeString(file, Files.readString(file).replace("why: \"\"", "why: it is meant so"));
        Run approved = compare("--fail-on-flip", "--approvals", file.toString());
        assertThat(approved.err()).isEmpty();
        assertThat(approved.out()).contains("4 of 4 flips approved, 0 not.", "DECLINE    approved");
        assertThat(approved.exit()).isZero();
    }

    @Test
    void jsonFlipsEqualThoseOfTwoScreenings() throws IOException {
        edit();
        JsonNode json = JSON.readTree(compare("-f", "json").out());
        assertThat(json.get("schema").intValue()).isEqualTo(1);
        Map<String, String> before = verdicts("battery");
        Map<String, String> after = verdicts(draft.toString());
        TreeSet<String> expected = new TreeSet<>();
        before.forEach((candidate, verdict) -> {
            if (!verdict.equals(after.get(candidate))) {
                expected.add(candidate + " " + verdict + " " + after.get(candidate));
            }
        });
        TreeSet<String> flips = new TreeSet<>();
        for (JsonNode flip : json.get("flips")) {
            flips.add(flip.get("project").textValue() + " " + flip.get("city").textValue() + " "
                    + flip.at("/before/verdict").textValue() + " "
                    + flip.at("/after/verdict").textValue());
            assertThat(flip.get("proven").booleanValue()).isTrue();
        }
        assertThat(flips).isEqualTo(expected).hasSize(4);
        assertThat(json.get("compared").intValue()).isEqualTo(before.size());
        assertThat(json.get("notApproved").intValue()).isEqualTo(4);
    }

    private static Map<String, String> verdicts(String pack) throws IOException {
        Map<String, String> verdicts = new TreeMap<>();
        JSON.readTree(Run.winnow("screen", "-u", "illustrative", "-r", pack, "-f", "json", "-q")
                        .out())
                .get("assessments")
                .forEach(one -> verdicts.put(
                        one.get("project").textValue() + " " + one.get("city").textValue(),
                        one.get("verdict").textValue()));
        return verdicts;
    }

    @Test
    void markdownFitsAPullRequest() throws IOException {
        edit();
        assertThat(compare("-f", "markdown").out())
                .contains(
                        "\n4 verdicts flip,",
                        "| HOLD | 1 | 7 | 3 |",
                        "| HOLD → RECOMMEND |",
                        "\n  - 70 % → 50 %\n",
                        "<details>\n<summary>3 assessments</summary>\n\n| project |");
    }

    private void assumeNothingOfFunding() throws IOException {
        say(draft.resolve("assumptions.yaml"), "share: {of: investment, is: 20–40 %}", "value: unknown");
    }

    @Test
    void flippedBaseCasesAreReported() throws IOException {
        assumeNothingOfFunding();

        // The line break in a path depends on its length on this machine.
        assertThat(compare().out().replaceAll("`,\\s+", "`, "))
                .contains("""
            No verdict flips, no other assessment moves, 36 stay as they were.
            The verdict of 1 base case flips.
            """, "Edits\n  none that could affect a result\n", """
                Assumptions that changed, for base cases alone
                  assumption of `project.fundingNeed`, %s:4:11
                    + unknown
                  assumption of `project.fundingNeed`, %s:4:11
                    - {of: investment, is: 20 %%–40 %%}

                Base cases whose verdict flips
                  project                     city                 verdict
                  Clearsalt electrolyte       Alderbay (invented)  RECOMMEND → HOLD
                  plant
                    its score clears the threshold → key facts are missing; score 58.75 →
                    46.25–58.75
                """.formatted(
                                draft.resolve("assumptions.yaml"), Run.HOME.resolve("rules/battery/assumptions.yaml")));
        assertThat(compare("-f", "html").out())
                .contains("<h3>Base cases whose verdict flips</h3>", "<h3>Assumptions that changed, for base cases");
    }

    @Test
    void assumptionsOfTheRunApplyToBothEditions() throws IOException {
        assumeNothingOfFunding();

        assertThat(compare("--assume", "clearsalt.fundingNeed=100 mn yuan").out())
                .doesNotContain("Base cases whose verdict flips")
                .contains("assumption of `project.fundingNeed`");
    }

    @Test
    void projectsOfTheOlderUniverseAloneCanBeAssumed() throws IOException {
        say(edited.resolve("candidates/materials.yaml"), "id: clearsalt", "id: brightsalt");
        Run run = Run.winnow(
                "compare",
                "illustrative",
                edited.toString(),
                "-r",
                "battery",
                "-q",
                "--assume",
                "clearsalt.fundingNeed=1 bn yuan");

        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
    }

    @Test
    void twoUniversesAreComparedByOnePack() throws IOException {
        say(edited.resolve("candidates/cells.yaml"), "yieldRate: 55 %", "yieldRate: 75 %");
        Run run = Run.winnow("compare", "illustrative", edited.toString(), "-r", "battery", "-q");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("cells.yaml:", "55 % → 75 %", "Flips by E1\n", "Solidstart", "HOLD → RECOMMEND");
    }

    /** Adds a criterion, removes one and changes the rules of a third. */
    @Test
    void aNewCriterionIsOneEdit() throws IOException {
        say(
                draft.resolve("pack.yaml"),
                "  - {id: technology,",
                "  - {id: promise, title: Promise, side: city, weight: 10}\n  - {id: technology,");
        Files.writeString(draft.resolve("promise.drl"), """
            package battery.promise

            import dev.winnow.model.*
            import dev.winnow.engine.*

            global Scorecard card

            rule "partner-pays"
              @title("A partner puts money in")
              @points(100)  @source("modeller")
            when
              Project( $partners : coInvestors, coInvestors.size() > 0 )
            then
              card.award("%s put money in", $partners);
            end
            """);
        Run run = compare();
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("criterion `promise`", "rule `partner-pays`", "E1  ")
                .doesNotContain("E2 ");
    }

    @ParameterizedTest
    @CsvSource({"battery, chips-act", "chips-act, battery"})
    void packsInDifferentCurrenciesAreRefused(String old, String recent) {
        Run run = Run.winnow("compare", old, recent, "-u", "illustrative", "-q");
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("chips-act/pack.yaml: the pack's currency is ", "but the universe `illustrative` uses yuan")
                .doesNotContain("Exception");
        assertThat(run.exit()).isEqualTo(3);
    }

    @Test
    void aGitRevisionWorksLikeAFolder() throws Exception {
        commitTwice();
        Run folders = Run.winnow("compare", "HEAD~1", draft.toString(), "-u", "illustrative", "-q");
        assertThat(folders.err()).isEmpty();
        assertThat(folders.out()).contains("4 verdicts flip,", "Flips by E2\n");
        Run named = inside("compare", "HEAD~1:rules/battery", "rules/battery", "-u", "HEAD:illustrative", "-q");
        assertThat(named.err()).isEmpty();
        assertThat(named.exit()).isZero();
        assertThat(named.out()).contains("4 verdicts flip,", "E2  limit `yield-floor`, rules/battery/limits.yaml:");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HEAD~7:rules/battery | 3 | unknown revision `HEAD~7` in `HEAD~7:rules/battery`",
                "HEAD:rules/batery | 3 | `HEAD:rules/batery` does not exist at this revision",
                "HEAD:illustrative | 2 | `HEAD:illustrative` is a universe, `rules/battery` a pack: compare two of a"
                        + " kind",
                "HEAD~7 | 3 | `HEAD~7` is not a path, a shipped pack or universe, or a git revision"
            })
    void aBadRevisionIsReported(String old, int exit, String words) throws Exception {
        commitTwice();
        Run run = inside("compare", old, "rules/battery", "-u", "illustrative", "-q");
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo("winnow: " + words + "\n");
        assertThat(run.exit()).isEqualTo(exit);
    }

    private void commitTwice() throws Exception {
        assumeTrue(
                Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                        .anyMatch(place -> Files.isExecutable(Path.of(place, "git"))),
                "no git on the path: revisions are not tried");
        git("init", "-q");
        git("add", ".");
        git("commit", "-q", "-m", "as shipped");
        edit();
        git("commit", "-q", "-a", "-m", "edited");
    }

    private void git(String... words) throws Exception {
        List<String> command =
                new ArrayList<>(List.of("git", "-c", "user.name=analyst", "-c", "user.email=analyst@example.org"));
        command.addAll(List.of(words));
        Path said = Files.createTempFile("git", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        // The developer's git configuration may sign every commit, or there may be no home folder.
        builder.environment().putAll(Map.of("GIT_CONFIG_GLOBAL", "/dev/null", "GIT_CONFIG_NOSYSTEM", "1"));
        int exit = builder.start().waitFor();
        assertThat(exit).as(Files.readString(said)).isZero();
        Files.delete(said);
    }

    /** Runs a command line in the folder, because {@code HEAD:path} depends on the working directory. */
    private Run inside(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-cp",
                absolute(System.getProperty("java.class.path")),
                Started.class.getName()));
        command.addAll(List.of(words));
        Path out = Files.createTempFile("winnow", ".out");
        Path err = Files.createTempFile("winnow", ".err");
        int exit = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start()
                .waitFor();
        Run run = new Run(exit, Files.readString(out), Files.readString(err));
        Files.delete(out);
        Files.delete(err);
        return run;
    }

    private static String absolute(String path) {
        return String.join(
                File.pathSeparator,
                Stream.of(path.split(File.pathSeparator, -1))
                        .map(part -> Path.of(part).toAbsolutePath().toString())
                        .toList());
    }
}
