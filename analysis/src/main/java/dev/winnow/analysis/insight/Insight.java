package dev.winnow.analysis.insight;

import dev.winnow.analysis.internal.paths.DecisionPaths;
import dev.winnow.analysis.internal.reversal.Reversal;
import dev.winnow.analysis.weights.CandidateRobustness;
import dev.winnow.analysis.weights.Ranking;
import dev.winnow.analysis.weights.Robustness;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.engine.ScreeningSession;
import dev.winnow.engine.explain.Obstacle;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.source.Internal;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Analyses of a screening beyond its assessments: robustness against the weights, obstacles that keep rules from
 * holding, and changes that would reverse a verdict. Each is computed on first use. Thread-safe.
 */
public final class Insight {

    private final ScreeningSession session;
    private final boolean explained;
    private final Supplier<Robustness> sampling;
    /** Whether candidates that may lead under other weights were dropped. */
    private final boolean shortlist;

    private @Nullable Robustness robustness;

    private Insight(ScreeningSession session, boolean explained, Supplier<Robustness> sampling, boolean shortlist) {
        this.session = session;
        this.explained = explained;
        this.sampling = sampling;
        this.shortlist = shortlist;
    }

    /**
     * Creates the analyses of a screening, with the default number of sampled weightings.
     *
     * @param result the screening
     */
    public static Insight of(ScreeningResult result) {
        ScreeningSession session = result.session();
        return new Insight(
                session,
                false,
                () -> {
                    ScreeningResult ranking = session.ranking(result);
                    return Robustness.of(ranking.session(), ranking.whole().assessments());
                },
                false);
    }

    /**
     * Creates the analyses of a session, with a given sampling.
     *
     * @param explained whether pairs are explained one by one
     * @param sampling samples weightings; called once, on first use
     */
    @Internal
    public static Insight of(ScreeningSession session, boolean explained, Supplier<Robustness> sampling) {
        return new Insight(session, explained, sampling, false);
    }

    /** Returns these analyses for the best of a long list, whose other candidates were dropped. */
    @Internal
    public Insight ofShortlist() {
        return new Insight(session, explained, this::robustness, true);
    }

    /** Whether the screening has only the best of a long list, so that nothing is said of ranks under other weights. */
    @Internal
    public boolean isShortlist() {
        return shortlist;
    }

    /** Whether pairs are explained one by one. */
    public boolean isExplained() {
        return explained;
    }

    /** How far verdicts and rankings depend on the weights. */
    public synchronized Robustness robustness() {
        Robustness known = robustness;
        if (known == null) {
            known = sampling.get();
            robustness = known;
        }
        return known;
    }

    /** The ranking that contains an assessment of the screening. */
    @Internal
    public Ranking ranking(Assessment assessment) {
        return Objects.requireNonNull(robustness().ranking(assessment));
    }

    /** How far an assessment's verdict and rank depend on the weights. */
    @Internal
    public CandidateRobustness standing(Assessment assessment) {
        return Objects.requireNonNull(robustness().standing(assessment));
    }

    /** The obstacles that keep rules from holding. */
    @Internal
    public List<Obstacle> obstacles(Assessment assessment) {
        return session.obstacles(assessment);
    }

    /** The smallest changes that would bring another verdict. */
    @Internal
    public List<Reversal> reversals(Assessment assessment) {
        return Reversal.of(session, assessment);
    }

    /** The fewest answers that decide a verdict. */
    @Internal
    public DecisionPaths ways(Explanation explanation) {
        return DecisionPaths.of(session, explanation);
    }
}
