package dev.winnow.analysis.internal.agreement;

import org.jspecify.annotations.Nullable;

/**
 * A 95 % interval.
 *
 * @param low the lower end
 * @param high the upper end
 */
public record Interval(double low, double high) {

    /** Keeps a figure from the ends of its scale, where its transform is infinite. */
    private static final double MARGIN = 1e-9;

    /**
     * Returns the interval of a coefficient of agreement, by the jackknife: the coefficient without each project in turn
     * (J. Tukey, 1958), with Student's t, on the scale on which the sampling error of an intraclass correlation depends
     * least on its size (R. Fisher, Statistical Methods for Research Workers, 1925, § 39).
     *
     * @param coefficient the coefficient with all projects, at most 1
     * @param without the coefficient without each project; not a number where it is undefined
     * @param perProject the mean number of judgements of a project, more than 1
     * @return null if a coefficient is undefined, or if all are equal
     */
    static @Nullable Interval jackknife(double coefficient, double[] without, double perProject) {
        int projects = without.length;
        double[] others = new double[projects];
        double mean = 0;
        for (int i = 0; i < projects; i++) {
            others[i] = transformed(without[i], perProject);
            mean += others[i] / projects;
        }
        double squares = 0;
        for (double one : others) {
            squares += (one - mean) * (one - mean);
        }
        double error = Math.sqrt(squares * (projects - 1.0) / projects);
        if (!(error > MARGIN)) {
            return null;
        }
        double middle = transformed(coefficient, perProject);
        double half = FDistribution.student(projects - 1.0) * error;
        return new Interval(restored(middle - half, perProject), restored(middle + half, perProject));
    }

    private static double transformed(double coefficient, double perProject) {
        double above = 1 + (perProject - 1) * coefficient;
        return Math.log(Math.max(above, MARGIN) / Math.max(1 - coefficient, MARGIN)) / 2;
    }

    private static double restored(double transformed, double perProject) {
        double ratio = Math.exp(2 * transformed);
        return Double.isInfinite(ratio) ? 1 : (ratio - 1) / (ratio + perProject - 1);
    }
}
