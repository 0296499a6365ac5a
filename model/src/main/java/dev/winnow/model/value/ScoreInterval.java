package dev.winnow.model.value;

import java.math.BigDecimal;

/**
 * A score from 0 to 100 as far as it is known: its certain and its possible value, in millionths.
 *
 * @param low its certain value, a lower bound
 * @param high its possible value, an upper bound
 */
public record ScoreInterval(BigDecimal low, BigDecimal high) {

    public ScoreInterval {
        if (low.compareTo(high) > 0) {
            throw new IllegalArgumentException("low " + low + " exceeds high " + high);
        }
    }
}
