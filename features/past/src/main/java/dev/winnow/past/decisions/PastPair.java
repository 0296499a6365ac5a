package dev.winnow.past.decisions;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A project in a city, to be judged by the facts known on a day.
 *
 * @param project the project's id
 * @param city the city's id
 * @param day the day; null if unknown, and the universe's day is used
 */
public record PastPair(
        String project, String city, @Nullable LocalDate day) implements Comparable<PastPair> {

    private static final Comparator<PastPair> ORDER = Comparator.comparing(PastPair::project)
            .thenComparing(PastPair::city)
            .thenComparing(PastPair::day, Comparator.nullsFirst(Comparator.naturalOrder()));

    public PastPair {
        Objects.requireNonNull(project);
        Objects.requireNonNull(city);
    }

    /** Compares project, city and day; a pair without a day comes first. */
    @Override
    public int compareTo(PastPair other) {
        return ORDER.compare(this, other);
    }
}
