package dev.winnow.past.watch;

import dev.winnow.model.result.Citation;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A condition on a day.
 *
 * @param condition the condition
 * @param status whether it is met, and otherwise when it is due
 * @param subject the state of the rule or fact that it is about; null if it is about none
 * @param fact the value of the fact that it is about, with its source; null if the universe does not state it
 */
public record ConditionState(
        DueCondition condition,
        Status status,
        @Nullable Subject subject,
        @Nullable Citation fact) {

    /** Whether a condition is met, and otherwise when it is due. */
    public enum Status {
        /** The last day has passed. */
        OVERDUE,
        /** The last day is near. */
        DUE,
        /** The last day is farther away. */
        OPEN,
        /** People said so, or the facts of the day show it. */
        MET
    }

    /** The state of the rule or fact that a condition is about. */
    public enum Subject {
        /** The rule certainly does not hold, or the fact is stated. */
        SETTLED,
        /** The rule cannot be decided, or the fact is unknown or too vague. */
        UNDECIDED,
        /** The rule holds. */
        HOLDS,
        /** The pack no longer has the rule. */
        UNKNOWN
    }

    /**
     * Returns the status of a condition.
     *
     * @param within a condition is due from this number of days before its last day
     */
    static Status status(DueCondition condition, @Nullable Subject subject, LocalDate today, int within) {
        if (condition.met() != null || subject == Subject.SETTLED) {
            return Status.MET;
        }
        return condition.due().isBefore(today)
                ? Status.OVERDUE
                : condition.due().isAfter(today.plusDays(within)) ? Status.OPEN : Status.DUE;
    }
}
