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
 * @param values its values by date, earliest first
 */
public record LimitSummary(String id, String title, List<Dated> values) {

    public LimitSummary {
        values = List.copyOf(values);
    }

    /**
     * A value that is in force from a day until the next value starts.
     *
     * @param from its first day; null if it has always been in force
     * @param value the value; money in million yuan
     * @param source its source; null if it is assumed
     * @param reason the reason for an assumed value; null otherwise
     * @param place its place in the file
     */
    public record Dated(
            @Nullable LocalDate from,
            Figure value,
            @Nullable String source,
            @Nullable String reason,
            Place place) {}
}
