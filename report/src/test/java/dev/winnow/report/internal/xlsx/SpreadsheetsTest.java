package dev.winnow.report.internal.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.result.Verdict;
import dev.winnow.model.source.Language;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.csv.CsvRenderer;
import dev.winnow.report.internal.document.Document;
import dev.winnow.report.internal.document.Table;
import dev.winnow.report.internal.document.Table.Column;
import dev.winnow.report.internal.document.Table.Kind;
import dev.winnow.report.internal.document.Table.Print;
import dev.winnow.report.internal.sentences.Cells;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The contents of spreadsheet files. */
class SpreadsheetsTest {

    private static final Wording ENGLISH = Wording.inLanguage(Language.EN);

    private record Row(
            @Nullable String name,
            @Nullable BigDecimal score,
            @Nullable LocalDate day,
            @Nullable Verdict verdict) {}

    @TempDir
    private Path folder;

    private static Table sheet(Wording wording, List<String> lines, Print print, Row... rows) {
        return new Table(
                "ranking",
                wording.say("sheet.ranking"),
                lines,
                List.of(
                        column(wording, "projectName", Kind.TEXT),
                        column(wording, "score.low", Kind.SCORE),
                        column(wording, "asOf", Kind.DAY),
                        column(wording, "verdict", Kind.TEXT)),
                Stream.of(rows)
                        .map(row -> new Table.Row(
                                null,
                                Stream.of(row.name(), row.score(), row.day(), row.verdict())
                                        .map(value -> Cells.of(value, wording))
                                        .toList()))
                        .toList(),
                print);
    }

    private static Column column(Wording wording, String name, Kind kind) {
        return new Column(name, wording.orKey("sheet.column." + name), kind, 20, null, false);
    }

    private static Row named(String name) {
        return new Row(name, null, null, null);
    }

    private static String csv(boolean marked, Row... rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvRenderer.render(
                Document.ofTables("Test", List.of(sheet(ENGLISH, List.of(), Print.ALL, rows)), null), marked, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static byte[] xlsx(Wording wording, int mostRows, Row... rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XlsxRenderer.write("Test", List.of(sheet(wording, List.of(), Print.ALL, rows)), wording, mostRows, out);
        return out.toByteArray();
    }

    private TreeMap<String, String> parts(byte[] workbook) throws IOException {
        Path file = Files.write(folder.resolve("w.xlsx"), workbook);
        TreeMap<String, String> parts = new TreeMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                assertThat(entry.getTimeLocal()).isEqualTo(LocalDateTime.of(1980, 2, 1, 0, 0));
                try (InputStream in = zip.getInputStream(entry)) {
                    parts.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return parts;
    }

    private static org.w3c.dom.Document xml(String part) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(part.getBytes(StandardCharsets.UTF_8)));
        } catch (Exception e) {
            throw new AssertionError("no XML: " + part, e);
        }
    }

