package dev.winnow.commands.screening;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.winnow.console.Run;
import dev.winnow.model.Thorough;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables that are read in portions give the same results as tables read at once. */
class LongScreeningTest {

    /** More than one portion. */
    private static final int PROJECTS = 2_050;

    private static final String BASE = "illustrative";
    private static final List<String> LINKS = List.of("cathode", "anode", "electrolyte", "separator", "cell", "pack");

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    private static final Map<String, Run> WHOLE = new HashMap<>();

    private static String city;
    private static String table;

    /** Writes a table with landed projects and an invalid one. */
    @BeforeAll
    static void write() throws IOException {
        city = JSON.readTree(Run.winnow("screen", "-u", BASE, "-r", "battery", "-q", "-f", "json")
                        .out())
                .at("/assessments/0/city")
                .asText();
        Random random = new Random(5);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < PROJECTS; i++) {
            ObjectNode project = JSON.createObjectNode()
                    .put("id", "row-" + i)
                    .put("name", "Row " + i)
                    .put("investment", 100 + random.nextInt(9_000) + " mn yuan")
                    .put("fundingNeed", 10 + random.nextInt(900) + " mn yuan");
            project.putArray("links").add(LINKS.get(random.nextInt(LINKS.size())));
            if (random.nextInt(3) > 0) {
                project.put("owner", "Firm " + random.nextInt(9));
            }
            if (i % 400 == 7) {
                project.put("city", city).put("decided", "2024-03-01");
            }
            lines.append(project).append('\n');
        }
        lines.append("{\"id\": \"bad\", \"name\": \"Bad\", \"investment\": \"many\"}\n");
        table = Files.writeString(folder.resolve("rows.ndjson"), lines).toString();
    }

    private static Run screen(String... more) {
        List<String> words = new ArrayList<>(List.of("screen", "-u", BASE, "-r", "battery", "--city", city, "-q"));
        words.addAll(List.of(more));
        return Run.winnow(words.toArray(String[]::new));
    }

    /** Screens the table at once. Few weightings suffice, because portions have no robustness of ranks. */
    private static Run whole(String given) {
        return WHOLE.computeIfAbsent(given, one -> screen(one, table, "-f", "json", "--samples", "50"));
    }

    private static Map<String, ObjectNode> byPair(Iterable<JsonNode> assessments, String... without) {
        Map<String, ObjectNode> byPair = new HashMap<>();
        for (JsonNode one : assessments) {
            ObjectNode copy = one.deepCopy();
            copy.remove(List.of("schema", "pack", "universe", "sure"));
            copy.remove(List.of(without));
            assertThat(byPair.put(copy.get("project") + " in " + copy.get("city"), copy))
                    .isNull();
        }
        return byPair;
    }

    /** Removes the members that are not computed for long lists. */
    private static Map<String, ObjectNode> uncritical(Map<String, ObjectNode> assessments) {
        assessments.values().stream()
                .map(one -> one.get("base"))
                .filter(ObjectNode.class::isInstance)
                .forEach(base -> ((ObjectNode) base).putNull("critical"));
        return assessments;
    }

    private static Map<String, ObjectNode> json(Run run, String... without) throws IOException {
        return byPair(JSON.readTree(run.out()).get("assessments"), without);
    }

    private static List<JsonNode> lines(Run run) {
        return run.out()
                .lines()
                .map(line -> {
                    try {
                        return JSON.readTree(line);
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                })
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"--project", "-u"})
    void theBestCandidatesHaveTheSameRanks(String given) throws IOException {
        Run whole = whole(given);
        Run best = screen(given, table, "-f", "json", "--top", "12");

        assertThat(best.exit()).isEqualTo(3);
        assertThat(best.err()).isEqualTo(whole.err()).contains("rows.ndjson:" + (PROJECTS + 1) + ":");
        Map<String, ObjectNode> all = json(whole);
        assertThat(json(best))
                .hasSize(12)
                .allSatisfy((pair, one) -> assertThat(one).isEqualTo(all.get(pair)));
    }

    /** One of the dropped candidates may rank first under other weights. */
    @Test
    void nothingIsSaidOfTheFirstPlaceUnderOtherWeights() {
        assertThat(screen("--project", table, "--top", "5").out().replaceAll("\\s+", " "))
                .contains("Ranks are among all candidates for the city; only the best are shown: 5.")
                .doesNotContain("First place", "first place");
    }

    @Test
    void theBestKeptCandidatesEqualThoseOfTheTable() throws IOException {
        Map<String, ObjectNode> best = json(screen("-f", "json", "--top", "3"));
        Map<String, ObjectNode> all = json(screen("-f", "json"));

        assertThat(best).hasSize(3).allSatisfy((pair, one) -> assertThat(one).isEqualTo(all.get(pair)));
        assertThat(json(screen("-f", "json", "--top", "100000"))).isEqualTo(all);
    }

    @ParameterizedTest
    @CsvSource({"--project", "-u"})
    void withoutRanksAllAssessmentsAreEqual(String given) throws IOException {
        Run run = screen(given, table, "-f", "ndjson", "--unranked");
        List<JsonNode> lines = lines(run);

        assertThat(run.exit()).isEqualTo(3);
        assertThat(lines)
                .allSatisfy(line -> assertThat(line.get("rank").isNull()).isTrue());
        Map<String, ObjectNode> all = json(whole(given), "rank", "tied");
        assertThat(byPair(lines, "rank", "tied")).isEqualTo(uncritical(all));
    }

    /** Answers in any format apply to projects in tables, however the tables are screened. */
    @ParameterizedTest
    @CsvSource({"answers.yaml", "answers.csv", "answers.md"})
    void answersApplyToLongTables(String file) throws IOException {
        Path own = folder.resolve("own.csv");
        Files.writeString(own, "id,name,links\np1,P one,picture-chip-design\n");
        Path answers = folder.resolve(file);
        Files.writeString(
                answers,
                switch (file) {
                    case "answers.yaml" ->
                        "answers: [{project: p1, fact: project.yieldRate, value: 95 %, asOf: 2026-01-01}]\n";
                    case "answers.csv" -> "answer,date,fact,of\n95 %,2026-01-01,project.yieldRate,p1\n";
                    default -> "fact `project.yieldRate` of `p1`\n- answer (%): 95\n- date: 2026-01-01\n";
                });
        String line = "screen --city qingdao -q --project " + own + " --answers " + answers;
        Run whole = Run.winnow((line + " -f json --samples 50").split(" "));
        Run best = Run.winnow((line + " -f json --top 1").split(" "));
        Run lines = Run.winnow((line + " -f ndjson --unranked").split(" "));

        assertThat(whole.err() + best.err() + lines.err()).isEmpty();
        Map<String, ObjectNode> all = json(whole);
        assertThat(all).hasSize(1);
        assertThat(all.values().iterator().next().get("questions").findValuesAsText("fact"))
                .doesNotContain("project.yieldRate")
                .contains("project.cidm");
        assertThat(json(best)).isEqualTo(all);
        assertThat(byPair(lines(lines), "rank")).isEqualTo(uncritical(json(whole, "rank")));
    }

    @Test
    void anInventedUniverseIsScreenedInEveryCity() throws IOException {
        int many = Thorough.count(60, 150);
        String invented = folder.resolve("many.ndjson").toString();
        assertThat(Run.winnow(
                                "synth",
                                "--projects",
                                String.valueOf(many),
                                "--cities",
                                "3",
                                "--seed",
                                "7",
                                "-o",
                                invented)
                        .exit())
                .isZero();
        Run best = Run.winnow("screen", "-u", invented, "-q", "-f", "json", "--top", "20");
        Run whole = Run.winnow("screen", "-u", invented, "-q", "-f", "json", "--samples", "50");
        Run lines = Run.winnow("screen", "-u", invented, "-q", "-f", "ndjson", "--unranked");

        assertThat(best.err() + whole.err() + lines.err()).isEmpty();
        Map<String, ObjectNode> all = json(whole);
        assertThat(json(best))
                .hasSize(20)
                .allSatisfy((pair, one) -> assertThat(one).isEqualTo(all.get(pair)));
        assertThat(lines(lines)).hasSize(3 * many);
        assertThat(byPair(lines(lines), "rank")).isEqualTo(uncritical(json(whole, "rank")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--top 0 | `--top 0` would show nothing; give a number of at least 1",
                "--unranked | `--unranked` requires `-f ndjson` and cannot be combined with `--top`",
                "-f ndjson --unranked --top 3 | `--unranked` requires `-f ndjson` and cannot be combined with `--top`"
            })
    void wrongUsageIsReported(String words, String message) {
        Run run = screen(words.split(" "));

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo("winnow: " + message + "\n");
    }
}
