package dev.winnow.model.domain;

import dev.winnow.model.value.Evidence;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.Lists;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a city with specialisms of its own.
 *
 * @param city whose district
 * @param name its name
 * @param specialisms the chain links it gathers
 * @param keyEnterprises leading firms of the chain that settled in it
 * @param totalInvestment what was invested there in all, million yuan
 * @param evidence where the row comes from
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
