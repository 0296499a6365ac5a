package dev.winnow.bench.peers;

import dev.winnow.model.domain.Milestone;
import dev.winnow.model.domain.Project;
import dev.winnow.model.universe.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A project and its progress.
 *
 * @param project the project
 * @param produces whether one of its lines runs
 */
record Candidate(Project project, boolean produces) {

    /** The steps at which a line runs. */
    private static final Set<String> RUNS = Set.of("production", "capacity");

    /** Returns the candidates of projects. */
    static List<Candidate> of(Facts facts, List<Project> projects) {
        List<Candidate> candidates = new ArrayList<>(projects.size());
        for (Project project : projects) {
            boolean produces = false;
            for (Milestone milestone : facts.milestones(project.id())) {
                produces |= RUNS.contains(milestone.step());
            }
            candidates.add(new Candidate(project, produces));
        }
        return candidates;
    }
}
