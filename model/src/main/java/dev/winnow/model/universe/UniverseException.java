package dev.winnow.model.universe;

import dev.winnow.model.source.Problem;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Thrown by methods that require a complete universe, such as {@link Universe#requireWhole}, if something was left out.
 * Its message lists all problems.
 */
public final class UniverseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /**
     * Creates an exception for problems.
     *
     * @param universe the universe's name in the message, or the name of the document that was read
     * @param problems the problems; not empty
     */
    public UniverseException(String universe, List<Problem> problems) {
        super(problems.size() + (problems.size() == 1 ? " problem" : " problems") + " in the universe `" + universe
                + "`:\n" + problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** {@return the problems of the parts that were left out, by place; never empty} */
    public List<Problem> problems() {
        return problems;
    }
}
