package dev.winnow.analysis.internal.selection;

import org.jspecify.annotations.Nullable;

/**
 * The search effort that is left, in seconds of CP-SAT's deterministic time. It counts the work done instead of the time passed, so
 * that the same search ends at the same place on every machine. Not thread-safe.
 */
public final class Effort {

    /** What a search costs at least: making its model takes work that CP-SAT does not count. */
    private static final double LEAST = 0.002;

    private double left;
    private final @Nullable Effort whole;

    private Effort(double left, @Nullable Effort whole) {
        this.left = left;
        this.whole = whole;
    }

    /** {@return an effort of some seconds} */
    public static Effort ofSeconds(double seconds) {
        return new Effort(seconds, null);
    }

    /** {@return a part of this effort, 0 to 1; effort spent on the part is spent on the whole too} */
    public Effort part(double part) {
        return new Effort(left * part, this);
    }

    /** {@return whether nothing is left} */
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
