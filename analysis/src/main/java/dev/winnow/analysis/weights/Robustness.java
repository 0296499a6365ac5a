package dev.winnow.analysis.weights;

import dev.winnow.engine.Evaluation;
import dev.winnow.engine.RulePack;
import dev.winnow.model.result.Assessment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far verdicts and rankings hang on the weights, which are the modeller's. No rule is run again: a side is linear in
 * its weights, so the ends of intervals are exact.
 *
 * @param rankings by city and day
 */
public record Robustness(List<Ranking> rankings) {

    /** The seed of samples where nobody asks for another. */
    public static final long SEED = 1;

    /** The most weightings that can be sampled. */
    public static final int MOST_SAMPLES = 1_000_000;

    public Robustness {
        rankings = List.copyOf(rankings);
    }

    /**
     * Finds out how far all that was screened hangs on the weights. Of rankings so long that it would take more than some
     * seconds, fewer weightings than 10,000 are sampled.
     *
     * @param pack what they were judged by
     * @param hearings all that was screened, as {@link dev.winnow.engine.Screener#evaluate} gives it
     */
    public static Robustness of(RulePack pack, List<Evaluation> hearings) {
        return of(pack, hearings, SEED);
    }

    /** The same from another seed. */
    public static Robustness of(RulePack pack, List<Evaluation> hearings, long seed) {
        return Weighting.of(pack, hearings, seed, Weighting.enough(hearings.size()));
    }

    /**
     * The same, with as many sampled weightings as somebody asks for.
     *
     * @param samples from 1 to {@link #MOST_SAMPLES}
     */
    public static Robustness of(RulePack pack, List<Evaluation> hearings, long seed, int samples) {
        if (samples < 1 || samples > MOST_SAMPLES) {
            throw new IllegalArgumentException("so many weightings cannot be sampled: " + samples);
        }
        return Weighting.of(pack, hearings, seed, samples);
    }

    /** The ranking that an assessment is in; null if it is in none. */
    public @Nullable Ranking ranking(Assessment assessment) {
        return rankings.stream()
                .filter(one ->
                        one.city().equals(assessment.city()) && one.asOf().equals(assessment.asOf()))
                .findFirst()
                .orElse(null);
    }

    /** How far an assessment hangs on the weights; null if it was not screened. */
    public @Nullable CandidateRobustness standing(Assessment assessment) {
        Ranking ranking = ranking(assessment);
        if (ranking == null || ranking.standings().size() < assessment.rank() || assessment.rank() < 1) {
            return null;
        }
        CandidateRobustness standing = ranking.standings().get(assessment.rank() - 1);
        return standing.project().equals(assessment.project()) ? standing : null;
    }
}
