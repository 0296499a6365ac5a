package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import dev.winnow.cli.option.Run;
import dev.winnow.tables.cells.UnreadableTable;
import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        Run.winnow("screen", "-q", "-o", folder.resolve("s.xlsx").toString());
        convert(folder.resolve("s.xlsx"), folder, CSV);
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
            same(row.getField("benefit to the city, at least"), one.at("/sides/city/low"));
            same(row.getField("benefit to the project, at most"), one.at("/sides/project/high"));
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

    @Test
    void aTemplateThatIsFilledInGivesTheSameUniverseHoweverOftenItIsSaved() throws IOException, InterruptedException {
        Map<String, String> fab = Map.ofEntries(
                Map.entry("项目名称", "青芯晶圆"),
                Map.entry("城市", "青岛"),
                Map.entry("决策日期", "2025-03-01"),
                Map.entry("赛道", "集成电路"),
                Map.entry("产业链环节", "晶圆制造"),
                Map.entry("终端市场", "家电、汽车"),
                Map.entry("投资额（亿元）", "150"),
                Map.entry("资金需求（亿元）", "超过40"),
                Map.entry("良率（%）", "92.5"),
                Map.entry("联动企业数量", "12"),
                Map.entry("是否内资", "是"),
                Map.entry("投产日期", "2026年5月"));
        Map<String, String> test =
                Map.of("项目名称", "乙测试", "产业链环节", "晶圆级封测、功率器件封测", "投资额（亿元）", "7.5", "备注", "含逗号, 和\"引号\"");
        Path template = folder.resolve("template.csv");
        run("template", "-q", "--lang", "zh", "-o", template.toString());
        fill(template, folder.resolve("filled.csv"), List.of(fab, test));
        Path saved = Files.createDirectory(folder.resolve("saved"));
        convert(folder.resolve("filled.csv"), saved, "xlsx", "--infilter=CSV:44,34,76,1");

        run("import", saved.resolve("filled.xlsx").toString(), "-o", folder.resolve("one.yaml") + "");
        assertThat(folder.resolve("one.yaml"))
                .content()
                .contains(
                        "name: 青芯晶圆",
                        "city: qingdao",
                        "decided: 2025-03-01",
                        "investment: 150亿元",
                        "fundingNeed: 超过40亿元",
                        "yieldRate: 92.5 %",
                        "linkedFirms: 12",
                        "domestic: true",
                        "{step: production, reached: 2026-05}",
                        "links: [wafer-level-packaging, power-device-packaging]");

        run("import", folder.resolve("one.yaml").toString(), "-o", folder.resolve("out.xlsx") + "");
        convert(folder.resolve("out.xlsx"), saved, "xlsx");
        run("import", saved.resolve("out.xlsx").toString(), "-o", folder.resolve("two.yaml") + "");

        assertThat(folder.resolve("two.yaml")).hasSameTextualContentAs(folder.resolve("one.yaml"));
    }

    @Test
    void aSheetOfQuestionsThatItSavesIsReadWithAllItsAnswers()
            throws IOException, InterruptedException, UnreadableTable {
        Path asked = folder.resolve("q.xlsx");
        run("ask", "hisense-xinxin", "qingdao", "-q", "-o", asked.toString());
        AskTest.fill(asked, folder.resolve("filled.xlsx"), AskTest.HISENSE, Map.of());
        Path saved = Files.createDirectory(folder.resolve("saved"));
        convert(folder.resolve("filled.xlsx"), saved, "ods");
        convert(saved.resolve("filled.ods"), saved, "xlsx");
        Run answers = Run.winnow("answers", saved.resolve("filled.xlsx").toString(), "-q");
        assertThat(answers.exit()).as(answers.err()).isZero();
        assertThat(answers.out())
                .contains("answers taken: " + AskTest.HISENSE.size() + ", rows refused: 0")
                .contains("Hisense Xinxin in Qingdao: RECOMMEND");
    }

    private static void run(String... line) {
        Run run = Run.winnow(line);
        assertThat(run.exit()).as(run.out() + run.err()).isZero();
    }

    private static void fill(Path template, Path filled, List<Map<String, String>> rows) throws IOException {
        try (CsvReader<CsvRecord> head =
                        CsvReader.builder().detectBomHeader(true).ofCsvRecord(template);
                CsvWriter csv = CsvWriter.builder().build(filled)) {
            List<String> headings = head.stream().findFirst().orElseThrow().getFields();
            csv.writeRecord(headings);
            rows.forEach(row -> {
                assertThat(headings).containsAll(row.keySet());
                csv.writeRecord(headings.stream()
                        .map(heading -> row.getOrDefault(heading, ""))
                        .toList());
            });
        }
    }

    /** Opens a file in LibreOffice, and saves it in another form. */
    private void convert(Path file, Path into, String form, String... more) throws IOException, InterruptedException {
        Path program = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(place -> Path.of(place, "soffice"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        assumeTrue(program != null, "no LibreOffice on the path: workbooks are not tried in it");
        List<String> line = new ArrayList<>(List.of(
                program.toString(),
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless"));
        line.addAll(List.of(more));
        line.addAll(List.of("--convert-to", form, "--outdir", into.toString(), file.toString()));
        Process process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.txt").toFile())
                .start();
        assertThat(process.waitFor(150, TimeUnit.SECONDS)).isTrue();
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
