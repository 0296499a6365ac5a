package dev.winnow.spark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.winnow.engine.AsOfPolicy;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.model.source.Language;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.vocabulary.Vocabulary;
import dev.winnow.report.json.Fields;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines, ranks and robustness of a cluster are those that {@code screen} prints, byte for byte. */
class RanksOnTheClusterTest {

    private static final Path RULES = Path.of("../rules");
    private static final Path SEEDS = Path.of("../seeds");
    private static final YAMLMapper YAML = new YAMLMapper();

    private static SparkSession spark;

    @BeforeAll
    static void start() {
        spark = SparkSession.builder()
                .master("local[2, 4]")
                .appName("test")
                .config("spark.ui.enabled", false)
                .config("spark.sql.shuffle.partitions", 5)
                .config("spark.log.level", "FATAL")
                .getOrCreate();
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    private static Dataset<Row> rows(List<String> lines) {
        return spark.read().option("primitivesAsString", true).json(spark.createDataset(lines, Encoders.STRING()));
    }

    @ParameterizedTest
    @CsvSource({
        "semiconductor, semiconductor, wuyuan",
        "battery, semiconductor, wuyuan",
        "semiconductor, illustrative, ''",
        "chips-act, chips-act, ''",
        "data-centre, data-centre, ''",
    })
    void shippedUniverses(String pack, String universe, String named) {
        Map<String, String> packFiles = files(RULES.resolve(pack));
        Map<String, String> vocabularies = vocabularies();
        Shipped shipped = Shipped.of(SEEDS.resolve(universe), named);
        RulePack rules = RulePack.of(pack, packFiles);
        Universe whole = Universe.read(Broadcasted.facts(rules.vocabulary(), vocabularies), SEEDS.resolve(universe));
        OneMachine one = OneMachine.of(rules, whole);
        SparkScreening.Result result = SparkScreening.of(pack, packFiles, shipped.universe, vocabularies)
                .withDigest(whole.digest())
                .of(rows(shipped.projects).repartition(3));
        assertThat(result.refused().collectAsList()).isEmpty();
        assertThat(OneMachine.sorted(result.lines()))
                .isNotEmpty()
                .isEqualTo(one.lines(Fields.OF_ASSESSMENT).stream()
                        .filter(line -> !line.contains("\"project\":\"" + named + "\""))
                        .toList());
        assertThat(OneMachine.rankings(result)).isEqualTo(one.rankings());
    }

    @Test
    void anyPartitioningAndOrderOfThousandsOfPairs() {
        Invented invented = Invented.of(400, 5).withTwins(20);
        Universe whole = invented.whole();
        OneMachine one = OneMachine.of(invented.rules(), whole);
        List<String> fields =
                List.of("project", "city", "asOf", "verdict", "rank", "score", "sure", "tied", "rankings");
        List<String> lines = one.lines(fields);
        assertThat(lines).hasSize(420 * 5);
        assertThat(lines.stream().filter(line -> line.contains("\"tied\":true")).count())
                .isGreaterThanOrEqualTo(2 * 20 * 5);
        SparkScreening screening =
                invented.screening().withDigest(whole.digest()).withFields(fields);
        Dataset<Row> projects = rows(invented.projects());
        for (Dataset<Row> some : List.of(
                projects.coalesce(1), projects.orderBy(functions.rand(3)).repartition(11))) {
            SparkScreening.Result result = screening.of(some);
            assertThat(OneMachine.sorted(result.lines())).isEqualTo(lines);
            assertThat(OneMachine.rankings(result)).isEqualTo(one.rankings());
        }
    }

    @Test
    void anotherDayLanguageAndSample() {
        Invented invented = Invented.of(40, 2);
        Universe whole = invented.whole();
        LocalDate day = LocalDate.of(2025, 6, 30);
        RulePack chinese = invented.rules().inLanguage(Language.ZH);
        OneMachine one = OneMachine.of(ScreeningRequest.of(chinese, whole).at(AsOfPolicy.on(day)), 7, 50);
        List<String> fields = List.of("project", "city", "asOf", "rank", "findings", "questions", "sure", "rankings");
        SparkScreening.Result result = invented.screening()
                .withDigest(whole.digest())
                .on(day)
                .inLanguage(Language.ZH)
                .withSample(7, 50)
                .withFields(fields)
                .of(rows(invented.projects()));
        assertThat(OneMachine.sorted(result.lines()))
                .isEqualTo(one.lines(fields))
                .allMatch(line -> line.contains("\"asOf\":\"2025-06-30\""))
                .anyMatch(line -> line.contains("？"));
        assertThat(OneMachine.rankings(result)).isEqualTo(one.rankings());
    }

    @Test
    void projectsOfTheUniverseTakeRanksAndArePartOfRankings() {
        Invented invented = Invented.of(30, 2);
        List<String> universes = invented.projects().subList(0, 12);
        List<String> given = invented.projects().subList(12, 30);
        Map<String, String> universe = new HashMap<>(invented.universe());
        universe.put("projects.json", "{\"projects\": [" + String.join(",", universes) + "]}");
        Universe whole = invented.whole();
        OneMachine one = OneMachine.of(invented.rules(), whole);
        Set<String> ids =
                new HashSet<>(rows(given).select("id").as(Encoders.STRING()).collectAsList());
        SparkScreening.Result result = SparkScreening.of("semiconductor", invented.pack(), universe, Map.of())
                .withDigest(whole.digest())
                .of(rows(given));
        assertThat(OneMachine.sorted(result.lines()))
                .hasSize(18 * 2)
                .isEqualTo(one.lines(Fields.OF_ASSESSMENT).stream()
                        .filter(line -> ids.stream().anyMatch(id -> line.contains("\"project\":\"" + id + "\"")))
                        .toList());
        assertThat(OneMachine.rankings(result)).isEqualTo(one.rankings());
    }

    @Test
    void withoutRankNoRankIsComputed() {
        Invented invented = Invented.of(30, 2);
        Universe whole = invented.whole();
        List<String> fields = List.of("project", "city", "asOf", "verdict", "because", "score", "base");
        SparkScreening.Result result = invented.screening()
                .withDigest(whole.digest())
                .withFields(fields)
                .of(rows(invented.projects()));
        assertThat(result.lines().queryExecution().executedPlan().toString()).doesNotContain("Window", "Exchange");
        assertThat(result.rankings().collectAsList()).isEmpty();
        assertThat(OneMachine.sorted(result.lines()))
                .containsExactlyInAnyOrderElementsOf(
                        OneMachine.of(invented.rules(), whole).lines(fields));
    }

    private static Map<String, String> files(Path folder) {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(file -> file.toString().matches(".*\\.(yaml|drl|md)"))
                    .filter(file -> !folder.relativize(file).startsWith("target"))
                    .toList()) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static Map<String, String> vocabularies() {
        Map<String, String> vocabularies = new TreeMap<>();
        files(RULES).forEach((file, text) -> {
            if (file.matches("[^/]*/" + Vocabulary.FILE)) {
                vocabularies.put(file, text);
            }
        });
        return vocabularies;
    }

    /**
     * A shipped universe whose projects are rows.
     *
     * @param universe the files without the projects
     * @param projects the projects as lines of JSON, in which a column has values of one type
     */
    private record Shipped(Map<String, String> universe, List<String> projects) {

        /** @param named the id of a project that stays in the universe, because its other files name it */
        static Shipped of(Path folder, String named) {
            Map<String, String> universe = new TreeMap<>();
            List<ObjectNode> projects = new ArrayList<>();
            files(folder).forEach((file, text) -> {
                if (!file.endsWith(".yaml")) {
                    return;
                }
                try {
                    ObjectNode document = (ObjectNode) YAML.readTree(text);
                    JsonNode listed = document.remove("projects");
                    if (listed != null) {
                        ArrayNode kept = document.arrayNode();
                        listed.forEach(project -> {
                            if (project.get("id").asText().equals(named)) {
                                kept.add(project);
                            } else {
                                projects.add((ObjectNode) project);
                            }
                        });
                        if (!kept.isEmpty()) {
                            document.set("projects", kept);
                        }
                    }
                    if (!document.isEmpty()) {
                        universe.put(file.replaceFirst("yaml$", "json"), document.toString());
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            Set<String> columns = new HashSet<>();
            projects.forEach(project -> project.fieldNames().forEachRemaining(columns::add));
            columns.forEach(column -> ofOneType(column, projects));
            return new Shipped(
                    universe, projects.stream().map(ObjectNode::toString).toList());
        }

        /** Writes each value of a column as a value with its source, if any is, and in a list, if any is. */
        private static void ofOneType(String column, List<ObjectNode> projects) {
            List<JsonNode> all = projects.stream()
                    .map(project -> project.get(column))
                    .filter(value -> value != null && !value.isNull())
                    .toList();
            boolean dated =
                    all.stream().anyMatch(value -> isStatement(value) || value.isArray() && isStatement(value.path(0)));
            boolean several = dated
                    && all.stream().anyMatch(JsonNode::isArray)
                    && all.stream().anyMatch(value -> value.isArray() && isStatement(value.path(0)));
            boolean listed = all.stream()
                    .anyMatch(value -> value.isArray() && !isStatement(value.path(0))
                            || value.path("value").isArray());
            for (ObjectNode project : projects) {
                JsonNode value = project.get(column);
                if (value == null || value.isNull()) {
                    continue;
                }
                JsonNode stated = listed && value.isValueNode() ? list(value) : value;
                if (dated && !isStatement(stated) && !(stated.isArray() && isStatement(stated.path(0)))) {
                    stated = project.objectNode().set("value", stated);
                }
                project.set(column, several && !stated.isArray() ? list(stated) : stated);
            }
        }

        private static boolean isStatement(JsonNode value) {
            return value.has("value");
        }

        private static ArrayNode list(JsonNode value) {
            return YAML.createArrayNode().add(value);
        }
    }
}
