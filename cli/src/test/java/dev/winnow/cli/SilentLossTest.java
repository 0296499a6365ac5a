package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.console.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Duplicate or missing parts of a file are refused at their place, and no file makes winnow hang or crash. */
class SilentLossTest {

    private static final String QUESTION = """
        1. Yield?
           fact `project.yieldRate` of `sien`
        """;

    private static final String ANSWERED = """
        2. Own?
           fact `project.ownsTechnology` of `sien`
           - answer: yes
        """;

    @TempDir
    private Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    /** Writes a workbook with headings and one project with this owner and investment. */
    private String workbook(String owner, String investment, boolean texts, boolean related) throws IOException {
        Path file = folder.resolve("list.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            part(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns:r=\"urn:r\"><sheets><sheet name=\"Projects\" r:id=\"r1\"/>"
                            + (related ? "" : "<sheet name=\"More\" r:id=\"r2\"/>") + "</sheets></workbook>");
            part(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
            if (texts) {
                part(zip, "xl/sharedStrings.xml", "<sst><si><t>Haier</t></si></sst>");
            }
            part(
                    zip,
                    "xl/worksheets/sheet1.xml",
                    "<worksheet><sheetData><row r=\"1\">" + text("A1", "Project") + text("B1", "Owner")
                            + text("C1", "Investment (mn yuan)") + "</row><row r=\"2\">" + text("A2", "One") + owner
                            + investment + "</row></sheetData></worksheet>");
        }
        return file.toString();
    }

    private static void part(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(String cell, String text) {
        return "<c r=\"" + cell + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<c r='B2' t='s'><v>7</v></c> | <c r='C2'><v>10</v></c> | Projects!B2: the workbook does not contain"
                        + " the text of the cell",
                "<c r='B2' t='str'><v>A</v></c><c r='B2' t='str'><v>B</v></c> | <c r='C2'><v>10</v></c> | Projects!B2:"
                        + " the workbook contains the cell twice",
                "<c r='B2' t='str'><v>A</v></c> | <c r='C2' s='3'><v>10</v></c> | Projects!C2: the workbook does not"
                        + " contain the number format of the cell",
                "<c r='B2' t='str'><v>A</v></c> | <c r='C2'><v>1e999999999</v></c> | Projects!C2: `1e999999999` is not"
                        + " money",
                "<c r='B2' t='str'><v>A</v></c> | <c r='C2'><v>1e-999999999</v></c> | Projects!C2: `1e-999999999` has"
                        + " no unit of money"
            })
    void noWorkbookCellIsSilentlyEmptyOrChosen(String owner, String investment, String said) throws IOException {
        Run run = Run.winnow("import", workbook(owner.replace('\'', '"'), investment.replace('\'', '"'), true, true));

        assertThat(run.out() + run.err()).contains("list.xlsx:" + said).contains("Rows: 2 = 0 taken + 1 refused");
        assertThat(run.exit()).isEqualTo(3);
    }

    @Test
    void aMissingPartOfAWorkbookIsNamed() throws IOException {
        String shared = "<c r=\"B2\" t=\"s\"><v>0</v></c>";

        assertThat(Run.winnow("import", workbook(shared, "", true, true)).exit())
                .isZero();
        assertThat(Run.winnow("import", workbook(shared, "", false, true)).err())
                .contains("list.xlsx: `xl/sharedStrings.xml` of the workbook is missing");
        assertThat(Run.winnow("import", workbook(shared, "", true, false)).err())
                .contains("list.xlsx: `xl/_rels/workbook.xml.rels` in the workbook is damaged");
    }

    private Run answers(String name, String text) throws IOException {
        return Run.winnow("answers", file(name, text));
    }

    @Test
    void aDuplicateAnswerIsRefused() throws IOException {
        Run run = answers("a.md", "# Questions\n\n" + QUESTION + "   - answer: 95 %\n   - answer: 90 %\n" + ANSWERED);

        assertThat(run.err())
                .contains("a.md:6:14: `answer` is given already at")
                .contains("a.md:5:14\n");
        assertThat(run.out()).contains("answers taken: 1, rows refused: 1");
    }

    @Test
    void anAnswerInAMultiLineCommentIsRefused() throws IOException {
        Run run = answers("a.md", "# Questions\n\n" + QUESTION + "<!-- later\n   - answer: 95 %\n-->\n" + ANSWERED);

        assertThat(run.err()).contains("a.md:6:1: the answer is inside a comment of several lines\n");
        assertThat(run.out()).contains("answers taken: 1, rows refused: 1");
    }

