package dev.winnow.tables;

import dev.winnow.model.Problem;

/** A file or sheet that cannot be read, or not on from here. */
final class Refused extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    Refused(Problem problem) {
        super(problem.what().toString());
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
