package dev.winnow.model.result;

import dev.winnow.model.value.ScoreInterval;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A second judgement of a candidate beside the sound one: what is unknown is assumed, as a committee does, and the result
 * is judged by the same rules. What no assumption reaches stays unknown. It changes nothing of the sound judgement.
 *
 * <p>Judged when first read. Immutable and thread-safe.
 */
public final class BaseCase {

    /**
     * What the base case comes to.
     *
     * @param verdict the verdict
     * @param because its reason
     * @param score the score
     * @param sides what each side gains
     * @param assumed what was assumed of facts that some rule misses, by the name of the fact
     * @param critical those on which the verdict hangs, by the name of the fact
     */
    public record Judgement(
            Verdict verdict,
            Because because,
            ScoreInterval score,
            Map<Side, ScoreInterval> sides,
            List<Assumed> assumed,
            List<CriticalAssumption> critical) {}

    private final Supplier<Judgement> judging;
    private volatile @Nullable Judgement judgement;

    private BaseCase(Supplier<Judgement> judging) {
        this.judging = judging;
    }

    /** {@return a base case that is judged when first read} */
    public static BaseCase of(Supplier<Judgement> judging) {
        return new BaseCase(Objects.requireNonNull(judging, "judging"));
    }

    private Judgement judgement() {
        Judgement known = judgement;
        if (known == null) {
            known = judging.get();
            judgement = known;
        }
        return known;
    }

    /** {@return the verdict} */
    public Verdict verdict() {
        return judgement().verdict();
    }

    /** {@return the reason for the verdict} */
    public Because because() {
        return judgement().because();
    }

    /** {@return the score; low and high differ as far as something stays unknown} */
    public ScoreInterval score() {
        return judgement().score();
    }

    /** {@return what each side gains} */
    public Map<Side, ScoreInterval> sides() {
        return judgement().sides();
    }

    /** {@return what was assumed of facts that some rule misses, by the name of the fact} */
    public List<Assumed> assumed() {
        return judgement().assumed();
    }

    /** {@return the assumptions on which the verdict hangs, by the name of the fact; found by judging again when first read} */
    public List<CriticalAssumption> critical() {
        return judgement().critical();
    }

    /** {@return the verdict without an assumption; null if it is not critical} */
    public @Nullable Verdict otherwise(String fact) {
        return critical().stream()
                .filter(one -> one.fact().equals(fact))
                .map(CriticalAssumption::otherwise)
                .findFirst()
                .orElse(null);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BaseCase one && one.judgement().equals(judgement());
    }

    @Override
    public int hashCode() {
        return judgement().hashCode();
    }

    @Override
    public String toString() {
        return judgement().toString();
    }
}
