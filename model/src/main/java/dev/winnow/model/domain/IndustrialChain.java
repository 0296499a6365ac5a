package dev.winnow.model.domain;

import dev.winnow.model.value.Lists;
import java.util.List;

/**
 * An industrial chain: a graph of {@link ChainLink}s from upstream to downstream.
 *
 * @param id unique among chains
 * @param name as people call it
 * @param links the ids of its links, sorted
 */
public record IndustrialChain(
        @Timeless String id,
        @Timeless String name,
        @Timeless List<String> links) {

    public IndustrialChain {
        Lists.require(id, "id");
        Lists.require(name, "name");
        links = List.copyOf(links);
    }
}
