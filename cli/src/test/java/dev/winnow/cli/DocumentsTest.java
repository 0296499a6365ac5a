package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.winnow.console.Book;
import dev.winnow.console.PackCopy;
import dev.winnow.console.Run;
import dev.winnow.console.option.Format;
import dev.winnow.console.option.FormatOption;
import dev.winnow.report.Golden;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents for spreadsheets, programs and committees. */
class DocumentsTest {

    private static final String SCREEN = "screen -u illustrative -r battery";
    /** A single candidate, because base cases are searched for each one that is written. */
    private static final String ONE = SCREEN + " --city alderbay --project looper";

    private static final String EXPLAIN = "explain looper alderbay -u illustrative -r battery";
    private static final String GAPS = "gaps alderbay -u illustrative -r battery";
    private static final String BACKTEST = "backtest --project sien --project foxconn --city qingdao";
    private static final String COMPARE = "compare battery battery -u illustrative";

    @TempDir
    private Path folder;

    private static Run winnow(String line, String... more) {
        List<String> words = new ArrayList<>(Arrays.asList(line.split(" ")));
        words.addAll(List.of(more));
        Run run = Run.winnow(words.toArray(String[]::new));
        assertThat(run.exit()).as(run.err()).isZero();
        return run;
    }

    /** Removes digests, which every edit changes, and the folders of the test and the checkout. */
    private String shown(String text) {
        return text.replaceAll("\\b[0-9a-f]{64}\\b", "(digest)")
                .replaceAll("\\b(pack|universe) [0-9a-f]{12}\\b", "$1 (digest)")
                .replace(folder.toString(), "(folder)")
                .replace(Run.HOME.toString(), "(home)");
    }

