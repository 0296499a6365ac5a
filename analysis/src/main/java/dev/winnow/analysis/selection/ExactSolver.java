package dev.winnow.analysis.selection;

import dev.winnow.analysis.selection.Choice.Status;
import dev.winnow.model.source.Message;
import java.time.Duration;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * A solver that reckons in doubles, whose answers are checked in whole numbers. A set that breaks a constraint by less than a
 * double tells is excluded, and the rest is solved again.
 */
abstract class ExactSolver implements Solver {

    /** So often a set may turn out to break a constraint after all. */
    private static final int MOST_CUTS = 1_000;

    /**
     * What a solver answers.
     *
     * @param chosen the set; null for none
     * @param bound no set is worth more, in points
     */
    record Answer(@Nullable BitSet chosen, double bound, Status status) {}

    /** Solves once, within the tolerances of doubles. */
    abstract Answer solve(SelectionProblem problem, double seconds);

    @Override
    public final Choice choose(SelectionProblem problem, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        SelectionProblem rest = problem;
        for (int i = 0; i < MOST_CUTS; i++) {
            double seconds = (end - System.nanoTime()) / 1e9;
            if (seconds <= 0 && i > 0) {
                return Choice.none(Status.OUT_OF_TIME);
            }
            Answer answer = solve(rest, Math.max(seconds, 0.01));
            BitSet chosen = answer.chosen();
            if (chosen == null) {
                return Choice.none(answer.status());
            }
            if (problem.allows(chosen)) {
                return Choice.of(problem, chosen, answer.status() == Status.PROVEN, answer.bound() * 1e6);
            }
            rest = rest.with(Constraint.anotherThan(Message.of("another set"), chosen, problem.size()));
        }
        return Choice.none(Status.OUT_OF_TIME);
    }

    /** A divisor after which the numbers of a constraint are small enough for the tolerances of doubles. */
    static double scale(Iterable<Long> numbers) {
        long largest = 1;
        for (long one : numbers) {
            largest = Math.max(largest, Math.abs(one));
        }
        return Math.max(1, largest / 1e4);
    }
}
