package dev.winnow.portfolio.selection;

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
 * Options from which to choose the set with the highest worth. Immutable.
 *
 * @param worths the worth of each option alone, in millionths of a point
 * @param together joint values of several options
 * @param constraints the constraints of the set
 * @param sources the sources that can pay
 */
public record SelectionProblem(
        List<Long> worths, List<JointValue> together, List<Constraint> constraints, Sources sources) {

    /**
     * The value of several options together, in addition to their own; below 0 if they obstruct each other.
     *
     * @param options their numbers, at least two
     * @param worth in millionths of a point
     */
    public record JointValue(Set<Integer> options, long worth) {

        public JointValue {
            options = new TreeSet<>(options);
            if (options.size() < 2) {
                throw new IllegalArgumentException("a joint value needs at least two options");
            }
        }

        /** Whether a set contains all of the options. */
        public boolean isWithin(BitSet chosen) {
            return options.stream().allMatch(chosen::get);
        }
    }

    public SelectionProblem {
        worths = List.copyOf(worths);
        together = List.copyOf(together);
        constraints = List.copyOf(constraints);
    }

    /** Number of options. */
    public int size() {
        return worths.size();
    }

    /** The worth of a set, in millionths of a point. */
    public long worth(BitSet chosen) {
        long alone = chosen.stream().mapToLong(worths::get).sum();
        return alone
                + together.stream()
                        .filter(one -> one.isWithin(chosen))
                        .mapToLong(JointValue::worth)
                        .sum();
    }

    /** Whether a set satisfies all constraints and can be paid for. */
    public boolean allows(BitSet chosen) {
        return constraints.stream().allMatch(one -> one.allows(chosen)) && isPaid(chosen);
    }

    /** Whether the sources can pay for a set. */
    public boolean isPaid(BitSet chosen) {
        return sources.cover(chosen);
    }

    /** Copies the problem with a further constraint. */
    public SelectionProblem with(Constraint more) {
        List<Constraint> all = new ArrayList<>(constraints);
        all.add(more);
        return new SelectionProblem(worths, together, all, sources);
    }

    /** Copies the problem with other constraints. */
    public SelectionProblem within(List<Constraint> others) {
        return new SelectionProblem(worths, together, others, sources);
    }

    /** Copies the problem with other worths. */
    public SelectionProblem worth(List<Long> others, List<JointValue> besides) {
        return new SelectionProblem(others, besides, constraints, sources);
    }

    /** Assigns weight 1 to each of some options. */
    public static Map<Integer, Long> each(IntStream options) {
        return options.boxed().collect(Collectors.toMap(one -> one, one -> 1L));
    }

    /**
     * {@return the set chosen by reading down a ranking and taking every option that still fits; null if it breaks a
     * constraint}
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

    /** Ignores lower bounds, which later options may still reach. */
    private boolean exceedsNothing(BitSet chosen) {
        return constraints.stream().allMatch(one -> one.most() == null || one.sum(chosen) <= one.most())
                && isPaid(chosen);
    }

    /**
     * {@return the options by worth per cost, highest first; options without a cost come before all others}
     *
     * @param costs by number of the option
     */
    public List<Integer> byWorthForCost(List<Long> costs) {
        return IntStream.range(0, size())
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> -(double) worths.get(i) / Math.max(1e-9, costs.get(i)))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }
}
