package dev.winnow.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases of csv-spectrum (github.com/maxogden/csv-spectrum), by which CSV readers are tried: each is read exactly. */
class CsvSpectrumTest {

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void isReadExactly(String name, String content, List<List<String>> rows) throws Exception {
        assertThat(rows(content)).isEqualTo(rows);
    }

    static Stream<Arguments> cases() {
        return Stream.of(
                Arguments.of(
                        "comma_in_quotes",
                        "first,last,address,city,zip\nJohn,Doe,120 any st.,\"Anytown, WW\",08123",
                        List.of(
                                List.of("first", "last", "address", "city", "zip"),
                                List.of("John", "Doe", "120 any st.", "Anytown, WW", "08123"))),
                Arguments.of(
                        "empty",
                        "a,b,c\n1,\"\",\"\"\n2,3,4",
                        List.of(List.of("a", "b", "c"), List.of("1", "", ""), List.of("2", "3", "4"))),
                Arguments.of(
                        "empty_crlf",
                        "a,b,c\r\n1,\"\",\"\"\r\n2,3,4",
                        List.of(List.of("a", "b", "c"), List.of("1", "", ""), List.of("2", "3", "4"))),
                Arguments.of(
                        "escaped_quotes",
                        "a,b\n1,\"ha \"\"ha\"\" ha\"\n3,4",
                        List.of(List.of("a", "b"), List.of("1", "ha \"ha\" ha"), List.of("3", "4"))),
                Arguments.of(
                        "json",
                        "key,val\n1,\"{\"\"type\"\": \"\"Point\"\", \"\"coordinates\"\": [102.0, 0.5]}\"",
                        List.of(
                                List.of("key", "val"),
                                List.of("1", "{\"type\": \"Point\", \"coordinates\": [102.0, 0.5]}"))),
                Arguments.of(
                        "location_coordinates",
                        "Contact Phone Number,Location Coordinates,Cities,Counties\n"
                                + "2123,\"37°36'37.8\"\"N 121°2'17.9\"\"W\",Oakland,Alameda",
                        List.of(
                                List.of("Contact Phone Number", "Location Coordinates", "Cities", "Counties"),
                                List.of("2123", "37°36'37.8\"N 121°2'17.9\"W", "Oakland", "Alameda"))),
                Arguments.of(
                        "newlines",
                        "a,b,c\n1,2,3\n\"Once upon \na time\",5,6\n7,8,9",
                        List.of(
                                List.of("a", "b", "c"),
                                List.of("1", "2", "3"),
                                List.of("Once upon \na time", "5", "6"),
                                List.of("7", "8", "9"))),
                Arguments.of(
                        "newlines_crlf",
                        "a,b,c\r\n1,2,3\r\n\"Once upon \r\na time\",5,6\r\n7,8,9",
                        List.of(
                                List.of("a", "b", "c"),
                                List.of("1", "2", "3"),
                                List.of("Once upon \r\na time", "5", "6"),
                                List.of("7", "8", "9"))),
                Arguments.of(
                        "quotes_and_newlines",
                        "a,b\n1,\"ha \n\"\"ha\"\" \nha\"\n3,4",
                        List.of(List.of("a", "b"), List.of("1", "ha \n\"ha\" \nha"), List.of("3", "4"))),
                Arguments.of("simple", "a,b,c\n1,2,3", List.of(List.of("a", "b", "c"), List.of("1", "2", "3"))),
                Arguments.of("simple_crlf", "a,b,c\r\n1,2,3", List.of(List.of("a", "b", "c"), List.of("1", "2", "3"))),
                Arguments.of(
                        "utf8",
                        "a,b,c\n1,2,3\n4,5,ʤ",
                        List.of(List.of("a", "b", "c"), List.of("1", "2", "3"), List.of("4", "5", "ʤ"))));
    }

    private List<List<String>> rows(String content) throws Exception {
        Path file = folder.resolve("case.csv");
        Files.write(file, content.getBytes(StandardCharsets.UTF_8));
        List<List<String>> rows = new ArrayList<>();
        try (Sheet sheet = CsvSheet.open(file, "case.csv")) {
            for (Row row = sheet.next(); row != null; row = sheet.next()) {
                rows.add(row.texts());
            }
        }
        return rows;
    }

    static void write(Path file, String content, String charset) throws IOException {
        Files.write(file, content.getBytes(charset));
    }
}
