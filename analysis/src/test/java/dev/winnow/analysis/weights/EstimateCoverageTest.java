package dev.winnow.analysis.weights;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How often the share among all weightings lies within one and within three errors of that among sampled ones, by the
 * binomial distribution: for shares of leading and of standing verdicts of 0.01 % to 99.99 %.
 */
class EstimateCoverageTest {

    private static final double[] SHARES = {
        0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.2, 0.5, 0.7, 0.9, 0.97, 0.99, 0.997, 0.999, 0.9997, 0.9999
    };

    @ParameterizedTest
    @ValueSource(ints = {200, 1_000, 10_000})
    void theTrueShareIsWithinThreeErrors(int samples) {
        double least = 1;
        double sum = 0;
        double once = 0;
        for (double share : SHARES) {
            double covered = coverage(samples, share, 3);
            least = Math.min(least, covered);
            sum += covered / SHARES.length;
            once += coverage(samples, share, 1) / SHARES.length;
        }
        if (Boolean.getBoolean("winnow.thorough")) {
            System.out.printf(
                    "Within three errors, %d weightings: %.2f %% (least %.2f %%); within one: %.1f %%%n",
                    samples, 100 * sum, 100 * least, 100 * once);
        }
        assertThat(least).isGreaterThan(0.98);
    }

    private static double coverage(int samples, double share, int errors) {
        double covered = 0;
        double logarithm = samples * Math.log1p(-share);
        for (int times = 0; times <= samples; times++) {
            double chance = Math.exp(logarithm);
            if (chance > 1e-12) {
                Estimate one = Estimate.of(times, samples);
                double difference = Math.abs(one.share().doubleValue() - share);
                covered += difference <= errors * one.error().doubleValue() ? chance : 0;
            }
            logarithm += Math.log((samples - times) / (times + 1.0)) + Math.log(share) - Math.log1p(-share);
        }
        return covered;
    }
}
