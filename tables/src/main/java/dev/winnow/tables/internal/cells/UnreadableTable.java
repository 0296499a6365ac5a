package dev.winnow.tables.internal.cells;

import dev.winnow.model.source.Problem;

/** Thrown if a file or sheet, or the rest of it, cannot be read. */
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
