package dev.winnow.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.winnow.model.source.Problem;
import dev.winnow.tables.Tables;
import dev.winnow.tables.internal.answers.AnswerFileReader;
import dev.winnow.tables.internal.cells.UnreadableTable;
import dev.winnow.tables.internal.mapping.Mapping;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.io.TempDir;

/** Every row of tables, mappings and questionnaires of any content is taken, or refused with a placed problem. */
class TableFuzzTest {

    private static final byte[] SHEET = """
            <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
            <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>
            <row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2"><v>15</v></c></row>
            </sheetData></worksheet>""".getBytes(StandardCharsets.UTF_8);

    private static final byte[] STRINGS = """
            <sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
            <si><t>Project name</t></si><si><t>Investment (mn)</t></si><si><t>Northfield Cells</t></si></sst>""".getBytes(StandardCharsets.UTF_8);

    @TempDir
    static Path folder;

    @FuzzTest
    void csv(byte[] data) throws IOException {
        read("list.csv", data);
    }

    @FuzzTest
    void ndjson(byte[] data) throws IOException {
        read("list.ndjson", data);
    }

    @FuzzTest
    void sheet(byte[] data) throws IOException {
        read("list.xlsx", workbook(data, STRINGS));
    }

    @FuzzTest
    void strings(byte[] data) throws IOException {
        read("list.xlsx", workbook(SHEET, data));
    }

    @FuzzTest
    void workbook(byte[] data) throws IOException {
        read("list.xlsx", data);
    }

    @FuzzTest
    void mapping(byte[] data) throws IOException {
        List<Problem> problems = new ArrayList<>();
        Mapping.parse("list.map.yaml", Shipped.text(data), problems);
        Shipped.told(problems);
        write(
                "mapped.csv",
                "Project name;Place;Investment (mn)\nNorthfield Cells;Alderbay;15\n".getBytes(StandardCharsets.UTF_8));
        Path mapping = Mapping.beside(folder.resolve("mapped.csv"));
        Files.write(mapping, data);
        Tables.read(List.of(folder.resolve("mapped.csv")), Small.UNIVERSE);
    }

    @FuzzTest
    void csvAnswers(byte[] data) throws IOException {
        answers("answers.csv", data);
    }

    @FuzzTest
    void letter(byte[] data) throws IOException {
        answers("answers.md", data);
    }

    @FuzzTest
    void jsonAnswers(byte[] data) throws IOException {
        answers("answers.json", data);
    }

    private static void read(String name, byte[] data) throws IOException {
        Tables tables = Tables.read(List.of(write(name, data)), Small.UNIVERSE);
        Shipped.told(tables.problems());
    }

    private static void answers(String name, byte[] data) throws IOException {
        try {
            new AnswerFileReader(Small.UNIVERSE).read(write(name, data));
        } catch (UnreadableTable e) {
            Shipped.told(List.of(e.problem()));
        }
    }

    private static Path write(String name, byte[] data) throws IOException {
        return Files.write(folder.resolve(name), data);
    }

    private static byte[] workbook(byte[] sheet, byte[] strings) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>""".getBytes(StandardCharsets.UTF_8));
        parts.put("_rels/.rels", relationships("officeDocument", "xl/workbook.xml"));
        parts.put("xl/workbook.xml", """
                <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
                  xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
                <sheets><sheet name="List" sheetId="1" r:id="rId1"/></sheets></workbook>""".getBytes(StandardCharsets.UTF_8));
        parts.put(
                "xl/_rels/workbook.xml.rels",
                relationships("worksheet", "worksheets/sheet1.xml", "sharedStrings", "sharedStrings.xml"));
        parts.put("xl/worksheets/sheet1.xml", sheet);
        parts.put("xl/sharedStrings.xml", strings);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static byte[] relationships(String... kindsAndTargets) {
        StringBuilder xml = new StringBuilder(
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
        for (int i = 0; i < kindsAndTargets.length; i += 2) {
            xml.append("<Relationship Id=\"rId")
                    .append(i / 2 + 1)
                    .append("\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/")
                    .append(kindsAndTargets[i])
                    .append("\" Target=\"")
                    .append(kindsAndTargets[i + 1])
                    .append("\"/>");
        }
        return xml.append("</Relationships>").toString().getBytes(StandardCharsets.UTF_8);
    }
}
