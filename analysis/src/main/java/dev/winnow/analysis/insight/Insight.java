package dev.winnow.analysis.insight;

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
 * What follows from a screening besides: how far it hangs on the weights; and of what is explained, what keeps rules from
 * holding and what would change the verdict. Worked out when it is first asked for.
 */
public final class Insight {

    private final RulePack pack;
    /** By the assessment that came of it, told by identity: to compare all that two assessments say would work that out. */
    private final IdentityHashMap<Assessment, Evaluation> hearings = new IdentityHashMap<>();

    private final boolean explained;
    private final Supplier<Robustness> sampling;
    private @Nullable Robustness robustness;

    private Insight(RulePack pack, List<Evaluation> hearings, boolean explained, Supplier<Robustness> sampling) {
        this.pack = pack;
        hearings.forEach(hearing -> this.hearings.put(hearing.assessment(), hearing));
        this.explained = explained;
        this.sampling = sampling;
    }

    /**
     * What follows from all that was screened, with the usual sample of weightings.
     *
     * @param pack the rules that it was judged by
     * @param hearings what came of every candidate
     */
    public static Insight of(RulePack pack, List<Evaluation> hearings) {
        return new Insight(pack, hearings, false, () -> Robustness.of(pack, hearings));
    }

    /**
     * The same with a choice of weightings.
     *
     * @param explained whether pairs are explained one by one
     * @param sampling samples weightings; called once, when that is first asked for
     */
    public static Insight of(
            RulePack pack, List<Evaluation> hearings, boolean explained, Supplier<Robustness> sampling) {
        return new Insight(pack, hearings, explained, sampling);
    }

    /** Whether pairs are explained one by one. */
    public boolean isExplained() {
        return explained;
    }

    /** How far all that was screened hangs on the weights. */
    public Robustness robustness() {
        Robustness known = robustness;
        if (known == null) {
            known = sampling.get();
            robustness = known;
        }
        return known;
    }

    /** The ranking that an assessment is in. */
    public Ranking ranking(Assessment assessment) {
        return Objects.requireNonNull(robustness().ranking(assessment));
    }

    /** How sure an assessment's verdict and rank are. */
    public CandidateRobustness standing(Assessment assessment) {
        return Objects.requireNonNull(robustness().standing(assessment));
    }

    /**
     * What keeps rules from holding.
     *
     * @param assessment what came of one of the hearings, itself and no copy
     */
    public List<Obstacle> obstacles(Assessment assessment) {
        return evaluation(assessment).obstacles();
    }

    /**
     * What would change the verdict.
     *
     * @param assessment what came of one of the hearings, itself and no copy
     */
    public List<Reversal> reversals(Assessment assessment) {
        return Reversal.of(pack, evaluation(assessment));
    }

    private Evaluation evaluation(Assessment assessment) {
        Evaluation hearing = hearings.get(assessment);
        if (hearing == null) {
            throw new IllegalArgumentException("no hearing of " + assessment.project() + " in " + assessment.city());
        }
        return hearing;
    }
}
