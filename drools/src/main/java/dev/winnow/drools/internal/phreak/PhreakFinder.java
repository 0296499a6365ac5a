package dev.winnow.drools.internal.phreak;

import dev.winnow.engine.internal.evaluate.Budget;
import dev.winnow.engine.internal.evaluate.Candidate;
import dev.winnow.engine.internal.evaluate.EvaluationContext;
import dev.winnow.engine.internal.evaluate.Finder;
import java.util.List;

/** The reference evaluator: finds matches by running compiled rules in Drools. */
public final class PhreakFinder implements Finder {

    private final CompiledPack pack;

    /** Creates a finder; the pack is compiled now if it has not been. */
    public PhreakFinder(CompiledPack pack) {
        this.pack = pack;
        pack.models();
    }

    @Override
    public List<Found> findOwn(EvaluationContext context, List<Candidate> batch) {
        return Session.own(pack, context, batch, Budget.STANDARD);
    }

    @Override
    public List<Found> findLocal(EvaluationContext context, List<Candidate> batch) {
        return Session.local(pack, context, batch, Budget.STANDARD);
    }
}
