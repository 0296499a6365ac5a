package dev.winnow.analysis.weights;

import dev.winnow.model.result.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Dependence of one candidate's verdict and rank on the weights.
 *
 * @param project the project's id
 * @param rank its rank with the pack's weights
 * @param verdict its verdict with the pack's weights
 * @param possible the verdicts that full knowledge could still bring with the pack's weights
 * @param weights for each criterion, in the order of the pack, the weights with the same verdict
 * @param acceptability its results with sampled weightings; null if none were sampled
 */
public record CandidateRobustness(
        String project,
        int rank,
        Verdict verdict,
        Set<Verdict> possible,
        List<WeightInterval> weights,
        @Nullable Acceptability acceptability) {

    public CandidateRobustness {
        weights = List.copyOf(weights);
    }

    /**
     * Results of a candidate over all sampled weightings.
     *
     * @param first how often it ranks first
     * @param ranked how often it has its rank by the pack's weights
     * @param verdict how often it has its verdict by the pack's weights
     * @param best its best rank
     * @param worst its worst rank
     */
    public record Acceptability(Estimate first, Estimate ranked, Estimate verdict, int best, int worst) {}

    /**
     * Whether the verdict stays the same at half and at twice any one weight, as far as the order allows, and in at
     * least 95 % of the sampled weightings. Unknown facts may still change it, unless it {@link #isSettled}.
     */
    public boolean isRobust() {
        return WeightInterval.areRobust(weights, often());
    }

    /** Whether no unknown fact can change the verdict. */
    public boolean isSettled() {
        return possible.size() == 1;
    }

    /**
     * The weight on which the verdict depends most: the one that must move least. Empty if no single weight changes it.
     */
    public Optional<WeightInterval> dependsOn() {
        return WeightInterval.nearest(weights);
    }

    private @Nullable Estimate often() {
        Acceptability fared = acceptability;
        return fared == null ? null : fared.verdict();
    }
}
