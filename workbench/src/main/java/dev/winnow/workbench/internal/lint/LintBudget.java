package dev.winnow.workbench.internal.lint;

/**
 * The work limit of lint. It counts steps rather than time, so that a pack gets the same remarks everywhere. Once it is
 * spent, nothing more is proved, and a remark reports this.
 */
final class LintBudget {

    /** About five seconds of CPU time; the largest shipped pack takes less than a hundredth of it. */
    static final long STEPS = 60_000_000;

    private long left;
    private boolean passedOver;

    LintBudget(long steps) {
        this.left = steps;
    }

    /** Spends some steps; false if the budget does not suffice. */
    boolean spend(long steps) {
        left -= steps;
        return left >= 0;
    }

    /** Records that a proof was abandoned as too expensive. */
    void passOver() {
        passedOver = true;
    }

    /** Whether the budget is spent. */
    boolean isSpent() {
        return left < 0;
    }

    /** Whether all checks were completed. */
    boolean sufficed() {
        return !isSpent() && !passedOver;
    }
}
