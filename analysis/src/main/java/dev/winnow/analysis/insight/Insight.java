package dev.winnow.analysis.insight;

import dev.winnow.analysis.paths.DecisionPaths;
import dev.winnow.analysis.reversal.Reversal;
import dev.winnow.analysis.weights.CandidateRobustness;
import dev.winnow.analysis.weights.Ranking;
import dev.winnow.analysis.weights.Robustness;
import dev.winnow.engine.Evaluation;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.explain.Obstacle;
import dev.winnow.model.result.Assessment;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Analyses of a screening beyond its assessments: robustness against the weights, obstacles that keep rules from
 * holding, and changes that would reverse a verdict. Each is computed on first use.
 */
public final class Insight {

    private final RulePack pack;
    /** Evaluations by assessment, compared by identity: equals would compute every text that is made on demand. */
    private final IdentityHashMap<Assessment, Evaluation> evaluations = new IdentityHashMap<>();

    private final boolean explained;
    private final Supplier<Robustness> sampling;
    private @Nullable Robustness robustness;

    private Insight(RulePack pack, List<Evaluation> evaluations, boolean explained, Supplier<Robustness> sampling) {
        this.pack = pack;
        evaluations.forEach(evaluation -> this.evaluations.put(evaluation.assessment(), evaluation));
        this.explained = explained;
        this.sampling = sampling;
    }

    /**
     * The analyses of a screening, with the default sample of weightings.
     *
     * @param pack the pack that judged it
     * @param evaluations the evaluations of all candidates
     */
    public static Insight of(RulePack pack, List<Evaluation> evaluations) {
        return new Insight(pack, evaluations, false, () -> Robustness.of(pack, evaluations));
    }

    /**
     * The same with a choice of weightings.
     *
     * @param explained whether pairs are explained one by one
     * @param sampling samples weightings; called once, on first use
     */
    public static Insight of(
            RulePack pack, List<Evaluation> evaluations, boolean explained, Supplier<Robustness> sampling) {
        return new Insight(pack, evaluations, explained, sampling);
    }

    /** Whether pairs are explained one by one. */
    public boolean isExplained() {
        return explained;
    }

    /** How far verdicts and rankings depend on the weights. */
    public Robustness robustness() {
        Robustness known = robustness;
        if (known == null) {
            known = sampling.get();
            robustness = known;
        }
        return known;
    }

    /** The ranking that contains an assessment. */
    public Ranking ranking(Assessment assessment) {
        return Objects.requireNonNull(robustness().ranking(assessment));
    }

    /** How far an assessment's verdict and rank depend on the weights. */
    public CandidateRobustness standing(Assessment assessment) {
        return Objects.requireNonNull(robustness().standing(assessment));
    }

    /**
     * The obstacles that keep rules from holding.
     *
     * @param assessment what came of the assessment of one of the evaluations, not a copy
     */
    public List<Obstacle> obstacles(Assessment assessment) {
        return evaluation(assessment).obstacles();
    }

    /**
     * The smallest changes that would bring another verdict.
     *
     * @param assessment what came of the assessment of one of the evaluations, not a copy
     */
    public List<Reversal> reversals(Assessment assessment) {
        return Reversal.of(pack, evaluation(assessment));
    }

    /**
     * The fewest answers that decide.
     *
     * @param assessment what came of the assessment of one of the evaluations, not a copy
     */
    public DecisionPaths ways(Assessment assessment) {
        return DecisionPaths.of(pack, evaluation(assessment));
    }

    private Evaluation evaluation(Assessment assessment) {
        Evaluation evaluation = evaluations.get(assessment);
        if (evaluation == null) {
            throw new IllegalArgumentException("no evaluation of " + assessment.project() + " in " + assessment.city());
        }
        return evaluation;
    }
}
