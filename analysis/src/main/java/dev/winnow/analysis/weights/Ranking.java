package dev.winnow.analysis.weights;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Dependence of the ranking of one city and day on the weights.
 *
 * @param city the city's id
 * @param asOf the day
 * @param samples the number of sampled weightings; 0 for none
 * @param seed the seed of the sample: the same seed gives the same sample
 * @param settled whether no unknown fact can put another candidate first
 * @param weights for each criterion, in the order of the pack, the weights with the same first candidate
 * @param tied the ids of the projects that share the first rank; empty if only one has it
 * @param standings the candidates, by rank; never empty. The standings of a screening are computed on first access
 */
public record Ranking(
        String city,
        LocalDate asOf,
        int samples,
        long seed,
        boolean settled,
        List<WeightInterval> weights,
        List<String> tied,
        List<CandidateRobustness> standings) {

    public Ranking {
        weights = List.copyOf(weights);
        tied = List.copyOf(tied);
        standings = standings instanceof Standings ? standings : List.copyOf(standings);
        if (standings.isEmpty()) {
            throw new IllegalArgumentException("a ranking needs a candidate");
        }
    }

    /**
     * The candidate that ranks first.
     *
     * @param project the project's id
     * @param first how often it ranks first in the sampled weightings; null if none were sampled
     */
    public record Leader(String project, @Nullable Estimate first) {}

    /** Whether a single candidate ranks first. */
    public boolean hasFirst() {
        return tied.isEmpty();
    }

    /** The first candidate, and how often it ranks first; computed without the standings. */
    public Leader leader() {
        return Standings.leader(standings);
    }

    /** The robustness of the first candidate. */
    public CandidateRobustness first() {
        return standings.get(0);
    }

    /**
     * Whether the first place stays the same at half and at twice any one weight, as far as the order allows, and in at
     * least 95 % of the sampled weightings. Unknown facts may still put another candidate first, unless the place is
     * {@link #settled}.
     */
    public boolean isRobust() {
        return WeightInterval.areRobust(weights, leader().first());
    }

    /**
     * The weight on which the first place depends most: the one that must move least. Empty if no single weight changes
     * it.
     */
    public Optional<WeightInterval> dependsOn() {
        return WeightInterval.nearest(weights);
    }

    /** The robustness of a project; null if it is not in this ranking. */
    public @Nullable CandidateRobustness standing(String project) {
        return standings.stream()
                .filter(one -> one.project().equals(project))
                .findFirst()
                .orElse(null);
    }
}
