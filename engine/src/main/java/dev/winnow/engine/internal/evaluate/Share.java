package dev.winnow.engine.internal.evaluate;

import dev.winnow.language.internal.syntax.Consequence;
import dev.winnow.language.internal.syntax.Counting;
import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.Fraction;
import org.jspecify.annotations.Nullable;

/**
 * The interval of the share of a rule's points that a match earns, or of the ceiling that it sets.
 *
 * @param low the lower bound
 * @param high the upper bound
 */
public record Share(Fraction low, Fraction high) {

    public static final Share FULL = new Share(Fraction.ONE, Fraction.ONE);
    public static final Share NONE = new Share(Fraction.ZERO, Fraction.ZERO);
    private static final Share UNKNOWN = new Share(Fraction.ZERO, Fraction.ONE);
    private static final Amount HUNDRED = Amount.of(100);
    private static final Share ANY_CEILING = new Share(Fraction.ZERO, Fraction.HUNDRED);

    /**
     * The share that a match earns, or the ceiling that it sets.
     *
     * @param counting how the rule counts
     * @param first the first of its {@link Consequence#amounts}; null if unknown or absent
     * @param second the second; null if unknown or absent
     */
    public static Share of(Counting counting, @Nullable Figure first, @Nullable Figure second) {
        return switch (counting) {
            case IN_FULL -> FULL;
            case IN_PART -> of(first, second);
            case AS_CEILING -> ceiling(first);
            case AS_SUCH -> NONE;
        };
    }

    /**
     * {@code part / whole}, clamped to 0–1; 0 if the whole is exactly 0, even if the part is unknown. The low is 0 if
     * the whole may be 0.
     */
    public static Share of(@Nullable Figure part, @Nullable Figure whole) {
        if (whole != null && whole.high().isZero()) {
            return NONE;
        }
        if (part == null || whole == null) {
            return UNKNOWN;
        }
        Fraction low =
                whole.high().isUnbounded() || whole.low().isZero() ? Fraction.ZERO : clamped(part.low(), whole.high());
        Fraction high = part.high().isZero()
                ? Fraction.ZERO
                : whole.low().isZero() ? Fraction.ONE : clamped(part.high(), whole.low());
        return new Share(low, high);
    }

    private static Fraction clamped(Amount part, Amount whole) {
        return part.compareTo(whole) >= 0 ? Fraction.ONE : part.ratio(whole);
    }

    /** A ceiling, clamped to 0–100. */
    public static Share ceiling(@Nullable Figure ceiling) {
        if (ceiling == null) {
            return ANY_CEILING;
        }
        return new Share(most(ceiling.low()), most(ceiling.high()));
    }

    private static Fraction most(Amount ceiling) {
        return Amount.min(HUNDRED, ceiling).fraction();
    }

    /** Whether the match certainly earns all points. */
    public boolean isFull() {
        return low.equals(Fraction.ONE);
    }

    public boolean isOpen() {
        return !low.equals(high);
    }
}
