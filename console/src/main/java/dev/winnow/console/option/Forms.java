package dev.winnow.console.option;

import dev.winnow.console.terminal.Terminal;
import dev.winnow.report.html.HtmlRenderer;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.csv.CsvRenderer;
import dev.winnow.report.internal.document.Document;
import dev.winnow.report.internal.docx.DocxRenderer;
import dev.winnow.report.internal.layout.Colours;
import dev.winnow.report.internal.markdown.MarkdownRenderer;
import dev.winnow.report.internal.text.TextRenderer;
import dev.winnow.report.internal.xlsx.XlsxRenderer;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** A result in each output format, created on demand. */
public final class Forms {

    private final Map<Format, PrintOptions.Results> forms = new EnumMap<>(Format.class);

    /** Adds every format that shows a document. */
    public Forms document(Supplier<Document> document, PrintOptions print, Terminal terminal) {
        Wording wording = terminal.wording();
        return prose(() -> List.of(document.get()), print, terminal)
                .with(Format.HTML, out -> HtmlRenderer.render(document.get(), wording, out))
                .sheets(document, print, wording);
    }

    /** Adds the formats that are read from top to bottom, with the documents one after the other. */
    public Forms prose(Supplier<List<Document>> documents, PrintOptions print, Terminal terminal) {
        Colours colours = print.colours(terminal);
        int width = print.width(terminal, TextRenderer.MAX_WIDTH);
        return text(Format.TABLE, () -> joined(documents, one -> TextRenderer.render(one, colours, width), "\n\n"))
                .text(Format.MARKDOWN, () -> joined(documents, MarkdownRenderer::render, "\n---\n\n"))
                .with(Format.DOCX, out -> DocxRenderer.render(documents.get(), terminal.wording(), out));
    }

    private static String joined(Supplier<List<Document>> documents, Function<Document, String> drawn, String between) {
        return documents.get().stream().map(drawn).collect(Collectors.joining(between));
    }

    /**
     * Adds the spreadsheet formats. CSV in a file starts with a byte-order mark, which Excel needs to read UTF-8; CSV
     * on standard output, which programs read, does not.
     */
    public Forms sheets(Supplier<Document> document, PrintOptions print, Wording wording) {
        return with(Format.XLSX, out -> XlsxRenderer.render(document.get(), wording, out))
                .with(Format.CSV, out -> CsvRenderer.render(document.get(), print.file() != null, out));
    }

    /** Adds a text format. */
    public Forms text(Format format, Supplier<String> text) {
        return with(format, out -> out.write(text.get().getBytes(StandardCharsets.UTF_8)));
    }

    /** Adds a format. */
    public Forms with(Format format, PrintOptions.Results results) {
        forms.put(format, results);
        return this;
    }

    /** Returns the result in a format. */
    public PrintOptions.Results as(Format format) {
        PrintOptions.Results results = forms.get(format);
        if (results == null) {
            throw new IllegalStateException("`" + format.word() + "` is offered, and there is no writer of it");
        }
        return results;
    }
}
