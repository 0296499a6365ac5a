package dev.winnow.model;

/**
 * An industrial chain: a graph of {@link ChainLink}s from upstream to downstream.
 *
 * @param id unique among chains
 * @param name as people call it
 */
public record IndustrialChain(@Timeless String id, @Timeless String name) {

    public IndustrialChain {
        Lists.require(id, "id");
        Lists.require(name, "name");
    }
}
