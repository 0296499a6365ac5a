package dev.winnow.serve.internal;

import dev.winnow.analysis.internal.panel.Discussion;
import dev.winnow.analysis.internal.panel.PanelAgreement;
import dev.winnow.analysis.internal.panel.PanelScreening;
import dev.winnow.analysis.internal.panel.PanelState;
import dev.winnow.analysis.internal.panel.PanelUniverse;
import dev.winnow.console.FurtherInput;
import dev.winnow.console.Serving;
import dev.winnow.console.input.PanelOption;
import dev.winnow.console.input.PanelStatements;
import dev.winnow.engine.RulePack;
import dev.winnow.model.internal.panel.Assessor;
import dev.winnow.model.internal.panel.Panel;
import dev.winnow.model.internal.panel.Round;
import dev.winnow.model.source.Document;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.NamedFile;
import dev.winnow.model.source.Node;
import dev.winnow.report.html.JudgementForm;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.contents.AgreementContents;
import dev.winnow.report.internal.contents.BlindQuestions;
import dev.winnow.report.internal.contents.DiscussionContents;
import dev.winnow.report.internal.contents.PanelStateContents;
import dev.winnow.report.internal.sentences.PanelText;
import dev.winnow.report.json.Contract;
import dev.winnow.serve.internal.panel.AssessorKeys;
import dev.winnow.serve.internal.panel.PanelView;
import dev.winnow.serve.internal.panel.PanelView.ArrivedJudgements;
import dev.winnow.serve.internal.panel.PanelView.AssessorLink;
import dev.winnow.tables.internal.answers.BlindForm;
import dev.winnow.tables.internal.answers.JudgementFile;
import dev.winnow.tables.internal.answers.JudgementFileReader;
import dev.winnow.tables.internal.answers.ReturnedForm;
import dev.winnow.tables.internal.answers.RoundJudgements;
import dev.winnow.tables.internal.cells.UnreadableTable;
import dev.winnow.tables.internal.write.Export;
import dev.winnow.web.internal.Access;
import dev.winnow.web.internal.Operation;
import dev.winnow.web.internal.Operation.Parameter;
import dev.winnow.web.internal.RefusedRequest;
import dev.winnow.web.internal.Reply;
import dev.winnow.web.internal.Status;
import dev.winnow.web.internal.WebRequest;
import dev.winnow.web.internal.workbench.Part;
import dev.winnow.web.internal.workbench.Session;
import dev.winnow.web.internal.workbench.ShownDocument;
import dev.winnow.web.internal.workbench.Snapshot;
import dev.winnow.web.internal.workbench.View;
import dev.winnow.web.internal.workbench.ViewPages;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The panel: its state and disagreements for the chair, and a blind form for each assessor behind a link with a key,
 * which opens nothing else. Judgements that arrive are written to the file of the round that was open when the server
 * started.
 */
final class PanelPart implements Part {

    private static final Parameter KEY = Parameter.required("key", "The key of the link.");

    static final View VIEW = new View(View.Group.SCREENING, "/panel", "serve.panel.title", "panel");

    private final Session session;
    private final @Nullable PanelOption option;
    private final @Nullable FurtherInput input;
    private final AssessorKeys keys = new AssessorKeys();
    private final int round;

