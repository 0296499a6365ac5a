package dev.winnow.analysis.weights;

import dev.winnow.model.value.Fraction;
import java.util.NavigableSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The range of shares of its side, around today's, that a criterion may have without changing a result. */
final class StableRange {

    private static final Fraction HALF = Fraction.ONE.over(Fraction.of(2));

    /**
     * An end of the range.
     *
     * @param part the last share with the same result, or the first with another
     * @param outcome the result beyond the end
     */
    record End(Fraction part, String outcome) {}

    private Fraction from = Fraction.ZERO;
    private Fraction to = Fraction.ONE;
    private @Nullable End lower;
    private @Nullable End upper;

    Fraction from() {
        return from;
    }

    Fraction to() {
        return to;
    }

    /** The lower end; null if there is none. */
    @Nullable
    End lower() {
        return lower;
    }

    /** The upper end; null if there is none. */
    @Nullable
    End upper() {
        return upper;
    }

    /**
     * Narrows the range to the shares with the same result.
     *
     * @param today today's share
     * @param turns all shares between its ends at which the result may change
     * @param outcome returns the result at a share
     */
    void narrow(Fraction today, NavigableSet<Fraction> turns, Function<Fraction, String> outcome) {
        String same = outcome.apply(today);
        End down = end(today, from, turns.headSet(today, true).descendingSet(), outcome, same);
        if (down != null) {
            from = down.part();
            lower = down;
        }
        End up = end(today, to, turns.tailSet(today, true), outcome, same);
        if (up != null) {
            to = up.part();
            upper = up;
        }
    }

    private static @Nullable End end(
            Fraction today,
            Fraction last,
            NavigableSet<Fraction> turns,
            Function<Fraction, String> outcome,
            String same) {
        Fraction before = today;
        for (Fraction turn : turns) {
            if (!turn.equals(before)) {
                String between = outcome.apply(before.plus(turn).times(HALF));
                if (!between.equals(same)) {
                    return new End(before, between);
                }
            }
            boolean outermost = turn.signum() == 0 || turn.equals(Fraction.ONE);
            String there = outermost ? same : outcome.apply(turn);
            if (!there.equals(same)) {
                return new End(turn, there);
            }
            before = turn;
        }
        if (last.equals(before)) {
            return null;
        }
        String between = outcome.apply(before.plus(last).times(HALF));
        return between.equals(same) ? null : new End(before, between);
    }
}
