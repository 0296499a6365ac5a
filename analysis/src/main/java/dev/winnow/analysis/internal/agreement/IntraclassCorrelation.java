package dev.winnow.analysis.internal.agreement;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The intraclass correlation of assessors who are a sample of possible assessors and all judge the same projects:
 * ICC(2,1) and ICC(2,k) of P. Shrout and J. Fleiss, Intraclass Correlations, 1979.
 *
 * @param single the reliability of the judgement of one assessor
 * @param ofSingle its interval
 * @param mean the reliability of the mean of all assessors
 * @param ofMean its interval
 * @param projects number of projects that all assessors judged; others do not count
 */
public record IntraclassCorrelation(double single, Interval ofSingle, double mean, Interval ofMean, int projects) {

    private static final double UPPER = 0.975;

    /** Returns the correlation; null with fewer than two such projects or assessors, or without any difference. */
    static @Nullable IntraclassCorrelation of(Ratings ratings) {
        List<double[]> rows = ratings.rows().stream()
                .filter(row -> row.stream().noneMatch(Objects::isNull))
                .map(row -> row.stream()
                        .filter(Objects::nonNull)
                        .mapToDouble(Double::doubleValue)
                        .toArray())
                .toList();
        int projects = rows.size();
        int assessors = projects == 0 ? 0 : rows.get(0).length;
        boolean differ =
                rows.stream().flatMapToDouble(Arrays::stream).distinct().count() > 1;
        if (projects < 2 || assessors < 2 || !differ) {
            return null;
        }
        double[] ofProject = new double[projects];
        double[] ofAssessor = new double[assessors];
        double mean = 0;
        for (int i = 0; i < projects; i++) {
            for (int j = 0; j < assessors; j++) {
                double value = rows.get(i)[j];
                ofProject[i] += value / assessors;
                ofAssessor[j] += value / projects;
                mean += value / projects / assessors;
            }
        }
        double error = 0;
        for (int i = 0; i < projects; i++) {
            for (int j = 0; j < assessors; j++) {
                double rest = rows.get(i)[j] - ofProject[i] - ofAssessor[j] + mean;
                error += rest * rest;
            }
        }
        error /= (projects - 1.0) * (assessors - 1.0);
        double betweenProjects = assessors * squares(ofProject, mean) / (projects - 1.0);
        double betweenAssessors = projects * squares(ofAssessor, mean) / (assessors - 1.0);
        double bias = (betweenAssessors - error) / projects;
        double ofOne = betweenProjects + (assessors - 1.0) * error + assessors * bias;
        double ofMean = betweenProjects + bias;
        if (ofOne <= 0 || ofMean <= 0) {
            return null;
        }
        double single = (betweenProjects - error) / ofOne;
        Interval interval = interval(single, projects, assessors, betweenProjects, betweenAssessors, error);
        return new IntraclassCorrelation(
                single,
                interval,
                (betweenProjects - error) / ofMean,
                new Interval(ofMean(interval.low(), assessors), ofMean(interval.high(), assessors)),
                projects);
    }

    /**
     * The interval of ICC(2,1), there ICC(A,1), by the F distribution, with degrees of freedom by Satterthwaite: K. McGraw
     * and S. Wong, Forming Inferences About Some Intraclass Correlation Coefficients, Psychological Methods 1, 1996,
     * table 7.
     */
    private static Interval interval(
            double single, int projects, int assessors, double ofProjects, double ofAssessors, double error) {
        double n = projects;
        double k = assessors;
        if (single >= 1 || error <= 0) {
            return new Interval(single, 1);
        }
        double odds = single / (n * (1 - single));
        double ofBias = k * odds * ofAssessors;
        double ofError = (1 + k * odds * (n - 1)) * error;
        double freedom = (ofBias + ofError)
                * (ofBias + ofError)
                / (ofBias * ofBias / (k - 1) + ofError * ofError / ((n - 1) * (k - 1)));
        double rest = k * ofAssessors + (k * n - k - n) * error;
        double below = FDistribution.quantile(UPPER, n - 1, freedom);
        double above = FDistribution.quantile(UPPER, freedom, n - 1);
        return new Interval(
                n * (ofProjects - below * error) / (below * rest + n * ofProjects),
                n * (above * ofProjects - error) / (rest + n * above * ofProjects));
    }

    /**
     * The reliability of a mean of judgements, from that of one (C. Spearman, W. Brown, 1910); at least -1, as beyond that
     * the figure has no meaning.
     */
    private static double ofMean(double single, int assessors) {
        double below = 1 + (assessors - 1) * single;
        return below <= 0 ? -1 : Math.max(-1, assessors * single / below);
    }

    private static double squares(double[] means, double mean) {
        double sum = 0;
        for (double one : means) {
            sum += (one - mean) * (one - mean);
        }
        return sum;
    }
}
