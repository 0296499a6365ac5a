package dev.winnow.analysis.selection;

import dev.winnow.analysis.selection.Choice.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Finds constraints that cannot hold together. */
public final class Contradiction {

    private Contradiction() {}

    /**
     * {@return constraints that no set keeps to, of which none can be spared: without any one of them some set keeps to the
     * others} Each is left out in turn, and stays out if there is no set without it either.
     *
     * @param problem one that no set keeps to
     * @param fixed the number of constraints at the beginning that are no choice of anybody and stay
     */
    public static List<Constraint> of(SelectionProblem problem, int fixed, Solver solver, Duration limit) {
        List<Constraint> constraints = new ArrayList<>(problem.constraints());
        SelectionProblem worthless =
                problem.worth(problem.worths().stream().map(unused -> 0L).toList(), List.of());
        long end = System.nanoTime() + limit.toNanos();
        for (int i = constraints.size() - 1; i >= fixed && System.nanoTime() < end; i--) {
            List<Constraint> fewer = new ArrayList<>(constraints);
            fewer.remove(i);
            Duration left = Duration.ofNanos(Math.max(1_000_000, end - System.nanoTime()));
            if (solver.choose(worthless.within(fewer), left).status() == Status.IMPOSSIBLE) {
                constraints.remove(i);
            }
        }
        return constraints.subList(fixed, constraints.size());
    }
}