    PanelPart(Serving serving) {
        this.session = serving.session();
        this.option = PanelOption.of(serving.input());
        this.input = option == null ? null : serving.further();
        this.round = input == null ? 0 : given(input).panel().openRound();
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                Operation.page(VIEW.path(), request -> ViewPages.drawn(VIEW, session)),
                Operation.get(
                        "/api/panel",
                        "Returns the state of the panel, the links of its assessors and its disagreements.",
                        PanelView.class,
                        request -> view()),
                Operation.page("/assess", this::form, KEY).withOwnKey(),
                Operation.post(
                                "/api/assess/judgements",
                                Access.WRITE,
                                "Adds the judgements of one assessor, as the form of the link sends them, to the file"
                                        + " of the round, and screens again.",
                                null,
                                ArrivedJudgements.class,
                                this::judge,
                                KEY)
                        .consuming(Operation.JSON)
                        .withOwnKey());
    }

    // --- For the chair ---

    private Reply view() throws RefusedRequest {
        Snapshot now = session.now();
        PanelUniverse panel = panel(now);
        return panel == null
                ? Reply.json(new PanelView(Contract.SCHEMA, false, 0, List.of(), List.of()))
                : now.page("panel", () -> Reply.json(view(now, now.result().pack(), panel)));
    }

    /** Returns the panel over the candidates and answers of a state of the work; null if none is given. */
    private @Nullable PanelUniverse panel(Snapshot now) throws RefusedRequest {
        return input == null ? null : ((PanelStatements) input.over(now)).panel();
    }

    private PanelView view(Snapshot now, RulePack pack, PanelUniverse panel) {
        Wording wording = session.wording();
        PanelState state = PanelState.of(panel);
        PanelScreening screening = PanelScreening.of(panel, now.request());
        List<ShownDocument> documents = new ArrayList<>();
        documents.add(ShownDocument.of(DiscussionContents.of(
                Discussion.of(screening, now.result()),
                panel.panel(),
                now.result().asked(),
                wording)));
        documents.add(ShownDocument.of(PanelStateContents.of(state, pack, panel.stated(), wording)));
        documents.add(
                ShownDocument.of(AgreementContents.of(PanelAgreement.of(panel, round), pack, panel.stated(), wording)));
        List<AssessorLink> links = state.work().stream()
                .map(one -> new AssessorLink(
                        wording.name(one.assessor().name()),
                        "/assess?key=" + keys.of(one.assessor().id()),
                        one.judged().size(),
                        one.cannotJudge().size(),
                        one.missing().size()))
                .toList();
        return new PanelView(Contract.SCHEMA, true, round, links, documents);
    }

    // --- For an assessor ---

    private Reply form(WebRequest request) throws RefusedRequest {
        PanelUniverse panel = given(asked(request));
        BlindForm form = BlindForm.of(
                panel.panel(), open(panel.panel()).number(), assessor(request, panel.panel()), panel.scope());
        BlindQuestions questions = BlindQuestions.of(form, panel.stated(), session.wording());
        return ViewPages.page(
                out -> JudgementForm.write(questions, "/api/assess/judgements?key=" + request.get("key"), out));
    }

    private PanelUniverse given(FurtherInput of) {
        return ((PanelStatements) of.by(session.now().result().pack())).panel();
    }

    /** Returns the panel of a request with a key of one of its assessors. */
    private FurtherInput asked(WebRequest request) throws RefusedRequest {
        if (input == null || keys.assessor(request.get("key")) == null) {
            throw new RefusedRequest(
                    Status.UNAUTHORIZED,
                    Message.of("this link is not valid").with(Message.of("ask the chair for a new one")));
        }
        return input;
    }

    private Assessor assessor(WebRequest request, Panel panel) throws RefusedRequest {
        Assessor assessor = panel.assessor(Objects.requireNonNull(keys.assessor(request.get("key"))));
        if (assessor == null) {
            throw new RefusedRequest(
                    Status.UNAUTHORIZED, Message.of("you are no longer an assessor of the panel `%s`", panel.id()));
        }
        return assessor;
    }

    private synchronized Reply judge(WebRequest request) throws RefusedRequest {
        FurtherInput asked = asked(request);
        RulePack pack = session.now().result().pack();
        PanelUniverse known = ((PanelStatements) asked.by(pack)).panel();
        Assessor assessor = assessor(request, known.panel());
        Round open = open(known.panel());
        JudgementFile arrived = new JudgementFileReader(known.panel(), open, known.scope(), known.stated(), null)
                .read(parsed(request, assessor));
        if (!assessor.id().equals(arrived.assessor())) {
            throw new RefusedRequest(Status.UNPROCESSABLE, Message.of("these are judgements of another assessor"));
        }
        RoundJudgements judgements = RoundJudgements.of(known.panel(), round, List.of(arrived));
        if (!judgements.judgements().isEmpty() || !judgements.recusals().isEmpty()) {
            write(open, judgements);
            asked.changed();
            session.reread(session.given().reading().apply(pack));
        }
        return Reply.json(new ArrivedJudgements(
                Contract.SCHEMA,
                judgements.judgements().size(),
                problems(judgements.files().get(0), known)));
    }

    /** Returns the problems of a form, each with the project or city and the fact of its row. */
    private List<String> problems(JudgementFile file, PanelUniverse panel) {
        Wording wording = session.wording();
        PanelText text = new PanelText(wording, panel.stated().names(), panel.panel());
        List<String> problems = new ArrayList<>();
        file.faults().forEach(one -> problems.add(wording.say(one.what())));
        for (JudgementFile.RefusedJudgement row : file.refusedJudgements()) {
            boolean known = panel.scope().facts().containsKey(row.fact());
            String place = text.named(row.subject()) + (known ? ", " + text.fact(row.fact()) : "");
            row.problems().forEach(one -> problems.add(wording.sentence("%s: %s", place, wording.say(one.what()))));
        }
        return problems;
    }

    /** Returns the round whose forms are out. */
    private Round open(Panel panel) throws RefusedRequest {
        return panel.rounds().stream()
                .filter(one -> one.number() == round)
                .findFirst()
                .orElseThrow(() -> new RefusedRequest(
                        Status.CONFLICT,
                        Message.of("the panel has no round %s", round)
                                .with(Message.of(
                                        "add it to `%s` in %s",
                                        "rounds", panel.place().file()))));
    }

    private static ReturnedForm parsed(WebRequest request, Assessor assessor) throws RefusedRequest {
        try {
            return ReturnedForm.parse(assessor.id(), request.body());
        } catch (UnreadableTable e) {
            throw new RefusedRequest(Status.UNPROCESSABLE, e.problem().what());
        }
    }

    /** Writes the file of the round as a whole or not at all. */
    private void write(Round open, RoundJudgements judgements) throws RefusedRequest {
        String name = open.file();
        if (name == null) {
            throw new RefusedRequest(
                    Status.CONFLICT,
                    Message.of("round %s of the panel names no file for its judgements", open.number())
                            .with(Message.of("write `%s`", "judgements: round-" + open.number() + ".yaml")));
        }
        Path panel = Objects.requireNonNull(option).file().toAbsolutePath();
        Path file = panel.resolveSibling(name);
        if (NamedFile.isLinkedOut(panel.getParent(), file)) {
            throw new RefusedRequest(
                    Status.CONFLICT, Message.of("`%s` is a link out of the folder of this file", name));
        }
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Node before = Files.exists(file) ? Document.read(file, name, new ArrayList<>()) : null;
            Path draft = file.resolveSibling(file.getFileName() + ".part");
            try (OutputStream out = Files.newOutputStream(draft)) {
                Export.writeDocument("judgements that arrived by winnow serve", judgements.addedDocument(before), out);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new RefusedRequest(Status.CONFLICT, Message.of("cannot write `%s`", name));
        }
    }
}
