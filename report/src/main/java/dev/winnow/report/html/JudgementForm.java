package dev.winnow.report.html;

import dev.winnow.model.source.Language;
import dev.winnow.report.internal.contents.BlindQuestions;
import dev.winnow.report.internal.contents.BlindQuestions.Item;
import gg.jte.output.WriterOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes a blind form as an HTML form that works without a network. It saves the judgements to a file that {@code
 * winnow panel read} reads; nothing is sent.
 */
public final class JudgementForm {

    private final BlindQuestions questions;
    private final PageSite site;
    private final String style;
    private final String script;

    private JudgementForm(BlindQuestions questions, PageSite site) {
        this.questions = questions;
        this.site = site;
        this.style = HtmlReport.resource("page.css")
                + HtmlReport.resource("form.css")
                + HtmlReport.resource("judgements.css");
        this.script = HtmlReport.resource("judgements.js");
    }

    /** Writes the page, without closing the stream. */
    public static void write(BlindQuestions questions, OutputStream out) throws IOException {
        write(questions, PageSite.NONE, out);
    }

    /**
     * Writes the page as one of a site, without closing the stream.
     *
     * @param site the additions to a page that a server sends
     */
    public static void write(BlindQuestions questions, PageSite site, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        HtmlReport.Templates.ENGINE.render(
                "judgements.jte", new JudgementForm(questions, site), new WriterOutput(writer));
        writer.flush();
    }

    public BlindQuestions questions() {
        return questions;
    }

    /** Returns the additions to a page that a server sends. */
    public PageSite site() {
        return site;
    }

    public String say(String key, Object... values) {
        return questions.wording().say(key, values);
    }

    public String tag() {
        Language language = questions.wording().language();
        return language == Language.ZH ? "zh-Hans" : language.tag();
    }

    public String style() {
        return style;
    }

    public String script() {
        return script;
    }

    public String policy() {
        return HtmlReport.policy(style, List.of(script), site);
    }

    /** Returns a metadata text of the form. */
    public String about(String key) {
        return questions.form().about().getOrDefault(key, "");
    }

    /** Returns the name of the file that the page saves. */
    public String saved() {
        return questions.form().fileName() + ".json";
    }

    /** Returns the question about a conflict of interest, then those about facts. */
    public static List<Item> items(BlindQuestions.Part part) {
        return Stream.concat(Stream.of(part.conflict()), part.items().stream()).toList();
    }
}
