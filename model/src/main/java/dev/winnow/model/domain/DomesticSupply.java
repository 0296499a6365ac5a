package dev.winnow.model.domain;

import dev.winnow.model.value.Evidence;
import dev.winnow.model.value.Lists;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chain link of which the city has a domestic supplier.
 *
 * @param city the city
 * @param link the chain link
 * @param suppliers the domestic firms that supply it
 * @param evidence where the row comes from
 */
@CityList(
        value = "domesticSupplies",
        key = {"link"})
public record DomesticSupply(
        @Timeless @Nullable String city,
        @Timeless @Refers("links") @Nullable String link,
        @Refers("firms") @Nullable List<String> suppliers,
        @Nullable Evidence evidence) {

    public DomesticSupply {
        Lists.requireRow(city, link, "a domesticSupplies row");
        suppliers = Lists.copy(suppliers);
    }
}
