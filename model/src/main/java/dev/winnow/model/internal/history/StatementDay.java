package dev.winnow.model.internal.history;

import dev.winnow.model.source.Place;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The day of a statement and its place, by which it is ordered.
 *
 * @param day its own day, or that of its source; null if neither has one
 * @param hindsight whether the statement counts only in hindsight
 */
public record StatementDay(@Nullable LocalDate day, boolean hindsight, Place place)
        implements Comparable<StatementDay> {

    @Override
    public int compareTo(StatementDay other) {
        return place.compareTo(other.place);
    }
}
