package dev.winnow.serve.internal;

import dev.winnow.report.i18n.Wording;
import dev.winnow.serve.internal.rules.RuleDraft;
import dev.winnow.web.internal.OpenApi;
import dev.winnow.web.internal.Operation;
import dev.winnow.web.internal.Operations;
import java.util.ArrayList;
import java.util.List;

/** The parts of the workbench on one session. Thread-safe. */
public final class Workbench implements AutoCloseable {

    private final Session session;
    private final List<Part> parts;
    private final Operations operations;

    /** Starts to make the overview in the background. */
    public Workbench(Session session) {
        this.session = session;
        RuleDraft draft = new RuleDraft(session.given().pack());
        PanelPart panel = new PanelPart(session);
        List<Operation> all = new ArrayList<>(Assets.operations());
        parts = List.of(
                new OverviewPart(session),
                new QuestionsPart(session),
                new AnswersPart(session),
                new CandidatesPart(session),
                panel,
                new RulesPart(session, draft),
                new EffectsPart(session, draft),
                new DecisionsPart(session),
                new PapersPart(session, panel),
                new PlansPart(session),
                new WorkPart(session),
                new ContractPart(session));
        parts.forEach(part -> all.addAll(part.operations()));
        all.add(OpenApi.operation(all, "/", true));
        this.operations = Operations.of(all);
    }

    @Override
    public void close() {
        parts.forEach(Part::close);
    }

    Operations operations() {
        return operations;
    }

    Wording wording() {
        return session.wording();
    }

    boolean isReadOnly() {
        return session.given().readOnly();
    }
}
