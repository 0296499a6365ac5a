package dev.winnow.model.domain;

import dev.winnow.model.value.Evidence;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.Lists;
import dev.winnow.model.value.Measured;
import dev.winnow.model.value.Unit;
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
@CityList(
        value = "demands",
        key = {"endMarket"})
public record Demand(
        @Timeless @Nullable String city,
        @Timeless @Refers("endMarkets") @Nullable String endMarket,
        @Measured(Unit.Kind.MONEY) @Nullable Figure annualOutput,
        @Measured(Unit.Kind.NUMBER) @Nullable Figure annualUnits,
        @Measured(Unit.Kind.NUMBER) @Nullable Figure partsPerUnit,
        @Nullable Evidence evidence) {

    public Demand {
        Lists.requireRow(city, endMarket, "a demands row");
    }
}
