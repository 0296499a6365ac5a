package dev.winnow.engine.internal.walk;

import dev.winnow.model.value.Amount;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.function.Predicate;

/**
 * The numbers that a search for a value tries, in their order: 0 and the decimals of at most 15 digits, down to 10⁻²⁰.
 * Halving the distance between two places finds small and large values in the same number of steps, each to its last digit.
 */
public final class SearchGrid {

    private static final int DIGITS = 15;
    /** The decimals of the finest numbers, which lie evenly from 0 to the first with all digits. */
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
     * The number nearest to one for which something does not hold, on the way up or down to one for which it does. Halves the
     * places between, and so misses what changes and changes back.
     *
     * @param holds asked of numbers between the two alone
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

    /** The number itself, with no more digits than the grid has. */
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
