package dev.winnow.tables.internal.headings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.Thorough;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Node;
import dev.winnow.tables.Book;
import dev.winnow.tables.Import;
import dev.winnow.tables.ImportWatch;
import dev.winnow.tables.Imported;
import dev.winnow.tables.internal.entries.EntryWriter;
import dev.winnow.tables.internal.entries.ImportedTable;
import dev.winnow.tables.internal.entries.PassedOver;
import dev.winnow.tables.internal.entries.TableFile;
import dev.winnow.tables.internal.mapping.Mapping;
import dev.winnow.tables.internal.write.RefusedFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells of realistic spreadsheets are read correctly, or refused with sheet and cell. */
class BadInputTest {

    @TempDir
    private Path folder;

    private Path csv(String content) throws IOException {
        return csv(content, StandardCharsets.UTF_8, new byte[0]);
    }

    private Path csv(String content, Charset charset, byte[] mark) throws IOException {
        Path file = folder.resolve("list.csv");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(mark);
        bytes.write(content.getBytes(charset));
        Files.write(file, bytes.toByteArray());
        return file;
    }

    private Path book(Book book) throws IOException {
        return book.write(folder.resolve("list.xlsx"));
    }

    // sheets

    @Test
    void aMissingSheetIsReportedWithTheExistingOnes() throws IOException {
        Path file = book(new Book().sheet("项目", Book.row(1, "名称")).sheet("Contacts", Book.row(1, "phone")));

        assertThat(Imported.of(Mapping.NONE, "Contact", file).problems)
                .containsExactly("list.xlsx: the workbook has no sheet `Contact`; did you mean `Contacts`?");
        assertThat(Imported.of(Mapping.NONE, "Sheet1", file).problems)
                .containsExactly("list.xlsx: the workbook has no sheet `Sheet1`; it has `项目`, `Contacts`");
    }

    @Test
    void aSheetWithoutKnownHeadingsIsReported() throws IOException {
        assertThat(Imported.of(book(new Book().sheet("Sheet1", Book.row(1, "foo", "bar") + Book.row(2, "1", "2"))))
                        .problems)
                .containsExactly(
                        "list.xlsx: no sheet contains known headings; it has `Sheet1`; use a heading such as `name` or"
                                + " `项目名称`");
    }

    @Test
    void unselectedSheetsAreReported() throws IOException {
        Imported imported = Imported.of(book(new Book()
                .sheet("项目", Book.row(1, "名称", "赛道") + Book.row(2, "甲", "集成电路"))
                .sheet("通讯录", Book.row(1, "电话"))
                .sheet("old", Book.row(1, "名称"), "", "state=\"hidden\"")));

        assertThat(imported.yaml).contains("name: 甲");
        assertThat(imported.notes)
                .containsExactly(
                        "list.xlsx:old: the sheet is hidden; it is not read",
                        "list.xlsx:通讯录: the sheet has no known headings; it is not read");
    }

    @Test
    void titlesAboveTheHeadingsGiveTheUnit() throws IOException {
        Imported imported = Imported.of(csv("项目汇总表,,\n单位：万元,,\n序号,项目名称,总投资\n1,甲,7800\n"));

        assertThat(imported.yaml).contains("investment: 7800万元");
        assertThat(imported.tables.get(0).headings()).isEqualTo(3);
        assertThat(imported.tables.get(0).above()).containsExactly(1, 2);
    }

    // cells

    @Test
    void verticallyMergedCellsShareTheirText() throws IOException {
        Path file = book(new Book()
                .sheet(
                        "项目",
                        Book.row(1, "名称", "赛道") + Book.row(2, "甲", "集成电路") + Book.row(3, "乙") + Book.row(4, "丙"),
                        "<mergeCells count=\"1\"><mergeCell ref=\"B2:B3\"/></mergeCells>",
                        ""));
        Imported imported = Imported.of(file);

        assertThat(imported.yaml).isEqualTo("""
            projects:
              - id: 甲
                name: 甲
                track: integrated-circuits
              - id: 乙
                name: 乙
                track: integrated-circuits
              - id: 丙
                name: 丙
            """);
        assertThat(imported.changes).contains("MERGED 集成电路 → integrated-circuits");
    }

