package dev.winnow.model.domain;

import dev.winnow.model.value.Evidence;
import dev.winnow.model.value.Lists;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a city holds a chain link: derived from landed projects and plain statements, one row per city and link.
 *
 * @param city the city
 * @param chain the chain of the link
 * @param link the link
 * @param stage the stage of the link
 * @param held true, false, or null for unknown
 * @param since the day from which this is known; null if undated or unknown
 * @param holders names of the projects that hold it, sorted; empty if it rests on a statement alone
 * @param evidence the statement it rests on, or the statement of the first holder's links; null if unknown
 */
public record Presence(
        String city,
        String chain,
        String link,
        String stage,
        @Nullable Boolean held,
        @Nullable LocalDate since,
        List<String> holders,
        @Nullable Evidence evidence) {

    public Presence {
        Lists.require(city, "city");
        Lists.require(chain, "chain");
        Lists.require(link, "link");
        Lists.require(stage, "stage");
        holders = List.copyOf(holders);
    }
}
