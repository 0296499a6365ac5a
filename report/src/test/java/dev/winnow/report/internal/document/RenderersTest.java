package dev.winnow.report.internal.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.source.Language;
import dev.winnow.report.Golden;
import dev.winnow.report.html.HtmlRenderer;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.csv.CsvRenderer;
import dev.winnow.report.internal.docx.DocxRenderer;
import dev.winnow.report.internal.layout.Colours;
import dev.winnow.report.internal.layout.Columns;
import dev.winnow.report.internal.markdown.MarkdownRenderer;
import dev.winnow.report.internal.text.TextRenderer;
import dev.winnow.report.internal.xlsx.XlsxRenderer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One document with every kind of block, in each form. */
class RenderersTest {

    private static final Wording ENGLISH = Wording.inLanguage(Language.EN);

    private interface Writing {
        void write(ByteArrayOutputStream out) throws IOException;
    }

    private static byte[] bytes(Writing writing) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writing.write(out);
        return out.toByteArray();
    }

    @Test
    void textShowsEveryBlock() {
        Golden.assertSame("document/sample.txt", TextRenderer.render(SampleDocument.of(), Colours.OFF, Columns.PAGE));
    }

    @Test
    void textIsColouredOnATerminal() {
        String plain = TextRenderer.render(SampleDocument.of(), Colours.OFF, Columns.PAGE);
        String coloured = TextRenderer.render(SampleDocument.of(), Colours.ON, Columns.PAGE);
        assertThat(coloured)
                .contains("\u001B[32mrecommended", "\u001B[1mBlocks\u001B[0m")
                .satisfies(text ->
                        assertThat(text.replaceAll("\u001B\\[[0-9]*m", "")).isEqualToNormalizingWhitespace(plain));
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 80, 110})
    void noLineIsWiderThanItsPage(int width) {
        assertThat(TextRenderer.render(SampleDocument.of(), Colours.OFF, width).lines())
                .allSatisfy(line -> assertThat(Columns.width(line)).isLessThanOrEqualTo(width));
    }

    @Test
    void markdownShowsEveryBlock() {
        Golden.assertSame("document/sample.md", MarkdownRenderer.render(SampleDocument.of()));
    }

    @Test
    void aPageShowsEveryBlock() throws IOException {
        String page = new String(
                bytes(out -> HtmlRenderer.render(SampleDocument.of(), ENGLISH, out)), StandardCharsets.UTF_8);
        Golden.assertSame(
                "document/sample.html", page.substring(page.indexOf("<body>"), page.indexOf("<script type=")));
    }

    @Test
    void aTableForProgramsHasColumnNames() throws IOException {
        Golden.assertSame(
                "document/sample.csv",
                new String(bytes(out -> CsvRenderer.render(SampleDocument.of(), false, out)), StandardCharsets.UTF_8));
    }

    @Test
    void aWordDocumentShowsEveryBlock() throws IOException {
        byte[] bytes = bytes(out -> DocxRenderer.render(SampleDocument.of(), ENGLISH, out));
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(bytes))) {
            Golden.assertSame(
                    "document/sample.docx.txt",
                    word.getBodyElements().stream().map(RenderersTest::outline).collect(Collectors.joining()));
            assertThat(word.getProperties().getCoreProperties().getTitle()).isEqualTo("A sample");
        }
    }

    private static String outline(IBodyElement element) {
        if (element instanceof XWPFTable table) {
            return table.getRows().stream()
                            .map(row -> row.getTableCells().stream()
                                    .map(cell -> cell.getText())
                                    .collect(Collectors.joining(" | ")))
                            .collect(Collectors.joining("\n"))
                    + "\n";
        }
        XWPFParagraph paragraph = (XWPFParagraph) element;
        String style = paragraph.getStyle() != null
                ? paragraph.getStyle() + ": "
                : paragraph.getNumID() != null ? paragraph.getNumFmt() + ": " : "";
        return style + paragraph.getText() + "\n";
    }

    @Test
    void equalDocumentsGiveEqualBytes() throws Exception {
        List<Writing> forms = List.of(
                out -> DocxRenderer.render(SampleDocument.of(), ENGLISH, out),
                out -> XlsxRenderer.render(SampleDocument.of(), ENGLISH, out));
        for (Writing form : forms) {
            byte[] first = bytes(form);
            Thread.sleep(2_100); // ZIP timestamps have a resolution of two seconds
            assertThat(bytes(form)).isEqualTo(first);
        }
    }
}