    @Test
    void headingsInTwoRowsAreReadTogether() throws IOException {
        Path file = book(new Book()
                .sheet(
                        "项目",
                        Book.row(1, "名称", "国产化率（%）", "", "内资")
                                + Book.row(2, "", "设备", "材料")
                                + Book.row(3, "甲", "70", "85", "是"),
                        "<mergeCells><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:C1\"/><mergeCell"
                                + " ref=\"D1:D2\"/></mergeCells>",
                        ""));
        Imported imported = Imported.of(file);

        assertThat(imported.problems).isEmpty();
        assertThat(imported.yaml)
                .contains("domesticEquipmentRate: 70 %", "domesticMaterialRate: 85 %", "domestic: true");
    }

    @Test
    void anErrorIsReportedAtItsCell() throws IOException {
        Path file = book(new Book()
                .sheet(
                        "项目",
                        Book.row(1, "名称", "总投资（亿元）") + "<row r=\"2\">" + Book.text("A2", "甲")
                                + "<c r=\"B2\" t=\"e\"><f>Sheet9!A1</f><v>#REF!</v></c></row>"));

        assertThat(Imported.of(file).problems).containsExactly("list.xlsx:项目!B2: the cell contains the error `#REF!`");
    }

    @Test
    void formulasAreReadByTheirSavedValue() throws IOException {
        Path file = book(new Book()
                .sheet(
                        "项目",
                        Book.row(1, "名称", "总投资（亿元）") + "<row r=\"2\">" + Book.text("A2", "甲")
                                + "<c r=\"B2\"><f>100+50</f><v>150</v></c></row><row r=\"3\">" + Book.text("A3", "乙")
                                + "<c r=\"B3\"><f>100+50</f></c></row>"));
        Imported imported = Imported.of(file);

        assertThat(imported.yaml).contains("investment: 150亿元").doesNotContain("乙");
        assertThat(imported.problems)
                .containsExactly(
                        "list.xlsx:项目!B3: the formula of the cell has no value; open the workbook in a spreadsheet"
                                + " program and save it");
    }

    @Test
    void linksAreReadByTheirDisplayedText() throws IOException {
        Path file = book(new Book()
                .sheet(
                        "项目",
                        Book.row(1, "名称") + "<row r=\"2\"><c r=\"A2\" t=\"str\"><f>HYPERLINK(\"http://x\",\"甲\")</f>"
                                + "<v>甲</v></c></row>"));

        assertThat(Imported.of(file).yaml).contains("name: 甲").doesNotContain("http");
    }

    @Test
    void aFormulaInATextFileIsRefused() throws IOException {
        Imported imported = Imported.of(csv("name,track\n\"=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\",集成电路\n"));

        assertThat(imported.yaml).isEqualTo("projects: []\n");
        assertThat(imported.problems)
                .first()
                .isEqualTo(
                        "list.csv:2:1: `=HYPERLINK(\"http://x\",\"y\")` is a formula written as text; write its value");
    }

    @Test
    void aScriptInANameIsPlainText() throws IOException {
        assertThat(Imported.of(csv("name\n<script>alert(1)</script>\n")).yaml)
                .contains("name: \"<script>alert(1)</script>\"");
    }

    @Test
    void hiddenRowsAreReadAndReported() throws IOException {
        Path file = book(new Book()
                .sheet(
                        "项目",
                        Book.row(1, "名称")
                                + Book.row(2, "甲")
                                + Book.row(3, "乙").replace("<row r=\"3\">", "<row r=\"3\" hidden=\"1\">")));
        Imported imported = Imported.of(file);

        assertThat(imported.yaml).contains("name: 甲", "name: 乙");
        assertThat(imported.notes).containsExactly("list.xlsx:项目: 1 hidden row is read too: row 3");
    }

