package dev.winnow.model.domain;

import dev.winnow.model.value.Evidence;
import dev.winnow.model.value.Lists;
import org.jspecify.annotations.Nullable;

/**
 * A firm in a city, large enough to be the first customer of a new supplier.
 *
 * @param city the city in which it makes its products
 * @param firm its name
 * @param endMarket the market it sells to
 * @param evidence the origin of the row
 */
public record LeadUser(
        @Nullable String city,
        @Nullable String firm,
        @Nullable String endMarket,
        @Nullable Evidence evidence) {

    public LeadUser {
        Lists.requireRow(city, firm, "a leadUsers row");
    }
}
