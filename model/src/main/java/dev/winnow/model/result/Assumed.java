package dev.winnow.model.result;

/**
 * An unknown fact for which a base case assumed a value.
 *
 * @param fact its name: {@code project.yieldRate}; {@code city.funds} for a list that is assumed to be complete
 * @param value the assumed value, as people write it
 * @param reason the reason; the source if no reason is given
 */
public record Assumed(String fact, String value, String reason) {}
