package dev.winnow.analysis.weights;

import dev.winnow.language.rational.Fraction;
import java.util.NavigableSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The parts of its side around today's that a criterion may have while the same is said.
 */
final class StableRange {

    private static final Fraction HALF = Fraction.ONE.over(Fraction.of(2));

    /**
     * An end of it.
     *
     * @param part the last part of which the same is said, or the first of which it is not
     * @param said what is said beyond
     */
    record End(Fraction part, String said) {}

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

    /** Its lower end; null if there is none. */
    @Nullable
    End lower() {
        return lower;
    }

    /** Its upper end; null if there is none. */
    @Nullable
    End upper() {
        return upper;
    }

    /**
     * Narrows it to where the same is said.
     *
     * @param today today's part
     * @param turns all parts between its ends at which something else may be said
     * @param said what is said at a part
     */
    void narrow(Fraction today, NavigableSet<Fraction> turns, Function<Fraction, String> said) {
        String same = said.apply(today);
        End down = end(today, from, turns.headSet(today, true).descendingSet(), said, same);
        if (down != null) {
            from = down.part();
            lower = down;
        }
        End up = end(today, to, turns.tailSet(today, true), said, same);
        if (up != null) {
            to = up.part();
            upper = up;
        }
    }

    private static @Nullable End end(
            Fraction today, Fraction last, NavigableSet<Fraction> turns, Function<Fraction, String> said, String same) {
        Fraction before = today;
        for (Fraction turn : turns) {
            if (!turn.equals(before)) {
                String between = said.apply(before.plus(turn).times(HALF));
                if (!between.equals(same)) {
                    return new End(before, between);
                }
            }
            boolean outermost = turn.signum() == 0 || turn.equals(Fraction.ONE);
            String there = outermost ? same : said.apply(turn);
            if (!there.equals(same)) {
                return new End(turn, there);
            }
            before = turn;
        }
        if (last.equals(before)) {
            return null;
        }
        String between = said.apply(before.plus(last).times(HALF));
        return between.equals(same) ? null : new End(before, between);
    }
}
