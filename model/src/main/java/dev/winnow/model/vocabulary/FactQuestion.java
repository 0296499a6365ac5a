package dev.winnow.model.vocabulary;

import org.jspecify.annotations.Nullable;

/**
 * How a fact is found out: the question, who can answer it and how long that takes, as the vocabulary of the fact says.
 *
 * @param sentence the question, in which the first {@code %s} is the project, the city or the row that is asked about, and
 *     {@code %2$s} the city of a row; null if none is given
 * @param who who knows: {@code owner}, {@code city}, {@code register}, {@code expert}, or anybody that a pack names
 * @param days the effort of finding out, in days
 */
public record FactQuestion(@Nullable LocalName sentence, LocalName who, int days) {

    /** The days that an answer takes where nothing is said. */
    public static final int UNTOLD_DAYS = 2;

    private static final LocalName OWNER = new LocalName("owner", null);
    private static final LocalName CITY = new LocalName("city", null);

    /** The question that is given, with who knows and the days as they are where they are not. */
    static FactQuestion of(
            FactName fact, @Nullable LocalName sentence, @Nullable LocalName who, @Nullable Integer days) {
        LocalName nearest = fact.isOfProject() ? OWNER : CITY;
        return new FactQuestion(sentence, who == null ? nearest : who, days == null ? UNTOLD_DAYS : days);
    }
}
