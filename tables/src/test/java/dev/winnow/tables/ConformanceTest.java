package dev.winnow.tables;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.winnow.model.source.Document;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What winnow makes of the public suites for JSON, YAML and CSV is what docs/conformance.md says, case by case.
 * {@code -Dwinnow.golden=write} writes it anew.
 */
class ConformanceTest {

    private static final Path SUITES = Path.of("src", "test", "resources", "conformance");
    private static final Path TABLE = Path.of("..", "docs", "conformance.md");

    /** What came of a suite: how many cases came out as it expects, and the others by what came instead. */
    private static final class Outcome {
        private int cases;
        private int expected;
        private final Map<String, List<String>> otherwise = new TreeMap<>();

        void asExpected() {
            cases++;
            expected++;
        }

        void otherwise(String what, String name) {
            cases++;
            otherwise.computeIfAbsent(what, any -> new ArrayList<>()).add(name);
        }

        String row(String suite, String means) {
            return "| " + suite + " | " + means + " | " + cases + " | " + expected + " | " + (cases - expected)
                    + " |\n";
        }

        String list(String heading) {
            return otherwise.isEmpty()
                    ? ""
                    : otherwise.entrySet().stream()
                            .map(one -> "- " + one.getKey() + ": "
                                    + one.getValue().stream()
                                            .map(name -> "`" + name + "`")
                                            .collect(Collectors.joining(", "))
                                    + "\n")
                            .collect(Collectors.joining("", "\n**" + heading + "**\n\n", ""));
        }
    }

    private final Map<String, Outcome> json = new LinkedHashMap<>();
    private final Outcome yaml = new Outcome();
    private final Outcome noYaml = new Outcome();

    @Test
    void theTableSaysWhatComesOfEachCase() throws IOException {
        for (String kind : List.of("y", "n", "i")) {
            json.put(kind, new Outcome());
        }
        for (Map<String, String> one : cases("json-test-suite.ndjson")) {
            json(one);
        }
        for (Map<String, String> one : cases("yaml-test-suite.ndjson")) {
            yaml(one);
        }
        String table = table();
        if ("write".equals(System.getProperty("winnow.golden"))) {
            Files.writeString(TABLE, table);
        }
        assertThat(table).isEqualTo(Files.readString(TABLE));
    }

    private void json(Map<String, String> one) {
        String name = one.get("name");
        String input = one.containsKey("repeat")
                ? one.get("repeat").repeat(Integer.parseInt(one.get("times")))
                : one.get("input");
        List<Problem> problems = new ArrayList<>();
        Document.parse("case.json", input, problems);
        Outcome outcome = Objects.requireNonNull(json.get(name.substring(0, 1)));
        boolean read = problems.isEmpty();
        if (name.startsWith("i") || read == name.startsWith("y")) {
            if (name.startsWith("i")) {
                outcome.otherwise(read ? "read" : refused(problems), name);
            } else {
                outcome.asExpected();
            }
        } else {
            outcome.otherwise(read ? "read" : refused(problems), name);
        }
    }

    private void yaml(Map<String, String> one) {
        String id = one.get("id");
        List<Problem> problems = new ArrayList<>();
        Node node = Document.parse("case.yaml", one.get("yaml"), problems);
        if (one.containsKey("fail")) {
            if (problems.isEmpty()) {
                noYaml.otherwise("read", id);
            } else {
                noYaml.asExpected();
            }
        } else if (!problems.isEmpty()) {
            yaml.otherwise(refused(problems), id);
        } else if (same(node, one.get("json"))) {
            yaml.asExpected();
        } else {
            yaml.otherwise("read as another value", id);
        }
    }

    /** Whether a value is that of a JSON text, if there is one: numbers as they are written. */
    private static boolean same(Node node, String text) {
        if (text == null) {
            return true;
        }
        Node expected = Document.parse("expected.json", text, new ArrayList<>());
        return expected != null && dump(expected).equals(dump(node));
    }

    private static String dump(Node node) {
        StringBuilder text = new StringBuilder();
        node.dump(text);
        return text.toString();
    }

    /** The first reason, without what is particular to the case. */
    private static String refused(List<Problem> problems) {
        return "refused, *"
                + problems.get(0)
                        .what()
                        .toString()
                        .replaceAll("`[^`]*`", "…")
                        .replaceAll(" at case\\S+", "")
                        .replaceAll("U\\+\\w+ ?(\\([^)]*\\))?", "…")
                + "*";
    }

    private String table() throws IOException {
        StringBuilder text = new StringBuilder("""
            # Public suites for JSON, YAML and CSV

            What winnow makes of every case; `ConformanceTest` holds this page. The [suites](../tables/src/test/resources/conformance/README.md) are JSONTestSuite, of which
            25 files that are not UTF-8 are left out, yaml-test-suite, and [csv-spectrum](../tables/src/test/resources/csv-spectrum/README.md).

            winnow refuses more than a general reader does, since a file must say one thing to everybody who opens it: a key given twice, anchors, aliases and tags, more than one document, an empty
            document, characters that cannot be seen, more than 50 levels. A number stays as it is written; what it means is read by the fact that it is for.

            | suite | what the suite expects | cases | so it is | otherwise |
            |---|---|---|---|---|
            """);
        text.append(json.get("y").row("JSONTestSuite", "JSON: is read"));
        text.append(json.get("n").row("", "no JSON: is refused"));
        text.append(json.get("i").row("", "left to the reader"));
        text.append(yaml.row("yaml-test-suite", "YAML: is read, with this value"));
        text.append(noYaml.row("", "no YAML: is refused"));
        text.append("| csv-spectrum | is read, with these cells | 12 | 12 | 0 |\n");
        text.append(json.get("y").list("JSON that is not read"));
        text.append(json.get("n").list("What is no JSON and is read"));
        text.append(json.get("i").list("What is left to the reader of JSON"));
        text.append(yaml.list("YAML that is not read, or otherwise"));
        text.append(noYaml.list("What is no YAML and is read"));
        return text.toString();
    }

    private static List<Map<String, String>> cases(String suite) throws IOException {
        List<Map<String, String>> cases = new ArrayList<>();
        for (String line : Files.readAllLines(SUITES.resolve(suite))) {
            try (JsonParser parser = new JsonFactory().createParser(line)) {
                Map<String, String> one = new LinkedHashMap<>();
                parser.nextToken();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String key = parser.currentName();
                    parser.nextToken();
                    one.put(key, parser.getText());
                }
                cases.add(one);
            }
        }
        return cases;
    }
}
