package dev.winnow.engine.internal.evaluate;

import dev.winnow.model.domain.Project;

/** A project that is evaluated on a day, in one city after another. Thread-safe. */
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

    /** Whether the project is illustrative, that is, invented. */
    public boolean illustrative() {
        return illustrative;
    }

    /** The cache for what an evaluator derives from the project regardless of the city, as it is evaluated in many. */
    public PhaseCache kept() {
        return kept;
    }
}
