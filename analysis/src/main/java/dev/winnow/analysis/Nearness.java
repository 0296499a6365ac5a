package dev.winnow.analysis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which weight must move least, as a multiple of itself, for something else to be said. */
final class Nearness {

    private Nearness() {}

    /** The interval with the nearest end, the first among equals; empty if all are robust. */
    static Optional<WeightInterval> nearest(List<WeightInterval> weights) {
        WeightInterval nearest = null;
        BigDecimal least = null;
        for (WeightInterval one : weights) {
            BigDecimal factor = factor(one);
            if (factor != null && (least == null || factor.compareTo(least) < 0)) {
                nearest = one;
                least = factor;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** By how many times the weight must grow or shrink, from 1; null if it is robust. */
    private static @Nullable BigDecimal factor(WeightInterval one) {
        BigDecimal down = one.fall()
                .map(from -> one.weight().divide(from, MathContext.DECIMAL64))
                .orElse(null);
        BigDecimal up = one.rise()
                .map(to -> to.divide(one.weight(), MathContext.DECIMAL64))
                .orElse(null);
        return down == null ? up : up == null ? down : down.min(up);
    }
}
