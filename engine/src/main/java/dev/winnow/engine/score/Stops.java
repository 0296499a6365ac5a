package dev.winnow.engine.score;

import dev.winnow.engine.evaluate.Truth;
import dev.winnow.model.result.Because;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.source.Internal;
import java.util.ArrayList;
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
public record Stops(boolean knockedOut, boolean mayBeKnockedOut, boolean flagged, boolean mayBeFlagged) {

    /** Every set of verdicts, by its number: assessments share them. */
    private static final List<Set<Verdict>> SETS =
            IntStream.range(0, 8).mapToObj(Stops::set).toList();

    private static final Truth[] NO = {Truth.FALSE};

    private static Set<Verdict> set(int number) {
        EnumSet<Verdict> set = EnumSet.noneOf(Verdict.class);
        for (Verdict verdict : Verdict.values()) {
            if ((number & bit(verdict)) != 0) {
                set.add(verdict);
            }
        }
        return Collections.unmodifiableSet(set);
    }

    private static int bit(Verdict verdict) {
        return switch (verdict) {
            case RECOMMEND -> 1;
            case HOLD -> 2;
            case DECLINE -> 4;
        };
    }

    private static int bit(Verdict verdict, boolean in) {
        return in ? bit(verdict) : 0;
    }

    /**
     * What else there may be if some rules, which count for nothing here, turn out to hold, to be undetermined, or not to hold.
     *
     * @param knockOut whether there is a knock-out among them
     * @param redFlag whether there is a red flag among them
     */
    @Internal
    public List<Stops> andMaybe(boolean knockOut, boolean redFlag) {
        List<Stops> all = new ArrayList<>();
        for (Truth out : knockOut ? Truth.values() : NO) {
            for (Truth flag : redFlag ? Truth.values() : NO) {
                all.add(new Stops(
                        knockedOut || out == Truth.TRUE,
                        mayBeKnockedOut || out == Truth.UNKNOWN,
                        flagged || flag == Truth.TRUE,
                        mayBeFlagged || flag == Truth.UNKNOWN));
            }
        }
        return all;
    }

    /** The reason for the verdict: the first that applies. */
    public Because because(Reach reach) {
        boolean mayReachDecline = reach.between() || reach.enough();
        if (knockedOut) {
            return Because.KNOCK_OUT;
        } else if (!mayReachDecline) {
            return Because.TOO_LOW;
        } else if (flagged) {
            return Because.RED_FLAG;
        } else if (mayBeKnockedOut) {
            return Because.KNOCK_OUT_OPEN;
        } else if (!reach.tooLow() && !reach.between()) {
            return mayBeFlagged ? Because.ON_CONDITION : Because.CLEAR;
        }
        return reach.enough() ? Because.FACTS_MISSING : Because.BETWEEN;
    }

    /**
     * The verdicts that full knowledge could still bring. Rules and score are bounded apart, so one may be among them that no
     * completion of the unknowns brings; none is left out.
     */
    public Set<Verdict> possible(Reach reach) {
        boolean mayStop = flagged || mayBeFlagged;
        boolean mayReachDecline = reach.between() || reach.enough();
        return SETS.get(bit(Verdict.DECLINE, knockedOut || mayBeKnockedOut || reach.tooLow())
                | bit(Verdict.HOLD, !knockedOut && (reach.between() || (mayStop && mayReachDecline)))
                | bit(Verdict.RECOMMEND, !knockedOut && !flagged && reach.enough()));
    }
}
