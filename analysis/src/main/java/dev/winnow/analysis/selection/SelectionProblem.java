package dev.winnow.analysis.selection;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
        return Payment.covers(sources, chosen);
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
}
