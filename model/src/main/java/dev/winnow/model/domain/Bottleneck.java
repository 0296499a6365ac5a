package dev.winnow.model.domain;

import dev.winnow.model.value.Evidence;
import dev.winnow.model.value.Lists;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A product or input that the industry of a city lacks.
 *
 * @param city where it is lacking
 * @param item what is lacking, in the words of the source
 * @param links the chain links that would supply it
 * @param evidence where the row comes from
 */
@CityList(
        value = "bottlenecks",
        key = {"item"})
public record Bottleneck(
        @Timeless @Nullable String city,
        @Timeless @Nullable String item,
        @Refers("links") @Nullable List<String> links,
        @Nullable Evidence evidence) {

    public Bottleneck {
        Lists.requireRow(city, item, "a bottlenecks row");
        links = Lists.copy(links);
    }
}
