package dev.winnow.bench.peers;

import dev.winnow.bench.peers.Plain.Applicant;
import java.util.ArrayList;
import java.util.List;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.runtime.KieSession;

/**
 * Evaluates the rules in the usual way of using Drools: rules are compiled once, and each pair gets its own session with all
 * facts.
 */
final class Sessions implements Peer<Applicant, List<Object>> {

    private final KieBase base = compiled();
    private final Tally tally = new Tally();

    private static KieBase compiled() {
        KieServices services = KieServices.get();
        KieFileSystem sources =
                services.newKieFileSystem().generateAndWritePomXML(services.newReleaseId("comparison", "rules", "1"));
        sources.write("src/main/resources/comparison/rules.drl", RuleTexts.read("rules.drl"));
        KieBuilder builder =
                services.newKieBuilder(sources, Sessions.class.getClassLoader()).buildAll(ExecutableModelProject.class);
        if (builder.getResults().hasMessages(Message.Level.ERROR)) {
            throw new IllegalStateException(builder.getResults().getMessages().toString());
        }
        return services.newKieContainer(builder.getKieModule().getReleaseId(), Sessions.class.getClassLoader())
                .getKieBase();
    }

    @Override
    public Applicant project(Candidate candidate) {
        return Plain.applicant(candidate);
    }

    @Override
    public List<Object> city(Town town) {
        List<Object> rows = new ArrayList<>(Plain.rows(town));
        rows.addAll(Plain.stages(town));
        return rows;
    }

    @Override
    public Findings findings(Applicant project, List<Object> city) {
        tally.clear();
        KieSession session = base.newKieSession();
        try {
            session.setGlobal("tally", tally);
            session.insert(project);
            city.forEach(session::insert);
            session.fireAllRules();
        } finally {
            session.dispose();
        }
        return tally.findings();
    }
}
