package dev.winnow.model.internal.panel;

import dev.winnow.model.source.Place;

/**
 * An assessor who does not judge a project or a city.
 *
 * @param subject the id of the project or city
 * @param assessor the id of the assessor
 * @param reason the reason, such as a conflict of interest
 * @param round the round in which the assessor declared it; 0 if the panel's file states it
 * @param place the place where it is stated
 */
public record Recusal(String subject, String assessor, String reason, int round, Place place) {

    /** Creates a recusal that the panel's file states. */
    public Recusal(String subject, String assessor, String reason, Place place) {
        this(subject, assessor, reason, 0, place);
    }
}
