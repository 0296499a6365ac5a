package dev.winnow.analysis;

import dev.winnow.engine.Hearing;
import dev.winnow.engine.Obstacle;
import dev.winnow.engine.RulePack;
import dev.winnow.model.Assessment;
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
    private final List<Hearing> hearings;
    private final boolean explained;
    private final Supplier<Robustness> sampling;
    private @Nullable Robustness robustness;

    private Insight(RulePack pack, List<Hearing> hearings, boolean explained, Supplier<Robustness> sampling) {
        this.pack = pack;
        this.hearings = List.copyOf(hearings);
        this.explained = explained;
        this.sampling = sampling;
    }

    /**
     * What follows from all that was screened, with the usual sample of weightings.
     *
     * @param pack the rules that it was judged by
     * @param hearings what came of every candidate
     */
    public static Insight of(RulePack pack, List<Hearing> hearings) {
        return new Insight(pack, hearings, false, () -> Robustness.of(pack, hearings));
    }

    /**
     * The same with a choice of weightings.
     *
     * @param explained whether pairs are explained one by one
     * @param sampling samples weightings; called once, when that is first asked for
     */
    public static Insight of(RulePack pack, List<Hearing> hearings, boolean explained, Supplier<Robustness> sampling) {
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
    public Standing standing(Assessment assessment) {
        return Objects.requireNonNull(robustness().standing(assessment));
    }

    /** What keeps rules from holding. */
    public List<Obstacle> obstacles(Assessment assessment) {
        return hearing(assessment).obstacles();
    }

    /** What would change the verdict. */
    public List<Reversal> reversals(Assessment assessment) {
        return Reversal.of(pack, hearing(assessment));
    }

    private Hearing hearing(Assessment assessment) {
        return hearings.stream()
                .filter(one -> one.assessment().project().equals(assessment.project())
                        && one.assessment().city().equals(assessment.city())
                        && one.assessment().asOf().equals(assessment.asOf()))
                .findFirst()
                .orElseThrow();
    }
}
