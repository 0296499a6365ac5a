package dev.winnow.model.internal.history;

import dev.winnow.model.value.Evidence;
import java.time.LocalDate;

/**
 * Selects the statements that count: those known on a day, optionally with what was learnt after the decision.
 *
 * @param day the day
 * @param hindsight whether what is marked as learnt only afterwards counts
 * @param learnt up to which day that counts: the day itself, or the universe's own date
 */
public record View(LocalDate day, boolean hindsight, LocalDate learnt) {

    /** How many kinds of views there are of one day. */
    static final int KINDS = 3;

    /** The view in which every statement counts. */
    public static final View EVER = of(LocalDate.MAX, true);

    public static View of(LocalDate day, boolean hindsight) {
        return new View(day, hindsight, day);
    }

    /** Whether a statement with this evidence counts. */
    public boolean counts(Evidence evidence) {
        LocalDate from = evidence.asOf();
        return evidence.hindsight()
                ? hindsight && (from == null || !from.isAfter(learnt))
                : from == null || !from.isAfter(day);
    }

    /** The number of this view among those of its day, from 0. */
    int kind() {
        return !hindsight ? 0 : learnt.equals(day) ? 1 : 2;
    }
}
