package dev.winnow.model.universe;

import dev.winnow.model.internal.assumption.Assumption;

/**
 * An unknown fact with its assumed value.
 *
 * @param fact its name, with its row: {@code project.yieldRate}, {@code city.funds.core-park.available}
 * @param assumption the assumption that fills it
 * @param value the assumed value as in the record; true for a list of rows that is assumed to be complete
 */
public record FilledFact(String fact, Assumption assumption, Object value) {}
