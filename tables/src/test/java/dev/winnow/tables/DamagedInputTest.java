package dev.winnow.tables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.source.Node;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.tables.internal.entries.EntryWriter;
import dev.winnow.tables.internal.entries.ImportedTable;
import dev.winnow.tables.internal.entries.PassedOver;
import dev.winnow.tables.internal.entries.RowCount;
import dev.winnow.tables.internal.mapping.Mapping;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In a truncated, damaged or malicious file, the good rows are kept and the bad place is reported. */
class DamagedInputTest {

    private static final Charset GBK = Charset.forName("GBK");

    @TempDir
    private Path folder;

    private Imported bytes(String name, byte[]... parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.write(part);
        }
        return Imported.of(Files.write(folder.resolve(name), bytes.toByteArray()));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    // characters

    @Test
    void aFileCutInsideACharacterIsStillUtf8() throws IOException {
        byte[] whole = utf8("项目名称,备注\n芯恩,青岛\n京东方,北京");

        Imported imported = bytes("list.csv", Arrays.copyOf(whole, whole.length - 1));

        assertThat(imported.yaml).contains("name: 芯恩", "note: 青岛").doesNotContain("京东方");
        assertThat(imported.problems)
                .containsExactly(
                        "list.csv:3:2: the cell contains bytes that are invalid in the file's encoding, UTF-8; save the file as UTF-8");
    }

    @Test
    void aGbkRowInAUtf8FileIsRefused() throws IOException {
        Imported imported =
                bytes("list.csv", utf8("项目名称,备注\n芯恩,青岛市黄岛区\n"), "京东方,北京\n".getBytes(GBK), utf8("海尔,青岛市崂山区\n"));

        assertThat(imported.yaml).contains("name: 芯恩", "name: 海尔");
        assertThat(imported.rows).isEqualTo(new RowCount(4, 2, 1, 0, Map.of(PassedOver.HEADINGS, 1L)));
        assertThat(imported.problems)
                .containsExactly(
                        "list.csv:3:1: the cell contains bytes that are invalid in the file's encoding, UTF-8; save the file as UTF-8");
    }

    @Test
    void aUtf8RowInAGbkFileIsRefused() throws IOException {
        Imported imported = bytes(
                "list.csv", "项目名称,备注\n芯恩,青岛市黄岛区\n联通,通信\n".getBytes(GBK), utf8("芯联,北京\n"), "海尔,青岛市崂山区\n".getBytes(GBK));

        assertThat(imported.yaml).contains("name: 芯恩", "name: 联通", "name: 海尔");
        assertThat(imported.problems)
                .containsExactly(
                        "list.csv:4:1: the cell is written in UTF-8, the rest of the file in GBK; save the file as UTF-8");
    }

    @Test
    void charactersAcrossBlocksStayWhole() throws IOException {
        StringBuilder list = new StringBuilder("项目名称\n");
        for (int i = 0; i < 30_000; i++) {
            list.append("中芯").append(i).append('\n');
        }

        assertThat(bytes("list.csv", utf8(list.toString())).rows.taken()).isEqualTo(30_000);
        assertThat(bytes("list.csv", list.toString().getBytes(GBK)).rows.taken())
                .isEqualTo(30_000);
    }

    // rows

    @Test
    void textAfterAQuoteInvalidatesOneRow() throws IOException {
        Imported imported = bytes("list.csv", utf8("name,note\nA,x\n\"B\"b,y\nC,\"z\n\nz\"\nD,\n"));

        assertThat(imported.yaml).contains("name: A", "name: C", "name: D");
        assertThat(imported.rows.refused()).isOne();
    }

    @Test
    void aFileOfUnclosedQuotesIsRefused() throws IOException {
        Imported imported = bytes("list.csv", utf8("name,note\n" + "\"A\"a,\n".repeat(100)));

        assertThat(imported.rows.refused()).isEqualTo(20);
        assertThat(imported.problems).hasSize(21);
    }

    @Test
    void aRowWithTooManyCellsIsRefused() throws IOException {
        Imported imported = bytes("list.csv", utf8("name,note\nA,x\nB" + ",b".repeat(199_999) + "\nC,z\n"));

        assertThat(imported.problems)
                .containsExactly("list.csv:3:16385: the row has 200000 cells; at most 16384 are read");
        assertThat(imported.yaml).contains("name: A", "name: C");
    }

    @Test
    void tooManyHeadingsAreRefused() throws IOException {
        Imported imported = bytes("list.csv", utf8("name" + ",b".repeat(199_999) + "\nA\n"));

        assertThat(imported.problems)
                .containsExactly("list.csv:1:16385: the row has 200000 cells; at most 16384 are read");
        assertThat(imported.rows).isEqualTo(new RowCount(2, 0, 2, 0, Map.of()));
    }

