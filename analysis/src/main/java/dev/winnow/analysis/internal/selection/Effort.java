package dev.winnow.analysis.internal.selection;

import org.jspecify.annotations.Nullable;

/**
 * The remaining effort of a search, in seconds of CP-SAT's deterministic time. It measures the work done instead of the
 * elapsed time, so that the same search ends at the same point on every machine. Not thread-safe.
 */
public final class Effort {

    /** Minimum effort of a search: CP-SAT does not count the work of building its model. */
    private static final double LEAST = 0.002;

    private double left;
    private final @Nullable Effort whole;

    private Effort(double left, @Nullable Effort whole) {
        this.left = left;
        this.whole = whole;
    }

    /** {@return an effort in seconds} */
    public static Effort ofSeconds(double seconds) {
        return new Effort(seconds, null);
    }

    /** {@return a part of this effort, 0 to 1; effort spent on the part is spent on the whole too} */
    public Effort part(double part) {
        return new Effort(left * part, this);
    }

    /** {@return whether no effort is left} */
    public boolean isSpent() {
        return left <= 0 || (whole != null && whole.isSpent());
    }

    double left() {
        return Math.max(LEAST, whole == null ? left : Math.min(left, whole.left()));
    }

    void spend(double seconds) {
        double spent = Math.max(LEAST, seconds);
        left -= spent;
        if (whole != null) {
            whole.spend(spent);
        }
    }
}
