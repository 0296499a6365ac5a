package dev.winnow.model.universe;

import dev.winnow.model.internal.assumption.Assumption;

/**
 * A fact that is unknown, and is assumed.
 *
 * @param fact which, with the row that it is of: {@code project.yieldRate}, {@code city.funds.core-park.available}
 * @param assumption what fills it
 * @param value what is assumed, as the record holds it; true for a list of rows from which nothing is missing
 */
public record FilledFact(String fact, Assumption assumption, Object value) {}
