package dev.winnow.analysis.internal.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Krippendorff's α: 1 minus the observed disagreement divided by the disagreement expected by chance. Projects judged by
 * fewer than two assessors do not count. Source: K. Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011.
 */
final class Alpha {

    private final Ratings.Difference difference;

    /** The distinct values, ascending. */
    private final double[] values;

    /** The number of judgements with each value. */
    private final double[] counts;

    private Alpha(Ratings.Difference difference, SortedMap<Double, Integer> counted) {
        this.difference = difference;
        values = counted.keySet().stream().mapToDouble(Double::doubleValue).toArray();
        counts = counted.values().stream().mapToDouble(Integer::doubleValue).toArray();
    }

    /** Returns α; null if no two assessors judged the same project, or all judgements are equal. */
    static @Nullable Double of(Ratings ratings) {
        List<List<Double>> rows = new ArrayList<>();
        SortedMap<Double, Integer> counted = new TreeMap<>();
        for (List<@Nullable Double> row : ratings.rows()) {
            List<Double> judged = row.stream().filter(Objects::nonNull).toList();
            if (judged.size() > 1) {
                rows.add(judged);
                judged.forEach(value -> counted.merge(value, 1, Integer::sum));
            }
        }
        return counted.size() < 2 ? null : new Alpha(ratings.difference(), counted).compute(rows);
    }

    private double compute(List<List<Double>> rows) {
        double[][] distances = distances();
        double expected = weighted(distances, counts);
        double observed = 0;
        double total = 0;
        for (List<Double> row : rows) {
            double[] inRow = new double[values.length];
            for (double value : row) {
                inRow[index(value)]++;
            }
            observed += weighted(distances, inRow) / (row.size() - 1);
            total += row.size();
        }
        return 1 - observed * (total - 1) / expected;
    }

    private int index(double value) {
        return Arrays.binarySearch(values, value);
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

    private double[][] distances() {
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
