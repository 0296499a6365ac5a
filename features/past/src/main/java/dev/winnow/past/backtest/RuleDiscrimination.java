package dev.winnow.past.backtest;

import dev.winnow.language.RuleSummary;
import dev.winnow.report.i18n.WordPrefix;
import java.util.Comparator;

/**
 * How well a rule separates projects that succeeded from projects that failed.
 *
 * @param rule the rule
 * @param succeeded counts among the projects that succeeded
 * @param failed counts among the projects that failed or were stopped
 */
public record RuleDiscrimination(RuleSummary rule, Count succeeded, Count failed) {

    /** Orders rules by the difference between both shares, largest first. */
    public static final Comparator<RuleDiscrimination> CLEAREST = Comparator.comparing(
                    (RuleDiscrimination one) -> -Math.abs(one.difference()))
            .thenComparing(one -> one.rule().id());

    /**
     * Numbers of projects by the outcome of a rule.
     *
     * @param holds projects for which it certainly holds; an award that certainly earns nothing does not hold
     * @param not projects for which it certainly does not hold
     * @param open projects for which it is undetermined
     */
    public record Count(int holds, int not, int open) {

        /** Number of projects for which the rule is determined. */
        public int decided() {
            return holds + not;
        }

        private double share() {
            return (double) holds / decided();
        }
    }

    /** Kind of separation between success and failure. */
    @WordPrefix("telling.")
    public enum Kind {
        /** The rule holds for different shares of successes and failures, among those for which it is determined. */
        TELLS,
        /** The rule holds for the same share of both. */
        ALIKE,
        /** The rule is determined for successes alone, or for failures alone. */
        ONE_SIDED,
        /** The rule is undetermined for all projects. */
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
     * Whether the rule separates them the wrong way round: more failures earn its award, or more successes meet its
     * stop.
     */
    public boolean isBackwards() {
        return difference() * rule.effect().tendency() < 0;
    }

    private double difference() {
        return kind() == Kind.TELLS ? succeeded.share() - failed.share() : 0;
    }
}
