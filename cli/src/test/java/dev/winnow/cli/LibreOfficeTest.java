package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What LibreOffice reads in a workbook; it is tried where there is one. */
@Timeout(180)
class LibreOfficeTest {

    /** Commas, quotes, UTF-8, numbers as they are and not as they are shown, every sheet. */
    private static final String CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";

    @TempDir
    private Path folder;

    @Test
    void numbersAreThoseOfTheContract() throws IOException, InterruptedException {
        Path program = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(place -> Path.of(place, "soffice"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        assumeTrue(program != null, "no LibreOffice on the path: workbooks are not tried in it");
        Run.winnow("screen", "-q", "-o", folder.resolve("s.xlsx").toString());
        Process process = new ProcessBuilder(
                        program.toString(),
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        CSV,
                        "--outdir",
                        folder.toString(),
                        folder.resolve("s.xlsx").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.txt").toFile())
                .start();
        assertThat(process.waitFor(150, TimeUnit.SECONDS)).isTrue();
        JsonNode all = JsonMapper.builder()
                .build()
                .readTree(Run.winnow("screen", "-q", "-f", "json").out())
                .get("assessments");
        List<NamedCsvRecord> ranking = rows("Ranking");
        assertThat(ranking).hasSize(all.size());
        for (int i = 0; i < all.size(); i++) {
            NamedCsvRecord row = ranking.get(i);
            JsonNode one = all.get(i);
            assertThat(row.getField("verdict")).isEqualTo(one.get("verdict").asText());
            assertThat(row.getField("as of")).isEqualTo(one.get("asOf").asText());
            same(row.getField("score, at least"), one.at("/score/low"));
            same(row.getField("score, at most"), one.at("/score/high"));
            same(row.getField("city gains, at least"), one.at("/sides/city/low"));
            same(row.getField("project gains, at most"), one.at("/sides/project/high"));
        }
        List<JsonNode> questions = all.findValues("questions").stream()
                .flatMap(list ->
                        Stream.iterate(0, i -> i < list.size(), i -> i + 1).map(list::get))
                .toList();
        List<NamedCsvRecord> asked = rows("Questions");
        assertThat(asked).hasSameSizeAs(questions);
        for (int i = 0; i < asked.size(); i++) {
            assertThat(asked.get(i).getField("fact id"))
                    .isEqualTo(questions.get(i).get("fact").asText());
            same(asked.get(i).getField("points it moves"), questions.get(i).get("points"));
        }
    }

    private List<NamedCsvRecord> rows(String sheet) throws IOException {
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().ofNamedCsvRecord(folder.resolve("s-" + sheet + ".csv"))) {
            return reader.stream().toList();
        }
    }

    private static void same(String cell, JsonNode number) {
        assertThat(new BigDecimal(cell)).isEqualByComparingTo(number.decimalValue());
    }
}
