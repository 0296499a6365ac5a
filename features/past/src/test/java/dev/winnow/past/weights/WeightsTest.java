package dev.winnow.past.weights;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.winnow.console.Run;
import dev.winnow.report.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Output of {@code winnow weights}. */
class WeightsTest {

    private static final Path EXAMPLES = Run.HOME.resolve("docs/examples/weights");
    private static final String DECISIONS = EXAMPLES.resolve("decisions.csv").toString();

    @TempDir
    private Path folder;

    @Test
    void textShowsTheWeightsThatAgree() {
        Run run = decided(DECISIONS, "--city", "alderbay");
        assertThat(run.exit()).as(run.err()).isZero();
        Golden.assertSame("samples/weights.txt", run.out());
        Golden.assertSame(
                "samples/weights-zh.txt",
                decided(DECISIONS, "--city", "alderbay", "--lang", "zh").out());
    }

    @Test
    void aDecisionAgainstAllOthersIsNamedAlone() throws IOException {
        Path file = folder.resolve("decisions.csv");
        Files.writeString(
                file,
                Files.readString(Path.of(DECISIONS)).replace("bigcell,alderbay,approved", "bigcell,alderbay,declined"));
        Run run = decided(file.toString(), "--keep-thresholds");
        assertThat(run.exit()).isZero();
        Golden.assertSame("samples/weights-contradiction.txt", run.out());
        Golden.assertSame(
                "samples/weights-contradiction-zh.txt",
                decided(file.toString(), "--keep-thresholds", "--lang", "zh").out());
    }

    @Test
    void withoutWeightsNoCandidateIsSaidToBeMissing() throws IOException {
        Path many = folder.resolve("many.yaml");
        Run.winnow("synth", "--projects", "30", "--cities", "2", "-o", many.toString());
        Path file = folder.resolve("circle.csv");
        Files.writeString(file, "city,better,worse\nc0,p0,p1\nc0,p1,p0\n");
        Run run = Run.winnow("weights", "--from", file.toString(), "-u", many.toString());
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("Contradictions").contains("before");
        assertThat(run.err()).doesNotContain("are not compared");
    }

    @Test
    void aTableNeedsNoPack() {
        Run run = Run.winnow(
                "weights",
                "--table",
                EXAMPLES.resolve("ways.csv").toString(),
                "--from",
                EXAMPLES.resolve("ranks.csv").toString());
        assertThat(run.exit()).as(run.err()).isZero();
        Golden.assertSame("samples/weights-table.txt", run.out());
    }

    @Test
    void aTableWithoutRanksAndClassesIsRefused() throws IOException {
        Path file = folder.resolve("ways.csv");
        Files.writeString(file, "way,price,comfort\nBUS,6,0\nTAXI,30,3\n");
        Run run = Run.winnow("weights", "--table", file.toString());
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("ways.csv: the table has no ranks and no classes");
    }

    @Test
    void namesOfPastDecisionsMayBeChinese() throws IOException {
        Path file = folder.resolve("decisions.csv");
        Files.writeString(file, "项目,城市,结论\n薄膜隔膜厂,桤湾,通过\n");
        Run run = decided(file.toString(), "--city", "桤湾");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("1 decision").contains("Alderbay").doesNotContain("Birchport");
    }

    @Test
    void moreThanTwelveContradictionsAreNotSaidToBeAll() throws IOException {
        Path file = folder.resolve("ways.csv");
        StringBuilder rows = new StringBuilder("way,price,comfort,rank\n");
        for (int i = 0; i < 14; i++) {
            rows.append("way %1$s,%1$s,%1$s,%2$s\n".formatted(i, i + 1));
        }
        Files.writeString(file, rows);
        Run run = Run.winnow("weights", "--table", file.toString());
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("There may be more sets.");
    }

