package dev.winnow.language.internal.pack;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An assumption of a pack in words.
 *
 * @param fact the fact: {@code project.yieldRate}
 * @param where what must be known of its subject for it to apply, by key
 * @param value what is assumed, in words
 * @param from the day from which it is assumed; null if it always was
 * @param reason why; its source if no reason is given
 */
public record AssumptionSummary(
        String fact,
        Map<String, String> where,
        String value,
        @Nullable LocalDate from,
        String reason) {}
