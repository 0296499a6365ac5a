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
 * @param mean the reliability of the mean of all assessors
 * @param projects number of projects that all assessors judged; others do not count
 */
public record IntraclassCorrelation(double single, double mean, int projects) {

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
        return new IntraclassCorrelation(
                (betweenProjects - error) / ofOne, (betweenProjects - error) / ofMean, projects);
    }

    private static double squares(double[] means, double mean) {
        double sum = 0;
        for (double one : means) {
            sum += (one - mean) * (one - mean);
        }
        return sum;
    }
}
