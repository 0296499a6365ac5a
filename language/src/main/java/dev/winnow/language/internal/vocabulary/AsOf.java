package dev.winnow.language.internal.vocabulary;

import java.time.LocalDate;
import java.util.Objects;

/**
 * The day of screening, as a fact that rules may match.
 *
 * @param date the day
 * @param startOfYear the first day of its year
 */
public record AsOf(LocalDate date, LocalDate startOfYear) {

    public AsOf {
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(startOfYear, "startOfYear");
    }

    /**
     * {@return the facts of a day}
     *
     * @param date the day
     */
    public static AsOf of(LocalDate date) {
        return new AsOf(date, date.withDayOfYear(1));
    }
}
