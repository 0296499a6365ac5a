package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import dev.winnow.console.Run;
import dev.winnow.tables.internal.cells.UnreadableTable;
import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workbooks as LibreOffice reads them; skipped without LibreOffice. */
class LibreOfficeTest {

    /** Export options: commas, quotes, UTF-8, raw numbers instead of displayed ones, every sheet. */
    private static final String CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";

    @TempDir
    private Path folder;

    @Test
    void numbersEqualTheContract() throws IOException, InterruptedException {
        Run.winnow("screen", "-q", "-o", folder.resolve("s.xlsx").toString());
        convert(folder.resolve("s.xlsx"), folder, CSV);
        JsonNode all = JsonMapper.builder()
                .build()
                .readTree(Run.winnow("screen", "-q", "-f", "json").out())
                .get("assessments");
        Map<String, Map<String, String>> ranking = byPair("Ranking");
        Map<String, Map<String, String>> scores = byPair("Scores");
        assertThat(ranking).hasSize(all.size());
        Set<String> open = new HashSet<>();
        for (JsonNode one : all) {
            String pair = one.get("project").asText() + " " + one.get("city").asText();
            Map<String, String> row = ranking.get(pair);
            assertThat(row.get("verdict")).isEqualTo(one.get("verdict").asText());
            assertThat(row.get("as of")).isEqualTo(one.get("asOf").asText());
            same(row.get("score, at least"), one.at("/score/low"));
            same(row.get("score, at most"), one.at("/score/high"));
            same(scores.get(pair).get("benefit to the city, at least"), one.at("/sides/city/low"));
            same(scores.get(pair).get("benefit to the project, at most"), one.at("/sides/project/high"));
            if (one.get("city").asText().equals("qingdao")
                    && one.get("possible").size() > 1) {
                for (JsonNode question : one.get("questions")) {
                    String fact = question.get("fact").asText();
                    open.add(fact + " "
                            + one.get(fact.startsWith("project.") ? "project" : "city")
                                    .asText());
                }
            }
        }
        assertThat(rows("Questions").stream().map(row -> row.get("fact id") + " " + row.get("of")))
                .containsExactlyInAnyOrderElementsOf(open);
    }

    /**
     * Landscape A4 with fifteen candidates on page one and no sheet wider than a page; earlier versions took 225 pages.
     */
    @Test
    void aRankingFitsOnePage() throws IOException, InterruptedException {
        Run.winnow("screen", "-q", "-o", folder.resolve("s.xlsx").toString());
        convert(folder.resolve("s.xlsx"), folder, "pdf");
        String pdf = Files.readString(folder.resolve("s.pdf"), StandardCharsets.ISO_8859_1);
        List<String> pages = Pattern.compile("/Type/Page/.*?/MediaBox\\[0 0 ([0-9.]+ [0-9.]+)\\]", Pattern.DOTALL)
                .matcher(pdf)
                .results()
                .map(page -> page.group(1).replaceAll("\\.\\d+", ""))
                .toList();
        assertThat(pages).hasSizeBetween(9, 50).containsOnly("841 595");
        Path reader = program("pdftotext");
        assumeTrue(reader != null, "no pdftotext on the path: what stands on page one is not read");
        Process process = new ProcessBuilder(
                        reader.toString(),
                        "-f",
                        "1",
                        "-l",
                        "1",
                        "-layout",
                        folder.resolve("s.pdf").toString(),
                        folder.resolve("s.txt").toString())
                .start();
        assertThat(process.waitFor()).isZero();
        assertThat(Files.readString(folder.resolve("s.txt")))
                .startsWith("winnow: universe semiconductor, pack semiconductor")
                .contains("Qingdao: 1 to pursue", "ask first", "Page 1 of", "SiEn", "Hisense 2000", "Haier 2000")
                .doesNotContain("city id", "Page 2 of");
    }

    @Test
    void aCompletedTemplateGivesTheSameUniverseAfterRepeatedSaving() throws IOException, InterruptedException {
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
    void aSavedQuestionSheetIsReadWithAllAnswers() throws IOException, InterruptedException, UnreadableTable {
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

    /** Opens a file in LibreOffice and saves it in another format. */
    private void convert(Path file, Path into, String form, String... more) throws IOException, InterruptedException {
        Path program = program("soffice");
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
        assertThat(process.waitFor()).isZero();
    }

    private Map<String, Map<String, String>> byPair(String sheet) throws IOException {
        return rows(sheet).stream()
                .collect(Collectors.toMap(row -> row.get("project id") + " " + row.get("city id"), row -> row));
    }

    /** Returns the rows of a sheet by heading, skipping lines of text above them. */
    private List<Map<String, String>> rows(String sheet) throws IOException {
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(folder.resolve("s-" + sheet + ".csv"))) {
            List<List<String>> all = reader.stream()
                    .map(CsvRecord::getFields)
                    .dropWhile(
                            row -> row.stream().filter(cell -> !cell.isEmpty()).count() < 2)
                    .toList();
            return all.stream()
                    .skip(1)
                    .map(row -> {
                        Map<String, String> named = new LinkedHashMap<>();
                        for (int i = 0; i < row.size(); i++) {
                            named.put(all.get(0).get(i), row.get(i));
                        }
                        return named;
                    })
                    .toList();
        }
    }

    private static @Nullable Path program(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(place -> Path.of(place, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }

    private static void same(String cell, JsonNode number) {
        assertThat(new BigDecimal(cell)).isEqualByComparingTo(number.decimalValue());
    }
}
