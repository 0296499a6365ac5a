package dev.winnow.tables.cells;

import dev.winnow.model.source.Problem;

/** A file or sheet that cannot be read, or not on from here. */
public final class UnreadableTable extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public UnreadableTable(Problem problem) {
        super(problem.what().toString());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
