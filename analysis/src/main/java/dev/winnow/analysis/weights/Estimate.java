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

    /** With fewer weightings in which a statement holds, or does not hold, the plain standard error is too small. */
    private static final int FEW = 30;

    /**
     * Returns the estimate. Near 0 and 1, the error is that of two more weightings of each kind (A. Agresti and B. Coull,
     * The American Statistician 52, 1998), so a statement that never held in a sample is not certain never to hold.
     */
    static Estimate of(int times, int samples) {
        BigDecimal share = BigDecimal.valueOf(times).divide(BigDecimal.valueOf(samples), 12, RoundingMode.HALF_EVEN);
        int added = Math.min(times, samples - times) < FEW ? 2 : 0;
        BigDecimal counted = BigDecimal.valueOf(samples + 2L * added);
        BigDecimal centre = BigDecimal.valueOf(times + (long) added).divide(counted, 12, RoundingMode.HALF_EVEN);
        BigDecimal variance = centre.multiply(BigDecimal.ONE.subtract(centre)).divide(counted, MathContext.DECIMAL64);
        return new Estimate(
                share.setScale(PLACES, RoundingMode.HALF_EVEN),
                variance.sqrt(MathContext.DECIMAL64).setScale(PLACES, RoundingMode.HALF_UP));
    }
}