    @Test
    void theContractEqualsTheText() throws IOException {
        Run run = decided(DECISIONS, "--separation", "0", "-f", "json");
        JsonNode json = new JsonMapper().readTree(run.out());
        assertThat(json.path("fits").asBoolean()).isTrue();
        assertThat(json.path("broken")).isEmpty();
        JsonNode pull = json.path("weights").path(0);
        assertThat(pull.path("id").asText()).isEqualTo("demand-pull");
        assertThat(pull.path("low").asDouble()).isEqualTo(35.526316);
        assertThat(pull.path("lowOpen").asBoolean()).isTrue();
        assertThat(pull.path("highOpen").asBoolean()).isFalse();
        assertThat(json.path("kept").asDouble()).isZero();
        assertThat(pull.path("below").path(0).path("pair").path("project").asText())
                .isEqualTo("purecarbon");
    }

    @Test
    void aProposalIsACopyOfThePackWithOtherWeights() throws IOException {
        Path proposal = folder.resolve("proposal");
        Run run = decided(DECISIONS, "-o", proposal + "/");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err()).contains("see what it changes: `winnow compare battery " + proposal + "/`");
        assertThat(Files.readString(proposal.resolve("pack.yaml")))
                .contains("{id: demand-pull, title: Demand pull, side: project, weight: 73}")
                .contains("thresholds: {recommend: 57, decline: 14}");
        Run again = Run.winnow("weights", "--from", DECISIONS, "-u", "illustrative", "-r", proposal.toString());
        assertThat(again.out()).contains("The present weights agree with all of them.");
    }

    @Test
    void aSeparationAboveTheLargestIsRefused() {
        String table = EXAMPLES.resolve("ways.csv").toString();
        String ranks = EXAMPLES.resolve("ranks.csv").toString();
        assertThat(Run.winnow("weights", "--table", table, "--from", ranks, "--separation", "0.169"))
                .isEqualTo(new Run(
                        2, "", "winnow: no weights were found with a separation of 0.169; the largest is `0.168`\n"));
        assertThat(Run.winnow("weights", "--table", table, "--from", ranks, "--separation", "-1"))
                .isEqualTo(new Run(2, "", "winnow: `--separation` must not be negative\n"));
        assertThat(Run.winnow("weights", "--table", table, "--from", ranks, "--separation", "0.168")
                        .out())
                .contains("  price         0.448    0.448   0.448\n");
    }

    @Test
    void anEndThatDoesNotAgreeItselfIsMarked() {
        String out = Run.winnow(
                        "weights",
                        "--table",
                        EXAMPLES.resolve("ways.csv").toString(),
                        "--from",
                        EXAMPLES.resolve("ranks.csv").toString(),
                        "--separation",
                        "0")
                .out();
        assertThat(out)
                .contains("  price      > 0.2979  < 0.9032  0.6005\n")
                .contains("    more than 0.2979: METRO1 equal to METRO2 (ranks.csv:4), BUS before TAXI\n")
                .contains("    less than 0.9032: METRO1 equal to METRO2 (ranks.csv:4)\n");
        assertThat(out.replaceAll("\\s+", " "))
                .contains(
                        "At an end marked by > or <, scores that must differ are equal: the values beside it agree, but not the end itself.");
    }

    @Test
    void aYesOrNoListSaysSoAndLeavesTheLowerThreshold() throws IOException {
        Path file = folder.resolve("decisions.csv");
        Files.writeString(file, "project,city,outcome\nbigcell,alderbay,yes\nclearsalt,alderbay,no\n");
        String out = decided(file.toString(), "--city", "birchport").out();
        assertThat(out.replaceAll("\\s+", " "))
                .contains(
                        "No decision of the list is held, so people only said yes or no: declined means that the rules must not recommend. No decision is about the threshold of DECLINE: any value up to that of RECOMMEND agrees.")
                .contains("Threshold of DECLINE 25 any any");
        Path proposal = folder.resolve("proposal");
        assertThat(decided(file.toString(), "-o", proposal + "/").exit()).isZero();
        assertThat(Files.readString(proposal.resolve("pack.yaml"))).contains("decline: 25}");
    }

    @Test
    void eachProblemHasItsPlaceAndTheOtherRowsAreUsed() throws IOException {
        Path file = folder.resolve("decisions.csv");
        Files.writeString(file, """
                项目,城市,日期,结论
                bigcel,alderbay,,通过
                thinfilm,alderbay,3/4/2025,通过
                smartpack,birchport,,同意
                purecarbon,alderbay,,搁置
                scooterpack,birchport,,approvd
                """);
        Run run = decided(file.toString());
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err())
                .contains("decisions.csv:2:1: unknown project `bigcel`")
                .contains("decisions.csv:3:3: `3/4/2025` can be two days")
                .contains("decisions.csv:6:4: unknown outcome `approvd`")
                .contains("3 problems");
        assertThat(run.out()).contains("2 decisions");
    }

    @Test
    void decisionsAreRequired() {
        Run run = Run.winnow("weights");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("no past decisions given; name them by `--from FILE`");
    }

    @Test
    void aFormAsksForSwingsAndItsAnswersGiveWeights() throws IOException {
        Run form = Run.winnow("weights", "--ask", "-r", "battery");
        Golden.assertSame("samples/weights-form.txt", form.out());
        Path file = folder.resolve("swings.csv");
        assertThat(Run.winnow("weights", "--ask", "-r", "battery", "-o", file.toString())
                        .exit())
                .isZero();
        Files.writeString(file, """
                criterion,percentage
                demand-pull,100
                chain-coverage,60–80 %
                funding,50
                chain-action,100
                technology,
                """);
        Run run = Run.winnow(
                "weights", "--answers", file.toString(), "-u", "illustrative", "-r", "battery", "-f", "json");
        assertThat(run.exit()).as(run.err()).isZero();
        JsonNode weights = new JsonMapper().readTree(run.out()).path("weights");
        assertThat(weights.path(0).path("low").asDouble()).isEqualTo(43.478261); // 100 of 100 + 80 + 50
        assertThat(weights.path(0).path("high").asDouble()).isEqualTo(47.619047); // 100 of 100 + 60 + 50
    }

    @Test
    void aFormWithoutAnswersIsNamed() {
        Path file = folder.resolve("empty.xlsx");
        assertThat(Run.winnow("weights", "--ask", "-r", "battery", "-o", file.toString())
                        .exit())
                .isZero();
        Run run = Run.winnow("weights", "--answers", file.toString(), "-u", "illustrative", "-r", "battery");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).startsWith(file + ": no answers were read\n");
    }

    @Test
    void problemsOfAFormHaveTheirPlaces() throws IOException {
        Path file = folder.resolve("swings.csv");
        Files.writeString(file, """
                criterion,percentage
                demand-pull,90
                chain-coverge,60
                funding,120
                chain-action,100
                technology,50
                """);
        Run run = Run.winnow("weights", "--answers", file.toString(), "-u", "illustrative", "-r", "battery");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err())
                .contains("swings.csv:2:2: no criterion of this side has 100")
                .contains("swings.csv:3:1: unknown criterion `chain-coverge`")
                .contains("swings.csv:4:2: invalid percentage `120`");
        assertThat(run.out()).contains("1 answer about a swing");
    }

    private static Run decided(String from, String... more) {
        String[] words = {"weights", "--from", from, "-u", "illustrative", "-r", "battery"};
        String[] all = Arrays.copyOf(words, words.length + more.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        return Run.winnow(all);
    }

    @Test
    void anAlteredDecisionIsNamed() throws SQLException {
        String records = folder.resolve("records.db").toString();
        List.of(
                        "screen --city alderbay --record -q -u illustrative -r battery",
                        "decide nickelworks alderbay decline --reason=Closed -q",
                        "decide thinfilm alderbay recommend --reason=Wanted -q")
                .forEach(line -> assertThat(Run.winnow((line + " --records " + records).split(" "))
                                .exit())
                        .isZero());
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + records);
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TRIGGER winnow_records_update");
            statement.execute("UPDATE winnow_records SET body = replace(body, 'Closed', 'Open')");
        }
        Run weights =
                Run.winnow("weights", "--from", "records", "-u", "illustrative", "-r", "battery", "--records", records);
        assertThat(weights.exit()).isEqualTo(3);
        assertThat(weights.err()).contains("record `2` in ", "altered");
    }
}
