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
 * Finds contradictions within one source for the same day: one of the two must be a mistake. Sources that disagree with
 * each other are conflicts, and stay.
 */
public final class Contradictions {

    private final String what;
    private final List<Problem> problems;
    /** Of each source and day the statements that differ. */
    private final Map<Sourced, List<Statement>> earlier = new HashMap<>();

    private record Sourced(String source, @Nullable LocalDate asOf) {}

    /**
     * @param what the component, as the message names it
     */
    public Contradictions(String what, List<Problem> problems) {
        this.what = what;
        this.problems = problems;
    }

    /**
     * Takes a statement.
     *
     * @param source that it names itself; null if it does not
     * @param at where its value stands
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
                        Message.of("maybe one of them has another `%s`?", "asOf")));
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
