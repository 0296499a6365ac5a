package dev.winnow.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files in another format than their ending says, rows with another separator, and values below merged cells. */
class MistakenFilesTest {

    private static final String SAVE = "; open it in a spreadsheet program and save it as .xlsx";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<!DOCTYPE html><table><tr><td>name</table> | a web page (.html)" + SAVE,
                "<?xml version='1.0'?><html></html> | a web page (.html)" + SAVE,
                "<?xml?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'/> | an XML spreadsheet (.xml)"
                        + SAVE,
                "%PDF-1.7 | a PDF document (.pdf); save its table as .xlsx or .csv",
                "项目名称;城市 | separated values (.csv); change its ending to `.csv`",
                "[{\"name\": \"A\"}] | JSON (.json); change its ending to `.json`",
            })
    void aFileCalledXlsxNamesItsFormat(String content, String said) throws IOException {
        assertThat(Imported.of(write("list.xlsx", content)).problems)
                .containsExactly("list.xlsx: the content of the file is " + said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "content.xml | an OpenDocument file (.ods)" + SAVE,
                "xl/workbook.bin | a binary workbook (.xlsb)" + SAVE,
                "Index/Document.iwa | a Numbers spreadsheet (.numbers)" + SAVE,
                "word/document.xml | a Word document (.docx); save its table as .xlsx or .csv",
                "ppt/presentation.xml | a presentation (.pptx); save its table as .xlsx or .csv",
                "list.csv | a ZIP archive; unpack it",
            })
    void anArchiveCalledXlsxOrCsvNamesItsFormat(String part, String said) throws IOException {
        for (String name : new String[] {"list.xlsx", "list.csv"}) {
            assertThat(Imported.of(zip(name, part)).problems)
                    .containsExactly(name + ": the content of the file is " + said);
        }
    }

    @Test
    void aWorkbookCalledCsvIsNamed() throws IOException {
        assertThat(Imported.of(zip("list.csv", "xl/workbook.xml")).problems)
                .containsExactly(
                        "list.csv: the content of the file is a workbook (.xlsx); change its ending to `.xlsx`");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "项目名称,城市 | a;青岛 | ; | ,",
                "项目名称,城市,总投资（亿元） | a;青岛;30 | ; | ,",
                "项目名称,城市,总投资（亿元） | a;青岛;30,5 | ; | ,",
                "name;city;note | A,qingdao,x | , | ;",
            })
    void aRowWithAnotherSeparatorIsRefused(String headings, String row, String own, String ofHeadings)
            throws IOException {
        Imported imported = Imported.of(write("list.csv", headings + "\n" + row + "\n"));

        assertThat(imported.rows.taken()).isZero();
        assertThat(imported.problems)
                .contains("list.csv:2:1: the row is separated by `" + own + "`, the headings by `" + ofHeadings
                        + "`; save the file with one separator");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name;city | Foo, Inc.",
                "name,city | Foo",
                "name;city;note | Foo, Bar;qingdao",
                "name,note,buildingProgress | Foo,\"a; b\"",
            })
    void aShortRowIsNoRowWithAnotherSeparator(String headings, String row) throws IOException {
        assertThat(Imported.of(write("list.csv", headings + "\n" + row + "\n")).yaml)
                .contains("name: Foo");
    }

    @Test
    void aValueBelowMergedCellsIsRefused() throws IOException {
        Imported imported = Imported.of(new Book()
                .sheet(
                        "项目",
                        Book.row(1, "项目名称", "城市", "备注")
                                + Book.row(2, "甲", "青岛", "一期")
                                + Book.row(3, "乙", "北京", "")
                                + Book.row(4, "丙", "", "")
                                + Book.row(5, "丁", "青岛", ""),
                        "<mergeCells><mergeCell ref=\"B2:B5\"/><mergeCell ref=\"C2:C3\"/></mergeCells>",
                        "")
                .write(folder.resolve("list.xlsx")));

        assertThat(imported.problems)
                .containsExactly(
                        "list.xlsx:项目!B3: `北京` is hidden below merged cells; delete it, or separate the merged cells");
        assertThat(imported.rows.taken()).isEqualTo(3);
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private Path zip(String name, String part) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(part));
            zip.write("x,y".getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }
}
