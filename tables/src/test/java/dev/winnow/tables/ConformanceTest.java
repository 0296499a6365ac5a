package dev.winnow.tables;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.winnow.model.source.Document;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.tables.internal.cells.CsvSheet;
import dev.winnow.tables.internal.cells.Row;
import dev.winnow.tables.internal.cells.Sheet;
import dev.winnow.tables.internal.cells.UnreadableTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The results for the public test suites of JSON, YAML and CSV match docs/conformance.md, case by case. {@code
 * -Dwinnow.golden=write} rewrites that file.
 */
class ConformanceTest {

    private static final Path SUITES = Path.of("src", "test", "resources", "conformance");
    private static final Path SPECTRUM = Path.of("src", "test", "resources", "csv-spectrum");
    private static final Path TABLE = Path.of("..", "docs", "conformance.md");

    /** Expected content of files for which the suite expects something else; see the README beside them. */
    private static final Map<String, List<Map<String, String>>> SAID_HERE = Map.of(
            "location_coordinates",
            List.of(Map.of(
                    "Contact Phone Number", "2095257564",
                    "Location Coordinates", "37\uFFFD36'37.8\"N 121\uFFFD2'17.9\"W",
                    "Cities", "Modesto",
                    "Counties", "Stanislaus")));

    /** Result of a suite: the number of expected outcomes, and the other cases by outcome. */
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
    private final Outcome csv = new Outcome();

    @Test
    void theTableMatchesTheResultsOfAllCases() throws IOException {
        for (String kind : List.of("y", "n", "i")) {
            json.put(kind, new Outcome());
        }
        for (Map<String, String> one : cases("json-test-suite.ndjson")) {
            json(one);
        }
        for (Map<String, String> one : cases("yaml-test-suite.ndjson")) {
            yaml(one);
        }
        for (String name : spectrum()) {
            csv(name);
        }
        String table = table();
        if ("write".equals(System.getProperty("winnow.golden"))) {
            Files.writeString(TABLE, table);
        }
        assertThat(table).isEqualTo(Files.readString(TABLE));
    }

    private void json(Map<String, String> one) {
        String name = one.get("name");
        List<Problem> problems = new ArrayList<>();
        Document.parse("case.json", bytes(one), problems);
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

    private static byte[] bytes(Map<String, String> one) {
        if (one.containsKey("base64")) {
            return Base64.getDecoder().decode(one.get("base64"));
        }
        String text = one.containsKey("repeat")
                ? one.get("repeat").repeat(Integer.parseInt(one.get("times")))
                : one.get("input");
        return text.getBytes(StandardCharsets.UTF_8);
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

    private void csv(String name) throws IOException {
        try {
            List<Map<String, String>> expected = SAID_HERE.containsKey(name)
                    ? SAID_HERE.get(name)
                    : records(Files.readString(SPECTRUM.resolve(name + ".json")));
            if (rows(name).equals(expected)) {
                csv.asExpected();
            } else {
                csv.otherwise("read as other cells", name);
            }
        } catch (UnreadableTable e) {
            csv.otherwise(refused(List.of(e.problem())), name);
        }
    }

    /** Names of the cases of csv-spectrum. */
    private static List<String> spectrum() throws IOException {
        try (Stream<Path> files = Files.list(SPECTRUM)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".csv"))
                    .map(name -> name.substring(0, name.length() - ".csv".length()))
                    .sorted()
                    .toList();
        }
    }

    /** Rows after the first by heading, without rows that are longer or shorter than the first. */
    private static List<Map<String, String>> rows(String name) throws IOException, UnreadableTable {
        List<Map<String, String>> rows = new ArrayList<>();
        try (Sheet sheet = CsvSheet.open(SPECTRUM.resolve(name + ".csv"), name)) {
            Row head = sheet.next();
            for (Row row = sheet.next(); row != null; row = sheet.next()) {
                Map<String, String> said = new LinkedHashMap<>();
                for (int column = 1; column <= row.width(); column++) {
                    said.put(column > head.width() ? "beyond the headings" : head.text(column), row.text(column));
                }
                rows.add(said);
            }
        }
        return rows;
    }

    /** Whether a value equals that of a JSON text, if there is one. Numbers are compared as written. */
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

    /** The first reason without details of the case. */
    private static String refused(List<Problem> problems) {
        return "refused, *"
                + problems.get(0)
                        .what()
                        .toString()
                        .replaceAll("`[^`]*`", "…")
                        .replaceAll(" at case\\S+", "")
                        .replaceAll("the byte \\w+ ", "the byte … ")
                        .replaceAll("U\\+\\w+ ?(\\([^)]*\\))?", "…")
                + "*";
    }

    private String table() throws IOException {
        StringBuilder text = new StringBuilder("""
            # Public suites for JSON, YAML and CSV

            What winnow makes of every case; `ConformanceTest` holds this page. The [suites](../tables/src/test/resources/conformance/README.md) are JSONTestSuite, yaml-test-suite, and
            [csv-spectrum](../tables/src/test/resources/csv-spectrum/README.md).

            winnow refuses more than a general reader does, since a file must say one thing to everybody who opens it: a key given twice, anchors, aliases and tags, more than one document, an empty
            document, characters that cannot be seen, bytes that are not UTF-8, more than 50 levels. A number stays as it is written; what it means is read by the fact that it is for.

            | suite | what the suite expects | cases | so it is | otherwise |
            |---|---|---|---|---|
            """);
        text.append(json.get("y").row("JSONTestSuite", "JSON: is read"));
        text.append(json.get("n").row("", "no JSON: is refused"));
        text.append(json.get("i").row("", "left to the reader"));
        text.append(yaml.row("yaml-test-suite", "YAML: is read, with this value"));
        text.append(noYaml.row("", "no YAML: is refused"));
        text.append(csv.row("csv-spectrum", "is read, with these cells"));
        text.append(json.get("y").list("JSON that is not read"));
        text.append(json.get("n").list("What is no JSON and is read"));
        text.append(json.get("i").list("What is left to the reader of JSON"));
        text.append(yaml.list("YAML that is not read, or otherwise"));
        text.append(noYaml.list("What is no YAML and is read"));
        text.append(csv.list("CSV that is not read, or otherwise"));
        return text.toString();
    }

    private static List<Map<String, String>> cases(String suite) throws IOException {
        return records(Files.readString(SUITES.resolve(suite)));
    }

    /** Keys and texts of the objects of a JSON text, which are listed or follow one another. */
    private static List<Map<String, String>> records(String json) throws IOException {
        List<Map<String, String>> records = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.START_OBJECT) {
                    records.add(new LinkedHashMap<>());
                } else if (token.isScalarValue()) {
                    records.get(records.size() - 1).put(parser.currentName(), parser.getText());
                }
            }
        }
        return records;
    }
}
