package dev.winnow.analysis.weights;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The range of weights of one criterion, with all others unchanged, that leave a result the same. Both ends are
 * included; they are rounded inwards to six decimals. Weights are above 0, so an interval without a lower end begins at
 * {@link #LEAST}.
 *
 * @param criterion the criterion
 * @param weight its weight in the pack, among the criteria of its side
 * @param from the smallest weight with the same result
 * @param to the largest weight with the same result; null if there is none
 * @param below the result below {@code from}: a verdict, or the first project; null if nothing changes, however small
 *     the weight
 * @param above the result above {@code to}; null if nothing changes, however large the weight
 * @param least the smallest weight that the pack's order of importance allows
 * @param most the largest weight that the order allows; null if there is none
 */
public record WeightInterval(
        String criterion,
        BigDecimal weight,
        BigDecimal from,
        @Nullable BigDecimal to,
        @Nullable String below,
        @Nullable String above,
        BigDecimal least,
        @Nullable BigDecimal most) {

    /** A result is robust if it stays the same while any one weight is multiplied or divided by this factor. */
    public static final int BAND = 2;

    /** Minimum share of the sampled weightings for a robust result. */
    private static final BigDecimal OFTEN = new BigDecimal("0.95");

    /** The smallest weight in six decimals. */
    public static final BigDecimal LEAST = new BigDecimal("0.000001");

    /** Whether the result is the same at any weight between half and twice today's that the pack's order allows. */
    public boolean isRobust() {
        BigDecimal nearest = factor();
        return nearest == null || nearest.compareTo(BigDecimal.valueOf(BAND)) >= 0;
    }

    /** Whether the result changes below {@code from}, at weights that the order allows. */
    public boolean falls() {
        return below != null && from.compareTo(least) > 0;
    }

    /** Whether the result changes above {@code to}, at weights that the order allows. */
    public boolean rises() {
        return above != null && to != null && (most == null || to.compareTo(most) < 0);
    }

    /** Whether the lower end is the nearer one, among the ends that the order allows. */
    public boolean isNearerBelow() {
        BigDecimal down = down();
        BigDecimal up = up();
        return down != null && (up == null || down.compareTo(up) <= 0);
    }

    /**
     * The factor, at least 1, by which the weight must grow or shrink to change the result; null if no weight changes
     * it.
     */
    private @Nullable BigDecimal factor() {
        return isNearerBelow() ? down() : up();
    }

    private @Nullable BigDecimal down() {
        return falls() ? weight.divide(from, MathContext.DECIMAL64) : null;
    }

    private @Nullable BigDecimal up() {
        return rises() && to != null ? to.divide(weight, MathContext.DECIMAL64) : null;
    }

    /** The interval with the nearest end that the order allows, the first among equals; empty if no end exists. */
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

    /** Whether a result stays the same at half and twice any one weight, and in most of the sampled weightings. */
    static boolean areRobust(List<WeightInterval> weights, @Nullable Estimate often) {
        return weights.stream().allMatch(WeightInterval::isRobust)
                && (often == null || often.share().compareTo(OFTEN) >= 0);
    }
}
