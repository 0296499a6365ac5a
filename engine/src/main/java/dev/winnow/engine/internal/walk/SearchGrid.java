package dev.winnow.engine.internal.walk;

import dev.winnow.model.value.Amount;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.function.Predicate;

/**
 * The grid of numbers that a search tries: 0 and the decimals of at most 15 digits, down to 10⁻²⁰, in ascending order.
 * Bisecting grid places finds small and large values in the same number of steps, to the last digit.
 */
public final class SearchGrid {

    private static final int DIGITS = 15;
    /**
     * Number of decimals of the finest numbers, which are evenly spaced from 0 to the first number with all 15 digits.
     */
    private static final int FINEST = 20;

    private static final long ALL = 1_000_000_000_000_000L;
    private static final long FIRST = ALL / 10;
    private static final long DECADE = ALL - FIRST;

    private SearchGrid() {}

    /** The place of the largest number that does not exceed an amount. */
    public static long place(Amount amount) {
        if (amount.isZero()) {
            return 0;
        }
        BigDecimal number = amount.decimal();
        int decimals = Math.min(FINEST, DIGITS - number.precision() + number.scale());
        long digits =
                number.setScale(decimals, RoundingMode.DOWN).unscaledValue().longValueExact();
        return digits + (FINEST - decimals) * DECADE;
    }

    /** The number at a place. */
    public static Amount at(long place) {
        long decades = Math.max(0, (place - FIRST) / DECADE);
        BigInteger digits = BigInteger.valueOf(place - decades * DECADE);
        return Amount.of(new BigDecimal(digits, (int) (FINEST - decades)));
    }

    /**
     * The number nearest to {@code from} that meets a condition, on the way up or down to {@code to}, which meets it.
     * Bisects, so a result that changes and changes back in between is missed.
     *
     * @param holds the condition; tested only for numbers strictly between the two
     */
    public static Amount first(Amount from, Amount to, Predicate<Amount> holds) {
        long not = place(from);
        long does = place(to);
        while (Math.abs(does - not) > 1) {
            long middle = not + (does - not) / 2;
            if (holds.test(at(middle))) {
                does = middle;
            } else {
                not = middle;
            }
        }
        return at(does);
    }

    /** An amount reduced to the digits of the grid. */
    public static Amount near(Amount amount) {
        return at(place(amount));
    }

    /** The next smaller number; 0 for 0. */
    public static Amount below(Amount amount) {
        long place = place(amount);
        return place == 0 || at(place).compareTo(amount) < 0 ? at(place) : at(place - 1);
    }

    /** The next larger number. */
    public static Amount above(Amount amount) {
        return at(place(amount) + 1);
    }
}
