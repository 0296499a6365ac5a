package dev.winnow.engine.internal.score;

import dev.winnow.model.result.Verdict;
import dev.winnow.model.result.VerdictReason;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What bears on the verdict of a candidate besides its score.
 *
 * @param knockedOut whether a knock-out holds
 * @param mayBeKnockedOut whether it is undetermined if one holds
 * @param flagged whether a red flag holds
 * @param mayBeFlagged whether it is undetermined if one holds
 */
public record BlockingRules(boolean knockedOut, boolean mayBeKnockedOut, boolean flagged, boolean mayBeFlagged) {

    /** Every set of verdicts, by its number: assessments share them. */
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

    /** A verdict in a set of verdicts. */
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
     * The verdicts that full knowledge could still bring. Rules and score are bounded apart, so one may be among them that no
     * completion of the unknowns brings; none is left out.
     */
    public Set<Verdict> possible(ThresholdPosition reach) {
        boolean mayStop = flagged || mayBeFlagged;
        boolean mayReachDecline = reach.between() || reach.enough();
        return SETS.get(bit(Verdict.DECLINE, knockedOut || mayBeKnockedOut || reach.tooLow())
                | bit(Verdict.HOLD, !knockedOut && (reach.between() || (mayStop && mayReachDecline)))
                | bit(Verdict.RECOMMEND, !knockedOut && !flagged && reach.enough()));
    }
}
