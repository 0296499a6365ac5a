package dev.winnow.model.result;

import java.math.BigDecimal;

/**
 * A fact to find out, and how much hangs on it.
 *
 * @param fact which: {@code project.yieldRate}; {@code city.funds} for a list that may hold more
 * @param points weighted points of the sides that hang on it; 0 for a knock-out, which comes first all the same
 * @param knockOut whether an open knock-out hangs on it
 */
public record Question(String fact, BigDecimal points, boolean knockOut) {}
