package dev.winnow.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The growth of a cost with a size: the power of the size that fits best, which is the slope of a regression line
 * through the logarithms of both. 1 is proportional, 0 constant, 2 quadratic.
 */
final class Exponent {

    private final List<Double> sizes = new ArrayList<>();
    private final List<Double> costs = new ArrayList<>();

    /**
     * Adds a measurement.
     *
     * @param size positive
     * @param cost positive
     */
    void add(double size, double cost) {
        sizes.add(Math.log(size));
        costs.add(Math.log(cost));
    }

    /** Returns the power that fits all sizes best, by least squares. */
    double overall() {
        return slope(0);
    }

    /** Returns the power between the two largest sizes, where constant costs matter least. */
    double last() {
        return slope(Math.max(0, sizes.size() - 2));
    }

    private double slope(int from) {
        double size = mean(sizes.subList(from, sizes.size()));
        double cost = mean(costs.subList(from, costs.size()));
        double together = 0;
        double square = 0;
        for (int i = from; i < sizes.size(); i++) {
            together += (sizes.get(i) - size) * (costs.get(i) - cost);
            square += (sizes.get(i) - size) * (sizes.get(i) - size);
        }
        return together / square;
    }

    private static double mean(List<Double> some) {
        return some.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    /** Returns both powers in words, or the remark that there are too few sizes. */
    String words() {
        return sizes.size() < 2
                ? "too few sizes"
                : String.format(Locale.ROOT, "**%.2f**, between the two largest %.2f", overall(), last());
    }
}
