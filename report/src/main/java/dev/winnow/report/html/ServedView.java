package dev.winnow.report.html;

import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.document.Document.Origin;
import gg.jte.output.WriterOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Writes a page of a served site whose content is drawn by its script. */
public final class ServedView {

    private ServedView() {}

    /** Returns the script of the button that chooses light or dark. */
    static String themeScript() {
        return "(() => {\n'use strict';\n" + HtmlReport.resource("theme.js") + "})();\n";
    }

    /**
     * Writes the page, without closing the stream.
     *
     * @param title its title
     * @param editions the pack and universe
     * @param day the day of all assessments; empty if there is no such day
     * @param illustrative whether the universe is fictitious
     */
    public static void write(
            String title,
            List<Origin> editions,
            String day,
            boolean illustrative,
            PageSite site,
            Wording words,
            OutputStream out)
            throws IOException {
        String style = HtmlReport.resource("page.css");
        List<String> scripts = List.of(themeScript());
        PageShell shell = new PageShell(
                words,
                title,
                editions,
                day,
                illustrative ? words.say("page.invented.universe") : "",
                words.say("serve.script"),
                List.of(),
                HtmlReport.policy(style, scripts, site),
                style,
                scripts,
                List.of(),
                site);
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        HtmlReport.Templates.ENGINE.render("view.jte", Map.of("shell", shell), new WriterOutput(writer));
        writer.flush();
    }
}
