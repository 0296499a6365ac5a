package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A value has one name: a column of CSV or XLSX has the key of its value in JSON, or the path to it. */
class ColumnNamesTest {

    /**
     * The tables that a class declares.
     *
     * @param contracts the schemas of the command's JSON, parted by blanks
     * @param places the objects in JSON whose values are columns, the document itself being empty; a row may join several
     * @param readers columns whose values JSON does not contain
     */
    private record Tables(String contracts, List<String> places, Set<String> readers) {}

    /** Names in words, beside the ids of JSON. */
    private static final Set<String> NAMES = Set.of("projectName", "cityName", "linkName", "fundName", "factName");

    private static final Map<String, Tables> TABLES = Map.ofEntries(
            // A number and its unit apart, for spreadsheets; JSON has the figure as stated. Positions and remarks in
            // words.
            // `error` of a share, the reason for a verdict, the first question and other texts join several values.
            Map.entry(
                    "ScreeningSheets",
                    new Tables(
                            "screen",
                            List.of(
                                    "assessments",
                                    "assessments.findings",
                                    "assessments.findings.evidence",
                                    "assessments.questions",
                                    "assessments.base",
                                    "assessments.base.assumed"),
                            Set.of(
                                    "why",
                                    "askFirst",
                                    "openKnockOut",
                                    "illustrative",
                                    "place",
                                    "about",
                                    "subject",
                                    "forWhom",
                                    "waiting",
                                    "assumedOf",
                                    "note",
                                    "low",
                                    "high",
                                    "unit",
                                    "hindsight",
                                    "rules"))),
            Map.entry(
                    "ScreeningTable",
                    new Tables("screen-line", List.of(""), Set.of("illustrative", "reason", "openKnockOut"))),
            // The limits of the pack, and the lines of the last sheet, are only in workbooks.
            Map.entry(
                    "AboutSheet",
                    new Tables(
                            "compare",
                            List.of("", "old"),
                            Set.of(
                                    "label", "value", "limit", "title", "from", "written", "low", "high", "unit",
                                    "source", "assumed"))),
            Map.entry("PanelAdditions", new Tables("screen-line", List.of(""), Set.of())),
            // Names, facts and judgements in words; the verdict of one assessor beside that of the panel.
            Map.entry(
                    "PanelSheets",
                    new Tables(
                            "screen",
                            List.of(
                                    "assessments",
                                    "assessments.panel",
                                    "assessments.panel.facts",
                                    "assessments.panel.facts.judgements",
                                    "assessments.panel.opinions"),
                            Set.of(
                                    "subjectName",
                                    "panelValue",
                                    "judgement",
                                    "judgement.reason",
                                    "own.verdict",
                                    "own.rank",
                                    "own.low",
                                    "own.high"))),
            // The verdict of the base case is in `baseFlips` only, where a pair has both.
            Map.entry(
                    "CompareContents",
                    new Tables(
                            "compare compare-line",
                            List.of("", "edits", "edits.changes"),
                            Set.of("before.base.verdict", "after.base.verdict"))),
            Map.entry(
                    "GapsContents",
                    new Tables(
                            "gaps",
                            List.of("", "links", "links.candidates", "demands", "funds", "questions"),
                            Set.of("place", "newcomer.reason", "source", "low", "high", "unit"))),
            // Rows by pack and view; a rate is of a group of cases, and of all rules or one.
            Map.entry(
                    "BackTestSheets",
                    new Tables(
                            "backtest",
                            List.of(
                                    "tests",
                                    "projects",
                                    "tests.then.assessments",
                                    "tests.then.rules",
                                    "tests.statistics.rates.rules",
                                    "tests.statistics.rates.rules.held",
                                    "tests.statistics.rates.periods"),
                            Set.of("view", "wrong", "reason", "case", "title", "group"))),
            Map.entry(
                    "ExceptionsContents",
                    new Tables("exceptions", List.of("exceptions", "overruled", "overruled.cases"), Set.of())),
            Map.entry("ScenariosContents", new Tables("scenarios", List.of("pairs", "pairs.outcomes"), Set.of())),
            Map.entry(
                    "WatchContents",
                    new Tables(
                            "watch",
                            List.of("pairs", "pairs.conditions", "pairs.causes", "pairs.causes.changes"),
                            Set.of("details", "number", "state", "set"))),
            // A sheet to fill in.
            Map.entry(
                    "SwingContents",
                    new Tables("weights", List.of("weights"), Set.of("best", "percentage", "criterion"))),
            Map.entry(
                    "WeightsContents",
                    new Tables(
                            "weights",
                            List.of("weights", "candidates", "settled"),
                            Set.of("limits", "rank", "set", "statement"))),
            Map.entry(
                    "PortfolioContents",
                    new Tables(
                            "portfolio",
                            List.of(
                                    "",
                                    "sets.members",
                                    "candidates",
                                    "candidates.readings.*",
                                    "frontier",
                                    "outside",
                                    "margins"),
                            Set.of("together", "chosen", "inBest", "why"))),
            // Additions to the chains of cities are only in workbooks.
            Map.entry(
                    "ArrivalSheet",
                    new Tables(
                            "portfolio",
                            List.of("candidates"),
                            Set.of("stage", "status", "holders", "arriving", "brought", "link"))),
            // `sure` and `drawn` are in words, and a share, where JSON has a boolean and a number.
            Map.entry(
                    "MatchContents",
                    new Tables(
                            "match",
                            List.of("pairs", "pairs.readings.*", "outlooks", "wishes"),
                            Set.of("howSure", "forCities", "drawnShare", "why"))));

