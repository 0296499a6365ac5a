package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.winnow.cli.option.Run;
import dev.winnow.records.internal.text.RecordsJson;
import dev.winnow.report.json.Contract;
import dev.winnow.report.json.OutputSchema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The JSON output matches its schema exactly, and its records read it and write the same bytes. */
class OutputSchemaTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();

    static List<OutputSchema> outputs() {
        return Stream.concat(OutputSchema.ALL.stream(), RecordsJson.SCHEMAS.stream())
                .toList();
    }

    /** Returns the command lines to run for each shipped pack. */
    static List<String> commandLines() {
        List<String> all = new ArrayList<>();
        for (String of : List.of(
                "-u semiconductor -r semiconductor | semiconductor | sien qingdao | qingdao",
                "-u illustrative -r battery | battery | looper alderbay | alderbay",
                "-u chips-act -r chips-act | chips-act | amkor united-states | united-states",
                "-u data-centre -r data-centre | data-centre | windhall zhongwei | zhongwei")) {
            String[] part = of.split(" \\| ");
            all.add("screen " + part[0]);
            all.add("explain " + part[2] + " " + part[0]);
            all.add("compare " + part[1] + " " + part[1] + " " + part[0].replaceAll(" -r .*", ""));
            all.add("gaps " + part[3] + " " + part[0]);
            all.add("evidence " + part[0]);
            all.add("rules check " + part[1] + " " + part[0].replaceAll(" -r .*", ""));
            all.add("rules list " + part[1]);
            all.add("rules test " + part[1] + " --coverage");
        }
        all.add("backtest -u semiconductor -r semiconductor");
        all.add("portfolio --budget 12bn --city qingdao --draws 5");
        all.add("match --capacity 2 --draws 5");
        Path weights = Run.HOME.resolve("docs/examples/weights");
        all.add("weights --from " + weights.resolve("decisions.csv") + " -u illustrative -r battery");
        all.add("weights --table " + weights.resolve("ways.csv") + " --from " + weights.resolve("ranks.csv"));
        all.add("rules mutate battery -k yield-below-floor");
        return all;
    }

    @ParameterizedTest
    @MethodSource("commandLines")
    void outputMatchesItsSchemaAndIsReadBack(String line) throws IOException {
        Run run = Run.winnow((line + " -q -f json").split(" "));
        assertThat(run.exit()).as(run.err()).isZero();
        OutputSchema output = of(line, "");
        assertThat(refusals(output, run.out())).isEmpty();
        assertThat(rewritten(output, run.out())).isEqualTo(run.out());
    }

    @ParameterizedTest
    @CsvSource({
        "screen -u semiconductor -r semiconductor",
        "compare battery battery -u illustrative",
        "backtest -u semiconductor -r semiconductor",
        "gaps qingdao -u semiconductor -r semiconductor"
    })
    void eachLineMatchesItsSchema(String command) throws IOException {
        Run run = Run.winnow((command + " -q -f ndjson").split(" "));
        assertThat(run.exit()).as(run.err()).isZero();
        for (String line : run.out().lines().toList()) {
            OutputSchema output = of(command, "-line");
            assertThat(refusals(output, line)).isEmpty();
            if (!command.startsWith("compare")) { // whose lines are of several record types
                assertThat(output.mapper()
                                .writeValueAsString(output.mapper()
                                        .readValue(line, output.shapes().get(0))))
                        .isEqualTo(line);
            }
        }
    }

    @Test
    void selectedFieldsMatchTheSchemaWithoutRequiredKeys() throws IOException {
        Run run = Run.winnow("screen", "-q", "-f", "json", "--fields", "project,score,sure,findings");
        JsonNode schema = JSON.valueToTree(named("screen").schema());
        schema.findParents("required").forEach(part -> ((ObjectNode) part).remove("required"));
        close(schema);

        assertThat(REGISTRY.getSchema(schema).validate(JSON.readTree(run.out())))
                .isEmpty();
        assertThat(refusals(named("screen"), run.out())).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12.5 | true",
                "[10, null] | true",
                "\"home-appliances\" | true",
                "true | true",
                "[\"a\", \"b\"] | true",
                "[] | true",
                "{\"low\": 1} | false",
                "[1, 2, 3] | false",
                "[1, \"b\"] | false"
            })
    void aValueIsAFigureARangeATextYesOrNoOrAListOfTexts(String value, boolean accepted) throws IOException {
        ObjectNode schema = JSON.valueToTree(named("screen").schema());
        JsonNode shape = schema.at("/$defs/Citation/properties/value");
        assertThat(REGISTRY.getSchema(shape).validate(JSON.readTree(value)).isEmpty())
                .isEqualTo(accepted);
    }

    @ParameterizedTest
    @CsvSource({
        "backtest, samples/backtest.json",
        "gaps, samples/gaps.json",
        "rules-test, samples/tests.json",
        "evidence, shipped/evidence-sien.json",
        "screen, shipped/explain-sien-qingdao.json",
        "rules-list, shipped/rules-list.json",
        "backtest-line, documents/backtest.ndjson",
        "compare-line, documents/compare.ndjson",
        "screen-line, documents/explain.ndjson",
        "gaps-line, documents/gaps.ndjson",
        "screen-line, documents/screen.ndjson",
        "watch, samples/watch.json",
        "history, samples/records.history.json",
        "history, samples/records.decision.json",
        "history, samples/records.conditions.json",
        "replay, samples/records.replay.json",
        "replay, samples/records.differs.json",
        "verify, samples/records.verify.json"
    })
    void everyGoldenFileMatchesItsSchema(String name, String file) throws IOException {
        String text = Files.readString(Path.of("src/test/resources/golden", file));
        for (String one : name.endsWith("-line") ? text.lines().toList() : List.of(text)) {
            assertThat(refusals(named(name), one)).isEmpty();
        }
    }

    @Test
    void anUndeclaredKeyIsDetected() throws IOException {
        String verified = "{\"schema\": 1, \"records\": 0, \"last\": \"\", \"whole\": true, \"findings\": []%s}";
        assertThat(refusals(named("verify"), verified.formatted(""))).isEmpty();
        assertThat(refusals(named("verify"), verified.formatted(", \"more\": 1")))
                .hasSize(1);
        assertThat(refusals(
                        named("verify"), verified.replace("\"last\": \"\",", "").formatted("")))
                .contains(": required property 'last' not found");
    }

    @ParameterizedTest
    @MethodSource("outputs")
    void docsNameEveryKey(OutputSchema output) throws IOException {
        Set<String> named = new HashSet<>();
        Pattern.compile("`[^`\n]+`")
                .matcher(Files.readString(Run.HOME.resolve("docs/json.md")))
                .results()
                .forEach(code -> named.addAll(List.of(code.group().split("[^A-Za-z]+"))));
        Set<String> keys = new TreeSet<>();
        JSON.valueToTree(output.schema())
                .findValues("properties")
                .forEach(one -> one.fieldNames().forEachRemaining(keys::add));
        assertThat(named).containsAll(keys);
    }

    private static OutputSchema of(String line, String suffix) {
        String[] words = line.replace("explain", "screen").split(" ");
        return named((words[0].equals("rules") ? words[0] + "-" + words[1] : words[0]) + suffix);
    }

    private static OutputSchema named(String name) {
        return outputs().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Returns the schema violations, with additional keys forbidden. */
    private static List<String> refusals(OutputSchema output, String json) throws IOException {
        Schema schema = SCHEMAS.computeIfAbsent(output.name(), one -> {
            ObjectNode tree = JSON.valueToTree(output.schema());
            close(tree);
            return REGISTRY.getSchema(tree);
        });
        return schema.validate(JSON.readTree(json)).stream()
                .map(Object::toString)
                .toList();
    }

    /** Forbids additional keys in every value that has a schema. */
    private static void close(JsonNode schema) {
        ((ObjectNode) schema).put("unevaluatedProperties", false);
        for (Iterator<JsonNode> all = schema.path("$defs").elements(); all.hasNext(); ) {
            closeParts(all.next());
        }
    }

    private static void closeParts(JsonNode schema) {
        schema.path("properties").forEach(OutputSchemaTest::closePart);
    }

    private static void closePart(JsonNode schema) {
        if (schema.has("items")) {
            closePart(schema.get("items"));
        } else if (schema.has("additionalProperties")) {
            closePart(schema.get("additionalProperties"));
        } else if (!schema.isEmpty()) {
            schema.path("anyOf").forEach(one -> {
                if (one.has("items") || one.has("additionalProperties")) {
                    closePart(one);
                }
            });
            ((ObjectNode) schema).put("unevaluatedProperties", false);
        }
    }

    /** Reads JSON into its records and writes them again. */
    private static String rewritten(OutputSchema output, String json) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Contract.write(output.mapper().readValue(json, output.shapes().get(0)), output.mapper(), out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
