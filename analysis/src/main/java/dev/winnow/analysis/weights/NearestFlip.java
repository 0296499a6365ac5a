package dev.winnow.analysis.weights;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the weight that must change least, as a multiple of itself, to change a result. */
final class NearestFlip {

    private NearestFlip() {}

    /** From this part of the sampled weightings on, something is robust. */
    static final BigDecimal OFTEN = new BigDecimal("0.95");

    /** The interval with the nearest end that the order allows, the first among equals; empty if none has one. */
    static Optional<WeightInterval> nearest(List<WeightInterval> weights) {
        WeightInterval nearest = null;
        BigDecimal least = null;
        for (WeightInterval one : weights) {
            BigDecimal factor = one.factor();
            if (factor != null && (least == null || factor.compareTo(least) < 0)) {
                nearest = one;
                least = factor;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** Whether nothing changes at half or twice any one weight, nor in most of the sampled weightings. */
    static boolean isRobust(List<WeightInterval> weights, @Nullable Estimate often) {
        return weights.stream().allMatch(WeightInterval::isRobust)
                && (often == null || often.share().compareTo(OFTEN) >= 0);
    }
}
