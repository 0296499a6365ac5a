package dev.winnow.tables.cells;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The published conformance files of csv-spectrum: each CSV file is read exactly as its JSON file. Their origin is
 * documented beside them.
 */
class CsvSpectrumTest {

    private static final Path FILES = Path.of("src", "test", "resources", "csv-spectrum");

    static List<String> cases() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .map(name -> name.substring(0, name.length() - ".json".length()))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void allTwelveAreThere() throws IOException {
        assertThat(cases()).hasSize(11);
        assertThat(FILES.resolve("location_coordinates.csv")).exists();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isReadExactly(String name) throws Exception {
        assertThat(read(name)).isEqualTo(expected(name));
    }

    @Test
    void quotesWithinATextWithoutQuotesAreText() throws Exception {
        assertThat(read("location_coordinates"))
                .containsExactly(Map.of(
                        "Contact Phone Number", "2095257564",
                        "Location Coordinates", "37\uFFFD36'37.8\"N 121\uFFFD2'17.9\"W",
                        "Cities", "Modesto",
                        "Counties", "Stanislaus"));
    }

    /** Each row after the first, by the headings of its columns. */
    private static List<Map<String, String>> read(String name) throws Exception {
        List<Map<String, String>> rows = new ArrayList<>();
        try (Sheet sheet = CsvSheet.open(FILES.resolve(name + ".csv"), name)) {
            Row head = sheet.next();
            for (Row row = sheet.next(); row != null; row = sheet.next()) {
                assertThat(row.width()).isEqualTo(head.width());
                Map<String, String> said = new LinkedHashMap<>();
                for (int column = 1; column <= row.width(); column++) {
                    said.put(head.text(column), row.text(column));
                }
                rows.add(said);
            }
        }
        return rows;
    }

    private static List<Map<String, String>> expected(String name) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        try (JsonParser json =
                new JsonFactory().createParser(FILES.resolve(name + ".json").toFile())) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.START_OBJECT) {
                    rows.add(new LinkedHashMap<>());
                } else if (token == JsonToken.VALUE_STRING) {
                    rows.get(rows.size() - 1).put(json.currentName(), json.getText());
                }
            }
        }
        return rows;
    }
}
