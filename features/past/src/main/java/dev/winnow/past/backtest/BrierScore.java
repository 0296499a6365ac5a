package dev.winnow.past.backtest;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The mean squared difference between forecast probabilities and outcomes of 0 or 1 (G. W. Brier, Monthly Weather
 * Review 78, 1950, for one of two complementary classes). 0 is best; always forecasting one half scores 0.25. Its three
 * parts add up to it: reliability minus resolution plus uncertainty (A. Murphy, A New Vector Partition of the Probability
 * Score, Journal of Applied Meteorology 12, 1973).
 *
 * @param score the score
 * @param reliability how far forecasts are from the success rates of the groups that they are for; 0 is best. Where a
 *     group has several forecasts, it contains their spread too (D. Stephenson, C. Coelho and I. Jolliffe, Weather and
 *     Forecasting 23, 2008)
 * @param resolution how far the success rates of the groups are from that of all; large is best
 * @param uncertainty how uncertain the outcomes are: the score of forecasting the success rate of all
 */
public record BrierScore(BigDecimal score, BigDecimal reliability, BigDecimal resolution, BigDecimal uncertainty) {

    /** Counts forecasts. */
    static final class Sum {

        private static final class Group {
            private int forecasts;
            private int happened;
        }

        private final Map<String, Group> groups = new TreeMap<>();
        private double errors;

        /**
         * Adds a forecast probability with its outcome.
         *
         * @param group the name of the group that has this forecast
         */
        Sum add(String group, double probability, boolean happened) {
            double error = probability - (happened ? 1 : 0);
            errors += error * error;
            Group one = groups.computeIfAbsent(group, any -> new Group());
            one.forecasts++;
            one.happened += happened ? 1 : 0;
            return this;
        }

        /** The score; null without forecasts. */
        @Nullable
        BrierScore score() {
            int forecasts =
                    groups.values().stream().mapToInt(one -> one.forecasts).sum();
            if (forecasts == 0) {
                return null;
            }
            double rate = (double) groups.values().stream()
                            .mapToInt(one -> one.happened)
                            .sum()
                    / forecasts;
            double resolution = 0;
            for (Group one : groups.values()) {
                double difference = (double) one.happened / one.forecasts - rate;
                resolution += one.forecasts * difference * difference / forecasts;
            }
            double score = errors / forecasts;
            double uncertainty = rate * (1 - rate);
            return new BrierScore(
                    Proportion.rounded(score),
                    Proportion.rounded(Math.max(0, score - uncertainty + resolution)),
                    Proportion.rounded(resolution),
                    Proportion.rounded(uncertainty));
        }
    }
}
