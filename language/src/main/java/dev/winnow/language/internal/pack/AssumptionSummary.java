package dev.winnow.language.internal.pack;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An assumption of a pack in words.
 *
 * @param fact the fact, such as {@code project.yieldRate}
 * @param where the known facts, by key, that its subject must have for the assumption to apply
 * @param value the assumed value in words
 * @param from the first day of the assumption; null if it has always applied
 * @param reason the reason, or the source if no reason is given
 */
public record AssumptionSummary(
        String fact,
        Map<String, String> where,
        String value,
        @Nullable LocalDate from,
        String reason) {}
