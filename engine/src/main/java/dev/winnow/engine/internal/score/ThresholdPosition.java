package dev.winnow.engine.internal.score;

/**
 * Where the score of a candidate may lie with respect to the thresholds of a pack, whatever its unknowns turn out to be.
 *
 * @param tooLow whether it may be below the decline threshold
 * @param between whether it may be neither too low nor enough
 * @param enough whether it may reach the recommend threshold
 */
public record ThresholdPosition(boolean tooLow, boolean between, boolean enough) {

    /** How many there are, for tables by number. */
    public static final int COUNT = 8;

    /** The one that has a {@linkplain #number number}. */
    public static ThresholdPosition of(int number) {
        return new ThresholdPosition((number & 1) != 0, (number & 2) != 0, (number & 4) != 0);
    }

    /**
     * From the ends of a score.
     *
     * @param low whether the lowest score is: negative too low, 0 between, positive enough
     * @param high the same of the highest
     * @param gap whether any score lies between the thresholds, which may be equal
     */
    public static ThresholdPosition of(int low, int high, boolean gap) {
        return of(number(low, high, gap));
    }

    /** The number of the same, from 0 and below {@link #COUNT}: for loops that are run often. */
    public static int number(int low, int high, boolean gap) {
        return (low < 0 ? 1 : 0) + (gap && low <= 0 && high >= 0 ? 2 : 0) + (high > 0 ? 4 : 0);
    }
}