    @Test
    void anInvalidLineDoesNotEndReading() throws IOException {
        Imported imported = bytes(
                "list.ndjson",
                utf8("{\"name\": \"A\"}\n[1]\n{\"name\": \"B\", \"name\": \"C\"}\n"),
                new byte[] {'{', (byte) 0xFF, '}', '\n'},
                utf8("{\"name\": \"D\"}\n{\"name\": \"E"));

        assertThat(imported.yaml).contains("name: A", "name: D").doesNotContain("name: E");
        assertThat(imported.rows).isEqualTo(new RowCount(6, 2, 4, 0, Map.of()));
        assertThat(imported.problems)
                .containsExactly(
                        "list.ndjson:2: expected one JSON object per line; did you mean `{\"name\": …}`?",
                        "list.ndjson:3:16: `name` is given already at " + folder + "/list.ndjson:3:3",
                        "list.ndjson:4: the line contains bytes that are invalid in UTF-8; save the file as UTF-8",
                        "list.ndjson:6: expected one JSON object per line; did you mean `{\"name\": …}`?");
    }

    @Test
    void anEndlessLineIsRefused() throws IOException {
        byte[] endless = new byte[5 << 20];
        Arrays.fill(endless, (byte) ' ');
        endless[0] = '{';

        Imported imported = bytes("list.ndjson", utf8("{\"name\": \"A\"}\n"), endless, utf8("\n{\"name\": \"B\"}\n"));

        assertThat(imported.yaml).contains("name: A", "name: B");
        assertThat(imported.problems).containsExactly("list.ndjson:2: the line is longer than 4194304 characters");
    }

