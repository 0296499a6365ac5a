package dev.winnow.cli;

import dev.winnow.analysis.Ranking;
import dev.winnow.analysis.Reversal;
import dev.winnow.analysis.Robustness;
import dev.winnow.analysis.Standing;
import dev.winnow.engine.Hearing;
import dev.winnow.engine.Obstacle;
import dev.winnow.model.Assessment;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a screening besides: how far it hangs on the weights; and of what is explained, what keeps rules from
 * holding and what would change the verdict. Worked out when it is first asked for.
 */
final class Insight {

    private final Screened screened;
    private final boolean explained;
    private final SampleOptions samples;
    private @Nullable Ahead<Robustness> robustness;

    /**
     * @param explained whether pairs are explained one by one
     * @param samples which weightings are sampled
     */
    Insight(Screened screened, boolean explained, SampleOptions samples) {
        this.samples = samples;
        this.screened = screened;
        this.explained = explained;
    }

    /** Whether pairs are explained one by one. */
    boolean isExplained() {
        return explained;
    }

    /** How far all that was screened hangs on the weights. */
    Robustness robustness() {
        return begun().get();
    }

    /** Begins to work that out, for who asks for it later. */
    void begin() {
        begun();
    }

    private Ahead<Robustness> begun() {
        Ahead<Robustness> known = robustness;
        if (known == null) {
            known = Ahead.of(() -> samples.robustness(screened.pack(), screened.hearings()));
            robustness = known;
        }
        return known;
    }

    Ranking ranking(Assessment assessment) {
        return Objects.requireNonNull(robustness().ranking(assessment));
    }

    Standing standing(Assessment assessment) {
        return Objects.requireNonNull(robustness().standing(assessment));
    }

    /** What keeps rules from holding. */
    List<Obstacle> obstacles(Assessment assessment) {
        return hearing(assessment).obstacles();
    }

    /** What would change the verdict. */
    List<Reversal> reversals(Assessment assessment) {
        return Reversal.of(screened.pack(), hearing(assessment));
    }

    private Hearing hearing(Assessment assessment) {
        return screened.hearings().stream()
                .filter(one -> one.assessment().project().equals(assessment.project())
                        && one.assessment().city().equals(assessment.city())
                        && one.assessment().asOf().equals(assessment.asOf()))
                .findFirst()
                .orElseThrow();
    }
}
