package dev.winnow.engine;

import dev.winnow.model.Project;
import java.util.List;
import org.kie.api.runtime.KieSession;

/** One run of the rules over a batch of candidates of one city and day. */
final class Session {

    private Session() {}

    /** What the rules find for each candidate of the batch. */
    static MatchRecorder run(CompiledPack pack, Surroundings surroundings, List<Project> batch) {
        MatchRecorder recorder = new MatchRecorder(pack, batch.size());
        KieSession session = pack.base().newKieSession();
        try {
            session.setGlobal("card", new Scorecard(recorder));
            surroundings.rows().forEach(session::insert);
            for (Project project : batch) {
                session.insert(project);
                surroundings.facts().milestones(project.id()).forEach(session::insert);
            }
            session.fireAllRules();
        } finally {
            session.dispose();
        }
        return recorder;
    }
}
