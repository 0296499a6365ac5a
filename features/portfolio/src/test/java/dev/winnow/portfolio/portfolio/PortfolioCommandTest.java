package dev.winnow.portfolio.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.winnow.console.Book;
import dev.winnow.console.Run;
import dev.winnow.portfolio.PlanFile;
import dev.winnow.report.Golden;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Output of {@code winnow portfolio}. */
class PortfolioCommandTest {

    private static final String WINSTON = """
        title: Winston
        budget: 14
        candidates:
          - {id: a, worth: 16, cost: 5}
          - {id: b, worth: 22, cost: 7}
          - {id: c, worth: 12, cost: 4}
          - {id: d, worth: 8, cost: 3}
        """;

    @TempDir
    private Path folder;

    private PlanFile plans;

    @BeforeEach
    void plans() {
        plans = new PlanFile("portfolio", folder);
    }

    @Test
    void textShowsTheBestSet() {
        Run run = Run.winnow("portfolio", "--budget", "12bn", "--city", "qingdao", "--draws", "20", "-q");
        assertThat(run.exit()).isZero();
        Golden.assertSame("samples/portfolio.txt", run.out());
        Golden.assertSame(
                "samples/portfolio-zh.txt",
                Run.winnow("portfolio", "--budget", "12bn", "--city", "qingdao", "--draws", "20", "-q", "--lang", "zh")
                        .out());
    }

    @Test
    void aPlanMayContainItsOwnCandidates() throws IOException {
        Run run = plans.run(WINSTON);
        assertThat(run.exit()).isZero();
        Golden.assertSame("samples/portfolio-given.txt", run.out());
    }

    @Test
    void effortIsCountedAndItsFormerNameAccepted() throws IOException {
        String set = plans.run(WINSTON).out();
        assertThat(plans.run(WINSTON, "--effort", "1").out()).isEqualTo(set);
        assertThat(plans.run(WINSTON, "--seconds", "1").out()).isEqualTo(set);
        assertThat(plans.run(WINSTON, "--seconds", "0").err())
                .isEqualTo("winnow: `--effort` must be a number from 1 to 3,600\n");
    }

    @Test
    void aPlanHasAtMostFourMegabytes() throws IOException {
        Run run = plans.run(WINSTON + "# and so on\n".repeat(400_000));
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains(": the file is larger than 4 MB\n");
    }

    @Test
    void contractEqualsText() throws IOException {
        JsonNode json = new JsonMapper()
                .readTree(plans.run(WINSTON + "at-most: 2\n", "-f", "json").out());
        JsonNode best = json.path("sets").path(0);
        assertThat(best.path("worth").asInt()).isEqualTo(38);
        assertThat(best.path("status").asText()).isEqualTo("PROVEN");
        assertThat(best.path("members").findValuesAsText("project")).containsExactly("b", "a");
        assertThat(json.path("frontier").size()).isEqualTo(14);
    }

    @Test
    void workbookEqualsText() throws IOException {
        Path file = folder.resolve("set.xlsx");
        assertThat(Run.winnow(
                                "portfolio",
                                "--budget",
                                "12bn",
                                "--city",
                                "qingdao",
                                "--draws",
                                "5",
                                "--consider",
                                "hold",
                                "-q",
                                "-o",
                                file.toString())
                        .exit())
                .isZero();
        Book book = Book.read(file);
        assertThat(book.sheets().keySet())
                .containsExactly("Set", "Other budgets", "Candidates", "Why not", "Larger budgets", "Chains", "About");
        assertThat(book.rows("Set")).hasSize(7);
        assertThat(book.rows("Other budgets")).hasSize(14);
        assertThat(book.rows("Chains").stream().filter(row -> "yes".equals(row.get("brought"))))
                .extracting(row -> row.get("link"))
                .contains("Core equipment 核心装备");
        assertThat(book.formulas()).isZero();
    }

    @Test
    void aCandidateWithoutACostCannotBeChosen() throws IOException {
        JsonNode json = new JsonMapper()
                .readTree(plans.run(WINSTON + "  - {id: e, worth: 100}\n", "-f", "json")
                        .out());
        assertThat(json.path("sets").path(0).path("worth").asInt()).isEqualTo(42);
        assertThat(json.path("candidates")
                        .path(4)
                        .path("readings")
                        .path("CERTAIN")
                        .path("barred")
                        .asText())
                .isEqualTo("its cost is unknown; the plan can state it under `costs`");
    }

