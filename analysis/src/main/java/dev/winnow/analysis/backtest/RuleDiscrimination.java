package dev.winnow.analysis.backtest;

import dev.winnow.language.pack.RuleSummary;
import java.util.Comparator;

/**
 * How well a rule told success from failure.
 *
 * @param rule the rule
 * @param succeeded what it said of the projects that succeeded
 * @param failed what it said of those that failed or were stopped
 */
public record RuleDiscrimination(RuleSummary rule, Count succeeded, Count failed) {

    /** The clearest first. */
    public static final Comparator<RuleDiscrimination> CLEAREST = Comparator.comparing(
                    (RuleDiscrimination one) -> -Math.abs(one.difference()))
            .thenComparing(one -> one.rule().id());

    /**
     * Of how many projects a rule held.
     *
     * @param holds for how many it held for certain; an award that is certain to earn nothing does not hold
     * @param not for how many it certainly did not hold
     * @param open for how many it could not be said
     */
    public record Count(int holds, int not, int open) {

        /** For how many it could be said. */
        public int decided() {
            return holds + not;
        }

        private double share() {
            return (double) holds / decided();
        }
    }

    /** What a rule is worth in telling success from failure. */
    public enum Kind {
        /** It held for another share of the successes than of the failures, of those where it could be said. */
        TELLS,
        /** It held for the same share of both. */
        ALIKE,
        /** It could be said for successes alone, or for failures alone. */
        ONE_SIDED,
        /** It could never be said. */
        NEVER_DECIDED
    }

    /** What it is worth. */
    public Kind kind() {
        if (succeeded.decided() == 0 || failed.decided() == 0) {
            return succeeded.decided() + failed.decided() == 0 ? Kind.NEVER_DECIDED : Kind.ONE_SIDED;
        }
        return succeeded.holds() * failed.decided() == failed.holds() * succeeded.decided() ? Kind.ALIKE : Kind.TELLS;
    }

    /** Whether it tells them apart the wrong way round: an award that failures earn, a stop that successes meet. */
    public boolean isBackwards() {
        return difference() * rule.effect().tendency() < 0;
    }

    private double difference() {
        return kind() == Kind.TELLS ? succeeded.share() - failed.share() : 0;
    }
}
