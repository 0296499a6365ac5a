package dev.winnow.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Number format, font and rich text of a cell determine how the cell is read. */
class DisplayedCellsTest {

    private static final String NAMESPACE = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

    @TempDir
    private Path folder;

    private static String xml(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    /** Imports a project with one further cell of style 1. */
    private Imported imported(String heading, String styles, String cell) throws IOException {
        String rows = Book.row(1, "项目名称", heading) + "<row r=\"2\">" + Book.text("A2", "蓝谷外延") + cell + "</row>";
        return Imported.of(new Book()
                .part(
                        "xl/styles.xml",
                        ("<styleSheet " + NAMESPACE + ">" + styles + "</styleSheet>").getBytes(StandardCharsets.UTF_8))
                .sheet("项目", rows)
                .write(folder.resolve("list.xlsx")));
    }

    private static String outcome(Imported imported, String property) {
        List<String> outcome = new ArrayList<>();
        imported.yaml
                .lines()
                .filter(line -> line.startsWith("    " + property + ": "))
                .forEach(line -> outcome.add(line.strip().substring(property.length() + 2)));
        imported.problems.forEach(problem -> outcome.add(problem.replaceFirst("^.*?: (.*?)(; .*)?$", "$1")));
        imported.changes.stream()
                .filter(change -> change.matches("(UNSHOWN|STRUCK|UNKNOWN) .*"))
                .forEach(outcome::add);
        return String.join(" + ", outcome);
    }

    private String formatted(String heading, String property, String format, String value) throws IOException {
        String styles = "<numFmts><numFmt numFmtId=\"170\" formatCode=\"" + xml(format)
                + "\"/></numFmts><fonts><font/></fonts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/></cellXfs>";
        return outcome(imported(heading, styles, "<c r=\"B2\" s=\"1\"><v>" + value + "</v></c>"), property);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        "约"0                  | 300     | 约300亿元
        "≥"0                   | 300     | "≥300亿元"
        "over "0               | 300     | over 300亿元
        0"以上"                | 300     | 300亿元以上
        0.0"亿元"              | 12.5    | 12.5亿元
        0"万元"                | 300     | 300万元
        [$¥-804]#,##0          | 300     | 300亿元
        # ?/?                  | 0.5     | 0.5亿元
        0.00E+00               | 300     | 300亿元
        #\\ ##0                | 3000    | 3000亿元
        [>=10000000]##\\,##\\,##\\,##0;[>=100000]##\\,##\\,##0;##,##0 | 450 | 450亿元
        General                | 300     | 300亿元
        @                      | 300     | 300亿元
        0;-0;"–"               | 300     | 300亿元
        0;-0;"-"               | 0       | UNKNOWN - →
        #,##0;(#,##0);-        | 0       | UNKNOWN - →
        0;-0;;@                | 0       | UNSHOWN 0 →
        #,###                  | 0       | UNSHOWN 0 →
        ;;;                    | 300     | UNSHOWN 300 →
        ""                     | 300     | UNSHOWN 300 →
        "待定"                 | 300     | UNKNOWN 待定 →
        0.0,,"M"               | 12500000 | the cell contains 12500000 but its format displays another value
        0,                     | 300000  | the cell contains 300000 but its format displays another value
        [>=1000]0,"k";0        | 3000    | the cell contains 3000 but its format displays another value
        [>=1000]0,"k";0        | 300     | 300亿元
        [<1]"<1";0             | 300     | 300亿元
        0"0000"                | 3       | the cell contains 3 but its format displays another value
        0!.0                   | 125     | the cell contains 125 but its format displays another value
        0;0                    | -5      | the cell contains -5 but its format displays another value
        yyyy-mm-dd             | 60      | the cell contains 60 but its format displays another value
        h:mm                   | 0.5     | the cell contains 0.5 but its format displays another value
        """)
    void anAmountIsReadAsItsFormatDisplaysIt(String format, String value, String outcome) throws IOException {
        assertThat(formatted("总投资（亿元）", "investment", format, value).strip()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        yyyy-mm-dd             | 45717   | 2025-03-01
        yyyy"年"m"月"d"日"      | 45717   | 2025-03-01
        [$-411]ggge"年"m"月"d"日" | 45717 | 2025-03-01
        yyyy-mm-dd hh:mm       | 45717.5 | 2025-03-01
        yyyy"年"m"月"           | 45717   | 2025-03
        mmm-yy                 | 45717   | 2025-03
        yyyy                   | 45717   | 2025
        0"年"                  | 2025    | 2025
        m"月"d"日"             | 45717   | the cell contains 2025-03-01 but its format displays another value
        yyyy-mm-dd             | 61      | 1900-03-01
        yyyy-mm-dd             | 59      | 1900-02-28
        yyyy-mm-dd             | 60      | the cell contains 60 but its format displays another value
        yyyy-mm-dd             | 0       | the cell contains 0 but its format displays another value
        yyyy-mm-dd             | -1      | the cell contains -1 but its format displays another value
        """)
    void aDayIsReadAsExactlyAsItsFormatDisplaysIt(String format, String value, String outcome) throws IOException {
        assertThat(formatted("签约日期", "decided", format, value)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        <r><t>300</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r> | `3001` has raised or lowered parts, which may be a footnote or an exponent
        <r><t>300</t></r><r><rPr><vertAlign val="subscript"/></rPr><t>1</t></r>   | `3001` has raised or lowered parts, which may be a footnote or an exponent
        <r><t>300</t></r><r><rPr><vertAlign val="baseline"/></rPr><t>1</t></r>    | 3001亿元
        <r><t>300</t></r><r><rPr><strike/></rPr><t>1</t></r>                       | 300亿元 + STRUCK 300 → 300亿元
        <r><rPr><strike/></rPr><t>200</t></r><r><rPr/><t>300</t></r>               | 300亿元 + STRUCK 300 → 300亿元
        <r><t>300</t></r><r><rPr><strike val="0"/></rPr><t>1</t></r>               | 3001亿元
        <r><rPr><strike/></rPr><t>300</t></r>                                      | `300` is struck through
        """)
    void aRunThatIsRaisedOrStruckIsNoPartOfTheNumber(String runs, String outcome) throws IOException {
        String styles = "<cellXfs><xf numFmtId=\"0\"/></cellXfs>";

        assertThat(outcome(
                        imported("总投资（亿元）", styles, "<c r=\"B2\" t=\"inlineStr\"><is>" + runs + "</is></c>"),
                        "investment"))
                .isEqualTo(outcome);

        String shared = "<sst " + NAMESPACE + "><si><t>x</t></si><si>" + runs + "</si></sst>";
        Path file = new Book()
                .part("xl/sharedStrings.xml", shared.getBytes(StandardCharsets.UTF_8))
                .sheet(
                        "项目",
                        Book.row(1, "项目名称", "总投资（亿元）") + "<row r=\"2\">" + Book.text("A2", "蓝谷外延")
                                + "<c r=\"B2\" t=\"s\"><v>1</v></c></row>")
                .write(folder.resolve("shared.xlsx"));
        assertThat(outcome(Imported.of(file), "investment")).isEqualTo(outcome);
    }

    @Test
    void aFontOfTheCellCountsLikeARun() throws IOException {
        String styles = "<fonts><font/><font><%s/></font></fonts><cellXfs><xf/><xf fontId=\"1\"/></cellXfs>";
        String cell = "<c r=\"B2\" s=\"1\"><v>300</v></c>";

        assertThat(outcome(imported("总投资（亿元）", styles.replace("%s", "strike"), cell), "investment"))
                .isEqualTo("`300` is struck through");
        assertThat(outcome(
                        imported("总投资（亿元）", styles.replace("%s", "vertAlign val=\"superscript\""), cell), "investment"))
                .isEqualTo("`300` has raised or lowered parts, which may be a footnote or an exponent");
        assertThat(outcome(imported("总投资（亿元）", styles.replace("%s", "b"), cell), "investment"))
                .isEqualTo("300亿元");
    }

    @Test
    void aSheetMergedAsAWholeIsReadInAMoment() throws IOException {
        StringBuilder rows = new StringBuilder(Book.row(1, "项目名称", "城市"));
        for (int row = 2; row <= 3000; row++) {
            rows.append(Book.row(row, "项目" + row, "青岛"));
        }
        Imported imported = Imported.of(new Book()
                .sheet(
                        "项目",
                        rows.toString(),
                        "<mergeCells><mergeCell ref=\"A1:XFD1048576\"/><mergeCell ref=\"A2:XFD9\"/></mergeCells>",
                        "")
                .write(folder.resolve("merged.xlsx")));

        assertThat(imported.rows.rows()).isEqualTo(3000);
    }

    @Test
    void theFirstTwoHundredSheetsOfAWorkbookAreRead() throws IOException {
        Book book = new Book();
        for (int sheet = 1; sheet <= 203; sheet++) {
            book.sheet("s" + sheet, Book.row(1, "项目名称", "城市") + Book.row(2, "项目" + sheet, "青岛"));
        }
        Imported imported = Imported.of(book.write(folder.resolve("sheets.xlsx")));

        assertThat(imported.problems)
                .containsExactly("sheets.xlsx: the workbook has 203 sheets; the first 200 are read; name a sheet with"
                        + " `--sheet NAME`");
        assertThat(imported.rows.taken()).isEqualTo(200);
    }
}
