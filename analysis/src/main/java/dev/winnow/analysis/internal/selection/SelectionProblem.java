package dev.winnow.analysis.internal.selection;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Options of which a set is to be chosen that is worth the most. Immutable.
 *
 * @param worths what each option is worth by itself, in millionths of a point
 * @param together what several are worth together besides
 * @param constraints what the set must keep to
 * @param sources who can pay for what
 */
public record SelectionProblem(
        List<Long> worths, List<JointValue> together, List<Constraint> constraints, Sources sources) {

    /**
     * What several options are worth together beyond what they are worth apart; below 0 if they stand in each other's way.
     *
     * @param options their numbers, two at least
     * @param worth in millionths of a point
     */
    public record JointValue(Set<Integer> options, long worth) {

        public JointValue {
            options = new TreeSet<>(options);
            if (options.size() < 2) {
                throw new IllegalArgumentException("it takes two");
            }
        }

        /** Whether all of them are in a set. */
        public boolean isWithin(BitSet chosen) {
            return options.stream().allMatch(chosen::get);
        }
    }

    public SelectionProblem {
        worths = List.copyOf(worths);
        together = List.copyOf(together);
        constraints = List.copyOf(constraints);
    }

    /** How many options there are. */
    public int size() {
        return worths.size();
    }

    /** What a set is worth, in millionths of a point. */
    public long worth(BitSet chosen) {
        long alone = chosen.stream().mapToLong(worths::get).sum();
        return alone
                + together.stream()
                        .filter(one -> one.isWithin(chosen))
                        .mapToLong(JointValue::worth)
                        .sum();
    }

    /** Whether a set keeps to all constraints, and can be paid for. */
    public boolean allows(BitSet chosen) {
        return constraints.stream().allMatch(one -> one.allows(chosen)) && isPaid(chosen);
    }

    /** Whether the sources can pay for a set. */
    public boolean isPaid(BitSet chosen) {
        return sources.cover(chosen);
    }

    /** The same with a further constraint. */
    public SelectionProblem with(Constraint more) {
        List<Constraint> all = new ArrayList<>(constraints);
        all.add(more);
        return new SelectionProblem(worths, together, all, sources);
    }

    /** The same within other constraints. */
    public SelectionProblem within(List<Constraint> others) {
        return new SelectionProblem(worths, together, others, sources);
    }

    /** The same with other worths. */
    public SelectionProblem worth(List<Long> others, List<JointValue> besides) {
        return new SelectionProblem(others, besides, constraints, sources);
    }

    /** The weight 1 for each of some options. */
    public static Map<Integer, Long> each(IntStream options) {
        return options.boxed().collect(Collectors.toMap(one -> one, one -> 1L));
    }

    /**
     * {@return the set that reading down a ranking gives: whatever still fits, the best first; null if it breaks a constraint}
     *
     * @param order the options, best first
     */
    public @Nullable BitSet greedy(List<Integer> order) {
        BitSet chosen = new BitSet();
        int before;
        do {
            before = chosen.cardinality();
            for (int next : order) {
                if (!chosen.get(next)) {
                    chosen.set(next);
                    if (!exceedsNothing(chosen)) {
                        chosen.clear(next);
                    }
                }
            }
        } while (chosen.cardinality() > before);
        return allows(chosen) ? chosen : null;
    }

    /** Lower bounds are left out: an option that is still to come may reach them. */
    private boolean exceedsNothing(BitSet chosen) {
        return constraints.stream().allMatch(one -> one.most() == null || one.sum(chosen) <= one.most())
                && isPaid(chosen);
    }

    /**
     * {@return the options with the most worth for their cost first; those that cost nothing before all}
     *
     * @param costs by the number of the option
     */
    public List<Integer> byWorthForCost(List<Long> costs) {
        return IntStream.range(0, size())
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> -(double) worths.get(i) / Math.max(1e-9, costs.get(i)))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }
}
