package dev.winnow.model;

import java.time.LocalDate;

/**
 * Whose knowledge counts: that of a day, and perhaps what was learnt only after a decision.
 *
 * @param day the day
 * @param hindsight whether what is marked as learnt only afterwards counts
 * @param learnt up to which day that counts: the day itself, or the universe's own date
 */
record View(LocalDate day, boolean hindsight, LocalDate learnt) {

    /** How many kinds of views there are of one day. */
    static final int KINDS = 3;

    /** All that is ever told. */
    static final View EVER = of(LocalDate.MAX, true);

    static View of(LocalDate day, boolean hindsight) {
        return new View(day, hindsight, day);
    }

    /** Whether what somebody says counts. */
    boolean counts(Evidence evidence) {
        LocalDate from = evidence.asOf();
        return evidence.hindsight()
                ? hindsight && (from == null || !from.isAfter(learnt))
                : from == null || !from.isAfter(day);
    }

    /** Which of its day's views it is, from 0. */
    int kind() {
        return !hindsight ? 0 : learnt.equals(day) ? 1 : 2;
    }
}
