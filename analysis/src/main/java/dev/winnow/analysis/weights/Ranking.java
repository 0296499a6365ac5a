package dev.winnow.analysis.weights;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far the ranking of one city and day depends on the weights.
 *
 * @param city the city's id
 * @param asOf the day
 * @param samples how many weightings were sampled; 0 for none
 * @param seed the seed of the sample: the same seed gives the same sample
 * @param settled whether no unknown fact can put another first
 * @param weights for each criterion, in the order of the pack, the weights at which the first stays the first
 * @param tied the ids of the projects that share the first rank; empty if one has it alone
 * @param standings the candidates, by rank; never empty. Of a screening they are computed when one is first read
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
     * Who ranks first.
     *
     * @param project its id
     * @param first how often it is first in the sampled weightings; null if none were sampled
     */
    public record Leader(String project, @Nullable Estimate first) {}

    /** Whether one candidate alone ranks first. */
    public boolean hasFirst() {
        return tied.isEmpty();
    }

    /** Who ranks first, and how often; of a screening it is computed without the standings. */
    public Leader leader() {
        return Standings.leader(standings);
    }

    /** The candidate that ranks first. */
    public CandidateRobustness first() {
        return standings.get(0);
    }

    /**
     * Whether the first place stands at half and at twice any one weight, as far as the order allows, and in at least 95 % of the
     * sampled weightings. Unknown facts may put another first all the same, unless it is {@link #settled}.
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
