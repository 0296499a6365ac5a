package dev.winnow.workbench.internal.lint;

/**
 * The limit on the work of lint. It counts steps rather than time, so that the same pack gets the same remarks
 * everywhere. Once it is spent nothing more is proved, and a remark says so.
 */
final class LintBudget {

    /** About five seconds of CPU time; the largest shipped pack takes less than a hundredth of it. */
    static final long STEPS = 60_000_000;

    private long left;
    private boolean passedOver;

    LintBudget(long steps) {
        this.left = steps;
    }

    /** Takes some steps; false if the budget does not suffice. */
    boolean spend(long steps) {
        left -= steps;
        return left >= 0;
    }

    /** Records that a proof was abandoned as too expensive. */
    void passOver() {
        passedOver = true;
    }

    /** Whether nothing is left. */
    boolean isSpent() {
        return left < 0;
    }

    /** Whether all checks were completed. */
    boolean sufficed() {
        return !isSpent() && !passedOver;
    }
}