    @Test
    void candidatesOnHoldAreConsideredOnRequest() throws IOException {
        JsonNode narrow = json("--budget", "30bn", "--city", "qingdao", "--draws", "0");
        JsonNode wide = json("--budget", "30bn", "--city", "qingdao", "--draws", "0", "--consider", "hold");
        assertThat(narrow.at("/sets/1/members"))
                .hasSizeLessThan(wide.at("/sets/1/members").size());
        assertThat(Run.winnow("portfolio", "--consider", "all").err())
                .endsWith("winnow: `--consider` must be `recommend` or `hold`\n");
    }

    private static JsonNode json(String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of("portfolio", "-q", "-f", "json"));
        command.addAll(List.of(options));
        return new JsonMapper()
                .readTree(Run.winnow(command.toArray(String[]::new)).out());
    }

    @Test
    void membersReachThePlansMinimumScore() throws IOException {
        JsonNode json = new JsonMapper()
                .readTree(plans.run(WINSTON + "from: 13\n", "-f", "json").out());
        assertThat(json.path("sets").path(0).path("members").findValuesAsText("project"))
                .containsExactly("b", "a");
        assertThat(json.path("candidates").findValuesAsText("barred"))
                .contains("its score is below 13, the minimum of the plan");
    }

    @Test
    void requiredAndAssumedMembersAreNotClaimedToBeInEverySet() throws IOException {
        String plan = "budget: 12 bn yuan\nmust: [sien]\ncosts: {datang: 1 bn yuan}\n";
        String text =
                plans.run(plan, "--city", "qingdao", "--draws", "20", "-q").out();
        assertThat(text.replaceAll("\\s+", " "))
                .contains("How sure: 20 best sets, as weights and unknown points were drawn; costs were not"
                        + " In every one because the constraints require it, if the assumptions on them hold: SiEn 芯恩.")
                .doesNotContain("In every one:");
        JsonNode json = new JsonMapper()
                .readTree(plans.run(plan, "--city", "qingdao", "--draws", "20", "-q", "-f", "json")
                        .out());
        assertThat(json.path("standings"))
                .filteredOn(one -> one.path("project").asText().equals("sien"))
                .singleElement()
                .hasToString(
                        "{\"project\":\"sien\",\"city\":\"qingdao\",\"times\":20,\"kind\":\"REQUIRED\",\"assumed\":true}");
    }

    @Test
    void contradictingConstraintsAreReported() throws IOException {
        Run run = plans.run(WINSTON + "must: [a, b, c]\nat-most: 3\n");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).isEqualTo("""
            Winston
            A budget of 14; 4 of 4 candidates can be chosen.

            The set
            No set meets all constraints. These contradict each other; without any one of
            them they would not:
            - the budget of 14
            - a must be in
            - b must be in
            - c must be in

            Found by CP-SAT.
            """);
    }

    @Test
    void mistakesAreReportedAtTheirPlace() throws IOException {
        Run run = plans.run(WINSTON.replace("budget: 14", "budget: -14") + """
            must: [e]
            needs: {a: [b], b: [a]}
            colour: red
            """);
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        Golden.assertSame("samples/portfolio-mistakes.txt", plans.said(run));
    }

    @Test
    void aBudgetInAnotherCurrencyIsRefused() {
        Run run = Run.winnow("portfolio", "--budget", "3 bn USD", "--city", "qingdao", "-q");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("winnow: --budget: `3 bn USD` is not in yuan; give a rate with its day, such as"
                        + " `--rate USD=…@2025-12-31`\n");
    }

    @Test
    void equalCandidatesSeparatedByTheBudgetAreMarkedTied() throws IOException {
        String plan = """
            budget: 12
            candidates:
              - {id: a, worth: 16, cost: 5}
              - {id: b, worth: 16, cost: 5}
              - {id: c, worth: 30, cost: 7}
            """;
        JsonNode json = new JsonMapper().readTree(plans.run(plan, "-f", "json").out());

        assertThat(plans.run(plan).out().replaceAll(" +", " "))
                .contains(" b 16 5 tied", "a: tied; a set with it in place of b has the same value.")
                .doesNotContain("7 tied");
        assertThat(plans.run(plan, "--lang", "zh").out()).contains("并列", "a：并列，以其替换b的组合得分相同。");
        assertThat(json.path("outside"))
                .singleElement()
                .satisfies(one -> assertThat(one.path("tied").asBoolean()).isTrue());
        assertThat(json.path("sets").path(0).path("members"))
                .filteredOn(member -> member.path("tied").asBoolean())
                .extracting(member -> member.path("project").asText())
                .containsExactly("b");
    }
}
