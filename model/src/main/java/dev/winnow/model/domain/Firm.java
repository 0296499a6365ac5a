package dev.winnow.model.domain;

import dev.winnow.model.value.Evidence;
import dev.winnow.model.value.Lists;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A firm in a city that works on chain links.
 *
 * @param city the city
 * @param name its name
 * @param links the chain links it works on
 * @param evidence the origin of the row
 */
public record Firm(
        @Nullable String city,
        @Nullable String name,
        @Nullable List<String> links,
        @Nullable Evidence evidence) {

    public Firm {
        Lists.requireRow(city, name, "a firms row");
        links = Lists.copy(links);
    }
}
