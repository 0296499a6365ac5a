package dev.winnow.web.internal.workbench;

import dev.winnow.report.html.HtmlRenderer;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.csv.CsvRenderer;
import dev.winnow.report.internal.document.Document;
import dev.winnow.report.internal.docx.DocxRenderer;
import dev.winnow.report.internal.markdown.MarkdownRenderer;
import dev.winnow.report.internal.xlsx.XlsxRenderer;
import java.nio.charset.StandardCharsets;

/** The formats in which a result is saved, as the command writes them. */
public enum ResultFile {
    HTML("html", "text/html; charset=utf-8"),
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    DOCX("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    MARKDOWN("md", "text/markdown; charset=utf-8"),
    CSV("csv", "text/csv; charset=utf-8"),
    JSON("json", "application/json");

    private final String ending;
    private final String type;

    ResultFile(String ending, String type) {
        this.ending = ending;
        this.type = type;
    }

    /** Returns the ending of its name. */
    public String ending() {
        return ending;
    }

    /** Returns its media type. */
    public String type() {
        return type;
    }

    /** Returns the file of a document, which has no JSON. */
    public byte[] write(Document document, Wording wording) {
        return ViewPages.bytes(out -> {
            switch (this) {
                case HTML -> HtmlRenderer.render(document, wording, out);
                case XLSX -> XlsxRenderer.render(document, wording, out);
                case DOCX -> DocxRenderer.render(document, wording, out);
                case MARKDOWN -> out.write(MarkdownRenderer.render(document).getBytes(StandardCharsets.UTF_8));
                case CSV -> CsvRenderer.render(document, true, out);
                case JSON -> throw new IllegalStateException("a document has no JSON");
            }
        });
    }
}
