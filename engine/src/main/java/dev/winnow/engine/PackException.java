package dev.winnow.engine;

import dev.winnow.model.Problem;
import java.util.List;

/** A rule pack that cannot be used, with everything that is wrong with it. */
public final class PackException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    PackException(List<Problem> problems) {
        super(problems.size() + (problems.size() == 1 ? " problem" : " problems") + " in the rule pack, first: "
                + problems.get(0));
        this.problems = problems.stream().sorted().distinct().toList();
    }

    /** What is wrong, by place; never empty. */
    public List<Problem> problems() {
        return problems;
    }
}
