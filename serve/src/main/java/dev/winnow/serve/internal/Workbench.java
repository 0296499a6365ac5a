package dev.winnow.serve.internal;

import dev.winnow.report.i18n.Wording;
import dev.winnow.web.internal.Operation;
import dev.winnow.web.internal.Operations;
import java.util.ArrayList;
import java.util.List;

/** The parts of the workbench on one desk. Thread-safe. */
public final class Workbench {

    private final Desk desk;
    private final Operations operations;

    /** Starts to make the overview in the background. */
    public Workbench(Desk desk) {
        this.desk = desk;
        List<Operation> all = new ArrayList<>(Assets.operations());
        for (Part part : List.of(
                new OverviewPart(desk),
                new QuestionsPart(desk),
                new CandidatesPart(desk),
                new RulesPart(desk),
                new DecisionsPart(desk),
                new PlansPart(desk),
                new WorkPart(desk))) {
            all.addAll(part.operations());
        }
        this.operations = Operations.of(all);
    }

    Operations operations() {
        return operations;
    }

    Wording wording() {
        return desk.wording();
    }

    boolean isReadOnly() {
        return desk.given().readOnly();
    }
}
