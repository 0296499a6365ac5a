package dev.winnow.portfolio.match;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.winnow.console.Book;
import dev.winnow.console.Run;
import dev.winnow.portfolio.PlanFile;
import dev.winnow.report.Golden;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Output of {@code winnow match}. */
class MatchCommandTest {

    private static final String GALE_SHAPLEY = """
        title: Gale and Shapley 1962, example 1
        capacity: 1
        preferences:
          projects: {alpha: [A, B, C], beta: [B, C, A], gamma: [C, A, B]}
          cities: {A: [beta, gamma, alpha], B: [gamma, alpha, beta], C: [alpha, beta, gamma]}
        """;

    private static final String PAIRS = """
        capacities: {east: 1, west: 2}
        pairs:
          - {project: mill, city: east, project-gains: 70, city-gains: 60–65}
          - {project: mill, city: west, project-gains: 50–80, city-gains: 40}
          - {project: yard, city: east, project-gains: 90, city-gains: 50}
          - {project: yard, city: west, project-gains: 30, city-gains: 20}
          - {project: kiln, city: east, project-gains: 20, city-gains: 55, sure: no}
        """;

    @TempDir
    private Path folder;

    private PlanFile plans;

    @BeforeEach
    void plans() {
        plans = new PlanFile("match", folder);
    }

    @Test
    void textShowsTheAssignment() {
        String[] words = {"match", "--capacity", "2", "--capacity", "qingdao=3", "-q"};
        Run run = Run.winnow(words);
        assertThat(run.exit()).isZero();
        Golden.assertSame("samples/match.txt", run.out());
        Golden.assertSame(
                "samples/match-zh.txt",
                Run.winnow("match", "--capacity", "2", "--capacity", "qingdao=3", "-q", "--lang", "zh")
                        .out());
    }

    @Test
    void aPlanMayContainRankings() throws IOException {
        Run run = plans.run(GALE_SHAPLEY);
        assertThat(run.exit()).isZero();
        Golden.assertSame("samples/match-ranked.txt", run.out());
    }

    @Test
    void aPlanMayContainPairsWithBounds() throws IOException {
        Run run = plans.run(PAIRS, "--draws", "50");
        assertThat(run.exit()).isZero();
        Golden.assertSame("samples/match-pairs.txt", run.out());
    }

    @Test
    void contractEqualsText() throws IOException {
        JsonNode json =
                new JsonMapper().readTree(plans.run(GALE_SHAPLEY, "-f", "json").out());
        assertThat(json.path("assignments").findValuesAsText("bestFor")).containsExactly("PROJECTS", "CITIES");
        assertThat(json.path("assignments").path(0).path("places").findValuesAsText("city"))
                .containsExactly("A", "B", "C");
        assertThat(json.path("assignments").path(1).path("places").findValuesAsText("city"))
                .containsExactly("C", "A", "B");
        assertThat(json.path("pairs")
                        .path(0)
                        .path("readings")
                        .path("CERTAIN")
                        .path("cityGains")
                        .asInt())
                .isEqualTo(3);
        assertThat(json.path("outlooks").findValuesAsText("certainty")).containsOnly("OPEN");
    }

    @Test
    void theMinimumScoreAppliesToPairsOfThePlan() throws IOException {
        JsonNode all = new JsonMapper()
                .readTree(plans.run(PAIRS.replace("sure: no", "sure: yes"), "-f", "json")
                        .out());
        JsonNode some = new JsonMapper()
                .readTree(plans.run(PAIRS.replace("sure: no", "sure: yes") + "from: 41\n", "-f", "json")
                        .out());
        assertThat(all.path("pairs").findValuesAsText("barred")).containsOnly("null");
        assertThat(some.path("pairs").findValuesAsText("barred"))
                .contains("its score is below 41, the minimum of the plan");
        assertThat(plans.run(GALE_SHAPLEY + "from: 41\n").err()).contains("rankings have no scores");
    }

    @Test
    void uncertainPairsAreUnacceptableInTheCertainScenario() throws IOException {
        JsonNode json = new JsonMapper().readTree(plans.run(PAIRS, "-f", "json").out());
        for (JsonNode pair : json.path("pairs")) {
            assertThat(pair.at("/readings/CERTAIN/barred").isNull())
                    .isEqualTo(pair.path("sure").asBoolean());
        }
    }

    @Test
    void workbookEqualsText() throws IOException {
        Path file = folder.resolve("match.xlsx");
        assertThat(Run.winnow("match", "--capacity", "2", "--draws", "5", "-q", "-o", file.toString())
                        .exit())
                .isZero();
        Book book = Book.read(file);
        assertThat(book.sheets().keySet()).containsExactly("Assignment", "Pairs", "Unmet wishes", "Chains", "About");
        assertThat(book.rows("Assignment").stream().filter(row -> "Qingdao 青岛".equals(row.get("city"))))
                .extracting(row -> row.get("project"))
                .containsExactlyInAnyOrder("SiEn 芯恩", "Hisense Xinxin 海信信芯");
        assertThat(book.formulas()).isZero();
    }

