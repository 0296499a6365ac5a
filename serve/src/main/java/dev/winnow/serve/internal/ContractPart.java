package dev.winnow.serve.internal;

import dev.winnow.engine.RulePack;
import dev.winnow.web.internal.ContractOperations;
import dev.winnow.web.internal.CurrentScreening;
import dev.winnow.web.internal.Operation;
import dev.winnow.web.internal.ScreeningSource;
import dev.winnow.web.internal.workbench.Part;
import dev.winnow.web.internal.workbench.Session;
import dev.winnow.web.internal.workbench.Snapshot;
import java.util.ArrayList;
import java.util.List;

/** The JSON contract of the current work, for programs. */
final class ContractPart implements Part, ScreeningSource {

    private final Session session;

    ContractPart(Session session) {
        this.session = session;
    }

    @Override
    public List<Operation> operations() {
        ContractOperations contract = new ContractOperations(this, session.wording());
        List<Operation> all = new ArrayList<>(contract.operations());
        all.add(contract.candidates());
        return all;
    }

    @Override
    public RulePack pack() {
        return session.now().request().pack();
    }

    @Override
    public CurrentScreening screening() {
        Snapshot now = session.now();
        return new CurrentScreening(now.request(), now.result(), now.insight());
    }
}
