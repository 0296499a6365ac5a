package dev.winnow.model.internal.panel;

import dev.winnow.model.source.Place;

/**
 * An assessor who does not judge a project or a city.
 *
 * @param subject the id of the project or city
 * @param assessor the id of the assessor
 * @param reason the reason, such as a conflict of interest
 * @param place the place where it is stated
 */
public record Recusal(String subject, String assessor, String reason, Place place) {}
