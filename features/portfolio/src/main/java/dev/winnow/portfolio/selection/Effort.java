package dev.winnow.portfolio.selection;

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
    private final Cancellation cancellation;

    private Effort(double left, @Nullable Effort whole, Cancellation cancellation) {
        this.left = left;
        this.whole = whole;
        this.cancellation = cancellation;
    }

    /** {@return an effort in seconds} */
    public static Effort ofSeconds(double seconds) {
        return ofSeconds(seconds, new Cancellation());
    }

    /** {@return an effort in seconds; it is spent once the search is cancelled} */
    public static Effort ofSeconds(double seconds, Cancellation cancellation) {
        return new Effort(seconds, null, cancellation);
    }

    /** {@return a part of this effort, 0 to 1; effort spent on the part is spent on the whole too} */
    public Effort part(double part) {
        return new Effort(left * part, this, cancellation);
    }

    /** {@return whether no effort is left} */
    public boolean isSpent() {
        return cancellation.isAsked() || left <= 0 || (whole != null && whole.isSpent());
    }

    Cancellation cancellation() {
        return cancellation;
    }

    double left() {
        return cancellation.isAsked() ? LEAST : Math.max(LEAST, whole == null ? left : Math.min(left, whole.left()));
    }

    void spend(double seconds) {
        double spent = Math.max(LEAST, seconds);
        left -= spent;
        if (whole != null) {
            whole.spend(spent);
        }
    }
}
