package dev.winnow.model.domain;

import dev.winnow.model.value.Evidence;
import dev.winnow.model.value.Lists;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A firm already in a city, on a chain link.
 *
 * @param city where it is
 * @param name its name
 * @param links the chain links it works on
 * @param evidence where the row comes from
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
