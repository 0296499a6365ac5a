package dev.winnow.language;

import dev.winnow.model.source.Place;

/**
 * A worked example, without its facts.
 *
 * @param sentence what it shows
 * @param rule the rule it is about
 * @param expected what that rule must do: {@code fires}, {@code does not fire} or {@code cannot say}
 * @param place where it stands
 */
public record CaseSummary(String sentence, String rule, String expected, Place place) {}
