package dev.winnow.analysis.internal.backtest;

import dev.winnow.language.RuleSummary;
import java.util.Comparator;

/**
 * How well a rule separates projects that succeeded from projects that failed.
 *
 * @param rule the rule
 * @param succeeded for how many of the projects that succeeded it held
 * @param failed for how many of those that failed or were stopped it held
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
     * @param open for how many it is undetermined
     */
    public record Count(int holds, int not, int open) {

        /** For how many it is determined. */
        public int decided() {
            return holds + not;
        }

        private double share() {
            return (double) holds / decided();
        }
    }

    /** How a rule separates success from failure. */
    public enum Kind {
        /**
         * It holds for different shares of the successes and of the failures, among those for which it is determined.
         */
        TELLS,
        /** It holds for the same share of both. */
        ALIKE,
        /** It is determined for successes alone, or for failures alone. */
        ONE_SIDED,
        /** It is undetermined for all. */
        NEVER_DECIDED
    }

    /** How the rule separates success from failure. */
    public Kind kind() {
        if (succeeded.decided() == 0 || failed.decided() == 0) {
            return succeeded.decided() + failed.decided() == 0 ? Kind.NEVER_DECIDED : Kind.ONE_SIDED;
        }
        return succeeded.holds() * failed.decided() == failed.holds() * succeeded.decided() ? Kind.ALIKE : Kind.TELLS;
    }

    /**
     * Whether it separates them the wrong way round: an award that more failures earn, a stop that more successes meet.
     */
    public boolean isBackwards() {
        return difference() * rule.effect().tendency() < 0;
    }

    private double difference() {
        return kind() == Kind.TELLS ? succeeded.share() - failed.share() : 0;
    }
}
