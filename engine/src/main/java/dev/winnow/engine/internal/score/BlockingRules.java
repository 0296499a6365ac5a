package dev.winnow.engine.internal.score;

import dev.winnow.model.result.Verdict;
import dev.winnow.model.result.VerdictReason;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Knock-outs and red flags of a candidate. The verdict follows from these and the score.
 *
 * @param knockedOut whether a knock-out holds
 * @param mayBeKnockedOut whether a knock-out is undetermined
 * @param flagged whether a red flag holds
 * @param mayBeFlagged whether a red flag is undetermined
 */
public record BlockingRules(boolean knockedOut, boolean mayBeKnockedOut, boolean flagged, boolean mayBeFlagged) {

    /** All sets of verdicts by bit set, so that assessments share them. */
    private static final List<Set<Verdict>> SETS =
            IntStream.range(0, 8).mapToObj(BlockingRules::set).toList();

    private static Set<Verdict> set(int number) {
        EnumSet<Verdict> set = EnumSet.noneOf(Verdict.class);
        for (Verdict verdict : Verdict.values()) {
            if ((number & bit(verdict)) != 0) {
                set.add(verdict);
            }
        }
        return Collections.unmodifiableSet(set);
    }

    /** The bit of a verdict in a set. */
    static int bit(Verdict verdict) {
        return switch (verdict) {
            case RECOMMEND -> 1;
            case HOLD -> 2;
            case DECLINE -> 4;
        };
    }

    private static int bit(Verdict verdict, boolean in) {
        return in ? bit(verdict) : 0;
    }

    /** The reason for the verdict: the first that applies. */
    public VerdictReason because(ThresholdPosition reach) {
        boolean mayReachDecline = reach.between() || reach.enough();
        if (knockedOut) {
            return VerdictReason.KNOCK_OUT;
        } else if (!mayReachDecline) {
            return VerdictReason.TOO_LOW;
        } else if (flagged) {
            return VerdictReason.RED_FLAG;
        } else if (mayBeKnockedOut) {
            return VerdictReason.KNOCK_OUT_OPEN;
        } else if (!reach.tooLow() && !reach.between()) {
            return mayBeFlagged ? VerdictReason.ON_CONDITION : VerdictReason.CLEAR;
        }
        return reach.enough() ? VerdictReason.FACTS_MISSING : VerdictReason.BETWEEN;
    }

    /**
     * The verdicts that full knowledge could still bring. Rules and score are bounded separately, so the set may
     * include a verdict that no completion of the unknowns brings; it never lacks one.
     */
    public Set<Verdict> possible(ThresholdPosition reach) {
        boolean mayStop = flagged || mayBeFlagged;
        boolean mayReachDecline = reach.between() || reach.enough();
        return SETS.get(bit(Verdict.DECLINE, knockedOut || mayBeKnockedOut || reach.tooLow())
                | bit(Verdict.HOLD, !knockedOut && (reach.between() || (mayStop && mayReachDecline)))
                | bit(Verdict.RECOMMEND, !knockedOut && !flagged && reach.enough()));
    }
}
