package dev.winnow.model.domain;

import dev.winnow.model.value.Evidence;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.Lists;
import org.jspecify.annotations.Nullable;

/**
 * What the industry of an end market in a city makes, and so buys.
 *
 * @param city whose demand
 * @param endMarket the market whose products it makes
 * @param annualOutput output a year, million yuan
 * @param annualUnits products a year, pieces
 * @param partsPerUnit parts that go into one product, pieces
 * @param evidence where the row comes from
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
