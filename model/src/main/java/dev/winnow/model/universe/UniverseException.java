package dev.winnow.model.universe;

import dev.winnow.model.source.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** Thrown where all of a universe is asked for, as by {@link Universe#requireWhole}, and something was left out. Its message holds all problems. */
public final class UniverseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /**
     * An exception for problems.
     *
     * @param universe what is called a universe in the message: its name, or that of the document that was read
     * @param problems what is wrong; not empty
     */
    public UniverseException(String universe, List<Problem> problems) {
        super(problems.size() + (problems.size() == 1 ? " problem" : " problems") + " in the universe `" + universe
                + "`:\n" + problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** {@return what was left out and why, by place; never empty} */
    public List<Problem> problems() {
        return problems;
    }
}