    /** Returns the shared texts of a workbook, which are stored apart from its sheets. */
    private static List<String> texts(TreeMap<String, String> parts) {
        NodeList found = xml(parts.get("xl/sharedStrings.xml")).getElementsByTagName("t");
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> found.item(i).getTextContent())
                .toList();
    }

    private static List<String> sheets(TreeMap<String, String> parts) {
        NodeList found = xml(parts.get("xl/workbook.xml")).getElementsByTagName("sheet");
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> ((Element) found.item(i)).getAttribute("name"))
                .toList();
    }

    @Test
    void aTableHasNamesFollowedByRows() throws IOException {
        Row row = new Row("Rye, \"the\" mill", new BigDecimal("12.5000000"), LocalDate.of(2025, 6, 30), Verdict.HOLD);
        assertThat(csv(false, row, named("小麦"))).isEqualTo("""
            projectName,score.low,asOf,verdict
            "Rye, ""the"" mill",12.5,2025-06-30,HOLD
            小麦,,,
            """);
    }

    @Test
    void aCsvFileStartsWithAByteOrderMark() throws IOException {
        assertThat(csv(true)).isEqualTo("\uFEFFprojectName,score.low,asOf,verdict\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"http://x\",\"y\")",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "  =1",
                "\u00A0=1",
                "＝1",
                "＋1",
                "－1",
                "＠x"
            })
    void formulasGetAnApostrophe(String name) throws IOException {
        String cell = csv(false, named(name)).lines().skip(1).findFirst().orElseThrow();
        assertThat(cell).matches("\"?'.*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SiEn 芯恩", "a = b", "1-2", "", "'=1", "x@y"})
    void otherTextsAreUnchanged(String name) throws IOException {
        assertThat(csv(false, named(name)).lines().skip(1).findFirst().orElseThrow())
                .isEqualTo(name + ",,,");
    }

    @Test
    void negativeNumbersAreNotFormulas() throws IOException {
        assertThat(csv(false, new Row("x", new BigDecimal("-1.5"), null, null))).endsWith("\nx,-1.5,,\n");
    }

    @Test
    void lineBreaksAndControlCharactersAreReplaced() throws IOException {
        assertThat(csv(false, named("a\nb\u0000c\u202Ed"))).endsWith("\na b\uFFFDc\uFFFDd,,,\n");
    }

    @Test
    void numbersAndDaysAreTyped() throws IOException {
        TreeMap<String, String> parts = parts(xlsx(
                ENGLISH,
                100,
                new Row("=1+1", new BigDecimal("12.3456789"), LocalDate.of(2025, 6, 30), Verdict.DECLINE)));
        String sheet = parts.get("xl/worksheets/sheet1.xml");
        assertThat(sheet)
                .containsPattern("<c r=\"A2\"[^>]* t=\"s\">")
                .containsPattern("<c r=\"B2\"[^>]* t=\"n\"><v>12.345679</v>")
                .containsPattern("<c r=\"C2\"[^>]* t=\"n\"><v>45838")
                .contains("<autoFilter ref=\"A1:D2\"", "state=\"frozen\"")
                .doesNotContain("<f>");
        assertThat(texts(parts)).contains("=1+1", "DECLINE", "score, at least");
        assertThat(sheets(parts)).containsExactly("Ranking");
    }

    /** A4 landscape, fitted to the page width, with headings on every page, without columns for look-up only. */
    @Test
    void aSheetIsReadyToPrint() throws IOException {
        Table sheet =
                sheet(ENGLISH, List.of("What is it about?"), new Print(1, 2, 2), named("a"), named("b"), named("c"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XlsxRenderer.write("This & that", List.of(sheet), ENGLISH, 100, out);
        TreeMap<String, String> parts = parts(out.toByteArray());
        assertThat(parts.get("xl/workbook.xml"))
                .contains(
                        "name=\"_xlnm.Print_Area\" vbProcedure=\"false\">'Ranking'!$A$1:$B$4<",
                        "name=\"_xlnm.Print_Titles\" vbProcedure=\"false\">'Ranking'!$2:$2<");
        assertThat(parts.get("xl/worksheets/sheet1.xml"))
                .contains(
                        "paperSize=\"9\"",
                        "orientation=\"landscape\"",
                        "fitToWidth=\"1\" fitToHeight=\"0\"",
                        "topLeftCell=\"B3\"",
                        "<autoFilter ref=\"A2:D5\"",
                        "This &amp;&amp; that",
                        "Page &amp;P of &amp;N");
        assertThat(texts(parts)).startsWith("What is it about?", "project");
    }

    @Test
    void aWorkbookIsInItsLanguage() throws IOException {
        TreeMap<String, String> parts =
                parts(xlsx(Wording.inLanguage(Language.ZH), 100, new Row("x", null, null, Verdict.DECLINE)));
        assertThat(texts(parts)).containsExactlyInAnyOrder("项目", "得分（最低）", "评估基准日", "结论", "x", "不推荐");
        assertThat(sheets(parts)).containsExactly("排名");
    }

    @Test
    void everyPartOfAWorkbookIsValidXml() throws IOException {
        TreeMap<String, String> parts =
                parts(xlsx(ENGLISH, 100, named("</t><script>alert(1)</script>&\u0001\uFFFE\uD800]]>")));
        parts.values().forEach(part -> assertThat(xml(part)).isNotNull());
        assertThat(parts.get("xl/sharedStrings.xml")).doesNotContain("<script>");
    }

    @Test
    void textsLikeEscapesAreUnchanged() throws IOException {
        assertThat(texts(parts(xlsx(ENGLISH, 100, named("_x003D_1"))))).contains("_x005F_x003D_1");
    }

    @Test
    void aTextLongerThanACellIsCutWithARemark() throws IOException {
        List<String> texts = texts(parts(xlsx(ENGLISH, 100, named("x".repeat(40_000)))));
        assertThat(texts.stream().map(String::length))
                .contains(XlsxRenderer.MOST_CHARACTERS)
                .doesNotContain(40_000);
        assertThat(texts).anyMatch(text -> text.endsWith("… (cut here: a cell holds no more)"));
    }

    @Test
    void surplusRowsContinueOnAnotherSheet() throws IOException {
        TreeMap<String, String> parts = parts(xlsx(ENGLISH, 3, named("a"), named("b"), named("c"), named("d")));
        assertThat(sheets(parts)).containsExactly("Ranking", "Ranking 2");
        assertThat(parts.get("xl/worksheets/sheet1.xml")).contains("A1:D3");
        assertThat(parts.get("xl/worksheets/sheet2.xml")).contains("A1:D3");
        assertThat(parts).doesNotContainKey("xl/worksheets/sheet3.xml");
    }

    @Test
    void aSheetWithoutRowsHasHeadings() throws IOException {
        assertThat(texts(parts(xlsx(ENGLISH, 100)))).contains("project", "verdict");
    }

    @Test
    void equalSheetsGiveEqualBytes() throws Exception {
        byte[] first = xlsx(ENGLISH, 100, named("a"));
        Thread.sleep(2_100); // ZIP timestamps have a resolution of two seconds
        assertThat(xlsx(ENGLISH, 100, named("a"))).isEqualTo(first);
        assertThat(parts(first).get("docProps/core.xml")).doesNotContain("created");
    }

    @Test
    void aDayBefore1900IsAText() throws IOException {
        TreeMap<String, String> parts = parts(xlsx(ENGLISH, 100, new Row("x", null, LocalDate.of(1899, 1, 1), null)));
        assertThat(texts(parts)).contains("1899-01-01");
    }
}
