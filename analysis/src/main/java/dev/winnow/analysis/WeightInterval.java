package dev.winnow.analysis;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far the weight of one criterion may move, all others staying as they are, before something else is said. Both ends
 * belong to it; they are rounded inwards to six decimals.
 *
 * @param criterion the criterion
 * @param weight its weight in the pack, among the criteria of its side
 * @param from the smallest weight at which the same is said
 * @param to the largest one; null if there is none
 * @param below what is said below {@code from}: a verdict, or the project that is first then; null if nothing changes down
 *     to 0
 * @param above what is said above {@code to}; null if nothing changes, however large the weight
 * @param least the smallest weight that the pack's order of importance allows
 * @param most the largest one; null if there is none
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

    /** A result is robust if it stands while any one weight is so many times as much, or as little. */
    public static final int BAND = 2;

    /** Whether the same is said at any weight from half of today's to twice of it that the pack's order allows. */
    public boolean isRobust() {
        return fall().isEmpty() && rise().isEmpty();
    }

    /** The weight below which something else is said, if it is more than half of today's and the order allows it. */
    public Optional<BigDecimal> fall() {
        BigDecimal half = weight.divide(BigDecimal.valueOf(BAND));
        boolean falls = below != null && from.compareTo(half) > 0 && from.compareTo(least) > 0;
        return falls ? Optional.of(from) : Optional.empty();
    }

    /** The weight above which something else is said, if it is less than twice today's and the order allows it. */
    public Optional<BigDecimal> rise() {
        BigDecimal end = to;
        if (above == null || end == null) {
            return Optional.empty();
        }
        boolean rises = end.compareTo(weight.multiply(BigDecimal.valueOf(BAND))) < 0
                && (most == null || end.compareTo(most) < 0);
        return rises ? Optional.of(end) : Optional.empty();
    }
}
