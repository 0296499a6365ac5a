package dev.winnow.serve.internal;

import dev.winnow.engine.RulePack;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.serve.internal.effects.EffectBasis;
import dev.winnow.serve.internal.effects.EffectOperations;
import dev.winnow.serve.internal.rules.RuleDraft;
import dev.winnow.web.internal.Operation;
import dev.winnow.web.internal.RefusedRequest;
import dev.winnow.web.internal.workbench.Part;
import dev.winnow.web.internal.workbench.Session;
import dev.winnow.web.internal.workbench.Snapshot;
import java.util.List;

/** The effects of unsaved edits of the pack, beside the editor. */
final class EffectsPart implements Part {

    private final Session session;
    private final EffectOperations effects;

    EffectsPart(Session session, RuleDraft draft) {
        this.session = session;
        this.effects = new EffectOperations(draft, this::basis, session.wording());
    }

    @Override
    public List<Operation> operations() {
        return effects.operations();
    }

    private EffectBasis basis() {
        Snapshot now = session.now();
        return new EffectBasis(now.revision(), now.request(), now.result(), pack -> reading(now, pack));
    }

    private ScreeningRequest reading(Snapshot now, RulePack pack) throws RefusedRequest {
        return Session.request(now.work().over(session.given().reading().apply(pack)));
    }
}
