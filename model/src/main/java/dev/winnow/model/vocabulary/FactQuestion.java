package dev.winnow.model.vocabulary;

import org.jspecify.annotations.Nullable;

/**
 * The way to find out a fact, as its vocabulary declares it: the question, the person or body that can answer it, and
 * the effort.
 *
 * @param sentence the question, in which the first {@code %s} is the project, city or row in question, and {@code %2$s}
 *     the city of a row; null if there is none
 * @param who the person or body that knows: {@code owner}, {@code city}, {@code register}, {@code expert}, {@code
 *     panel}, or any other that a pack names
 * @param days the effort of finding out, in days
 */
public record FactQuestion(@Nullable LocalName sentence, LocalName who, int days) {

    /** The default effort, in days. */
    public static final int DEFAULT_DAYS = 2;

    /** The assessors of a panel, who answer questions for judged facts unless the pack names others. */
    static final LocalName PANEL = new LocalName("panel", "评审组");

    private static final LocalName OWNER = new LocalName("owner", null);
    private static final LocalName CITY = new LocalName("city", null);

    /** Returns a question with defaults for missing parts. */
    static FactQuestion of(
            FactName fact, @Nullable LocalName sentence, @Nullable LocalName who, @Nullable Integer days) {
        LocalName nearest = fact.isOfProject() ? OWNER : CITY;
        return new FactQuestion(sentence, who == null ? nearest : who, days == null ? DEFAULT_DAYS : days);
    }
}
