package dev.winnow.serve.internal;

import dev.winnow.analysis.internal.questions.QuestionList;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.Universe;
import dev.winnow.report.html.QuestionForm;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.contents.Questionnaire;
import dev.winnow.tables.internal.answers.LaidAnswers;
import dev.winnow.web.internal.Access;
import dev.winnow.web.internal.Operation;
import dev.winnow.web.internal.RefusedRequest;
import dev.winnow.web.internal.Reply;
import dev.winnow.web.internal.WebRequest;
import java.util.List;

/** The open questions as a form, and the effect of answers. */
final class QuestionsPart implements Part {

    private static final String ANSWERS = "/api/answers";

    private final Session session;

    QuestionsPart(Session session) {
        this.session = session;
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                Operation.page(View.QUESTIONS.path(), request -> {
                    Snapshot first = session.first();
                    return first.page(View.QUESTIONS.path(), () -> page(first));
                }),
                Operation.post(
                                ANSWERS,
                                Access.EDIT,
                                "Screens with the answers given so far, which replace those sent before.",
                                null,
                                AnswerEffect.class,
                                this::answer)
                        .consuming(Operation.JSON));
    }

    private Reply page(Snapshot of) {
        Wording wording = session.wording();
        Universe universe = of.result().session().universe();
        return Views.page(out -> QuestionForm.write(
                Questionnaire.of(
                        QuestionList.of(of.result().explanations(), universe.vocabulary(), universe.answers()),
                        of.result().asked(),
                        universe,
                        false,
                        wording),
                Views.site(View.QUESTIONS, wording),
                ANSWERS,
                out));
    }

    private Reply answer(WebRequest request) throws RefusedRequest {
        Snapshot next = session.change(Message.of("answers"), true, work -> work.answered(request.body()));
        LaidAnswers laid = next.answers();
        List<String> problems = laid == null
                ? List.of()
                : laid.problems().stream().map(this::said).toList();
        return Reply.json(AnswerEffect.between(
                session.first().result().whole(),
                next.result().whole(),
                laid == null ? 0 : laid.taken().size(),
                problems));
    }

    /** Returns a problem without its place, a line of a file that the user does not see. */
    private String said(Problem problem) {
        Wording wording = session.wording();
        Message advice = problem.advice();
        return advice == null
                ? wording.say(problem.what())
                : wording.sentence("%s; %s", wording.say(problem.what()), wording.say(advice));
    }
}
