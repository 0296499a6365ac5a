package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.winnow.console.Run;
import dev.winnow.console.terminal.Exit;
import dev.winnow.model.ShippedFacts;
import dev.winnow.model.domain.Project;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.value.Figure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of three public sources are imported with a mapping alone, and each value equals that of the source. */
class LayoutsTest {

    private static final Path LAYOUTS = Run.HOME.resolve("docs/examples/layouts");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    @TempDir
    private Path folder;

    /** Returns the import of files of a layout; no row may be refused. */
    private JsonNode imported(String layout, String... files) throws IOException {
        Path home = LAYOUTS.resolve(layout);
        Path out = folder.resolve("out.yaml");
        List<String> words = new ArrayList<>(List.of("import"));
        Stream.of(files).map(file -> home.resolve(file).toString()).forEach(words::add);
        words.addAll(List.of("--map", home.resolve("mapping.yaml").toString()));
        words.addAll(List.of("-u", home.resolve("universe.yaml").toString(), "-o", out.toString()));

        Run run = Run.winnow(words.toArray(String[]::new));

        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).as(run.out()).isEqualTo(Exit.DONE);
        assertThat(universe(layout).problems()).isEmpty();
        return YAML.readTree(Files.readString(out));
    }

    private Universe universe(String layout) {
        return Universe.read(
                ShippedFacts.VOCABULARY, LAYOUTS.resolve(layout).resolve("universe.yaml"), folder.resolve("out.yaml"));
    }

    private static List<Map<String, String>> rows(String layout, String file) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        try (de.siegmar.fastcsv.reader.CsvReader<de.siegmar.fastcsv.reader.NamedCsvRecord> csv =
                de.siegmar.fastcsv.reader.CsvReader.builder()
                        .ofNamedCsvRecord(LAYOUTS.resolve(layout).resolve(file))) {
            csv.forEach(row -> rows.add(new LinkedHashMap<>(row.getFieldsAsMap())));
        }
        return rows;
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static JsonNode with(JsonNode list, String key, String text) {
        return stream(list)
                .filter(one -> one.path(key).asText().equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing has " + key + " " + text));
    }

    private static JsonNode fact(JsonNode universe, String subject, String about) {
        return stream(universe.get("facts"))
                .filter(one -> one.get("subject").asText().equals(subject)
                        && one.get("about").asText().equals(about))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no fact about " + about + " of " + subject));
    }

    private static List<String> texts(JsonNode list) {
        return stream(list).map(JsonNode::asText).toList();
    }

    @Test
    void aTrackerOfIndianFabs() throws IOException {
        JsonNode source =
                JSON.readTree(Files.readString(LAYOUTS.resolve("indian-fabs").resolve("fabs.json")));
        JsonNode universe = imported("indian-fabs", "fabs.json");
        Map<String, String> links = Map.of(
                "180nm", "wafer-manufacturing",
                "65nm", "wafer-manufacturing",
                "Assembly & Test (OSAT)", "packaging-testing",
                "Assembly, Test & Packaging — DRAM & NAND Flash", "packaging-testing");
        Map<String, String> money = Map.of(
                "$2.75 billion", "2.75 bn USD",
                "~₹3,300 crore (~$400 million)", "about 400 mn USD",
                "$3 billion (proposed)", "3 bn USD");
        Map<String, Project> projects = new TreeMap<>();
        Universe read = universe("indian-fabs");
        read.asOf(read.asOf(), true).projects().forEach(project -> projects.put(project.id(), project));

        assertThat(projects).hasSize(source.get("fabs").size());
        for (JsonNode fab : source.get("fabs")) {
            String id = "india-" + fab.get("id").asText();
            JsonNode project = with(universe.get("projects"), "id", id);
            assertThat(project.get("asOf").asText())
                    .isEqualTo(source.get("lastUpdated").asText());
            fab.properties().forEach(field -> {
                String text = field.getValue().asText();
                switch (field.getKey()) {
                    case "id", "newsQuery" -> {}
                    case "name" -> assertThat(project.get("name").asText()).isEqualTo(text);
                    case "operator" ->
                        assertThat(project.get("owner").asText()).isEqualTo(text.replace(" — currently paused", ""));
                    case "city" ->
                        assertThat(with(
                                                universe.get("cities"),
                                                "id",
                                                project.get("city").asText())
                                        .get("name")
                                        .asText())
                                .isEqualTo(text);
                    case "state" ->
                        assertThat(with(
                                                universe.get("cities"),
                                                "id",
                                                project.get("city").asText())
                                        .get("province")
                                        .asText())
                                .isEqualTo(text);
                    case "lat", "lng" -> {
                        // The text in the file, 72.3650, which a number would shorten.
                        JsonNode fact = fact(universe, id, "latitude and longitude");
                        assertThat(Stream.of(fact.get("text").asText().split(", "))
                                        .map(Double::parseDouble))
                                .contains(field.getValue().asDouble());
                    }
                    case "status" ->
                        assertThat(fact(universe, id, "status").get("text").asText())
                                .isEqualTo(text);
                    case "techNode" -> {
                        assertThat(texts(project.get("links"))).containsExactly(links.get(text));
                        assertThat(fact(universe, id, "technology node")
                                        .get("text")
                                        .asText())
                                .isEqualTo(text);
                    }
                    case "chipTypes" ->
                        assertThat(fact(universe, id, "chips").get("text").asText())
                                .isEqualTo(String.join(" | ", texts(field.getValue())));
                    case "endMarkets" ->
                        assertThat(texts(project.get("endMarkets")).stream()
                                        .map(market -> with(universe.get("endMarkets"), "id", market)
                                                .get("name")
                                                .asText()))
                                .containsExactlyElementsOf(texts(field.getValue()));
                    case "investment" -> {
                        Figure figure = projects.get(id).investment();
                        assertThat(figure == null ? null : figure.toString()).isEqualTo(money.get(text));
                    }
                    case "established" ->
                        assertThat(project.get("milestones")
                                        .get(0)
                                        .get("reached")
                                        .asText())
                                .isEqualTo(text);
                    case "announced" ->
                        assertThat(project.get("decided").asText()).isEqualTo(text);
                    case "brief" -> assertThat(project.get("note").asText()).isEqualTo(text);
                    default -> throw new AssertionError("nobody compares " + field.getKey());
                }
            });
        }
    }

    @Test
    void aSupplyChainInFiveFiles() throws IOException {
        String layout = "supply-chain";
        JsonNode universe =
                imported(layout, "stages.csv", "inputs.csv", "sequence.csv", "providers.csv", "provision.csv");

        List<Map<String, String>> stages = rows(layout, "stages.csv");
        assertThat(universe.get("stages")).hasSize(stages.size());
        for (Map<String, String> row : stages) {
            JsonNode stage = with(universe.get("stages"), "id", row.get("stage_id"));
            assertThat(stage.get("name").asText()).isEqualTo(row.get("stage_name"));
            assertThat(stage.get("note").asText()).isEqualTo(row.get("description"));
        }
        JsonNode links = universe.get("chains").get(0).get("links");
        List<Map<String, String>> inputs = rows(layout, "inputs.csv");
        assertThat(links).hasSize(inputs.size());
        for (Map<String, String> row : inputs) {
            JsonNode link = with(links, "id", row.get("input_id"));
            assertThat(link.get("name").asText()).isEqualTo(row.get("input_name"));
            assertThat(link.get("stage").asText()).isEqualTo(row.get("stage_id"));
            assertThat(link.path("note").asText()).isEqualTo(row.get("description"));
        }
        Map<String, List<String>> upstream = new TreeMap<>();
        for (Map<String, String> row : rows(layout, "sequence.csv")) {
            if (row.get("goes_into_id").isEmpty()) {
                assertThat(fact(universe, row.get("input_id"), "is a type of")
                                .get("text")
                                .asText())
                        .isEqualTo(row.get("is_type_of_name"));
            } else {
                upstream.computeIfAbsent(row.get("goes_into_id"), any -> new ArrayList<>())
                        .add(row.get("input_id"));
            }
        }
        links.forEach(link -> assertThat(texts(link.path("upstream")))
                .isEqualTo(upstream.getOrDefault(link.get("id").asText(), List.of())));
        Map<String, TreeSet<String>> aliases = new TreeMap<>();
        for (Map<String, String> row : rows(layout, "providers.csv")) {
            boolean country = row.get("provider_type").equals("country");
            JsonNode entry = with(universe.get(country ? "cities" : "firms"), "id", row.get("provider_id"));
            assertThat(entry.get("name").asText()).isEqualTo(row.get(country ? "alias" : "provider_name"));
            assertThat(entry.get("note").asText()).isEqualTo(row.get(country ? "provider_name" : "country"));
            if (!country && !row.get("alias").isEmpty()) {
                aliases.computeIfAbsent(row.get("provider_id"), any -> new TreeSet<>())
                        .add(row.get("alias"));
            }
        }
        universe.get("firms")
                .forEach(firm -> assertThat(new TreeSet<>(texts(firm.path("aliases"))))
                        .isEqualTo(aliases.getOrDefault(firm.get("id").asText(), new TreeSet<>())));
        for (Map<String, String> row : rows(layout, "provision.csv")) {
            JsonNode share = fact(universe, row.get("provider_name"), "share of " + row.get("provided_name"));
            assertThat(share.get("figure").asText()).isEqualTo(row.get("share_provided") + " %");
            assertThat(share.get("asOf").asText()).isEqualTo(row.get("year"));
            assertThat(share.get("source").asText()).isEqualTo(row.get("source"));
            stream(universe.get("cities"))
                    .filter(city -> city.get("id").asText().equals(row.get("provider_id")))
                    .forEach(city -> {
                        JsonNode held = with(city.get("presences"), "link", row.get("provided_id"));
                        assertThat(held.get("held").asBoolean()).isTrue();
                        assertThat(held.get("asOf").asText()).isEqualTo(row.get("year"));
                    });
        }
    }

    @Test
    void awardsAsTheyWereAnnounced() throws IOException {
        String layout = "announced-awards";
        JsonNode universe = imported(layout, "awards.csv");
        List<Map<String, String>> rows = rows(layout, "awards.csv");

        assertThat(universe.get("projects")).hasSize(rows.size());
        for (Map<String, String> row : rows) {
            String id = "award-" + row.get("ticker").toLowerCase(java.util.Locale.ROOT);
            JsonNode project = with(universe.get("projects"), "id", id);
            assertThat(project.get("name").asText()).isEqualTo(row.get("company"));
            assertThat(project.get("owner").asText()).isEqualTo(row.get("company"));
            assertThat(project.get("source").asText()).isEqualTo(row.get("source"));
            assertThat(project.get("milestones").get(0).get("reached").asText()).isEqualTo(row.get("announce_date"));
            assertThat(project.get("directFunding").asText()).isEqualToIgnoringCase(row.get("award_usd_m") + " mn USD");
            assertThat(fact(universe, id, "award type").get("text").asText()).isEqualTo(row.get("award_type"));
            assertThat(fact(universe, id, "listing").get("text").asText())
                    .isEqualTo(
                            "%s %s, US listed %s, ADR %s",
                            row.get("exchange"), row.get("ticker"), row.get("us_listed"), row.get("adr"));
        }
    }
}
