package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.winnow.console.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A list screened as it is has the assessments of the universe that {@code import} makes of it. */
class ListsAsImportedTest {

    private static final Path LISTS = Run.HOME.resolve("tables/src/test/resources/lists");

    private static final List<String> RATES = Stream.of("USD=7", "EUR=8", "JPY=0.05", "KRW=0.005", "INR=0.08")
            .flatMap(rate -> Stream.of("--rate", rate + "@2025-12-31"))
            .toList();

    @TempDir
    private Path folder;

    private Run winnow(String... words) throws IOException {
        Path cities = Files.writeString(
                folder.resolve("cities.yaml"),
                "universe: {name: cities, asOf: 2026-01-08}\n" + Files.readString(LISTS.resolve("cities.yaml")));
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("-u", cities.toString()));
        all.addAll(RATES);
        return Run.winnow(all.toArray(String[]::new));
    }

    private List<JsonNode> assessments(Path list) throws IOException {
        Run run = winnow(
                "screen", "--project", list.toString(), "--city", "dresden", "-q", "-f", "json", "--samples", "50");
        List<JsonNode> all = new ArrayList<>();
        new ObjectMapper().readTree(run.out()).get("assessments").forEach(all::add);
        all.forEach(one -> ((ObjectNode) one).remove("universe"));
        return all;
    }

    @ParameterizedTest
    @CsvSource({"india-fabs, 14", "japan-fabs, 13", "germany-fabs, 13", "korea-fabs, 10", "ledger, 23"})
    void bothWaysGiveTheSameAssessments(String name, int projects) throws IOException {
        Path list = Files.copy(LISTS.resolve(name + ".csv"), folder.resolve("list.csv"));
        Files.writeString(folder.resolve("list.csv.map.yaml"), "columns: {建设周期: \"-\", Baubeginn: \"-\"}\n");
        Path own = folder.resolve("own.yaml");
        assertThat(winnow("import", list.toString(), "-o", own.toString()).out())
                .contains("Taken: " + projects + " projects");

        assertThat(assessments(list)).hasSize(projects).isEqualTo(assessments(own));
    }
}
