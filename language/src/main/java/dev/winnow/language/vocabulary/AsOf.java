package dev.winnow.language.vocabulary;

import java.time.LocalDate;
import java.util.Objects;

/**
 * The day of screening. What was learnt later does not count.
 *
 * @param date the day
 * @param startOfYear the first day of its year
 */
public record AsOf(LocalDate date, LocalDate startOfYear) {

    public AsOf {
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(startOfYear, "startOfYear");
    }

    /** A day with its year. */
    public static AsOf of(LocalDate date) {
        return new AsOf(date, date.withDayOfYear(1));
    }
}
