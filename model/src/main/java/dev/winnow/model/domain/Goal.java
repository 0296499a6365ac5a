package dev.winnow.model.domain;

import dev.winnow.model.value.Evidence;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.Lists;
import dev.winnow.model.value.Measured;
import dev.winnow.model.value.Unit;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a city aims at in a track.
 *
 * @param city who aims at it
 * @param track the track
 * @param targetOutput output a year aimed at, million yuan
 * @param baseline output a year when the goal was set, million yuan
 * @param due the day by which it is to be reached
 * @param evidence where the row comes from
 */
@CityList(
        value = "goals",
        key = {"track"})
public record Goal(
        @Timeless @Nullable String city,
        @Timeless @Refers("tracks") @Nullable String track,
        @Measured(Unit.MONEY) @Nullable Figure targetOutput,
        @Measured(Unit.MONEY) @Nullable Figure baseline,
        @Nullable LocalDate due,
        @Nullable Evidence evidence) {

    public Goal {
        Lists.requireRow(city, track, "a goals row");
    }
}
