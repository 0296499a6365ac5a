package dev.winnow.portfolio.selection;

import dev.winnow.model.source.Message;
import org.jspecify.annotations.Nullable;

/** Thrown if sets cannot be chosen: the solver does not run on this machine, or the numbers are too large for it. */
public final class SolverException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Message what;

    SolverException(Message what, @Nullable Throwable cause) {
        super(what.toString(), cause);
        this.what = what;
    }

    /** {@return the problem, for people} */
    public Message what() {
        return what;
    }
}
