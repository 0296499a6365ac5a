package dev.winnow.model.domain;

import dev.winnow.model.value.Evidence;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.Lists;
import org.jspecify.annotations.Nullable;

/**
 * The yearly production of an end market's products in a city, which is its demand for parts.
 *
 * @param city the city
 * @param endMarket the market whose products it makes
 * @param annualOutput output per year, million yuan
 * @param annualUnits products per year, pieces
 * @param partsPerUnit parts per product, pieces
 * @param evidence the origin of the row
 */
public record Demand(
        @Nullable String city,
        @Nullable String endMarket,
        @Nullable Figure annualOutput,
        @Nullable Figure annualUnits,
        @Nullable Figure partsPerUnit,
        @Nullable Evidence evidence) {

    public Demand {
        Lists.requireRow(city, endMarket, "a demands row");
    }
}
