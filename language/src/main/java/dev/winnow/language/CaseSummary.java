package dev.winnow.language;

import dev.winnow.model.source.Place;

/**
 * A worked example without its facts.
 *
 * @param sentence the claim it makes
 * @param rule the id of the rule it tests
 * @param expected the expected outcome of that rule: {@code fires}, {@code does not fire} or {@code cannot say}
 * @param place its place in the file
 */
public record CaseSummary(String sentence, String rule, String expected, Place place) {}