    @Test
    void daysSharesAndNumbersAreReadAsDisplayed() throws IOException {
        Path file = book(new Book()
                .sheet(
                        "项目",
                        Book.row(1, "名称", "签约日期", "落地日期", "良率（%）", "总投资（亿元）", "带动企业数") + "<row r=\"2\">"
                                + Book.text("A2", "甲")
                                + "<c r=\"B2\" s=\"2\"><v>45717</v></c><c r=\"C2\" s=\"3\"><v>45717.5</v></c>"
                                + "<c r=\"D2\" s=\"1\"><v>0.69999999999999996</v></c>"
                                + "<c r=\"E2\"><v>150.30000000000001</v></c><c r=\"F2\"><v>1.2E1</v></c></row>"));
        Imported imported = Imported.of(file);

        assertThat(imported.problems).isEmpty();
        assertThat(imported.yaml)
                .contains(
                        "decided: 2025-03-01",
                        "reached: 2025-03-01",
                        "yieldRate: 70 %",
                        "investment: 150.3亿元",
                        "linkedFirms: 12");
    }

    @Test
    void textsAndFullWidthDigitsAreNumbers() throws IOException {
        Path file =
                book(new Book().sheet("项目", Book.row(1, "名称", "良率（％）", "总投资（亿元）") + Book.row(2, "甲", "９２", "１，５００")));

        assertThat(Imported.of(file).yaml).contains("yieldRate: 92 %", "investment: 1,500亿元");
    }

    // text files

    @ParameterizedTest
    @ValueSource(strings = {"GBK", "GB18030", "UTF-16LE", "UTF-16BE"})
    void textIsReadInItsEncoding(String charset) throws IOException {
        Imported imported = Imported.of(csv("项目名称,赛道\n芯恩,集成电路\n", Charset.forName(charset), new byte[0]));

        assertThat(imported.yaml).contains("name: 芯恩");
        assertThat(imported.notes)
                .containsExactly("list.csv: the text is read as " + (charset.startsWith("GB") ? "GBK" : charset));
    }

