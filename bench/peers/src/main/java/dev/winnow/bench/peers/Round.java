package dev.winnow.bench.peers;

import dev.winnow.model.domain.City;
import dev.winnow.model.domain.Project;
import dev.winnow.model.universe.Facts;
import java.util.ArrayList;
import java.util.List;

/** Judges projects in all cities with one engine, one pair at a time. */
final class Round {

    private Round() {}

    /** Judges projects; returns the judgements by city and rank. */
    static <P, C> List<Judgement> of(Peer<P, C> peer, Facts facts, List<Project> projects) {
        List<Candidate> candidates = Candidate.of(facts, projects);
        List<P> prepared = new ArrayList<>(candidates.size());
        for (Candidate candidate : candidates) {
            prepared.add(peer.project(candidate));
        }
        List<Judgement> all = new ArrayList<>();
        for (City city : facts.cities()) {
            C form = peer.city(Town.of(facts, city, null));
            List<Judgement> here = new ArrayList<>(prepared.size());
            for (int i = 0; i < prepared.size(); i++) {
                String project = projects.get(i).id();
                if (facts.present(project, city.id())) {
                    C without = peer.city(Town.of(facts, city, project));
                    here.add(Judgement.of(project, city.id(), peer.findings(prepared.get(i), without)));
                    peer.close(without);
                } else {
                    here.add(Judgement.of(project, city.id(), peer.findings(prepared.get(i), form)));
                }
            }
            peer.close(form);
            Judgement.rank(here);
            all.addAll(here);
        }
        return all;
    }
}
