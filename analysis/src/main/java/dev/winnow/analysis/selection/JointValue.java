package dev.winnow.analysis.selection;

import java.util.BitSet;
import java.util.Set;
import java.util.TreeSet;

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