    @Test
    void byteOrderMarksAreRecognised() throws IOException {
        String content = "项目名称\n芯恩\n";

        assertThat(Imported.of(csv(content, StandardCharsets.UTF_8, new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}))
                        .yaml)
                .contains("name: 芯恩");
        assertThat(Imported.of(csv(content, StandardCharsets.UTF_16LE, new byte[] {(byte) 0xFF, (byte) 0xFE})).yaml)
                .contains("name: 芯恩");
        assertThat(Imported.of(csv(content, StandardCharsets.UTF_16BE, new byte[] {(byte) 0xFE, (byte) 0xFF})).yaml)
                .contains("name: 芯恩");
    }

    @Test
    void binaryFilesAreRefused() throws IOException {
        Path file = folder.resolve("list.csv");
        Files.write(file, new byte[] {'n', 'a', 'm', 'e', '\n', (byte) 0xFF, (byte) 0xFF, '\n'});

        assertThat(Imported.of(file).problems)
                .containsExactly(
                        "list.csv:2:1: the cell contains bytes that are invalid in the file's encoding, GBK; save the"
                                + " file as UTF-8");
    }

    @Test
    void semicolonsAndTabsAreSeparators() throws IOException {
        assertThat(Imported.of(csv("name;track\nA;集成电路\n")).yaml).contains("track: integrated-circuits");
        assertThat(Imported.of(csv("name\ttrack\nA\t集成电路\n")).yaml).contains("track: integrated-circuits");
        assertThat(Imported.of(csv("sep=;\nname;track\nA;集成电路\n")).yaml).contains("track: integrated-circuits");
    }

    @Test
    void lineBreaksAndQuotesInCellsAreKept() throws IOException {
        assertThat(Imported.of(csv("name,note\r\n\"Si\"\"En\"\"\r\nfab\",\"one\r\ntwo, three\"\r\n")).yaml)
                .contains("name: \"Si\\\"En\\\" fab\"", "note: \"one\\ntwo, three\"");
    }

    @Test
    void unclosedQuotesAreReported() throws IOException {
        Imported imported = Imported.of(csv("name,note\nA,fine\nB,\"open\nC,x\nsingle\nD,y\n"));

        assertThat(imported.problems)
                .containsExactly(
                        "list.csv:3: a quote is not closed, or is followed by text; double a quote inside a text",
                        "list.csv:5: the row follows an unclosed quote and may be part of its text; close the quote"
                                + " first");
        assertThat(imported.yaml).contains("name: A", "name: C", "name: D").doesNotContain("single");
    }

    @Test
    void tooLongRowsAreRefusedAndTooShortOnesRead() throws IOException {
        Imported imported = Imported.of(csv("name,track,note\nA\nB,集成电路,x,y\n"));

        assertThat(imported.yaml).contains("name: A").doesNotContain("name: B");
        assertThat(imported.changes).contains("SHORT  → ");
        assertThat(imported.problems)
                .containsExactly(
                        "list.csv:3:4: `y` is to the right of the last of 3 headings; put quotes around a text that"
                                + " contains a separator");
    }

    @Test
    void rowsOfSumsArePassedOver() throws IOException {
        Imported imported = Imported.of(csv("项目名称,总投资（亿元）\n甲,150\n合计,150\n"));

        assertThat(imported.problems).isEmpty();
        assertThat(imported.yaml).contains("name: 甲").doesNotContain("合计");
        assertThat(imported.rows.passedOver()).containsEntry(PassedOver.TOTAL, 1L);
    }

    @Test
    void aMappingSetsTheNumberFormatOfAColumn() throws IOException {
        Path file = csv("name;money\nA;1,234\n");

        assertThat(Imported.of(Mapping.NONE.and("money", "investment [mn yuan] decimal comma"), null, file).yaml)
                .contains("investment: 1.234 mn yuan");
        assertThat(Imported.of(Mapping.NONE.and("money", "investment [mn yuan] decimal point"), null, file).yaml)
                .contains("investment: 1,234 mn yuan");
    }

    @Test
    void aRefusedRowKeepsTheMeaningOfItsNumbers() throws IOException {
        Path file = csv("name;investment (mn yuan);decided\nA;1.234,5;mid 2025\nB;2.500;mid 2025\n");
        Imported imported = Imported.of(file);
        Path refused = folder.resolve("refused.csv");
        try (RefusedFile mend = new RefusedFile(refused, false, Language.EN, problem -> "why")) {
            for (ImportedTable.RefusedRow row : imported.refused) {
                mend.write(row);
            }
            mend.finish();
        }

        assertThat(refused).content().contains("2,why,A,1234.5,mid 2025", "3,why,B,2500,mid 2025");
    }

    @Test
    void anAmountUnlikeTheOtherRowsIsRefusedWhereverItStands() throws IOException {
        String far = "`5000` means `5000亿元` here, at least 1,000 times more or less than other rows; write"
                + " `5000亿元!` to confirm it, or `--map \"投资额（亿元）=investment [亿元]\"` for the column";

        assertThat(Imported.of(csv("项目名称,投资额（亿元）\n甲,3\n乙,5000\n丙,4.5\n合计,5007.5\n")).problems)
                .containsExactly("list.csv:3:2: " + far);
        assertThat(Imported.of(csv("项目名称,投资额（亿元）\n乙,5000\n甲,3\n丙,4.5\n合计,5007.5\n")).problems)
                .containsExactly("list.csv:2:2: " + far);
        assertThat(Imported.of(csv("项目名称,投资额（亿元）\n甲,3\n乙,5000亿元!\n丙,4.5\n丁,5万元\n")).problems)
                .isEmpty();
    }

    @Test
    void aLongNumberIsAskedAboutInEveryNotation() throws IOException {
        String asked = "list.csv:%1$d:2: `%2$s` means `%3$s亿元` here, far more than any known `investment`; did you"
                + " mean `%3$s万元` or `%3$s元`? write `%3$s亿元!` to confirm it, or `--map \"投资额（亿元）=investment [亿元]\"` for"
                + " the column";

        assertThat(Imported.of(csv("项目名称,投资额（亿元）\n甲,约450000\n乙,450'000\n丙,400000-450000\n")).problems)
                .containsExactly(
                        asked.formatted(2, "约450000", "约450000"),
                        asked.formatted(3, "450'000", "450000"),
                        asked.formatted(4, "400000-450000", "400000-450000"));
        assertThat(Imported.of(csv("name,investment (yuan)\nA,120000000\nB,350000000\n")).yaml)
                .contains("investment: 120000000 yuan");
    }

    @Test
    void aFundingNeedFarAboveTheInvestmentIsRefused() throws IOException {
        assertThat(Imported.of(csv("项目名称,投资额（亿元）,资金需求（亿元）\n甲,3,3000\n乙,4,2\n丙,5,2000!\n")).problems)
                .contains("list.csv:2:3: `fundingNeed` is `3000亿元`, at least 1,000 times `investment`, `3亿元`; correct"
                        + " one of them, or write `3000亿元!` to confirm it");
    }

    @Test
    void aSingleNumeralForOneMayBeADash() throws IOException {
        assertThat(Imported.of(csv("项目名称,投资额（亿元）\n甲,3\n乙,一\n")).problems)
                .containsExactly(
                        "list.csv:3:2: `一` can be the numeral for 1 or a dash; did you mean `1` or `unknown`?");
        assertThat(Imported.of(csv("项目名称,投资额（亿元）\n甲,三\n乙,一\n")).yaml).contains("investment: 1亿元");
    }

    @Test
    void aLoneDecimalCommaChangesNoOtherNumber() throws IOException {
        Imported chinese = Imported.of(csv("项目名称;投资额（亿元）\n甲;1,500\n乙;2,000\n丙;4,5\n"));
        Imported english = Imported.of(csv("name;investment (mn yuan)\nA;1,500\nB;300\nC;4,5\n"));

        assertThat(chinese.yaml).contains("investment: 1,500亿元", "investment: 2,000亿元");
        assertThat(chinese.problems)
                .containsExactly(
                        "list.csv:4:2: `4,5亿元` has a comma in the wrong place; did you mean `4.5亿元` or `45亿元`?");
        assertThat(english.yaml).contains("investment: 300 mn yuan", "investment: 4.5 mn yuan");
        assertThat(english.problems)
                .containsExactly(
                        "list.csv:2:2: `1,500` can be two numbers, and its column does not show which; did you mean"
                                + " `1.500` or `1500`, or `--map \"investment (mn yuan)=investment [mn yuan] decimal"
                                + " comma\"` for the column?");
    }

    // headings

    @Test
    void headingsWithTheSameMeaningAreQuestioned() throws IOException {
        assertThat(Imported.of(csv("name,投资额,总投资\nA,15亿元,16亿元\n")).problems)
                .containsExactly("list.csv:1:3: the heading `总投资` means `investment`, like the heading at " + folder
                        + "/list.csv:1:2; give `--map \"总投资=-\"` to leave the second column out");
    }

    @Test
    void oneOfTwoEqualHeadingsCanBeLeftOut() throws IOException {
        Mapping map = Mapping.NONE.and("投资额#2", "-");

        assertThat(Imported.of(map, null, csv("name,投资额,投资额\nA,15亿元,16亿元\n")).yaml)
                .contains("investment: 15亿元");
    }

    @Test
    void anAmbiguousHeadingIsRefusedUnlessAWatchDecides() throws IOException {
        Path file = csv("name,国产化率\nA,70 %\n");

        assertThat(Imported.of(file).problems)
                .containsExactly(
                        "list.csv:1:2: the heading `国产化率` can mean `domesticEquipmentRate` or `domesticMaterialRate`;"
                                + " did you mean `--map \"国产化率=domesticEquipmentRate\"` or `--map"
                                + " \"国产化率=domesticMaterialRate\"`?");
        assertThat(Imported.of(Mapping.NONE.and("国产化率", "domesticMaterialRate"), null, file).yaml)
                .contains("domesticMaterialRate: 70 %");
    }

    @Test
    void anUndeclaredHeadingIsRefusedWithPossibleMeanings() throws IOException {
        Path file = csv("name,investment,owns technolgy\nA,15 bn yuan,yes\n");

        assertThat(Imported.of(file).problems)
                .containsExactly(
                        "list.csv:1:3: the heading `owns technolgy` is unknown; it may mean `ownsTechnology`; give"
                                + " `--map \"owns technolgy=ownsTechnology\"`, or `--map \"owns technolgy=-\"` to leave"
                                + " the column out");
    }

    @Test
    void aMappingCanGiveTheUnit() throws IOException {
        assertThat(Imported.of(Mapping.NONE.and("money", "investment [bn yuan]"), null, csv("name,money\nA,1.5\n"))
                        .yaml)
                .contains("investment: 1.5 bn yuan");
    }

    @Test
    void aMappingBesideTheTableIsRead() throws IOException {
        Path file = csv("name,国产化率\nA,70 %\n");
        Files.writeString(Mapping.beside(file), "国产化率: domesticMaterialRate\n");

        assertThat(Imported.of(file).yaml).contains("domesticMaterialRate: 70 %");
    }

    @Test
    void aTableWithoutNamesIsRefused() throws IOException {
        assertThat(Imported.of(csv("track,links\n集成电路,芯片设计\n")).problems)
                .containsExactly("list.csv: no row contains known headings; use a heading such as `name` or `项目名称`");
    }

    // files

    @Test
    void aDecompressionBombIsRefused() throws IOException {
        Path file = folder.resolve("list.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = upToTheSheet(out, "s")) {
            zip.write("<worksheet><sheetData>".getBytes(StandardCharsets.UTF_8));
            byte[] zeros = new byte[1 << 20];
            java.util.Arrays.fill(zeros, (byte) ' ');
            for (int i = 0; i < 200; i++) {
                zip.write(zeros);
            }
        }

        assertThat(Imported.of(file).problems)
                .containsExactly(
                        "list.xlsx: `xl/worksheets/sheet1.xml` decompresses to far more than the size of the workbook;"
                                + " it is not read; open the workbook in a spreadsheet program and save it again, or as"
                                + " .csv");
    }

    @Test
    void encryptedAndOldWorkbooksAreDistinguished() throws IOException {
        byte[] ole = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        Path file = folder.resolve("list.xlsx");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(ole);
        Files.write(file, bytes.toByteArray());
        assertThat(Imported.of(file).problems)
                .containsExactly("list.xlsx: this is a workbook in the old format (.xls); save it as .xlsx");

        bytes.write(new byte[505]);
        bytes.write("EncryptedPackage".getBytes(StandardCharsets.UTF_16LE));
        Files.write(file, bytes.toByteArray());
        assertThat(Imported.of(file).problems)
                .containsExactly("list.xlsx: the workbook is encrypted; save a copy without a password");
    }

    @Test
    void macrosAreIgnored() throws IOException {
        Path file = new Book()
                .sheet("项目", Book.row(1, "名称") + Book.row(2, "甲"))
                .part("xl/vbaProject.bin", new byte[] {1, 2, 3})
                .write(folder.resolve("list.xlsm"));
        Imported imported = Imported.of(file);

        assertThat(imported.yaml).contains("name: 甲");
        assertThat(imported.notes)
                .containsExactly("list.xlsm: the workbook contains macros; its cells are read and no macro is run");
    }

    @Test
    void externalEntitiesAreNotFetched() throws IOException {
        Path file = book(new Book()
                .sheet("项目", Book.row(1, "名称"))
                .part(
                        "xl/sharedStrings.xml",
                        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><sst><si><t>&x;</t></si></sst>"
                                .getBytes(StandardCharsets.UTF_8))
                .sheet("projects", Book.row(1, "name") + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c></row>"));
        Imported imported = Imported.of(file);

        assertThat(imported.yaml).doesNotContain("root");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PK nonsense", "<a>"})
    void filesOtherThanWorkbooksAreReported(String content) throws IOException {
        Path file = folder.resolve("list.xlsx");
        Files.writeString(file, content);

        assertThat(Imported.of(file).problems)
                .containsExactly(
                        "list.xlsx: this is not a workbook, or it is damaged; open it in a spreadsheet program and"
                                + " save it as .xlsx");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aDeviceIsNoTable() throws IOException {
        assertThat(Imported.of(Path.of("/dev/null")).problems).containsExactly("null: this is not an ordinary file");
    }

    @Test
    void missingFilesAreReported() throws IOException {
        assertThat(Imported.of(folder.resolve("none.csv")).problems).containsExactly("none.csv: there is no such file");
        assertThat(Imported.of(csv("")).problems)
                .containsExactly(
                        "list.csv: the file is empty; run `winnow template -o projects.xlsx` to write a table to fill"
                                + " in");
        assertThat(Imported.of(folder.resolve("lists.csv")).problems)
                .containsExactly("lists.csv: there is no such file; did you mean `list.csv`?");
        assertThat(Imported.of(folder).problems)
                .containsExactly(folder.getFileName() + ": this is a folder, not a table; name a file in it: `" + folder
                        + "/list.csv`");
    }

    @Test
    void aDocumentOfAnotherLayoutSuggestsAMapping() throws IOException {
        Path file = Files.writeString(folder.resolve("fabs.json"), "{\"fabs\": [{\"name\": \"A\"}], \"projects\": []}");
        Imported imported = Imported.of(file);
        assertThat(imported.problems).containsExactly("fabs.json:1:3: a universe has no `fabs`");
        assertThat(imported.notes)
                .containsExactly("fabs.json: the file does not have the layout of a universe; run `winnow import "
                        + file + " --learn mapping.yaml` to draft a mapping of its records");
        assertThat(TableFile.paths(file)).containsExactly("fabs");
    }

    @Test
    void aSheetWithMoreRowsThanOldWorkbooksAllowIsRead() throws IOException {
        int rows = Thorough.count(70_000, 1_048_576);
        Path file = folder.resolve("list.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = upToTheSheet(out, "projects")) {
            Writer text = new java.io.BufferedWriter(new java.io.OutputStreamWriter(zip, StandardCharsets.UTF_8));
            text.write("<worksheet><sheetData>" + Book.row(1, "name"));
            for (int row = 2; row <= rows; row++) {
                text.write("<row r=\"" + row + "\"><c r=\"A" + row + "\"><v>" + row + "</v></c></row>");
            }
            text.write("</sheetData></worksheet>");
            text.flush();
            zip.closeEntry();
        }

        Counted counted = new Counted();
        new Import(Imported.CHIPS, Mapping.NONE, null, null, new ImportWatch() {})
                .run(java.util.List.of(file), counted);
        assertThat(counted.count).isEqualTo(rows - 1);
        assertThat(counted.last).isEqualTo(Integer.toString(rows));
    }

    /** A workbook with one sheet, written up to the start of the sheet. */
    private static ZipOutputStream upToTheSheet(OutputStream out, String sheet) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
        zip.write(("<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
                        + "<sheet name=\"" + sheet + "\" r:id=\"r1\"/></sheets></workbook>")
                .getBytes(StandardCharsets.UTF_8));
        zip.putNextEntry(new ZipEntry("xl/_rels/workbook.xml.rels"));
        zip.write("<R><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/></R>".getBytes(StandardCharsets.UTF_8));
        zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
        return zip;
    }

    private static final class Counted implements EntryWriter {
        private int count;
        private String last = "";

        @Override
        public void write(dev.winnow.model.universe.EntryKind kind, String holder, Node entry) {
            count++;
            last = entry.get("id").text();
        }

        @Override
        public void close() {}
    }
}
