package dev.winnow.portfolio.selection;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The best set found.
 *
 * @param chosen the numbers of its options; null without a set
 * @param worth its worth, in millionths of a point; 0 without a set
 * @param bound upper bound of the worth of any set, in millionths of a point
 * @param status whether it is proven to be the best
 */
public record Choice(@Nullable BitSet chosen, long worth, long bound, Status status) {

    /** Status of a choice. */
    public enum Status {
        /** No set is better. */
        PROVEN,
        /** The effort was spent: a better set may exist, but none above the bound. */
        WITHIN_BOUND,
        /** No set satisfies all constraints. */
        IMPOSSIBLE,
        /** The effort was spent before any set was found. */
        OUT_OF_TIME
    }

    /** A set that is proven or within a bound. */
    static Choice of(SelectionProblem problem, BitSet chosen, boolean proven, double bound) {
        long worth = problem.worth(chosen);
        double most = Math.min(bound, Long.MAX_VALUE / 2d);
        return new Choice(
                (BitSet) chosen.clone(),
                worth,
                proven ? worth : Math.max(worth, (long) Math.ceil(most)),
                proven ? Status.PROVEN : Status.WITHIN_BOUND);
    }

    /**
     * {@return a choice without a set}
     *
     * @param status the reason
     */
    public static Choice none(Status status) {
        return new Choice(null, 0, 0, status);
    }

    /** {@return whether no set is better} */
    public boolean isProven() {
        return status == Status.PROVEN;
    }

    /** {@return how much better a set may be, as a part of the bound, 0–1; 0 if the choice is proven} */
    public double gap() {
        return bound <= worth || bound <= 0 ? 0 : (double) (bound - worth) / bound;
    }
}
