package dev.winnow.past.watch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A condition of a recorded decision.
 *
 * @param record the record number of the decision
 * @param hash the hash of that record
 * @param recordedAt the time of that record
 * @param id the number of the condition among those of the decision, from 1
 * @param text the condition in words
 * @param about the id of a rule that must not hold, or the name of a fact that must be known; null if only people can
 *     say whether the condition is met
 * @param owner the person or body that is to meet it; null if none is named
 * @param due the last day to meet it
 * @param met the statement that it is met; null if there is none
 */
public record DueCondition(
        long record,
        String hash,
        Instant recordedAt,
        int id,
        String text,
        @Nullable String about,
        @Nullable String owner,
        LocalDate due,
        @Nullable Fulfilment met) {

    public DueCondition {
        Objects.requireNonNull(hash);
        Objects.requireNonNull(recordedAt);
        Objects.requireNonNull(text);
        Objects.requireNonNull(due);
    }

    /**
     * A recorded statement that a condition is met.
     *
     * @param record the record number of the statement
     * @param day the day on which the condition was met
     * @param reason how it was met
     */
    public record Fulfilment(long record, LocalDate day, String reason) {}

    /** Returns the condition as of a day, open if it was met later. */
    DueCondition on(LocalDate day) {
        return met == null || !met.day().isAfter(day)
                ? this
                : new DueCondition(record, hash, recordedAt, id, text, about, owner, due, null);
    }

    /** Whether it is about a fact; names of facts contain a point, ids of rules do not. */
    public boolean isAboutFact() {
        return about != null && about.indexOf('.') >= 0;
    }
}
