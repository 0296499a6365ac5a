package dev.winnow.analysis.weights;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The share of the sampled weightings in which a statement holds, with its standard error.
 *
 * @param share 0 to 1, six decimals
 * @param error its standard error, six decimals: the share among all weightings lies within three of them, almost surely
 */
public record Estimate(BigDecimal share, BigDecimal error) {

    private static final int PLACES = 6;

    static Estimate of(int times, int samples) {
        BigDecimal share = BigDecimal.valueOf(times).divide(BigDecimal.valueOf(samples), 12, RoundingMode.HALF_EVEN);
        BigDecimal variance = share.multiply(BigDecimal.ONE.subtract(share))
                .divide(BigDecimal.valueOf(samples), MathContext.DECIMAL64);
        return new Estimate(
                share.setScale(PLACES, RoundingMode.HALF_EVEN),
                variance.sqrt(MathContext.DECIMAL64).setScale(PLACES, RoundingMode.HALF_UP));
    }
}
