package dev.winnow.analysis.internal.agreement;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The agreement of assessors on one or several facts. Judgements count only in pairs: those of a project whose fact at
 * least two assessors judged. With several facts, α is the mean of theirs, weighted by their numbers of such judgements:
 * scales of different facts are never mixed.
 *
 * @param ratings number of judgements
 * @param pairable number of judgements that count
 * @param projects number of projects with such judgements
 * @param assessors number of assessors who gave such judgements
 * @param alpha Krippendorff's α: 1 is full agreement, 0 as much as by chance; null if undefined, because no
 *     project has two judgements, or because all judgements are equal
 * @param interval the 95 % interval of α; null if it is withheld
 * @param withheld the reason why there is no interval; null if there is one
 * @param withoutSpread number of samples without one project in which all judgements are equal, so that α is undefined
 * @param gwet Gwet's AC1; null if undefined, for answers with an order, and for several facts
 * @param ofGwet its 95 % interval; null if it is withheld
 * @param correlation the intraclass correlation; null if undefined, for answers without order, and for several facts
 */
public record Agreement(
        int ratings,
        int pairable,
        int projects,
        int assessors,
        @Nullable Double alpha,
        @Nullable Interval interval,
        @Nullable Withheld withheld,
        int withoutSpread,
        @Nullable Double gwet,
        @Nullable Interval ofGwet,
        @Nullable IntraclassCorrelation correlation) {

    /** Fewer projects say nothing about agreement. */
    public static final int FEWEST_PROJECTS = 5;

    /** Fewer assessors say nothing about agreement. */
    public static final int FEWEST_ASSESSORS = 3;

    /** With fewer projects, intervals contain the true figure too rarely; measured in {@code bench/README.md}. */
    public static final int FEWEST_FOR_INTERVAL = 10;

    /** If a larger share of the judgements are equal, intervals contain the true figure too rarely. */
    public static final double MOST_PREVAILING = 0.75;

    /** The least measured coverage of the intervals of α, in percent, as in {@code bench/README.md}. */
    public static final int COVERAGE = 90;

    /** Decimals of all figures. */
    public static final int DECIMALS = 4;

    /** The reason why α has no interval. */
    public enum Withheld {
        /** α is undefined. */
        UNDEFINED,
        /** There are fewer than {@link Agreement#FEWEST_FOR_INTERVAL} projects. */
        FEW_PROJECTS,
        /** Of the judgements of a fact, more than {@link Agreement#MOST_PREVAILING} are equal. */
        ONE_PREVAILS,
        /** Without one of the projects, α is the same, or undefined. */
        NO_SPREAD
    }

    /** Whether there are enough projects and assessors for figures to say anything. */
    public boolean isEnough() {
        return projects >= FEWEST_PROJECTS && assessors >= FEWEST_ASSESSORS;
    }

    /**
     * Computes the agreement.
     *
     * @param facts the judgements per fact, all with the same projects in the same order; at least one
     */
    public static Agreement of(List<Ratings> facts) {
        int rows = facts.get(0).rows().size();
        if (facts.stream().anyMatch(fact -> fact.rows().size() != rows)) {
            throw new IllegalArgumentException("every fact needs a row per project");
        }
        Ratings only = facts.get(0);
        boolean nominal = only.difference() == Ratings.Difference.NOMINAL;
        BitSet projects = union(facts, Ratings::projects);
        Double alpha = alpha(facts);
        Double gwet = facts.size() == 1 && nominal ? Gwet.of(only) : null;
        Withheld withheld = alpha == null
                ? Withheld.UNDEFINED
                : projects.cardinality() < FEWEST_FOR_INTERVAL
                        ? Withheld.FEW_PROJECTS
                        : facts.stream().anyMatch(fact -> Alpha.of(fact) != null && fact.prevailing() > MOST_PREVAILING)
                                ? Withheld.ONE_PREVAILS
                                : null;
        double[] others = alpha == null ? new double[0] : without(facts, projects);
        Interval interval = withheld != null || alpha == null ? null : interval(facts, alpha, others);
        return new Agreement(
                facts.stream().mapToInt(Ratings::count).sum(),
                facts.stream().mapToInt(Ratings::pairable).sum(),
                projects.cardinality(),
                union(facts, Ratings::assessors).cardinality(),
                alpha,
                interval,
                withheld == null && interval == null ? Withheld.NO_SPREAD : withheld,
                (int) Arrays.stream(others).filter(Double::isNaN).count(),
                gwet,
                withheld != null || gwet == null
                        ? null
                        : interval(
                                facts,
                                gwet,
                                projects.stream()
                                        .mapToDouble(project -> number(Gwet.of(only.without(project))))
                                        .toArray()),
                facts.size() > 1 || nominal ? null : IntraclassCorrelation.of(only));
    }

    private static BitSet union(List<Ratings> facts, Function<Ratings, BitSet> of) {
        BitSet all = new BitSet();
        facts.forEach(fact -> all.or(of.apply(fact)));
        return all;
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

    /** α without each project in turn; not a number where it is undefined. */
    private static double[] without(List<Ratings> facts, BitSet projects) {
        double[] sums = new double[facts.get(0).rows().size()];
        double[] weights = new double[sums.length];
        for (Ratings fact : facts) {
            double[] alphas = Alpha.withoutEach(fact);
            int pairable = fact.pairable();
            for (int i = 0; i < sums.length; i++) {
                int others = pairable - fact.pairable(i);
                sums[i] += Double.isNaN(alphas[i]) ? 0 : alphas[i] * others;
                weights[i] += Double.isNaN(alphas[i]) ? 0 : others;
            }
        }
        return projects.stream()
                .mapToDouble(project -> sums[project] / weights[project])
                .toArray();
    }

    private static double number(@Nullable Double coefficient) {
        return coefficient == null ? Double.NaN : coefficient;
    }

    private static @Nullable Interval interval(List<Ratings> facts, double coefficient, double[] others) {
        double judged =
                facts.stream().mapToInt(fact -> fact.projects().cardinality()).sum();
        return Interval.jackknife(
                coefficient, others, facts.stream().mapToInt(Ratings::pairable).sum() / judged);
    }
}
