package dev.winnow.model.value;

import java.math.BigDecimal;

/**
 * A score from 0 to 100 as far as it is known: what is certain and what is possible, in millionths.
 *
 * @param low what it is at least
 * @param high what it is at most
 */
public record ScoreInterval(BigDecimal low, BigDecimal high) {

    public ScoreInterval {
        if (low.compareTo(high) > 0) {
            throw new IllegalArgumentException("low " + low + " exceeds high " + high);
        }
    }
}
