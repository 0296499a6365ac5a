package dev.winnow.model.domain;

import dev.winnow.model.value.Evidence;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.Lists;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a city with specialisms of its own.
 *
 * @param city the city
 * @param name its name
 * @param specialisms the chain links that it specialises in
 * @param keyEnterprises leading firms of the chain that settled in it
 * @param totalInvestment total investment in it so far, million yuan
 * @param evidence the origin of the row
 */
public record District(
        @Nullable String city,
        @Nullable String name,
        @Nullable List<String> specialisms,
        @Nullable Figure keyEnterprises,
        @Nullable Figure totalInvestment,
        @Nullable Evidence evidence) {

    public District {
        Lists.requireRow(city, name, "a districts row");
        specialisms = Lists.copy(specialisms);
    }
}
