package dev.winnow.engine;

import dev.winnow.model.Project;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.kie.api.runtime.KieSession;

/** Runs of the rules over batches of candidates of one city and day. */
final class Session {

    /** A batch that asks for too much is cut into so many parts: one of its candidates may be to blame, or all of them. */
    private static final int PARTS = 10;

    private final CompiledPack pack;
    private final Surroundings surroundings;
    private final Budget budget;
    private final IdentityHashMap<Project, Finder.Found> found = new IdentityHashMap<>();

    private Session(CompiledPack pack, Surroundings surroundings, Budget budget) {
        this.pack = pack;
        this.surroundings = surroundings;
        this.budget = budget;
    }

    /**
     * What the rules find for each candidate of the batch.
     *
     * @throws PackException if a rule asks for more than the budget gives, for one candidate alone
     */
    static Function<Project, Finder.Found> run(
            CompiledPack pack, Surroundings surroundings, List<Project> batch, Budget budget) {
        Session session = new Session(pack, surroundings, budget);
        int most = session.together(batch.get(0));
        for (int from = 0; from < batch.size(); from += most) {
            session.run(batch.subList(from, Math.min(from + most, batch.size())));
        }
        return candidate -> Objects.requireNonNull(session.found.get(candidate));
    }

    private int together(Project first) {
        try {
            return pack.together(surroundings, budget);
        } catch (Overrun overrun) {
            throw overrun.of(pack.rule(overrun.rule()), first, surroundings);
        }
    }

    private void run(List<Project> batch) {
        try {
            MatchRecorder recorder = fire(batch);
            batch.forEach(project -> found.put(project, recorder.sheet(project)));
        } catch (Overrun overrun) {
            if (batch.size() == 1) {
                throw overrun.of(pack.rule(overrun.rule()), batch.get(0), surroundings);
            }
            int part = (batch.size() + PARTS - 1) / PARTS;
            for (int from = 0; from < batch.size(); from += part) {
                run(batch.subList(from, Math.min(from + part, batch.size())));
            }
        }
    }

    private MatchRecorder fire(List<Project> batch) {
        Effort effort = new Effort(budget);
        MatchRecorder recorder = new MatchRecorder(pack, batch.size(), effort);
        KieSession session = pack.base().newKieSession();
        try {
            session.setGlobal("card", new Scorecard(recorder));
            surroundings.rows().forEach(session::insert);
            for (Project project : batch) {
                session.insert(project);
                surroundings.facts().milestones(project.id()).forEach(session::insert);
            }
            session.fireAllRules();
        } catch (RuntimeException e) {
            Overrun overrun = effort.overrun();
            throw overrun == null ? e : overrun;
        } finally {
            session.dispose();
        }
        return recorder;
    }
}
