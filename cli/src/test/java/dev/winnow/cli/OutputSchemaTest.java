package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.winnow.console.Features;
import dev.winnow.console.OutputContracts;
import dev.winnow.console.Run;
import dev.winnow.report.json.OutputSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The JSON output matches its schema exactly, and its records read it and write the same bytes. */
class OutputSchemaTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    static List<OutputSchema> outputs() {
        return Features.outputs().toList();
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
            all.add("evidence " + part[0]);
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("commandLines")
    void outputMatchesItsSchemaAndIsReadBack(String line) throws IOException {
        OutputContracts.assertMatches(line);
    }

    @ParameterizedTest
    @CsvSource({"screen -u semiconductor -r semiconductor"})
    void eachLineMatchesItsSchema(String command) throws IOException {
        OutputContracts.assertLinesMatch(command);
    }

    @Test
    void selectedFieldsMatchTheSchemaWithoutRequiredKeys() throws IOException {
        Run run = Run.winnow("screen", "-q", "-f", "json", "--fields", "project,score,sure,findings");
        JsonNode schema = JSON.valueToTree(OutputContracts.named("screen").schema());
        schema.findParents("required").forEach(part -> ((ObjectNode) part).remove("required"));
        OutputContracts.close(schema);

        assertThat(REGISTRY.getSchema(schema).validate(JSON.readTree(run.out())))
                .isEmpty();
        assertThat(OutputContracts.refusals(OutputContracts.named("screen"), run.out()))
                .isNotEmpty();
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
        ObjectNode schema = JSON.valueToTree(OutputContracts.named("screen").schema());
        JsonNode shape = schema.at("/$defs/Citation/properties/value");
        assertThat(REGISTRY.getSchema(shape).validate(JSON.readTree(value)).isEmpty())
                .isEqualTo(accepted);
    }

    @ParameterizedTest
    @CsvSource({
        "evidence, shipped/evidence-sien.json",
        "screen, shipped/explain-sien-qingdao.json",
        "rules-list, shipped/rules-list.json",
        "screen-line, documents/explain.ndjson",
        "screen-line, documents/screen.ndjson",
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
            assertThat(OutputContracts.refusals(OutputContracts.named(name), one))
                    .isEmpty();
        }
    }

    @Test
    void anUndeclaredKeyIsDetected() throws IOException {
        String verified = "{\"schema\": 1, \"records\": 0, \"last\": \"\", \"whole\": true, \"findings\": []%s}";
        assertThat(OutputContracts.refusals(OutputContracts.named("verify"), verified.formatted("")))
                .isEmpty();
        assertThat(OutputContracts.refusals(OutputContracts.named("verify"), verified.formatted(", \"more\": 1")))
                .hasSize(1);
        assertThat(OutputContracts.refusals(
                        OutputContracts.named("verify"),
                        verified.replace("\"last\": \"\",", "").formatted("")))
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
}
