package dev.winnow.serve.internal;

import dev.winnow.model.result.Screening;
import dev.winnow.model.source.Message;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.vocabulary.FactName;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.json.Contract;
import dev.winnow.tables.internal.answers.FormAnswers;
import dev.winnow.tables.internal.answers.FormAnswers.Edition;
import dev.winnow.tables.internal.answers.GivenAnswer;
import dev.winnow.tables.internal.answers.LaidAnswers;
import dev.winnow.web.internal.Access;
import dev.winnow.web.internal.Operation;
import dev.winnow.web.internal.Operation.Parameter;
import dev.winnow.web.internal.RefusedRequest;
import dev.winnow.web.internal.Reply;
import dev.winnow.web.internal.WebRequest;
import dev.winnow.web.internal.journal.KeptWork;
import dev.winnow.web.internal.journal.WorkFiles;
import dev.winnow.web.internal.workbench.Part;
import dev.winnow.web.internal.workbench.Session;
import dev.winnow.web.internal.workbench.Snapshot;
import java.util.List;
import java.util.Map;

/** The answers of this session, their effect, and answers that came back in files. */
final class AnswersPart implements Part {

    private static final Message ANSWERS = Message.of("answers");

    private final Session session;

    AnswersPart(Session session) {
        this.session = session;
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                Operation.get(
                        "/api/answers",
                        "Returns the answers of this session, as the form saves them.",
                        FormAnswers.class,
                        request -> given(session.now())),
                Operation.post(
                        "/api/answers",
                        Access.EDIT,
                        "Screens with answers, which replace those sent before.",
                        FormAnswers.class,
                        AnswerEffect.class,
                        request -> answer(request, request.as(FormAnswers.class)),
                        Parameter.optional("fact", "the fact whose answer changed, which names the step to undo"),
                        Parameter.optional("of", "the id of its project or city")),
                Operation.post(
                        "/api/answers/change",
                        Access.EDIT,
                        "Screens with the answers that a page changed, beside those that others changed.",
                        AnswerChange.class,
                        AnswerEffect.class,
                        this::change,
                        Parameter.optional("fact", "the fact whose answer changed, which names the step to undo"),
                        Parameter.optional("of", "the id of its project or city")),
                Operation.get(
                        "/api/answers/effect",
                        "Returns the effect of the answers of this session.",
                        AnswerEffect.class,
                        request -> effect(session.now(), false)),
                Operation.post(
                                "/api/answers/read",
                                Access.READ,
                                "Reads answers that came back in a file, without screening them.",
                                null,
                                ReceivedAnswers.class,
                                request -> Reply.json(ReceivedAnswers.read(
                                        ReceivedAnswers.Kind.of(request.get("kind")),
                                        request.body(),
                                        session.unanswered(),
                                        session.wording())),
                                Parameter.required("kind", "the kind of file: xlsx, csv, md, json or yaml"))
                        .consuming("application/octet-stream"));
    }

    private static Reply given(Snapshot now) {
        byte[] answers = now.work().answers();
        return answers == null ? Reply.json(none(now)) : Reply.part("application/json", answers);
    }

    private static FormAnswers none(Snapshot now) {
        Screening screening = now.result().asked();
        return new FormAnswers(
                "answers",
                Contract.SCHEMA,
                new Edition(
                        screening.pack().name(),
                        screening.pack().version(),
                        screening.pack().digest()),
                new Edition(
                        screening.universe().name(), null, screening.universe().digest()),
                List.of());
    }

    private Reply answer(WebRequest request, FormAnswers answers) throws RefusedRequest {
        Message what = what(request);
        byte[] given = answers.answers().isEmpty() ? null : request.body();
        return effect(session.change(what, !what.equals(ANSWERS), files -> files.with(KeptWork.ANSWERS, given)), false);
    }

    private Reply change(WebRequest request) throws RefusedRequest {
        AnswerChange change = request.as(AnswerChange.class);
        Message what = what(request);
        Snapshot next = session.change(what, !what.equals(ANSWERS), files -> {
            FormAnswers merged = change.over(answers(files), this::words);
            return files.with(
                    KeptWork.ANSWERS,
                    merged.answers().isEmpty() ? null : Reply.json(merged).body());
        });
        return effect(next, !answers(next.work().files()).equals(change.now().answers()));
    }

    private static List<GivenAnswer> answers(WorkFiles files) throws RefusedRequest {
        byte[] kept = files.get(KeptWork.ANSWERS);
        return kept == null
                ? List.of()
                : new WebRequest(Map.of(), "application/json", kept)
                        .as(FormAnswers.class)
                        .answers();
    }

    private String words(GivenAnswer answer) {
        return NamedAnswer.words(
                answer.fact(),
                answer.of(),
                new FactWords(session.wording(), session.now().result().asked().names()),
                session.wording());
    }

    /** Returns the step as the user undoes it. Changes of the same answer are one step. */
    private Message what(WebRequest request) {
        String fact = request.find("fact");
        String of = request.find("of");
        Universe universe = session.now().request().universe();
        if (fact == null || of == null) {
            return ANSWERS;
        }
        FactName name = FactName.of(fact);
        boolean known = name.isOfProject()
                ? of.equals(universe.findProject(of))
                : name.isOfCity() && of.equals(universe.findCity(of));
        if (!known) {
            return ANSWERS;
        }
        return Message.of(
                "answer: %s",
                NamedAnswer.words(
                        fact,
                        of,
                        new FactWords(
                                session.wording(),
                                session.now().result().asked().names()),
                        session.wording()));
    }

    private Reply effect(Snapshot now, boolean others) throws RefusedRequest {
        LaidAnswers laid = now.answers();
        return Reply.json(AnswerEffect.between(
                others,
                session.unanswered().result().whole(),
                now.result().whole(),
                laid == null ? List.of() : NamedAnswer.all(laid, now, session.wording()),
                laid == null ? List.of() : RefusedText.ofForm(laid, session.wording())));
    }
}
