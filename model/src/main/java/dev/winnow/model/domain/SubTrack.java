package dev.winnow.model.domain;

import dev.winnow.model.value.Evidence;
import dev.winnow.model.value.Lists;
import org.jspecify.annotations.Nullable;

/**
 * A narrower track that a city has chosen to favour.
 *
 * @param city who chose it
 * @param track the id of the sub-track
 * @param evidence where the row comes from
 */
@CityList(
        value = "subTracks",
        key = {"track"})
public record SubTrack(
        @Timeless @Nullable String city,
        @Timeless @Refers("subTracks") @Nullable String track,
        @Nullable Evidence evidence) {

    public SubTrack {
        Lists.requireRow(city, track, "a subTracks row");
    }
}
