package dev.winnow.report.internal.contents;

import dev.winnow.model.value.Amount;

/**
 * The budget that a project competes for.
 *
 * @param amount the amount, in the currency of the universe
 * @param ofCity whether it is the city's part of the budget
 * @param cost the property of a project that is its cost: {@code fundingNeed}
 */
public record Budget(Amount amount, boolean ofCity, String cost) {}
