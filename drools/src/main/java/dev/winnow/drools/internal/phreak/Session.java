package dev.winnow.drools.internal.phreak;

import dev.winnow.drools.internal.compile.Scorecard;
import dev.winnow.engine.internal.evaluate.Budget;
import dev.winnow.engine.internal.evaluate.BudgetExceeded;
import dev.winnow.engine.internal.evaluate.BudgetMeter;
import dev.winnow.engine.internal.evaluate.Candidate;
import dev.winnow.engine.internal.evaluate.EvaluationContext;
import dev.winnow.engine.internal.evaluate.Finder;
import dev.winnow.language.PackException;
import dev.winnow.language.internal.vocabulary.FactTypes;
import dev.winnow.model.domain.Milestone;
import dev.winnow.model.domain.Project;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.kie.api.runtime.KieSession;

/** Runs a pack's rules in Drools sessions over batches of candidates for one city and day. */
final class Session {

    /**
     * Number of parts into which a batch that exceeds the budget is split, to find out whether a single candidate
     * exceeds it.
     */
    private static final int PARTS = 10;

    private final CompiledPack pack;
    private final CompiledPack.Part part;
    private final List<?> rows;
    private final EvaluationContext context;
    private final Budget budget;
    private final List<Finder.Found> found = new ArrayList<>();

    private Session(CompiledPack pack, CompiledPack.Part part, List<?> rows, EvaluationContext context, Budget budget) {
        this.pack = pack;
        this.part = part;
        this.rows = rows;
        this.context = context;
        this.budget = budget;
    }

    /**
     * Finds the city-independent matches of each candidate of a batch, in its order.
     *
     * @param context the context of any city
     * @throws PackException if a rule exceeds the budget for a single candidate
     */
    static List<Finder.Found> own(CompiledPack pack, EvaluationContext context, List<Candidate> batch, Budget budget) {
        if (pack.own().isEmpty()) {
            return Collections.nCopies(batch.size(), Finder.Found.NOTHING);
        }
        List<Object> rows = new ArrayList<>(context.byType().getOrDefault(FactTypes.AS_OF, List.of()));
        rows.addAll(context.byType().getOrDefault(FactTypes.LIMIT, List.of()));
        return new Session(pack, pack.own(), rows, context, budget).run(batch, batch.size());
    }

    /**
     * Finds the city-dependent matches of each candidate of a batch, in its order.
     *
     * @throws PackException if a rule exceeds the budget for a single candidate
     */
    static List<Finder.Found> local(
            CompiledPack pack, EvaluationContext context, List<Candidate> batch, Budget budget) {
        Session session = new Session(pack, pack.local(), context.rows(), context, budget);
        return session.run(batch, pack.rowLimit().batch(context, batch.get(0)));
    }

    private List<Finder.Found> run(List<Candidate> batch, int most) {
        for (int from = 0; from < batch.size(); from += most) {
            run(batch.subList(from, Math.min(from + most, batch.size())));
        }
        return found;
    }

    private void run(List<Candidate> batch) {
        try {
            MatchRecorder recorder = fire(batch);
            batch.forEach(candidate -> found.add(recorder.sheet(candidate.project())));
        } catch (BudgetExceeded overrun) {
            if (batch.size() == 1) {
                throw overrun.of(pack.rule(overrun.rule()), batch.get(0).project(), context);
            }
            int part = (batch.size() + PARTS - 1) / PARTS;
            for (int from = 0; from < batch.size(); from += part) {
                run(batch.subList(from, Math.min(from + part, batch.size())));
            }
        }
    }

    private MatchRecorder fire(List<Candidate> batch) {
        BudgetMeter meter = new BudgetMeter(budget);
        MatchRecorder recorder = new MatchRecorder(pack, batch.size(), meter);
        KieSession session = part.base().newKieSession();
        try {
            session.setGlobal("card", new Scorecard(recorder, context.keys()));
            rows.forEach(session::insert);
            for (Candidate candidate : batch) {
                Project project = candidate.project();
                session.insert(project);
                if (part.types().contains(Milestone.class)) {
                    context.milestones(project).forEach(session::insert);
                }
            }
            session.fireAllRules();
        } catch (RuntimeException e) {
            BudgetExceeded overrun = meter.overrun();
            throw overrun == null ? e : overrun;
        } finally {
            session.dispose();
        }
        return recorder;
    }
}
