package dev.winnow.analysis.internal.agreement;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Krippendorff's α: 1 minus the observed disagreement divided by the disagreement expected by chance. Projects judged by
 * fewer than two assessors do not count. Source: K. Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011.
 */
final class Alpha {

    private final Ratings.Difference difference;

    /** The distinct values, ascending. */
    private final double[] values;

    /** The number of judgements of each project with each value; none for a project that does not count. */
    private final double[][] rows;

    private Alpha(Ratings ratings) {
        difference = ratings.difference();
        List<double[]> paired = ratings.rows().stream()
                .map(row -> row.stream()
                        .filter(Objects::nonNull)
                        .mapToDouble(Double::doubleValue)
                        .toArray())
                .map(row -> row.length > 1 ? row : new double[0])
                .toList();
        values = paired.stream()
                .flatMapToDouble(Arrays::stream)
                .sorted()
                .distinct()
                .toArray();
        rows = new double[paired.size()][values.length];
        for (int i = 0; i < rows.length; i++) {
            for (double value : paired.get(i)) {
                rows[i][Arrays.binarySearch(values, value)]++;
            }
        }
    }

    /** Returns α; null if no two assessors judged the same project, or all judgements are equal. */
    static @Nullable Double of(Ratings ratings) {
        double alpha = new Alpha(ratings).without(-1);
        return Double.isNaN(alpha) ? null : alpha;
    }

    /** Returns α without each project in turn; not a number where it is undefined. */
    static double[] withoutEach(Ratings ratings) {
        Alpha alpha = new Alpha(ratings);
        return IntStream.range(0, alpha.rows.length).mapToDouble(alpha::without).toArray();
    }

    private double without(int project) {
        double[] counts = new double[values.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; i != project && j < counts.length; j++) {
                counts[j] += rows[i][j];
            }
        }
        double[][] distances = distances(counts);
        double expected = weighted(distances, counts);
        double observed = 0;
        for (int i = 0; i < rows.length; i++) {
            double size = Arrays.stream(rows[i]).sum();
            observed += i == project || size == 0 ? 0 : weighted(distances, rows[i]) / (size - 1);
        }
        return expected == 0
                ? Double.NaN
                : 1 - observed * (Arrays.stream(counts).sum() - 1) / expected;
    }

    /** Returns the sum of the distances over all ordered pairs of judgements. */
    private static double weighted(double[][] distances, double[] counts) {
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < counts.length; j++) {
                sum += counts[i] * counts[j] * distances[i][j];
            }
        }
        return sum;
    }

    private double[][] distances(double... counts) {
        double[][] distances = new double[values.length][values.length];
        for (int i = 0; i < values.length; i++) {
            double between = counts[i] / 2;
            for (int j = i + 1; j < values.length; j++) {
                between += j == i + 1 ? 0 : counts[j - 1];
                double root = switch (difference) {
                    case NOMINAL -> 1;
                    case ORDINAL -> between + counts[j] / 2;
                    case INTERVAL -> values[j] - values[i];
                };
                distances[i][j] = root * root;
                distances[j][i] = distances[i][j];
            }
        }
        return distances;
    }
}