    @Test
    void mistakesAreReportedAtTheirPlace() throws IOException {
        Run run = plans.run(
                GALE_SHAPLEY.replace("capacity: 1", "capacity: -1").replace("beta: [B, C, A]", "beta: [B, D, B]")
                        + """
                        capacities: {a: 2, B: many}
                        never: [delta]
                        from: high
                        colour: red
                        """);
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        Golden.assertSame("samples/match-mistakes.txt", plans.said(run));
    }

    @Test
    void aCityHasOneCapacityUnderAnyName() throws IOException {
        assertThat(plans.said(plans.run("capacities: {qingdao: 1, Qingdao: 2}\n")))
                .contains("FOLDER/plan.yaml:1:26: `qingdao` is already set at FOLDER/plan.yaml:1:14\n");
    }

    @Test
    void mistakesInPairsAreReportedAtTheirPlace() throws IOException {
        Run run = plans.run(PAIRS.replace("city-gains: 40}", "city-gains: at least 40, sure: perhaps}")
                        .replace("{project: yard, city: west", "{project: yard, city: east")
                + "preferences: {projects: {}}\n");
        assertThat(run.exit()).isEqualTo(3);
        Golden.assertSame("samples/match-mistakes-pairs.txt", plans.said(run));
    }

    @Test
    void aPlanWithoutCapacityIsRefused() throws IOException {
        assertThat(Run.winnow("match", "-q").err())
                .isEqualTo("winnow: no city has a capacity; give the number of projects per city, such as"
                        + " `--capacity qingdao=3`\n");
        Run run = plans.run(GALE_SHAPLEY.replace("capacity: 1\n", ""));
        assertThat(run.exit()).isEqualTo(3);
        assertThat(plans.said(run)).isEqualTo("""
            FOLDER/plan.yaml:1:1: no city has a capacity
               |   title: Gale and Shapley 1962, example 1
               |   ^^^^^ give the number of projects per city, such as `capacities: {qingdao: 3}`
            winnow: 1 problem; nothing was matched
            """);
        assertThat(Run.winnow("match", "-q", "--city", "jinan", "--capacity", "qingdao=1")
                        .err())
                .isEqualTo("winnow: city `jinan` has no capacity; did you mean `--capacity jinan=1`?\n");
    }

    @Test
    void capacitiesOnTheCommandLineAreChecked() {
        assertThat(Run.winnow("match", "-q", "--capacity", "qingdoa=3").err())
                .isEqualTo("winnow: unknown city `qingdoa`; did you mean `qingdao`?\n");
        assertThat(Run.winnow("match", "-q", "--capacity", "qingdao=-3").err())
                .isEqualTo("winnow: --capacity: `-3` is below 0; write a whole number of at least 0, such as `3`\n");
        assertThat(Run.winnow("match", "-q", "--capacity", "qingdao=some").err())
                .isEqualTo(
                        "winnow: --capacity: invalid capacity `some`; write a whole number of at least 0, such as `3`\n");
        assertThat(Run.winnow("match", "-q", "--capacity", "1", "--as-of", "decision")
                        .err())
                .isEqualTo("winnow: projects are matched as of a single day; give it with `--as-of DATE`\n");
    }

    /**
     * The city gains as much from either project, and both gain as much there: the id decides, and every view of the
     * place says so.
     */
    @Test
    void aTiedPlaceIsMarked() throws IOException {
        String plan = """
            capacity: 1
            pairs:
              - {project: mill, city: east, project-gains: 70, city-gains: 60}
              - {project: kiln, city: east, project-gains: 70, city-gains: 60}
              - {project: yard, city: west, project-gains: 70, city-gains: 60}
              - {project: yard, city: north, project-gains: 60, city-gains: 60}
              - {project: shop, city: west, project-gains: 70, city-gains: 50}
            """;
        String text = plans.run(plan).out();
        JsonNode json = new JsonMapper().readTree(plans.run(plan, "-f", "json").out());
        Path sheet = folder.resolve("tied.xlsx");
        plans.run(plan, "-o", sheet.toString());

        assertThat(text.replaceAll("\\s+", " "))
                .contains(
                        "The only stable assignment: 2 of 4 placed, equals taken by id",
                        "kiln 60 70 open tied",
                        "yard 60 70 certain",
                        "Open: kiln: east, nowhere. Open: mill: east, nowhere.",
                        "but east gains 60 of it, and is full with kiln (60): tied.",
                        "but west gains 50 of it, and is full with yard (60).")
                .doesNotContain("certain tied");
        assertThat(plans.run(plan, "--lang", "zh").out()).contains("并列者按编号取舍");
        assertThat(json.path("pairs"))
                .filteredOn(pair -> pair.path("tied").asBoolean())
                .extracting(pair -> pair.path("project").asText())
                .containsExactly("kiln");
        assertThat(json.path("wishes"))
                .filteredOn(wish -> wish.path("tied").asBoolean())
                .extracting(wish -> wish.path("project").asText())
                .containsExactly("mill");
        assertThat(Book.read(sheet).rows("Assignment"))
                .filteredOn(row -> "yes".equals(row.get("tied")))
                .extracting(row -> row.get("project"))
                .containsExactly("kiln");
    }
}
