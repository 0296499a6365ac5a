package dev.winnow.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.winnow.report.json.Contract;
import dev.winnow.report.json.OutputSchema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Compares the JSON that commands print with their schemas. */
public final class OutputContracts {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();

    private OutputContracts() {}

    /** Asserts that the JSON of a command line matches its schema, and is the same when read and written again. */
    public static void assertMatches(String line) throws IOException {
        Run run = Run.winnow((line + " -q -f json").split(" "));
        assertThat(run.exit()).as(run.err()).isZero();
        OutputSchema output = of(line, "");
        assertThat(refusals(output, run.out())).isEmpty();
        assertThat(rewritten(output, run.out())).isEqualTo(run.out());
    }

    /** Asserts that each line of NDJSON of a command line matches its schema. */
    public static void assertLinesMatch(String command) throws IOException {
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

    /** Returns the contract of a command line; {@code -line} as suffix for a line of NDJSON. */
    private static OutputSchema of(String line, String suffix) {
        String[] words = line.replace("explain", "screen").split(" ");
        return named((words[0].equals("rules") ? words[0] + "-" + words[1] : words[0]) + suffix);
    }

    /** Returns the contract of a name, such as {@code gaps-line}. */
    public static OutputSchema named(String name) {
        return Features.outputs()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Returns the schema violations, with additional keys forbidden. */
    public static List<String> refusals(OutputSchema output, String json) throws IOException {
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
    public static void close(JsonNode schema) {
        ((ObjectNode) schema).put("unevaluatedProperties", false);
        for (Iterator<JsonNode> all = schema.path("$defs").elements(); all.hasNext(); ) {
            closeParts(all.next());
        }
    }

    private static void closeParts(JsonNode schema) {
        schema.path("properties").forEach(OutputContracts::closePart);
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
