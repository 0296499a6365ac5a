package dev.winnow.analysis.internal.backtest;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The mean squared difference between forecast probabilities and outcomes of 0 or 1 (G. W. Brier, Monthly Weather
 * Review 78, 1950, for one of two complementary classes). 0 is best; always forecasting one half scores 0.25.
 */
final class BrierScore {

    private double sum;
    private int forecasts;

    /** Adds a forecast probability with its outcome. */
    BrierScore add(double probability, boolean happened) {
        double error = probability - (happened ? 1 : 0);
        sum += error * error;
        forecasts++;
        return this;
    }

    /** The score; null without forecasts. */
    @Nullable
    BigDecimal score() {
        return forecasts == 0 ? null : Proportion.rounded(sum / forecasts);
    }
}
