package dev.winnow.model.result;

/**
 * A fact that is unknown and was assumed in a base case.
 *
 * @param fact which: {@code project.yieldRate}; {@code city.funds} for a list that is assumed to hold nothing unlisted
 * @param value what is assumed, as people write it
 * @param reason why; its source if no reason is given
 */
public record Assumed(String fact, String value, String reason) {}
