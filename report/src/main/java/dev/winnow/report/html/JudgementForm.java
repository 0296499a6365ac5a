package dev.winnow.report.html;

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
import org.jspecify.annotations.Nullable;

/**
 * Writes a blind form as an HTML form. As a file it works without a network and saves the judgements to a file that
 * {@code winnow panel read} reads; a served one sends them to its server.
 */
public final class JudgementForm {

    private final BlindQuestions questions;
    private final @Nullable String target;
    private final String style;
    private final String script;

    private JudgementForm(BlindQuestions questions, @Nullable String target) {
        this.questions = questions;
        this.target = target;
        this.style = HtmlReport.resource("page.css")
                + HtmlReport.resource("form.css")
                + HtmlReport.resource("judgements.css");
        this.script = HtmlReport.resource("judgements.js");
    }

    /** Writes the page, without closing the stream. */
    public static void write(BlindQuestions questions, OutputStream out) throws IOException {
        write(questions, null, out);
    }

    /**
     * Writes the page, without closing the stream.
     *
     * @param target the address to which it sends the judgements; null if it saves them to a file
     */
    public static void write(BlindQuestions questions, @Nullable String target, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        HtmlReport.Templates.ENGINE.render(
                "judgements.jte", new JudgementForm(questions, target), new WriterOutput(writer));
        writer.flush();
    }

    public BlindQuestions questions() {
        return questions;
    }

    /** Returns the address to which the page sends the judgements; null if it saves them to a file. */
    public @Nullable String target() {
        return target;
    }

    public String say(String key, Object... values) {
        return questions.wording().say(key, values);
    }

    public String tag() {
        return PageShell.tag(questions.wording().language());
    }

    public String style() {
        return style;
    }

    public String script() {
        return script;
    }

    public String policy() {
        return HtmlReport.policy(style, List.of(script)) + (target == null ? "" : "; connect-src 'self'");
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
