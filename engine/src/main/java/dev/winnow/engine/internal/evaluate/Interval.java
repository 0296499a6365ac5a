package dev.winnow.engine.internal.evaluate;

import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Figure;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * The interval of a count or sum, or of what a row adds to it.
 *
 * @param low at least
 * @param high at most; unbounded if a list may hold more
 */
public record Interval(Amount low, Amount high) {

    private static final Interval UNKNOWN = new Interval(Amount.ZERO, Amount.UNBOUNDED);

    /** The interval of a figure; from zero without bound if it is unknown. */
    public static Interval of(@Nullable Figure figure) {
        return figure == null ? UNKNOWN : new Interval(figure.low(), figure.high());
    }

    /** Adds up the rows of a list, of which each counts as far as it meets the conditions. */
    public static final class Sum {

        private final Amount.Sum low = new Amount.Sum(RoundingMode.DOWN);
        private final Amount.Sum high = new Amount.Sum(RoundingMode.UP);

        /** Adds a row: to the least if it certainly counts, to the most if it possibly does. */
        public void add(Truth counts, Interval amount) {
            if (counts == Truth.NO) {
                return;
            }
            if (counts == Truth.YES) {
                low.add(amount.low);
            }
            high.add(amount.high);
        }

        /** The sum of all rows, after which the next one begins. */
        public Interval taken() {
            return new Interval(low.taken(), high.taken());
        }
    }
}
