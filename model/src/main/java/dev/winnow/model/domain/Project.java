package dev.winnow.model.domain;

import dev.winnow.model.value.Figure;
import dev.winnow.model.value.Lists;
import dev.winnow.model.value.Measured;
import dev.winnow.model.value.Unit;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A candidate investment project. Its lists are complete as written; an absent one is unknown.
 *
 * @param id unique among projects
 * @param name as people call it
 * @param owner the firm that carries it
 * @param city the city it landed in or was decided for; null for an open candidate
 * @param decided the day of its decision; null while none is known
 * @param track the industry a fund's mandate would call it, for example {@code wind-power}
 * @param links the chain links it occupies, each once
 * @param endMarkets the markets whose products it goes into
 * @param investment total investment, million yuan
 * @param fundingNeed what it needs from funds, million yuan
 * @param declared the facts that the vocabulary of a pack declares
 */
public record Project(
        @Timeless String id,
        @Timeless String name,
        @Timeless @Refers("firms") @Nullable String owner,
        @Timeless @Refers("cities") @Nullable String city,
        @Timeless @Nullable LocalDate decided,
        @Refers("tracks") @Nullable String track,
        @Refers("links") @Nullable List<String> links,
        @Refers("endMarkets") @Nullable List<String> endMarkets,
        @Measured(Unit.MONEY) @Nullable Figure investment,
        @Measured(Unit.MONEY) @Nullable Figure fundingNeed,
        DeclaredValues declared) {

    public Project {
        Lists.require(id, "id");
        Lists.require(name, "name");
        Lists.require(declared, "declared");
        links = Lists.copy(links);
        endMarkets = Lists.copy(endMarkets);
    }
}
