package dev.winnow.model.domain;

import dev.winnow.model.value.Evidence;
import dev.winnow.model.value.Lists;
import org.jspecify.annotations.Nullable;

/**
 * A chain link that another city of the same province is known to hold as its part.
 *
 * @param city whose sister it is
 * @param sister the other city
 * @param link the chain link that is the other city's part
 * @param evidence where the row comes from
 */
@CityList(
        value = "sisterRoles",
        key = {"sister", "link"})
public record SisterRole(
        @Timeless @Nullable String city,
        @Timeless @Nullable String sister,
        @Timeless @Refers("links") @Nullable String link,
        @Nullable Evidence evidence) {

    public SisterRole {
        Lists.requireRow(city, sister, "a sisterRoles row");
    }
}