    @Test
    void aGrowingFileIsReadToItsFirstLength() throws IOException {
        for (String name : List.of("list.csv", "list.ndjson")) {
            boolean csv = name.endsWith(".csv");
            Path file = Files.writeString(folder.resolve(name), csv ? "name\nA\n" : "{\"name\": \"A\"}\n");
            StringBuilder taken = new StringBuilder();
            StringBuilder told = new StringBuilder();
            new Import(Imported.CHIPS, Mapping.NONE, null, null, new ImportWatch() {
                        @Override
                        public void table(ImportedTable table) {
                            try {
                                Files.writeString(file, csv ? "B\n" : "{\"name\": \"B\"}\n", StandardOpenOption.APPEND);
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        }

                        @Override
                        public void problem(dev.winnow.model.source.Problem problem) {
                            told.append(problem.what());
                        }
                    })
                    .run(List.of(file), new EntryWriter() {
                        @Override
                        public void write(EntryKind kind, String holder, Node entry) {
                            taken.append(entry.get("name").text());
                        }

                        @Override
                        public void close() {}
                    });

            assertThat(told).as(name).hasToString("the file changed while it was read; later additions are not read");
            assertThat(taken).as(name).hasToString("A");
        }
    }

    // workbooks

    @Test
    void aTruncatedWorkbookIsReported() throws IOException {
        Path whole =
                new Book().sheet("项目", Book.row(1, "名称") + Book.row(2, "甲")).write(folder.resolve("whole.xlsx"));
        byte[] bytes = Files.readAllBytes(whole);
        for (int length = 4; length < bytes.length; length += 7) {
            Imported imported = bytes("list.xlsx", Arrays.copyOf(bytes, length));

            assertThat(imported.problems)
                    .as("cut after %s bytes", length)
                    .containsExactly(
                            "list.xlsx: the workbook is incomplete: its end is missing; copy or download it again");
        }
    }

    @Test
    void aTruncatedSheetKeepsItsRowsAndTheOtherSheets() throws IOException {
        Imported imported = Imported.of(new Book()
                .sheet("项目", Book.row(1, "名称") + Book.row(2, "甲") + "<row r=\"3\"><c r=\"A3\"</row>")
                .sheet("projects", Book.row(1, "name") + Book.row(2, "A"))
                .write(folder.resolve("list.xlsx")));

        assertThat(imported.yaml).contains("name: 甲", "name: A");
        assertThat(imported.problems)
                .containsExactly(
                        "list.xlsx:项目!A3: the sheet is damaged from here on; the rows below and the merged cells are not read; open the workbook in a spreadsheet program and save it again");
    }

    @Test
    void damagedSharedTextsAreReportedByTheirPart() throws IOException {
        Imported imported = Imported.of(new Book()
                .sheet("项目", Book.row(1, "名称") + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c></row>")
                .part("xl/sharedStrings.xml", utf8("<sst><si><t>A</t>"))
                .write(folder.resolve("list.xlsx")));

        assertThat(imported.problems)
                .containsExactly(
                        "list.xlsx: `xl/sharedStrings.xml` in the workbook is damaged; open the workbook in a spreadsheet program and save it again");
    }

    @Test
    void aBombInOneSheetSparesTheOthers() throws IOException {
        Path file = folder.resolve("list.xlsx");
        Path whole = new Book()
                .sheet("项目", Book.row(1, "名称") + Book.row(2, "甲"))
                .sheet("projects", "")
                .write(folder.resolve("whole.xlsx"));
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out);
                java.util.zip.ZipFile from = new java.util.zip.ZipFile(whole.toFile())) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (ZipEntry entry : java.util.Collections.list(from.entries())) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().endsWith("sheet2.xml")) {
                    byte[] blanks = new byte[1 << 20];
                    Arrays.fill(blanks, (byte) ' ');
                    zip.write(utf8("<worksheet><sheetData>"));
                    for (int i = 0; i < 200; i++) {
                        zip.write(blanks);
                    }
                } else {
                    from.getInputStream(entry).transferTo(zip);
                }
            }
        }
        Imported imported = Imported.of(file);

        assertThat(imported.yaml).contains("name: 甲");
        assertThat(imported.problems)
                .containsExactly(
                        "list.xlsx: `xl/worksheets/sheet2.xml` decompresses to far more than the size of the workbook; it is not read; open the workbook in a spreadsheet program and save it again, or as .csv");
    }

    @Test
    void aCellBeyondTheLastColumnInvalidatesItsRow() throws IOException {
        Imported imported = Imported.of(new Book()
                .sheet(
                        "项目",
                        Book.row(1, "名称") + "<row r=\"2\">" + Book.text("A2", "甲") + Book.text("KIQE2", "x") + "</row>"
                                + Book.row(3, "乙"))
                .write(folder.resolve("list.xlsx")));

        assertThat(imported.yaml).contains("name: 乙").doesNotContain("甲");
        assertThat(imported.problems)
                .containsExactly("list.xlsx:项目!XFE2: the row has 199867 cells; at most 16384 are read");
    }

    @Test
    void invalidBytesInAWorkbookInvalidateTheirRow() throws IOException {
        Imported imported = Imported.of(new Book()
                .sheet("项目", "")
                .part(
                        "xl/worksheets/sheet1.xml",
                        ("<worksheet><sheetData>" + Book.row(1, "name", "note") + Book.row(2, "A", "\u00FF")
                                        + Book.row(3, "B") + "</sheetData></worksheet>")
                                .getBytes(StandardCharsets.ISO_8859_1))
                .write(folder.resolve("list.xlsx")));

        assertThat(imported.yaml).contains("name: B").doesNotContain("name: A");
        assertThat(imported.problems)
                .containsExactly("list.xlsx:项目!B2: the invisible character U+FFFF cannot stand here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16BE", "UTF-32", "GBK", "GB18030"})
    void workbookPartsAreReadInTheirEncoding(String charset) throws IOException {
        String xml = "<?xml version='1.0' encoding='" + charset + "'?><worksheet><sheetData>" + Book.row(1, "名称")
                + Book.row(2, "甲") + "</sheetData></worksheet>";
        Imported imported = Imported.of(new Book()
                .sheet("项目", "")
                .part("xl/worksheets/sheet1.xml", xml.getBytes(Charset.forName(charset)))
                .write(folder.resolve("list.xlsx")));

        assertThat(imported.problems).isEmpty();
        assertThat(imported.yaml).contains("name: 甲");
    }

    @Test
    void endlessNestingAndAttributesAreRefused() throws IOException {
        String deep = "<a>".repeat(2_000) + "</a>".repeat(2_000);
        StringBuilder wide = new StringBuilder("<a");
        for (int i = 0; i < 2_000; i++) {
            wide.append(" a").append(i).append("=\"\"");
        }
        for (String hostile : new String[] {deep, wide + "/>"}) {
            Imported imported = Imported.of(new Book()
                    .sheet("项目", Book.row(1, "名称") + Book.row(2, "甲") + hostile + Book.row(3, "乙"))
                    .write(folder.resolve("list.xlsx")));

            assertThat(imported.yaml).contains("name: 甲");
            assertThat(imported.problems)
                    .containsExactly(
                            "list.xlsx:项目!A3: the sheet is damaged from here on; the rows below and the merged cells are not read; open the workbook in a spreadsheet program and save it again");
        }
    }

    // documents

    @Test
    void circularAliasesAreRefused() throws IOException {
        Imported imported = bytes("own.yaml", utf8("projects: &all\n  - {id: a, name: A}\n  - *all\n"));

        assertThat(imported.problems)
                .containsExactly(
                        "own.yaml:1:11: the anchor `&all` is not supported; write the value in full",
                        "own.yaml:3:5: the alias `*all` is not supported; write the value in full");
        assertThat(imported.rows.refused()).isPositive();
    }
}
