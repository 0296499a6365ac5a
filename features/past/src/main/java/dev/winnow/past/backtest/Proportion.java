package dev.winnow.past.backtest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * The share of cases that hit, with its 95 % interval by Wilson's score method (E. B. Wilson 1927; method 3 of R. G.
 * Newcombe, Statistics in Medicine 17, 1998).
 *
 * @param hits number of cases that hit
 * @param cases number of cases
 */
public record Proportion(int hits, int cases) {

    /** Minimum number of cases of a kind for a rate; with fewer, only counts are shown. */
    public static final int ENOUGH = 30;

    /** Decimals of shares, lifts and scores. */
    private static final int DECIMALS = 4;

    /** Decimals beyond which a double is noise. */
    private static final int EXACT = 12;

    /** The 97.5 % quantile of the standard normal distribution. */
    private static final double Z = 1.959963984540054;

    public Proportion {
        if (hits < 0 || hits > cases) {
            throw new IllegalArgumentException(hits + " of " + cases);
        }
    }

    /** Counts the hits of this and another group of cases. */
    Proportion and(Proportion other) {
        return new Proportion(hits + other.hits, cases + other.cases);
    }

    /** Whether there are enough cases for a rate. */
    public boolean isEnough() {
        return cases >= ENOUGH;
    }

    double ratio() {
        return (double) hits / cases;
    }

    /** The share, from 0 to 1; null without cases. */
    public @Nullable BigDecimal share() {
        return cases == 0 ? null : rounded(ratio());
    }

    /** The lower end of the interval, rounded down; null without cases. */
    public @Nullable BigDecimal low() {
        return cases == 0 ? null : rounded(end(-1), RoundingMode.FLOOR);
    }

    /** The upper end of the interval, rounded up; null without cases. */
    public @Nullable BigDecimal high() {
        return cases == 0 ? null : rounded(end(1), RoundingMode.CEILING);
    }

    /**
     * A share with its interval.
     *
     * @param share the share
     * @param low the lower end of the interval, rounded down
     * @param high the upper end, rounded up
     */
    public record Rate(BigDecimal share, BigDecimal low, BigDecimal high) {}

    /** The rate to show; null with too few cases for one. */
    public @Nullable Rate rate() {
        return isEnough()
                ? new Rate(
                        rounded(ratio()), rounded(end(-1), RoundingMode.FLOOR), rounded(end(1), RoundingMode.CEILING))
                : null;
    }

    /** An end of the interval: the lower one with sign -1. */
    double end(int sign) {
        double square = Z * Z;
        double middle = hits + square / 2;
        double half = Z * Math.sqrt(hits * (1 - ratio()) + square / 4);
        return Math.min(1, Math.max(0, (middle + sign * half) / (cases + square)));
    }

    /** Rounds an end of an interval; noise beyond twelve decimals must not move it outward. */
    static BigDecimal rounded(double number, RoundingMode rounding) {
        return BigDecimal.valueOf(number)
                .setScale(EXACT, RoundingMode.HALF_EVEN)
                .setScale(DECIMALS, rounding);
    }

    /** Rounds to four decimals. */
    static BigDecimal rounded(double number) {
        return BigDecimal.valueOf(number).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }
}
