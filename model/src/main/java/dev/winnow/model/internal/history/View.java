package dev.winnow.model.internal.history;

import dev.winnow.model.value.Evidence;
import java.time.LocalDate;

/**
 * Selects the statements that count: those known on a day, optionally with statements marked as hindsight.
 *
 * @param day the day
 * @param hindsight whether statements marked as hindsight count
 * @param learnt the last day of hindsight that counts: the day itself, or the universe's own date
 */
public record View(LocalDate day, boolean hindsight, LocalDate learnt) {

    /** Number of kinds of views per day. */
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

    /** Returns the number of this view among those of its day, from 0. */
    int kind() {
        return !hindsight ? 0 : learnt.equals(day) ? 1 : 2;
    }
}
