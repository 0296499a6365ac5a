package dev.winnow.analysis.paths;

import dev.winnow.engine.Answering;

/**
 * An answer to the question for an unknown fact.
 *
 * @param fact which: {@code project.yieldRate}, {@code city.funds.core-park.available}; {@code city.funds} for a list that may
 *     hold more
 * @param value as records hold it: a {@link dev.winnow.model.value.Figure}, a text, a list of texts, a date, true or false;
 *     true of a list of the city from which nothing is missing. In texts {@link #SOMEBODY} is one whom no other fact names.
 */
public record SupposedAnswer(String fact, Object value) {

    /** Somebody whom no other fact names. */
    public static final String SOMEBODY = Answering.SOMEBODY;
}
