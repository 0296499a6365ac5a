package dev.winnow.analysis.internal.selection;

import dev.winnow.model.source.Message;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a set must keep to: the sum of the weights of its options lies within bounds. Weights are whole numbers, so that it is
 * decided exactly.
 *
 * @param label what it says, for people
 * @param weights by the number of the option; of the others 0
 * @param least the lowest sum; null for none
 * @param most the highest sum; null for none
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
     * {@return what the weights of a set add up to, at most}
     *
     * @param label what it says, for people
     * @param weights by the number of the option; of the others 0
     * @param most the highest sum
     */
    public static Constraint atMost(Message label, Map<Integer, Long> weights, long most) {
        return new Constraint(label, weights, null, most);
    }

    /**
     * {@return what the weights of a set add up to, at least}
     *
     * @param label what it says, for people
     * @param weights by the number of the option; of the others 0
     * @param least the lowest sum
     */
    public static Constraint atLeast(Message label, Map<Integer, Long> weights, long least) {
        return new Constraint(label, weights, least, null);
    }

    /** At least one of so many options is in or out otherwise than in a set. */
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

    /** Whether a set keeps to it. */
    public boolean allows(BitSet chosen) {
        long sum = sum(chosen);
        return (least == null || sum >= least) && (most == null || sum <= most);
    }
}
