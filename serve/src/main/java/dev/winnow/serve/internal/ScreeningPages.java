package dev.winnow.serve.internal;

import dev.winnow.analysis.insight.Insight;
import dev.winnow.analysis.internal.questions.QuestionList;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.model.universe.Universe;
import dev.winnow.report.html.HtmlReport;
import dev.winnow.report.html.PageLink;
import dev.winnow.report.html.QuestionForm;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.contents.Questionnaire;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The pages of a screening: the overview with the memos of its pairs, and the questions. They are those that {@code
 * winnow screen} and {@code winnow ask} write, with links between them. Thread-safe.
 */
public final class ScreeningPages {

    private static final String POLICY_START = "<meta http-equiv=\"Content-Security-Policy\" content=\"";

    private static final String ANSWERS = "/answers";

    private final ScreeningResult result;
    private final Insight insight;
    private final Wording wording;
    private final AnswerService answers;
    private final CompletableFuture<Reply> overview;
    private @Nullable Reply questions;

    /**
     * Starts to write the overview in the background.
     *
     * @param request the request of the screening, with the universe as the pack reads it
     * @param insight the analyses of the screening
     * @param wording the language of the pages
     */
    public ScreeningPages(ScreeningRequest request, ScreeningResult result, Insight insight, Wording wording) {
        this.answers = new AnswerService(request, result.whole(), wording);
        this.result = result;
        this.insight = insight;
        this.wording = wording;
        this.overview = CompletableFuture.supplyAsync(() -> page(this::writeOverview));
    }

    Wording wording() {
        return wording;
    }

    Site site() {
        return new Site(
                Map.of("/", body -> overview.join(), "/questions", body -> questions()),
                Map.of(ANSWERS, answers::answer));
    }

    private synchronized Reply questions() {
        Reply page = questions;
        if (page == null) {
            page = page(this::writeQuestions);
            questions = page;
        }
        return page;
    }

    private void writeOverview(OutputStream out) throws IOException {
        FactWords facts = new FactWords(wording, result.asked().names());
        HtmlReport.inWords(wording, facts)
                .linking(List.of(new PageLink("/questions", wording.say("form.title"))))
                .screening(result, insight, out);
    }

    private void writeQuestions(OutputStream out) throws IOException {
        Universe universe = result.session().universe();
        QuestionForm.write(
                Questionnaire.of(
                        QuestionList.of(result.explanations(), universe.vocabulary(), universe.answers()),
                        result.asked(),
                        universe,
                        false,
                        wording),
                List.of(new PageLink("/", wording.say("page.view.overview"))),
                ANSWERS,
                out);
    }

    /** Returns the content security policy in the head of a page. */
    static String policy(String html) {
        int from = html.indexOf(POLICY_START) + POLICY_START.length();
        return html.substring(from, html.indexOf('"', from)).replace("&#39;", "'");
    }

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private static Reply page(Writing writing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Reply.page(policy(out.toString(StandardCharsets.UTF_8)), out.toByteArray());
    }
}
