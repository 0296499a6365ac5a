package dev.winnow.engine.internal.evaluate;

import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Figure;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * The interval of a count or sum, or of a row's contribution to it.
 *
 * @param low the lower bound
 * @param high the upper bound; unbounded if a list may be incomplete
 */
public record Interval(Amount low, Amount high) {

    private static final Interval UNKNOWN = new Interval(Amount.ZERO, Amount.UNBOUNDED);

    /** The interval of a figure; from zero to unbounded if it is unknown. */
    public static Interval of(@Nullable Figure figure) {
        return figure == null ? UNKNOWN : new Interval(figure.low(), figure.high());
    }

    /** Adds up the rows of a list. A row counts certainly or possibly, depending on the truth of its conditions. */
    public static final class Sum {

        private final Amount.Sum low = new Amount.Sum(RoundingMode.DOWN);
        private final Amount.Sum high = new Amount.Sum(RoundingMode.UP);

        /** Adds a row: to the lower bound if it certainly counts, to the upper bound if it possibly counts. */
        public void add(Truth counts, Interval amount) {
            if (counts == Truth.NO) {
                return;
            }
            if (counts == Truth.YES) {
                low.add(amount.low);
            }
            high.add(amount.high);
        }

        /** Returns the sum and starts the next one. */
        public Interval taken() {
            return new Interval(low.taken(), high.taken());
        }
    }
}
