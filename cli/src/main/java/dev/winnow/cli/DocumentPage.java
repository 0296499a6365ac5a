package dev.winnow.cli;

import java.util.List;
import java.util.Map;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlRenderer;

/** A Markdown document as one HTML page that needs nothing else: light and dark, on paper and on screen. */
final class DocumentPage {

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());

    private static final String STYLE = """
            :root { color-scheme: light dark; }
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
            h1, h2, h3 { line-height: 1.25; }
            h2 { margin-top: 3rem; border-bottom: 1px solid #8886; }
            h3 { margin-top: 2rem; }
            table { border-collapse: collapse; width: 100%; margin: 1rem 0; }
            th, td { border: 1px solid #8886; padding: .3rem .5rem; text-align: left; vertical-align: top; }
            td[align=right], th[align=right] { text-align: right; white-space: nowrap; }
            code { font-size: .9em; background: #8882; padding: 0 .25em; border-radius: .25em; }
            @media print { body { max-width: none; margin: 0; } h3, tr { break-inside: avoid; break-after: avoid; } }
            """;

    private DocumentPage() {}

    /** The page. Nothing in the document can become markup of the page but Markdown's own. */
    static String of(String title, String markdown) {
        Node document = Parser.builder().extensions(EXTENSIONS).build().parse(markdown);
        HtmlRenderer renderer = HtmlRenderer.builder()
                .extensions(EXTENSIONS)
                .escapeHtml(true)
                .sanitizeUrls(true)
                .attributeProviderFactory(context -> new Anchors())
                .build();
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <style>
                %s</style>
                </head>
                <body>
                <main>
                %s</main>
                </body>
                </html>
                """.formatted(escaped(title), STYLE, renderer.render(document));
    }

    private static String escaped(String text) {
        return Columns.clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Gives a heading the name that stands in code right beneath it, so that it can be linked to. */
    private static final class Anchors implements AttributeProvider {

        @Override
        public void setAttributes(Node node, String tag, Map<String, String> attributes) {
            if (node instanceof Heading
                    && node.getNext() instanceof Paragraph paragraph
                    && paragraph.getFirstChild() instanceof Code name) {
                attributes.put("id", name.getLiteral());
            }
        }
    }
}
