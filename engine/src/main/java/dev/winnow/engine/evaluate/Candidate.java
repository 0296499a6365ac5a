package dev.winnow.engine.evaluate;

import dev.winnow.model.domain.Project;

/** A project that is heard on a day, in one city after the other. Thread-safe. */
public final class Candidate {

    private final Project project;
    private final boolean illustrative;
    private final PhaseCache kept = new PhaseCache();

    public Candidate(Project project, boolean illustrative) {
        this.project = project;
        this.illustrative = illustrative;
    }

    public Project project() {
        return project;
    }

    /** Whether it is invented. */
    public boolean illustrative() {
        return illustrative;
    }

    /** What an evaluator works out of it whatever the city: it is looked at in many. */
    public PhaseCache kept() {
        return kept;
    }
}
