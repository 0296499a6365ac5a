package dev.winnow.engine.internal.score;

/**
 * The possible positions of a candidate's score relative to a pack's thresholds, for all completions of its unknown
 * facts.
 *
 * @param tooLow whether it may be below the decline threshold
 * @param between whether it may lie between the thresholds
 * @param enough whether it may reach the recommend threshold
 */
public record ThresholdPosition(boolean tooLow, boolean between, boolean enough) {

    /** Number of distinct values, for tables indexed by {@link #number}. */
    public static final int COUNT = 8;

    /** The value with a {@linkplain #number number}. */
    public static ThresholdPosition of(int number) {
        return new ThresholdPosition((number & 1) != 0, (number & 2) != 0, (number & 4) != 0);
    }

    /**
     * The value for the ends of a score.
     *
     * @param low position of the low score: negative if too low, 0 if between the thresholds, positive if enough
     * @param high position of the high score, likewise
     * @param gap whether any score lies between the thresholds, which may be equal
     */
    public static ThresholdPosition of(int low, int high, boolean gap) {
        return of(number(low, high, gap));
    }

    /**
     * The number of {@link #of(int, int, boolean)}, 0 to {@link #COUNT} - 1, without creating an object; for inner
     * loops.
     */
    public static int number(int low, int high, boolean gap) {
        return (low < 0 ? 1 : 0) + (gap && low <= 0 && high >= 0 ? 2 : 0) + (high > 0 ? 4 : 0);
    }
}
