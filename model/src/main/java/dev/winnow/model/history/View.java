package dev.winnow.model.history;

import dev.winnow.model.value.Evidence;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whose knowledge counts: that of a day, and perhaps what was learnt only after a decision.
 *
 * @param day the day
 * @param hindsight whether what is marked as learnt only afterwards counts
 * @param learnt up to which day that counts: the day itself, or the universe's own date
 */
public record View(LocalDate day, boolean hindsight, LocalDate learnt) {

    /** How many kinds of views there are of one day. */
    static final int KINDS = 3;

    /** All that is ever told. */
    public static final View EVER = of(LocalDate.MAX, true);

    public static View of(LocalDate day, boolean hindsight) {
        return new View(day, hindsight, day);
    }

    /** Whether what somebody says counts. */
    public boolean counts(Evidence evidence) {
        LocalDate from = evidence.asOf();
        return evidence.hindsight()
                ? hindsight && (from == null || !from.isAfter(learnt))
                : from == null || !from.isAfter(day);
    }

    // By hand, as those of a stage of ToldCity are.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof View one
                && one.day.equals(day)
                && one.hindsight == hindsight
                && one.learnt.equals(learnt);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * day.hashCode() + learnt.hashCode()) + (hindsight ? 1 : 0);
    }

    /** Which of its day's views it is, from 0. */
    int kind() {
        return !hindsight ? 0 : learnt.equals(day) ? 1 : 2;
    }
}