    @Test
    void answerTablesHaveUniqueHeadingsAndNoExtraCells() throws IOException {
        Run run = answers("a.md", """
            # Questions

            1. Funds?
               fact `city.funds` of `qingdao`
               - answer:

               | name | available | available |
               |---|---|---|
               | A | 1 mn yuan | 2 mn yuan |

            2. Districts?
               fact `city.districts` of `qingdao`
               - answer:

               | name |
               |---|
               | B | 2 |
            """);

        assertThat(run.err())
                .contains("a.md:7:1: two columns have the heading `available`\n")
                .contains("a.md:17:1: `2` is to the right of the columns with headings\n");
        assertThat(run.out()).contains("answers taken: 0, rows refused: 2");
    }

    @Test
    void answerSheetsHaveUniqueHeadingsAndNoExtraCells() throws IOException {
        assertThat(answers("a.csv", "question,answer,answer,fact,of\nYield?,95 %,90 %,project.yieldRate,sien\n")
                        .err())
                .contains("a.csv:1:3: two columns have the heading `answer`\n");
        assertThat(answers("b.csv", "question,fact,of,answer\nInvest?,project.investment,sien,1,200 mn yuan\n")
                        .err())
                .contains("b.csv:2:5: `200 mn yuan` is to the right of the columns with headings\n");
    }

    @Test
    void aJsonAnswerIsAText() throws IOException {
        Run run = answers("a.json", """
            {"answers": [
            {"fact": "project.yieldRate", "of": "sien", "answer": {"value": "95 %"}},
            "x",
            {"fact": "city.funds", "of": "qingdao", "rows": {"name": "A"}},
            {"fact": "city.funds", "of": "qingdao", "rows": [{"name": "A", "available": ["1 mn yuan"]}]},
            {"fact": "project.yieldRate", "of": "huike", "anwser": "95 %"},
            {"fact": "project.ownsTechnology", "of": "sien", "answer": "yes"}]}
            """);

        assertThat(run.err())
                .contains("a.json:2:55: `answer` is a text, not keys with values\n")
                .contains("a.json:3:1: an answer must have keys, found a value\n")
                .contains("a.json:4:49: `rows` is a list, not keys with values\n")
                .contains("a.json:5:77: `available` is a text, not a list\n")
                .contains("a.json:6:47: an answer has no `anwser`\n");
        assertThat(run.out()).contains("answers taken: 1, rows refused: 5");
    }

    @Test
    void deeplyQuotedLettersAreReadAndLongAnswersRefused() throws IOException {
        String letter = "# Questions\n\n" + QUESTION + "   - answer: 95 %\n";

        assertThat(answers("a.md", letter + "> ".repeat(3_000) + "well\n").err())
                .contains("`95 % well` is not a share");
        assertThat(answers("b.md", letter + "word and so on\n".repeat(200_000)).err())
                .contains("b.md:5:14: the answer is longer than 65536 characters\n");
    }

    @Test
    void aThousandDatedAnswersToOneFactAreAccepted() throws IOException {
        String rows = IntStream.range(0, 1_000)
                .mapToObj(i -> "Yield?," + (50 + i % 40) + " %," + (2000 + i / 50) + "-"
                        + String.format("%02d", 1 + i % 50 / 10) + "-" + String.format("%02d", 1 + i % 10)
                        + ",project.yieldRate,sien\n")
                .collect(Collectors.joining());

        assertThat(answers("a.csv", "question,answer,date,fact,of\n" + rows).out())
                .contains("answers taken: 1000, rows refused: 0");
    }

    @Test
    void thousandsOfHeadingsAreRefused() throws IOException {
        String list =
                file("a.csv", "Project,Owner" + ",Remark".repeat(12_000) + "\nOne,Haier" + ",x".repeat(12_000) + "\n");

        assertThat(Run.winnow("import", list).err())
                .contains("a.csv:1:1: the row has 12002 possible headings; at most 2000 are read\n");
    }

    @Test
    void mappingsAcceptAnyPropertyNameAndFilePattern() throws IOException {
        String list = file("a".repeat(60) + ".csv", "Project,Owner\nOne,Haier\n");

        assertThat(Run.winnow(
                                "import",
                                list,
                                "--map",
                                file("set.yaml", "set: {sour（ce: x}\ncolumns: {Project: name}\n"))
                        .exit())
                .isZero();
        assertThat(Run.winnow(
                                "import",
                                list,
                                "--map",
                                file("glob.yaml", "file: \"" + "*a".repeat(14) + "*b\"\ncolumns: {Project: name}\n"))
                        .exit())
                .isZero();
    }
}
