package dev.winnow.model.internal.history;

import dev.winnow.model.source.Message;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.model.value.Figure;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds contradictions within one source for the same day, which are mistakes. Disagreements between sources are
 * conflicts, which are kept.
 */
public final class Contradictions {

    private final String what;
    private final List<Problem> problems;
    /** The different statements of each source and day. */
    private final Map<Sourced, List<Statement>> earlier = new HashMap<>();

    private record Sourced(String source, @Nullable LocalDate asOf) {}

    /**
     * Creates an empty set of statements.
     *
     * @param what the component, as the message names it
     */
    public Contradictions(String what, List<Problem> problems) {
        this.what = what;
        this.problems = problems;
    }

    /**
     * Adds a statement, and reports it if it contradicts an earlier one.
     *
     * @param source its own source; null if it has none
     * @param at its value
     */
    public void add(@Nullable String source, Statement statement, Node at) {
        if (source == null) {
            return;
        }
        List<Statement> same =
                earlier.computeIfAbsent(new Sourced(source, statement.evidence().asOf()), any -> new ArrayList<>());
        boolean repeated = false;
        for (Statement other : same) {
            repeated |= other.value().equals(statement.value());
            if (!goTogether(other.value(), statement.value())) {
                problems.add(at.problem(
                        Message.of(
                                "`%s` is %s here and %s at %s, by the same source for the same day",
                                what, Settled.words(statement.value()), Settled.words(other.value()), other.place()),
                        Message.of("if both are right, give one of them another `%s`", "asOf")));
                break;
            }
        }
        if (!repeated) {
            same.add(statement);
        }
    }

    /** Figures agree if their intervals overlap; other values agree if they are equal. */
    private static boolean goTogether(Object one, Object other) {
        if (one instanceof Figure left && other instanceof Figure right) {
            return left.low().compareTo(right.high()) <= 0 && right.low().compareTo(left.high()) <= 0;
        }
        return Settled.same(one, other);
    }
}
