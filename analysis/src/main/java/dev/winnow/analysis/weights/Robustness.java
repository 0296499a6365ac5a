package dev.winnow.analysis.weights;

import dev.winnow.engine.ScreeningSession;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.source.Internal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far verdicts and rankings depend on the weights, which are a choice of the modeller. A side's score is linear in its
 * weights, so the ends of intervals are exact. Each ranking is computed when it is first read. Thread-safe.
 */
public final class Robustness {

    /** The default seed of samples. */
    public static final long SEED = 1;

    /** The most weightings that can be sampled. */
    public static final int MOST_SAMPLES = 1_000_000;

    private final Rankings rankings;

    Robustness(Rankings rankings) {
        this.rankings = rankings;
    }

    /**
     * Computes how far a screening depends on the weights. It samples 10,000 weightings, fewer for rankings so long
     * that this would take more than some seconds.
     *
     * @param session the session that judged them
     * @param assessments all that was screened, with ranks
     */
    public static Robustness of(ScreeningSession session, List<Assessment> assessments) {
        return of(session, assessments, SEED);
    }

    /** The same from another seed. */
    public static Robustness of(ScreeningSession session, List<Assessment> assessments, long seed) {
        return Weighting.of(session, assessments, seed, Weighting.enough(assessments.size()));
    }

    /**
     * The same with a given number of sampled weightings.
     *
     * @param samples from 1 to {@link #MOST_SAMPLES}
     */
    public static Robustness of(ScreeningSession session, List<Assessment> assessments, long seed, int samples) {
        if (samples < 1 || samples > MOST_SAMPLES) {
            throw new IllegalArgumentException("so many weightings cannot be sampled: " + samples);
        }
        return Weighting.of(session, assessments, seed, samples);
    }

    /** {@return the rankings, by city and day} */
    public List<Ranking> rankings() {
        return rankings;
    }

    /** Computes at once how sure the first places are, unless there are so many candidates that not all is kept. */
    @Internal
    public void computeAhead() {
        rankings.computeAhead();
    }

    /** The ranking that contains an assessment; null if none does. */
    public @Nullable Ranking ranking(Assessment assessment) {
        return rankings.of(assessment);
    }

    /** How far an assessment depends on the weights; null if it was not screened. */
    public @Nullable CandidateRobustness standing(Assessment assessment) {
        Ranking ranking = ranking(assessment);
        if (ranking == null || ranking.standings().size() < assessment.rank() || assessment.rank() < 1) {
            return null;
        }
        CandidateRobustness standing = ranking.standings().get(assessment.rank() - 1);
        return standing.project().equals(assessment.project()) ? standing : null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Robustness that && rankings.equals(that.rankings);
    }

    @Override
    public int hashCode() {
        return rankings.hashCode();
    }

    @Override
    public String toString() {
        return rankings.toString();
    }
}
