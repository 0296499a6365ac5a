package dev.winnow.engine.evaluate;

import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Figure;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Comparisons in the possible reading: they hold for some value of the unknowns. A comparison with an unknown is true,
 * and a figure counts by the end of its interval that is most favourable. Called by compiled rules; {@link Certainly}
 * is the counterpart.
 */
public final class Possibly {

    private Possibly() {}

    /**
     * Some possible left is at least some possible right.
     *
     * @param left the left figure; null if it is unknown
     * @param right the right figure; null if it is unknown
     * @return whether that possibly holds
     */
    public static boolean atLeast(@Nullable Figure left, @Nullable Figure right) {
        return left == null || right == null || left.high().compareTo(right.low()) >= 0;
    }

    /**
     * Some possible left is more than some possible right.
     *
     * @param left the left figure; null if it is unknown
     * @param right the right figure; null if it is unknown
     * @return whether that possibly holds
     */
    public static boolean moreThan(@Nullable Figure left, @Nullable Figure right) {
        return left == null || right == null || left.high().compareTo(right.low()) > 0;
    }

    /**
     * Some possible left is at most some possible right.
     *
     * @param left the left figure; null if it is unknown
     * @param right the right figure; null if it is unknown
     * @return whether that possibly holds
     */
    public static boolean atMost(@Nullable Figure left, @Nullable Figure right) {
        return left == null || right == null || left.low().compareTo(right.high()) <= 0;
    }

    /**
     * Some possible left is less than some possible right.
     *
     * @param left the left figure; null if it is unknown
     * @param right the right figure; null if it is unknown
     * @return whether that possibly holds
     */
    public static boolean lessThan(@Nullable Figure left, @Nullable Figure right) {
        return left == null || right == null || left.low().compareTo(right.high()) < 0;
    }

    /**
     * The largest a count or sum can be may reach the figure.
     *
     * @param most the most that the count or sum can be
     * @param right the right figure; null if it is unknown
     * @return whether that possibly holds
     */
    public static boolean atLeast(Amount most, @Nullable Figure right) {
        return right == null || most.compareTo(right.low()) >= 0;
    }

    /**
     * The largest a count or sum can be may exceed the figure.
     *
     * @param most the most that the count or sum can be
     * @param right the right figure; null if it is unknown
     * @return whether that possibly holds
     */
    public static boolean moreThan(Amount most, @Nullable Figure right) {
        return right == null || most.compareTo(right.low()) > 0;
    }

    /**
     * The smallest a count or sum can be may stay within the figure.
     *
     * @param least the least that the count or sum can be
     * @param right the right figure; null if it is unknown
     * @return whether that possibly holds
     */
    public static boolean atMost(Amount least, @Nullable Figure right) {
        return right == null || least.compareTo(right.high()) <= 0;
    }

    /**
     * The smallest a count or sum can be may stay below the figure.
     *
     * @param least the least that the count or sum can be
     * @param right the right figure; null if it is unknown
     * @return whether that possibly holds
     */
    public static boolean lessThan(Amount least, @Nullable Figure right) {
        return right == null || least.compareTo(right.high()) < 0;
    }

    /**
     * The left day may be the right one or later.
     *
     * @param left the left day; null if it is unknown
     * @param right the right day; null if it is unknown
     * @return whether that possibly holds
     */
    public static boolean atLeast(@Nullable LocalDate left, @Nullable LocalDate right) {
        return left == null || right == null || !left.isBefore(right);
    }

    /**
     * The left day may be later than the right one.
     *
     * @param left the left day; null if it is unknown
     * @param right the right day; null if it is unknown
     * @return whether that possibly holds
     */
    public static boolean moreThan(@Nullable LocalDate left, @Nullable LocalDate right) {
        return left == null || right == null || left.isAfter(right);
    }

    /**
     * The left day may be the right one or earlier.
     *
     * @param left the left day; null if it is unknown
     * @param right the right day; null if it is unknown
     * @return whether that possibly holds
     */
    public static boolean atMost(@Nullable LocalDate left, @Nullable LocalDate right) {
        return left == null || right == null || !left.isAfter(right);
    }

    /**
     * The left day may be earlier than the right one.
     *
     * @param left the left day; null if it is unknown
     * @param right the right day; null if it is unknown
     * @return whether that possibly holds
     */
    public static boolean lessThan(@Nullable LocalDate left, @Nullable LocalDate right) {
        return left == null || right == null || left.isBefore(right);
    }

    /**
     * They may be the same.
     *
     * @param left the left value; null if it is unknown
     * @param right the right value; null if it is unknown
     * @return whether that possibly holds
     */
    public static boolean same(@Nullable Object left, @Nullable Object right) {
        return left == null || right == null || !Certainly.different(left, right);
    }

    /**
     * They may differ.
     *
     * @param left the left value; null if it is unknown
     * @param right the right value; null if it is unknown
     * @return whether that possibly holds
     */
    public static boolean different(@Nullable Object left, @Nullable Object right) {
        return left == null || right == null || !Certainly.same(left, right);
    }

    /**
     * The item may be in the list; nothing is in an empty one.
     *
     * @param item the item; null if it is unknown
     * @param list the list; null if it is unknown
     * @return whether that possibly holds
     */
    public static boolean memberOf(@Nullable Object item, @Nullable Collection<?> list) {
        return !Certainly.notMemberOf(item, list);
    }

    /**
     * The item may be missing from the list.
     *
     * @param item the item; null if it is unknown
     * @param list the list; null if it is unknown
     * @return whether that possibly holds
     */
    public static boolean notMemberOf(@Nullable Object item, @Nullable Collection<?> list) {
        return !Certainly.memberOf(item, list);
    }

    /**
     * The item may be one of these.
     *
     * @param item the item; null if it is unknown
     * @param options the texts to compare with
     * @return whether that possibly holds
     */
    public static boolean oneOf(@Nullable Object item, String... options) {
        return !Certainly.noneOf(item, options);
    }

    /**
     * The item may be none of these.
     *
     * @param item the item; null if it is unknown
     * @param options the texts to compare with
     * @return whether that possibly holds
     */
    public static boolean noneOf(@Nullable Object item, String... options) {
        return item == null || !List.of(options).contains(item);
    }

    /**
     * What a figure adds to a sum at most: without bound if it is unknown.
     *
     * @param figure the figure; null if it is unknown
     * @return the amount
     */
    public static Amount amount(@Nullable Figure figure) {
        return figure == null ? Amount.UNBOUNDED : figure.high();
    }

    /**
     * What a row adds to a count at most: 1, without bound for the unwritten row, which has no city.
     *
     * @param city the city of the row; null for the unwritten row
     * @return the amount
     */
    public static Amount weight(@Nullable String city) {
        return city == null ? Amount.UNBOUNDED : Amount.ONE;
    }
}
