package dev.winnow.analysis.internal.selection;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The best set that was found.
 *
 * @param chosen the numbers of its options; null if there is none
 * @param worth what it is worth, in millionths of a point; 0 if there is none
 * @param bound no set is worth more, in millionths of a point
 * @param status how sure it is
 */
public record Choice(@Nullable BitSet chosen, long worth, long bound, Status status) {

    /** How sure a choice is. */
    public enum Status {
        /** No set is better. */
        PROVEN,
        /** Time was up: a better one may be there, but none above the bound. */
        WITHIN_BOUND,
        /** No set keeps to all constraints. */
        IMPOSSIBLE,
        /** Time was up before any set was found. */
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
     * {@return that there is no set}
     *
     * @param status why
     */
    public static Choice none(Status status) {
        return new Choice(null, 0, 0, status);
    }

    /** {@return whether no set is better} */
    public boolean isProven() {
        return status == Status.PROVEN;
    }

    /** {@return the part of the bound that may be missing, 0–1; 0 if it is proven} */
    public double gap() {
        return bound <= worth || bound <= 0 ? 0 : (double) (bound - worth) / bound;
    }
}
