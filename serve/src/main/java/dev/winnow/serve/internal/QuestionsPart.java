package dev.winnow.serve.internal;

import dev.winnow.analysis.internal.questions.OpenQuestion;
import dev.winnow.analysis.internal.questions.QuestionList;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Message;
import dev.winnow.model.vocabulary.LocalName;
import dev.winnow.report.html.QuestionForm;
import dev.winnow.report.internal.contents.Questionnaire;
import dev.winnow.report.internal.markdown.AskMarkdown;
import dev.winnow.report.internal.xlsx.QuestionSheets;
import dev.winnow.report.json.Contract;
import dev.winnow.web.internal.Access;
import dev.winnow.web.internal.Operation;
import dev.winnow.web.internal.Operation.Parameter;
import dev.winnow.web.internal.RefusedRequest;
import dev.winnow.web.internal.Reply;
import dev.winnow.web.internal.Status;
import dev.winnow.web.internal.WebRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The open questions as a form, and as files for others. */
final class QuestionsPart implements Part {

    /**
     * Questions that the answers of this session open.
     *
     * @param schema the version of the contract
     */
    record OpenedQuestions(int schema, List<Asked> questions) {}

    /** A question by its fact and the id of its project or city. */
    record Asked(String fact, String of) {

        private static Asked of(OpenQuestion one) {
            return new Asked(one.fact(), one.id());
        }
    }

    private final Session session;

    QuestionsPart(Session session) {
        this.session = session;
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                Operation.page(View.QUESTIONS.path(), request -> {
                    Snapshot now = session.now();
                    QuestionList shown = shown(now);
                    return now.page(View.QUESTIONS.path(), () -> page(now, shown));
                }),
                Operation.get(
                        "/api/questions/opened",
                        "Returns the questions that the answers of this session open.",
                        OpenedQuestions.class,
                        request -> opened(session.now())),
                new Operation(
                        false,
                        "/api/questions/file",
                        Access.READ,
                        "Returns the open questions as a file to be filled in.",
                        List.of(
                                Parameter.required("kind", "xlsx for a sheet, html for a form, md for a letter"),
                                Parameter.optional(
                                        "to",
                                        "the English name of the only addressee; without it, the file has all questions"
                                                + " and says what depends on them")),
                        null,
                        null,
                        List.of(),
                        "application/octet-stream",
                        this::file));
    }

    /** Returns the questions that are open without the answers of this session, and those that the answers open. */
    private QuestionList shown(Snapshot now) throws RefusedRequest {
        Snapshot before = session.unanswered();
        QuestionList first = before.questions();
        return now.answers() == null ? first : first.and(now.questions());
    }

    private Reply page(Snapshot now, QuestionList shown) {
        return Views.page(out ->
                QuestionForm.write(asked(now, shown, false), Views.site(View.QUESTIONS, session.wording()), out));
    }

    private Questionnaire asked(Snapshot now, QuestionList questions, boolean outside) {
        return Questionnaire.of(
                questions, now.result().asked(), now.result().session().universe(), outside, session.wording());
    }

    private Reply opened(Snapshot now) throws RefusedRequest {
        Snapshot before = session.unanswered();
        List<OpenQuestion> opened = now.answers() == null
                ? List.of()
                : now.questions().without(before.questions()).inOrder();
        return Reply.json(new OpenedQuestions(
                Contract.SCHEMA, opened.stream().map(Asked::of).toList()));
    }

    /** The forms that {@code winnow ask} writes to be filled in. */
    private Reply file(WebRequest request) throws RefusedRequest {
        Snapshot now = session.now();
        QuestionList open = now.questions();
        LocalName who = addressee(open, request.find("to"));
        Questionnaire asked =
                asked(now, who == null ? open : open.only(one -> one.how().who().equals(who), null), who != null);
        String name = "questions" + (who == null ? "" : "-" + plain(who.inLanguage(Language.EN)));
        return switch (request.get("kind")) {
            case "xlsx" ->
                Reply.file(
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        name + ".xlsx",
                        written(out -> QuestionSheets.write(asked, out)));
            case "html" ->
                Reply.file("text/html; charset=utf-8", name + ".html", written(out -> QuestionForm.write(asked, out)));
            case "md" ->
                Reply.file(
                        "text/markdown; charset=utf-8",
                        name + ".md",
                        AskMarkdown.of(asked).getBytes(StandardCharsets.UTF_8));
            default ->
                throw new RefusedRequest(
                        Status.BAD_REQUEST,
                        Message.of(
                                "parameter `%s` is not one of %s",
                                "kind", Message.names(List.of("xlsx", "html", "md"))));
        };
    }

    private static @Nullable LocalName addressee(QuestionList open, @Nullable String name) throws RefusedRequest {
        if (name == null) {
            return null;
        }
        return open.addressees().stream()
                .filter(who -> who.inLanguage(Language.EN).equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new RefusedRequest(Status.UNPROCESSABLE, Message.of("unknown addressee `%s`", name)));
    }

    /** Returns a name as a part of the name of a file. */
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    private static byte[] written(Views.Writing writing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
