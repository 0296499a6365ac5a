package dev.winnow.engine.internal.evaluate;

import dev.winnow.model.domain.Project;

/** A project that is evaluated in one city after another on a day. Thread-safe. */
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

    /** Cache of data that an evaluator derives from the project alone, reused in every city. */
    public PhaseCache kept() {
        return kept;
    }
}
