package dev.winnow.engine.evaluate;

import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.StartOfList;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Comparisons in the certain reading: they hold whatever the unknown values are. A comparison with an unknown is false,
 * and a figure counts by the end of its interval that is least favourable. Called by compiled rules; {@link Possibly}
 * is the counterpart.
 */
public final class Certainly {

    private Certainly() {}

    /**
     * Every possible left is at least every possible right.
     *
     * @param left the left figure; null if it is unknown
     * @param right the right figure; null if it is unknown
     * @return whether that certainly holds
     */
    public static boolean atLeast(@Nullable Figure left, @Nullable Figure right) {
        return left != null && right != null && left.low().compareTo(right.high()) >= 0;
    }

    /**
     * Every possible left is more than every possible right.
     *
     * @param left the left figure; null if it is unknown
     * @param right the right figure; null if it is unknown
     * @return whether that certainly holds
     */
    public static boolean moreThan(@Nullable Figure left, @Nullable Figure right) {
        return left != null && right != null && left.low().compareTo(right.high()) > 0;
    }

    /**
     * Every possible left is at most every possible right.
     *
     * @param left the left figure; null if it is unknown
     * @param right the right figure; null if it is unknown
     * @return whether that certainly holds
     */
    public static boolean atMost(@Nullable Figure left, @Nullable Figure right) {
        return left != null && right != null && left.high().compareTo(right.low()) <= 0;
    }

    /**
     * Every possible left is less than every possible right.
     *
     * @param left the left figure; null if it is unknown
     * @param right the right figure; null if it is unknown
     * @return whether that certainly holds
     */
    public static boolean lessThan(@Nullable Figure left, @Nullable Figure right) {
        return left != null && right != null && left.high().compareTo(right.low()) < 0;
    }

    /**
     * The smallest a count or sum can be reaches the figure.
     *
     * @param least the least that the count or sum can be
     * @param right the right figure; null if it is unknown
     * @return whether that certainly holds
     */
    public static boolean atLeast(Amount least, @Nullable Figure right) {
        return right != null && least.compareTo(right.high()) >= 0;
    }

    /**
     * The smallest a count or sum can be exceeds the figure.
     *
     * @param least the least that the count or sum can be
     * @param right the right figure; null if it is unknown
     * @return whether that certainly holds
     */
    public static boolean moreThan(Amount least, @Nullable Figure right) {
        return right != null && least.compareTo(right.high()) > 0;
    }

    /**
     * The largest a count or sum can be stays within the figure.
     *
     * @param most the most that the count or sum can be
     * @param right the right figure; null if it is unknown
     * @return whether that certainly holds
     */
    public static boolean atMost(Amount most, @Nullable Figure right) {
        return right != null && most.compareTo(right.low()) <= 0;
    }

    /**
     * The largest a count or sum can be stays below the figure.
     *
     * @param most the most that the count or sum can be
     * @param right the right figure; null if it is unknown
     * @return whether that certainly holds
     */
    public static boolean lessThan(Amount most, @Nullable Figure right) {
        return right != null && most.compareTo(right.low()) < 0;
    }

    /**
     * The left day is the right one or later.
     *
     * @param left the left day; null if it is unknown
     * @param right the right day; null if it is unknown
     * @return whether that certainly holds
     */
    public static boolean atLeast(@Nullable LocalDate left, @Nullable LocalDate right) {
        return left != null && right != null && !left.isBefore(right);
    }

    /**
     * The left day is later than the right one.
     *
     * @param left the left day; null if it is unknown
     * @param right the right day; null if it is unknown
     * @return whether that certainly holds
     */
    public static boolean moreThan(@Nullable LocalDate left, @Nullable LocalDate right) {
        return left != null && right != null && left.isAfter(right);
    }

    /**
     * The left day is the right one or earlier.
     *
     * @param left the left day; null if it is unknown
     * @param right the right day; null if it is unknown
     * @return whether that certainly holds
     */
    public static boolean atMost(@Nullable LocalDate left, @Nullable LocalDate right) {
        return left != null && right != null && !left.isAfter(right);
    }

    /**
     * The left day is earlier than the right one.
     *
     * @param left the left day; null if it is unknown
     * @param right the right day; null if it is unknown
     * @return whether that certainly holds
     */
    public static boolean lessThan(@Nullable LocalDate left, @Nullable LocalDate right) {
        return left != null && right != null && left.isBefore(right);
    }

    /**
     * Both are known and the same; figures are if both are exact.
     *
     * @param left the left value; null if it is unknown
     * @param right the right value; null if it is unknown
     * @return whether that certainly holds
     */
    public static boolean same(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Figure one && right instanceof Figure other) {
            return one.isExact() && other.isExact() && one.low().equals(other.low());
        }
        return left != null && !(left instanceof OtherKey) && left.equals(right);
    }

    /**
     * Both are known and differ; figures do if their intervals have nothing in common.
     *
     * @param left the left value; null if it is unknown
     * @param right the right value; null if it is unknown
     * @return whether that certainly holds
     */
    public static boolean different(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Figure one && right instanceof Figure other) {
            return one.high().compareTo(other.low()) < 0 || other.high().compareTo(one.low()) < 0;
        }
        if (left instanceof OtherKey key) {
            return right != null && !(right instanceof OtherKey) && !key.mayBe(right);
        }
        if (right instanceof OtherKey key) {
            return left != null && !key.mayBe(left);
        }
        return left != null && right != null && !left.equals(right);
    }

    /**
     * The item and the list are known, and it is in it.
     *
     * @param item the item; null if it is unknown
     * @param list the list; null if it is unknown
     * @return whether that certainly holds
     */
    public static boolean memberOf(@Nullable Object item, @Nullable Collection<?> list) {
        return item != null && list != null && list.contains(item);
    }

    /**
     * The list is known to its end, and the item is known and not in it; nothing is in an empty list.
     *
     * @param item the item; null if it is unknown
     * @param list the list; null if it is unknown
     * @return whether that certainly holds
     */
    public static boolean notMemberOf(@Nullable Object item, @Nullable Collection<?> list) {
        if (list == null || StartOfList.mayHoldMore(list)) {
            return false;
        }
        return item instanceof OtherKey key
                ? !key.mayBeOneOf(list)
                : list.isEmpty() || (item != null && !list.contains(item));
    }

    /**
     * The item is known and one of these.
     *
     * @param item the item; null if it is unknown
     * @param options the texts to compare with
     * @return whether that certainly holds
     */
    public static boolean oneOf(@Nullable Object item, String... options) {
        return item != null && List.of(options).contains(item);
    }

    /**
     * The item is known and none of these.
     *
     * @param item the item; null if it is unknown
     * @param options the texts to compare with
     * @return whether that certainly holds
     */
    public static boolean noneOf(@Nullable Object item, String... options) {
        return item instanceof OtherKey key
                ? !key.mayBeOneOf(List.of(options))
                : item != null && !List.of(options).contains(item);
    }

    /**
     * What a figure adds to a sum at least: nothing if it is unknown.
     *
     * @param figure the figure; null if it is unknown
     * @return the amount
     */
    public static Amount amount(@Nullable Figure figure) {
        return figure == null ? Amount.ZERO : figure.low();
    }
}
