package dev.winnow.analysis.internal.agreement;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * The agreement of assessors on one or several facts. With several facts, α is the mean of theirs, weighted by their
 * numbers of judgements of projects that at least two assessors judged: scales of different facts are never mixed.
 *
 * @param ratings number of judgements
 * @param projects number of judged projects
 * @param assessors number of assessors who judged
 * @param alpha Krippendorff's α: 1 is full agreement, 0 as much as by chance; null if undefined, because no
 *     project has two judgements, or because all judgements are equal
 * @param interval the range of α by bootstrap; null if α is undefined or too few resamples have one
 * @param correlation the intraclass correlation; null if undefined, for yes/no facts, and for several facts
 */
public record Agreement(
        int ratings,
        int projects,
        int assessors,
        @Nullable Double alpha,
        @Nullable Interval interval,
        @Nullable IntraclassCorrelation correlation) {

    /** Number of bootstrap samples, each of as many projects, drawn with replacement. */
    public static final int RESAMPLES = 2000;

    /** Fewer projects say nothing about agreement. */
    public static final int FEWEST_PROJECTS = 5;

    /** Fewer assessors say nothing about agreement. */
    public static final int FEWEST_ASSESSORS = 3;

    /**
     * The range in which the middle 95 % of the bootstrap samples lie.
     *
     * @param low the 2.5th percentile
     * @param high the 97.5th percentile
     */
    public record Interval(double low, double high) {}

    /** Whether there are enough projects and assessors for figures to say anything. */
    public boolean isEnough() {
        return projects >= FEWEST_PROJECTS && assessors >= FEWEST_ASSESSORS;
    }

    /**
     * Computes the agreement.
     *
     * @param facts the judgements per fact, all with the same projects in the same order; at least one
     * @param seed the seed of the bootstrap; equal seeds give equal intervals
     */
    public static Agreement of(List<Ratings> facts, long seed) {
        int rows = facts.get(0).rows().size();
        if (facts.stream().anyMatch(fact -> fact.rows().size() != rows)) {
            throw new IllegalArgumentException("every fact needs a row per project");
        }
        Double alpha = alpha(facts);
        Ratings only = facts.get(0);
        return new Agreement(
                facts.stream().mapToInt(Ratings::count).sum(),
                projects(facts),
                facts.stream().mapToInt(Ratings::assessors).max().orElse(0),
                alpha,
                alpha == null ? null : interval(facts, rows, seed),
                facts.size() > 1 || only.difference() == Ratings.Difference.NOMINAL
                        ? null
                        : IntraclassCorrelation.of(only));
    }

    private static int projects(List<Ratings> facts) {
        int projects = 0;
        for (int i = 0; i < facts.get(0).rows().size(); i++) {
            int at = i;
            projects +=
                    facts.stream().anyMatch(fact -> fact.rows().get(at).stream().anyMatch(Objects::nonNull)) ? 1 : 0;
        }
        return projects;
    }

    private static @Nullable Double alpha(List<Ratings> facts) {
        double sum = 0;
        int weight = 0;
        for (Ratings fact : facts) {
            Double alpha = Alpha.of(fact);
            if (alpha != null) {
                sum += alpha * fact.pairable();
                weight += fact.pairable();
            }
        }
        return weight == 0 ? null : sum / weight;
    }

    private static @Nullable Interval interval(List<Ratings> facts, int projects, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] alphas = new double[RESAMPLES];
        int defined = 0;
        for (int i = 0; i < RESAMPLES; i++) {
            int[] drawn = random.ints(projects, 0, projects).toArray();
            Double alpha = alpha(facts.stream().map(fact -> fact.drawn(drawn)).toList());
            if (alpha != null) {
                alphas[defined++] = alpha;
            }
        }
        if (defined < RESAMPLES / 2) {
            return null;
        }
        double[] sorted = Arrays.copyOf(alphas, defined);
        Arrays.sort(sorted);
        return new Interval(percentile(sorted, 0.025), percentile(sorted, 0.975));
    }

    /** Returns the smallest value that at least this part of the values does not exceed. */
    private static double percentile(double[] sorted, double part) {
        return sorted[Math.max(0, (int) Math.ceil(part * sorted.length) - 1)];
    }
}
