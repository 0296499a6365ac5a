package dev.winnow.model.result;

import java.math.BigDecimal;

/**
 * A fact to find out, and how much depends on it.
 *
 * @param fact which: {@code project.fundingNeed}; {@code city.funds} for a list that may hold more
 * @param points the weighted points of the sides that depend on it; 0 for a knock-out, which comes first all the same
 * @param knockOut whether an undetermined knock-out depends on it
 */
public record Question(String fact, BigDecimal points, boolean knockOut) {}
