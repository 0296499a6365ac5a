package dev.winnow.workbench.lint;

/**
 * How much work the look through a pack may take. It counts steps and no time, so that the same pack gets the same remarks
 * everywhere. Once it is spent nothing more is proved, and a remark says so.
 */
final class LintBudget {

    /** About five seconds of a processor; the largest shipped pack takes less than a hundredth of it. */
    static final long STEPS = 60_000_000;

    private long left;
    private boolean passedOver;

    LintBudget(long steps) {
        this.left = steps;
    }

    /** Takes some steps; false if they are no longer there. */
    boolean spend(long steps) {
        left -= steps;
        return left >= 0;
    }

    /** Something was given up that would have taken more than its share. */
    void passOver() {
        passedOver = true;
    }

    /** Whether nothing is left. */
    boolean isSpent() {
        return left < 0;
    }

    /** Whether all was looked at to its end. */
    boolean sufficed() {
        return !isSpent() && !passedOver;
    }
}
