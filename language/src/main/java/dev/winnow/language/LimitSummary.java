package dev.winnow.language;

import dev.winnow.model.source.Place;
import dev.winnow.model.value.Figure;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A limit of a pack with all its values.
 *
 * @param id unique in the pack
 * @param title its title; empty if it has none
 * @param values by date, the earliest first
 */
public record LimitSummary(String id, String title, List<Dated> values) {

    public LimitSummary {
        values = List.copyOf(values);
    }

    /**
     * A value from a day on, until the next.
     *
     * @param from its first day; null if it always held
     * @param value the value; money in million yuan
     * @param source where it comes from; null if it is assumed
     * @param reason why this number, where it is assumed; null otherwise
     * @param place where it stands
     */
    public record Dated(
            @Nullable LocalDate from,
            Figure value,
            @Nullable String source,
            @Nullable String reason,
            Place place) {}
}