    private Book book(String line) throws IOException {
        Path file = folder.resolve("book.xlsx");
        winnow(line, "-o", file.toString());
        return Book.read(file);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "screen   | " + SCREEN + " --city alderbay --project looper --project clearsalt",
                "explain  | " + EXPLAIN,
                "gaps     | " + GAPS,
                "backtest | " + BACKTEST
            })
    void documentsEqualTheirGoldenFiles(String name, String line) throws IOException {
        Run.assumeBuilt(line);
        assertGolden(name, line);
    }

    @Test
    void aComparisonEqualsItsGoldenFiles() throws IOException {
        Run.assumeBuilt(COMPARE);
        PackCopy draft = PackCopy.of("battery", folder)
                .replace("limits.yaml", "values: [{value: 70 %}]", "values: [{value: 50 %}]")
                .replace("assumptions.yaml", "share: {of: investment, is: 20–40 %}", "value: unknown");
        assertGolden("compare", "compare -q battery " + draft.folder() + " -u illustrative");
    }

    private void assertGolden(String name, String line) throws IOException {
        for (String format : List.of("csv", "ndjson", "markdown")) {
            String file = "documents/" + name + "." + (format.equals("markdown") ? "md" : format);
            Golden.assertSame(file, shown(winnow(line, "-f", format).out()));
        }
        Golden.assertSame("documents/" + name + ".xlsx.txt", shown(book(line).toString()));
    }

    /** Compares the numbers of ranking and scores by their names in the contract. */
    @Test
    void workbookNumbersEqualTheContract() throws IOException {
        JsonNode assessments = new ObjectMapper()
                .readTree(winnow("screen", "-f", "json").out())
                .get("assessments");
        Book book = book("screen");
        Map<String, Map<String, String>> ranking = byPair(book.rows("Ranking"));
        Map<String, Map<String, String>> scores = byPair(book.rows("Scores"));
        assertThat(ranking).hasSize(assessments.size());
        List<String> findings = new ArrayList<>();
        for (JsonNode one : assessments) {
            String pair = one.get("project").asText() + " " + one.get("city").asText();
            Map<String, String> row = ranking.get(pair);
            assertThat(row.get("verdict")).isEqualTo(one.get("verdict").asText());
            same(row.get("rank"), one.get("rank"));
            same(row.get("score, at least"), one.at("/score/low"));
            same(row.get("score, at most"), one.at("/score/high"));
            same(row.get("known"), one.get("known"));
            same(scores.get(pair).get("benefit to the city, at least"), one.at("/sides/city/low"));
            same(scores.get(pair).get("benefit to the project, at most"), one.at("/sides/project/high"));
            if (one.get("city").asText().equals("qingdao")) {
                one.get("findings")
                        .forEach(finding -> findings.add(finding.get("rule").asText() + " "
                                + finding.get("contribution")
                                        .decimalValue()
                                        .stripTrailingZeros()
                                        .toPlainString()));
            }
        }
        assertThat(book.rows("Why").stream()
                        .map(row -> row.get("rule") + " "
                                + new BigDecimal(row.get("adds to its side"))
                                        .stripTrailingZeros()
                                        .toPlainString()))
                .containsExactlyElementsOf(findings);
    }

    private static Map<String, Map<String, String>> byPair(List<Map<String, String>> rows) {
        return rows.stream()
                .collect(Collectors.toMap(row -> row.get("project id") + " " + row.get("city id"), row -> row));
    }

    /** Fifteen candidates are in the only city with known facts. */
    @Test
    void aWorkbookBeginsWithKnownCities() throws IOException {
        Book book = book("screen");
        assertThat(book.sheets().keySet())
                .containsExactly(
                        "Ranking",
                        "Scores",
                        "How sure",
                        "Why",
                        "Questions",
                        "Base case",
                        "Evidence",
                        "Limits",
                        "How to read");
        assertThat(book.rows("Ranking").stream().map(row -> row.get("city id")).limit(15))
                .containsOnly("qingdao");
        assertThat(book.rows("Ranking").stream().map(row -> row.get("city id")).skip(15))
                .doesNotContain("qingdao");
        assertThat(book.sheets().get("Why").get(1).get(0))
                .isEqualTo(
                        "“Covers 15 of 120 candidates: the best of each city with known facts. `winnow explain PROJECT"
                                + " CITY` explains any other, `--city` makes the workbook of one city, `-f json`"
                                + " contains everything.”");
    }

    @Test
    void aRequestedCityIsShownHoweverLittleIsKnown() throws IOException {
        Book book = book("screen --city beijing --city wuhan");
        assertThat(book.rows("How sure").stream().map(row -> row.get("city id")))
                .contains("beijing", "wuhan");
        assertThat(book.toString()).doesNotContain("the best of each city of which something is known");
    }

    private static void same(String cell, JsonNode number) {
        assertThat(new BigDecimal(cell)).isEqualByComparingTo(number.decimalValue());
    }

    @Test
    void eachLineIsAnAssessmentOfTheContract() throws IOException {
        JsonNode whole =
                new ObjectMapper().readTree(winnow(SCREEN, "-f", "json").out());
        List<String> lines = winnow(SCREEN, "-f", "ndjson").out().lines().toList();
        assertThat(lines).hasSize(whole.get("assessments").size());
        for (int i = 0; i < lines.size(); i++) {
            JsonNode line = new ObjectMapper().readTree(lines.get(i));
            assertThat(line.get("schema")).isEqualTo(whole.get("schema"));
            assertThat(line.get("pack")).isEqualTo(whole.get("pack"));
            assertThat(line.get("universe")).isEqualTo(whole.get("universe"));
            whole.get("assessments")
                    .get(i)
                    .properties()
                    .forEach(member -> assertThat(line.get(member.getKey())).isEqualTo(member.getValue()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "a.json,    {",
        "a.ndjson,  {",
        "a.jsonl,   {",
        "a.csv,     \uFEFFproject",
        "a.CSV,     \uFEFFproject",
        "a.xlsx,    PK",
        "a.md,      # Screening of universe illustrative",
        "a.txt,     winnow: universe illustrative",
        "a,         winnow: universe illustrative"
    })
    void theFileEndingSelectsTheFormat(String name, String start) throws IOException {
        Path file = folder.resolve(name);
        winnow(ONE, "-o", file.toString());
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.UTF_8)).startsWith(start);
    }

    @Test
    void theOptionOverridesTheFileEnding() throws IOException {
        Path file = folder.resolve("a.txt");
        winnow(ONE, "-f", "json", "-o", file.toString());
        assertThat(Files.readString(file)).startsWith("{");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rules list -o a.html | the ending of `a.html` selects no format; write to `a.txt`; also"
                        + " possible: `.json`",
                "rules list -f json -o a.html | the ending of `a.html` contradicts the format `json`; write to"
                        + " `a.json`; also possible: `.txt`",
                "screen -f xlsx -o a.txt | the ending of `a.txt` contradicts the format `xlsx`; write to" + " `a.xlsx`",
                "evidence -o out.log | the ending of `out.log` selects no format; write to `out.txt`; also"
                        + " possible: `.json`",
                "history -o 2026.01/report.2026-01-31 | the ending of `2026.01/report.2026-01-31` selects no"
                        + " format; write to `2026.01/report.2026-01-31.txt`; also possible: `.json`",
                "decide a b hold -o A.HTML | the ending of `A.HTML` selects no format; write to `A.txt`",
                "template -o a.xls | the ending of `a.xls` selects no format; write to `a.xlsx`; also possible:"
                        + " `.csv`, `.txt`",
                "compare a b --write-approvals a.html | the ending of `a.html` selects no format; write to"
                        + " `a.yaml`; also possible: `.yml`, `.txt`",
                "import a.csv --learn a.html | the ending of `a.html` selects no format; write to `a.yaml`; also"
                        + " possible: `.yml`, `.txt`",
                "import a.csv --refused a.html | the ending of `a.html` selects no format; write to `a.csv`; also"
                        + " possible: `.txt`",
                "letter sien qingdao --to city --sheet a.md | the ending of `a.md` selects no format; write to"
                        + " `a.xlsx`; also possible: `.html`, `.htm`, `.txt`",
                "letter --template declined -o a.html | the ending of `a.html` selects no format; write to"
                        + " `a.txt`; also possible: `.yaml`, `.yml`"
            })
    void anUnsupportedEndingIsRefused(String line, String message) {
        Run.assumeBuilt(line);
        assertThat(Run.winnow(line.split(" "))).isEqualTo(new Run(2, "", "winnow: " + message + "\n"));
    }

    @Test
    void aWorkbookIsNotPrintedToATerminal() {
        Run run = Run.winnow(Map.of(), true, "screen", "-f", "xlsx");
        assertThat(run)
                .isEqualTo(new Run(
                        2,
                        "",
                        "winnow: a workbook cannot be printed to a terminal; write it to a file: `-o FILE.xlsx`\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {SCREEN, EXPLAIN, GAPS, BACKTEST, COMPARE})
    void equalInputsGiveEqualFiles(String line) throws IOException {
        Run.assumeBuilt(line);
        for (Format format : FormatOption.ofLines().offered()) {
            Path one = folder.resolve("one");
            Path other = folder.resolve("other");
            winnow(line, "-f", format.word(), "-o", one.toString());
            winnow(line, "-f", format.word(), "-o", other.toString());
            assertThat(one).as(format.word()).hasSameBinaryContentAs(other);
        }
    }

    /** Names with a formula, a link, a script and Markdown. */
    @Test
    void namesNeverBecomeCodeInSheetsAndMemos() throws IOException {
        Path universe = Files.writeString(folder.resolve("u.yaml"), """
            universe: {name: hostile, asOf: 2025-06-30}
            cities: [{id: town, name: '@SUM(1+1)'}]
            projects:
              - {id: one, name: '=HYPERLINK("http://evil.example","click")'}
              - {id: two, name: '<script>alert(1)</script>'}
              - {id: six, name: '[click](javascript:alert(1)) | **x**'}
            """);
        String line = "screen -u " + universe + " -r battery";
        assertThat(winnow(line, "-f", "csv").out())
                .contains("\"'=HYPERLINK(\"\"http://evil.example\"\",\"\"click\"\")\"", ",'@SUM(1+1),")
                .doesNotContain(",=", ",\"=", ",@");
        Book book = book(line);
        assertThat(book.rows("Ranking").stream().map(row -> row.get("project")))
                .contains("=HYPERLINK(\"http://evil.example\",\"click\")", "<script>alert(1)</script>");
        assertThat(book.formulas()).isZero();
        assertThat(winnow(line, "-f", "markdown").out())
                .contains("&lt;script&gt;", "\\[click\\]\\(javascript:alert\\(1\\)\\) \\| \\*\\*x\\*\\*")
                .doesNotContain("<script>", "[click](");
    }
}
