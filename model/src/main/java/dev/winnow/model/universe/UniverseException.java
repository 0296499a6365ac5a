package dev.winnow.model.universe;

import dev.winnow.model.source.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** Thrown by {@link Universe#requireWhole} where something was left out. Its message holds all problems. */
public final class UniverseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    UniverseException(String universe, List<Problem> problems) {
        super(problems.size() + (problems.size() == 1 ? " problem" : " problems") + " in the universe `" + universe
                + "`:\n" + problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** {@return what was left out and why, by place; never empty} */
    public List<Problem> problems() {
        return problems;
    }
}
