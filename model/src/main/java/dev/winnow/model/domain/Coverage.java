package dev.winnow.model.domain;

import dev.winnow.model.value.Evidence;
import dev.winnow.model.value.Lists;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whether a city covers a stage of a chain, which it does if it holds any link of the stage or if a statement says so.
 * One row per city, chain and stage.
 *
 * @param city the city
 * @param chain the chain
 * @param stage the stage
 * @param held true, false, or null for unknown
 * @param since the day from which this is known; null if undated or unknown
 * @param evidence the statement it rests on; null if it follows from links alone or is unknown
 */
public record Coverage(
        String city,
        String chain,
        String stage,
        @Nullable Boolean held,
        @Nullable LocalDate since,
        @Nullable Evidence evidence) {

    public Coverage {
        Lists.require(city, "city");
        Lists.require(chain, "chain");
        Lists.require(stage, "stage");
    }
}
