package dev.winnow.engine;

import dev.winnow.model.Project;

/** A project that is heard on a day, in one city after the other. Thread-safe. */
final class Candidate {

    private final Project project;
    private final boolean illustrative;
    private final BySort kept = new BySort();

    Candidate(Project project, boolean illustrative) {
        this.project = project;
        this.illustrative = illustrative;
    }

    Project project() {
        return project;
    }

    /** Whether it is invented. */
    boolean illustrative() {
        return illustrative;
    }

    /** What an evaluator works out of it whatever the city: it is looked at in many. */
    BySort kept() {
        return kept;
    }
}
