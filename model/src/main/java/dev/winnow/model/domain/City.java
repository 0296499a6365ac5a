package dev.winnow.model.domain;

import dev.winnow.model.value.Lists;
import org.jspecify.annotations.Nullable;

/**
 * A city that candidates are screened for. Its lists are facts of their own: {@link Demand}, {@link Fund} and others.
 *
 * @param id unique among cities
 * @param name as people call it
 * @param province the province it belongs to
 * @param declared the facts that the vocabulary of a pack declares
 */
public record City(
        @Timeless String id,
        @Timeless String name,
        @Timeless @Nullable String province,
        DeclaredValues declared) {

    public City {
        Lists.require(id, "id");
        Lists.require(name, "name");
        Lists.require(declared, "declared");
    }
}
