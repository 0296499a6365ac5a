package dev.winnow.portfolio.selection;

import dev.winnow.model.source.Message;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A constraint on a set: the sum of the weights of its options lies within bounds. Weights are whole numbers, so that
 * the decision is exact.
 *
 * @param label its description, for people
 * @param weights by number of the option; 0 for other options
 * @param least the minimum sum; null for none
 * @param most the maximum sum; null for none
 */
public record Constraint(
        Message label,
        Map<Integer, Long> weights,
        @Nullable Long least,
        @Nullable Long most) {

    public Constraint {
        weights = new TreeMap<>(weights);
    }

    /**
     * {@return a constraint with a maximum sum}
     *
     * @param label its description, for people
     * @param weights by number of the option; 0 for other options
     * @param most the maximum sum
     */
    public static Constraint atMost(Message label, Map<Integer, Long> weights, long most) {
        return new Constraint(label, weights, null, most);
    }

    /**
     * {@return a constraint with a minimum sum}
     *
     * @param label its description, for people
     * @param weights by number of the option; 0 for other options
     * @param least the minimum sum
     */
    public static Constraint atLeast(Message label, Map<Integer, Long> weights, long least) {
        return new Constraint(label, weights, least, null);
    }

    /** Excludes one set: at least one of the options differs from it. */
    public static Constraint anotherThan(Message label, BitSet chosen, int options) {
        Map<Integer, Long> weights = new TreeMap<>();
        for (int i = 0; i < options; i++) {
            weights.put(i, chosen.get(i) ? 1L : -1L);
        }
        return atMost(label, weights, chosen.cardinality() - 1L);
    }

    /** The sum of the weights of a set. */
    public long sum(BitSet chosen) {
        long sum = 0;
        for (Map.Entry<Integer, Long> one : weights.entrySet()) {
            sum = chosen.get(one.getKey()) ? Math.addExact(sum, one.getValue()) : sum;
        }
        return sum;
    }

    /** Whether a set satisfies the constraint. */
    public boolean allows(BitSet chosen) {
        long sum = sum(chosen);
        return (least == null || sum >= least) && (most == null || sum <= most);
    }
}