    private static final Pattern COLUMN =
            Pattern.compile("(?:\\.(?:text|prose|count|number|day|with|headed)\\(|\\b\\w+\\((?:new )?sheet, )"
                    + "\\s*((?:\"[^\"]*\"|[\\w.()]+)(?:\\s*\\+\\s*(?:\"[^\"]*\"|[\\w.()]+))*)\\s*,");

    private static final Map<String, Set<String>> DECLARED = new TreeMap<>();

    /** Reads the names of columns from the sources; a part that a variable stands for is {@code *}. */
    @BeforeAll
    static void readSources() throws IOException {
        try (Stream<Path> modules = Stream.concat(Files.list(Path.of("..")), Files.list(Path.of("../features")))) {
            for (Path module : modules.map(at -> at.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .toList()) {
                readSources(module);
            }
        }
    }

    private static void readSources(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(at -> at.toString().endsWith(".java")).toList()) {
                String source = Files.readString(file);
                if (source.contains("TableBuilder<")) {
                    Set<String> names = columns(source);
                    if (!names.isEmpty()) {
                        DECLARED.put(file.getFileName().toString().replace(".java", ""), names);
                    }
                }
            }
        }
    }

    private static Set<String> columns(String source) {
        return COLUMN.matcher(source)
                .results()
                .map(found -> found.group(1))
                .filter(name -> name.contains("\"") && !name.equals("\"\""))
                .map(name -> Stream.of(name.split("\\s*\\+\\s*"))
                        .map(part -> part.startsWith("\"") ? part.substring(1, part.length() - 1) : "*")
                        .collect(Collectors.joining())
                        .replaceFirst("\\.$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns the paths to all values of a contract; lists leave no trace, and the key of a map is {@code *}. */
    private static Set<String> paths(String contracts) throws IOException {
        Set<String> paths = new TreeSet<>();
        for (String contract : contracts.split(" ")) {
            JsonNode schema = new ObjectMapper()
                    .readTree(Path.of("../docs/schemas", contract + ".schema.json")
                            .toFile());
            add(schema, schema, "", Set.of(), paths);
        }
        return paths;
    }

    private static void add(JsonNode at, JsonNode schema, String path, Set<String> within, Set<String> paths) {
        String reference = at.path("$ref").asText();
        if (!reference.isEmpty() && !within.contains(reference)) {
            Set<String> deeper = new TreeSet<>(within);
            deeper.add(reference);
            add(schema.at(reference.substring(1)), schema, path, deeper, paths);
        }
        for (String choice : List.of("anyOf", "oneOf", "allOf")) {
            at.path(choice).forEach(one -> add(one, schema, path, within, paths));
        }
        at.path("properties").properties().forEach(entry -> {
            String deeper = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
            paths.add(deeper);
            add(entry.getValue(), schema, deeper, within, paths);
        });
        if (at.has("items")) {
            add(at.path("items"), schema, path, within, paths);
        }
        if (at.path("additionalProperties").isObject()) {
            add(at.path("additionalProperties"), schema, path + ".*", within, paths);
        }
    }

    /** Returns whether a name is that of a value of an object at one of the places. */
    private static boolean isKey(String name, Tables tables, Set<String> paths) {
        // A variable stands for the id of a member of a list, which is no part of the path, or for the start of a path.
        Pattern wanted = Pattern.compile(
                Pattern.quote(name).replace(".*.", "\\E(?:\\.[^.]+)?\\.\\Q").replace("*", "\\E.*\\Q"));
        return tables.places().stream()
                .map(place -> place.isEmpty() ? "" : place + ".")
                .anyMatch(start -> paths.stream()
                        .filter(path -> path.startsWith(start))
                        .anyMatch(path ->
                                wanted.matcher(path.substring(start.length())).matches()));
    }

    @Test
    void everyColumnHasTheKeyOfItsValue() throws IOException {
        assertThat(TABLES.keySet()).as("classes with tables").containsAll(DECLARED.keySet());
        Set<String> wrong = new TreeSet<>();
        for (String type : DECLARED.keySet()) {
            Tables tables = Objects.requireNonNull(TABLES.get(type));
            Set<String> paths = paths(tables.contracts());
            DECLARED.get(type).stream()
                    .filter(name -> !NAMES.contains(name) && !tables.readers().contains(name))
                    .filter(name -> !isKey(name, tables, paths))
                    .forEach(name -> wrong.add(type + ": " + name));
        }
        assertThat(wrong)
                .as("give it the key that its value has in JSON, or list it as a column that only readers need")
                .isEmpty();
    }

    @Test
    void everyPlaceAndEveryColumnOfReadersIsThere() throws IOException {
        Set<String> gone = new TreeSet<>();
        for (String type : DECLARED.keySet()) {
            Tables tables = Objects.requireNonNull(TABLES.get(type));
            Set<String> paths = paths(tables.contracts());
            tables.places().stream()
                    .filter(place -> !place.isEmpty() && paths.stream().noneMatch(path -> path.startsWith(place + ".")))
                    .forEach(place -> gone.add(type + ": " + place));
            tables.readers().stream()
                    .filter(name -> !DECLARED.get(type).contains(name) || isKey(name, tables, paths))
                    .forEach(name -> gone.add(type + ": " + name));
        }
        assertThat(gone).as("no such place, no such column, or a key of JSON").isEmpty();
    }
}
