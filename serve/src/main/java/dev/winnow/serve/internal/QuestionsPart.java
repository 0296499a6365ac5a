package dev.winnow.serve.internal;

import dev.winnow.analysis.internal.questions.MatchedPair;
import dev.winnow.analysis.internal.questions.OpenQuestion;
import dev.winnow.analysis.internal.questions.QuestionList;
import dev.winnow.model.internal.history.Answer;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Message;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.vocabulary.LocalName;
import dev.winnow.report.html.QuestionForm;
import dev.winnow.report.internal.contents.Questionnaire;
import dev.winnow.report.internal.markdown.AskMarkdown;
import dev.winnow.report.internal.xlsx.QuestionSheets;
import dev.winnow.report.json.Contract;
import dev.winnow.tables.internal.answers.LaidAnswers;
import dev.winnow.web.internal.Access;
import dev.winnow.web.internal.Operation;
import dev.winnow.web.internal.Operation.Parameter;
import dev.winnow.web.internal.RefusedRequest;
import dev.winnow.web.internal.Reply;
import dev.winnow.web.internal.Status;
import dev.winnow.web.internal.WebRequest;
import dev.winnow.web.internal.workbench.Part;
import dev.winnow.web.internal.workbench.Session;
import dev.winnow.web.internal.workbench.Snapshot;
import dev.winnow.web.internal.workbench.View;
import dev.winnow.web.internal.workbench.ViewPages;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
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

    /** Number of questions of a page. */
    private static final int MAX_SHOWN = 1000;

    static final View VIEW = new View(View.Group.SCREENING, "/questions", "form.title", "questions");

    private final Session session;

    QuestionsPart(Session session) {
        this.session = session;
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                new Operation(
                        false,
                        VIEW.path(),
                        Access.READ,
                        "",
                        List.of(
                                Parameter.optional("to", "the English name of the only addressee"),
                                Parameter.optional("fact", "the fact of a question that the page must contain"),
                                Parameter.optional("of", "the id of its project or city")),
                        null,
                        null,
                        List.of(),
                        "text/html",
                        this::page),
                Operation.get(
                        "/api/questions/opened",
                        "Returns the questions that the answers of this session open.",
                        OpenedQuestions.class,
                        request -> Reply.json(new OpenedQuestions(
                                Contract.SCHEMA,
                                opened(session.now()).inOrder().stream()
                                        .map(Asked::of)
                                        .toList()))),
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

    private Reply page(WebRequest request) throws RefusedRequest {
        Snapshot now = session.now();
        QuestionList before = session.unanswered().questions();
        QuestionList all = now.answers() == null ? before : before.and(opened(now));
        if (request.query().isEmpty()) {
            return now.page(VIEW.path(), () -> page(now, all, all, all.only(one -> true, MAX_SHOWN)));
        }
        LocalName who = addressee(all, request.find("to"));
        QuestionList asked = all.only(one -> isAsked(one, request), 1);
        QuestionList some = who == null ? all : all.only(one -> one.how().who().equals(who), null);
        return page(now, all, some, some.only(one -> true, MAX_SHOWN).and(asked));
    }

    private static boolean isAsked(OpenQuestion one, WebRequest request) {
        return one.fact().equals(request.find("fact")) && one.id().equals(request.find("of"));
    }

    private Reply page(Snapshot now, QuestionList all, QuestionList some, QuestionList shown) {
        return ViewPages.page(out -> QuestionForm.write(
                asked(now, shown, false),
                ViewPages.site(VIEW, session.given()),
                all.addressees(),
                Math.max(0, some.inOrder().size() - shown.inOrder().size()),
                out));
    }

    /** Returns the questions that the answers of this session open, which only pairs that they touch can have. */
    private QuestionList opened(Snapshot now) throws RefusedRequest {
        LaidAnswers answers = now.answers();
        if (answers == null) {
            return new QuestionList(List.of(), 0);
        }
        Set<String> answered = answers.taken().stream().map(Answer::id).collect(Collectors.toSet());
        Snapshot before = session.unanswered();
        List<Assessment> touched =
                MatchedPair.of(
                                before.result().asked().assessments(),
                                now.result().asked().assessments())
                        .stream()
                        .filter(pair -> pair.isMoved()
                                || answered.contains(pair.after().project())
                                || answered.contains(pair.after().city()))
                        .map(MatchedPair::after)
                        .toList();
        Universe universe = now.result().session().universe();
        return QuestionList.of(now.result().session().explanations(touched), universe.vocabulary(), universe.answers())
                .without(before.questions());
    }

    private Questionnaire asked(Snapshot now, QuestionList questions, boolean outside) {
        return Questionnaire.of(
                questions, now.result().asked(), now.result().session().universe(), outside, session.wording());
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
                        ViewPages.bytes(out -> QuestionSheets.write(asked, out)));
            case "html" ->
                Reply.file(
                        "text/html; charset=utf-8",
                        name + ".html",
                        ViewPages.bytes(out -> QuestionForm.write(asked, out)));
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
}
