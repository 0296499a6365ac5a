package dev.winnow.analysis.selection;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Chooses as a ranking is read: from the best down, whatever still fits. */
public final class Greedy {

    private Greedy() {}

    /**
     * {@return the set; null if it does not keep to all constraints}
     *
     * @param order the options, best first
     */
    public static @Nullable BitSet choose(SelectionProblem problem, List<Integer> order) {
        BitSet chosen = new BitSet();
        int before;
        do {
            before = chosen.cardinality();
            for (int next : order) {
                if (!chosen.get(next)) {
                    chosen.set(next);
                    if (!fits(problem, chosen)) {
                        chosen.clear(next);
                    }
                }
            }
        } while (chosen.cardinality() > before);
        return problem.allows(chosen) ? chosen : null;
    }

    /** What is still to come may bring a set up to what it must have at least. */
    private static boolean fits(SelectionProblem problem, BitSet chosen) {
        return problem.constraints().stream().allMatch(one -> one.most() == null || one.sum(chosen) <= one.most())
                && problem.isPaid(chosen);
    }

    /**
     * {@return the options with the most worth for their cost first; those that cost nothing before all}
     *
     * @param costs by the number of the option
     */
    public static List<Integer> byWorthForCost(SelectionProblem problem, List<Long> costs) {
        return IntStream.range(0, problem.size())
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(
                                i -> -(double) problem.worths().get(i) / Math.max(1e-9, costs.get(i)))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }
}
