package dev.winnow.serve.internal.decisions;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A statement to record that a condition of a decision is met.
 *
 * @param record the record number of the decision
 * @param condition the number of the condition
 * @param met the day on which it was met; null for today
 * @param reason how it was met, at most 10,000 characters
 * @param by the person or body that says so; null for the account of the user
 */
public record NewFulfilment(
        long record,
        int condition,
        @Nullable LocalDate met,
        String reason,
        @Nullable String by) {}
