package dev.winnow.model.domain;

import dev.winnow.model.value.Lists;
import java.util.List;

/**
 * A link of an industrial chain. Duplicates are judged by link, coverage by stage.
 *
 * @param id unique among links
 * @param name its display name
 * @param chain the chain it belongs to
 * @param stage the stage of the chain it belongs to
 * @param upstream links that supply it
 * @param downstream links that it supplies
 * @param neighbours its upstream and downstream links, sorted
 */
public record ChainLink(
        String id,
        String name,
        String chain,
        String stage,
        List<String> upstream,
        List<String> downstream,
        List<String> neighbours) {

    public ChainLink {
        Lists.require(id, "id");
        Lists.require(name, "name");
        Lists.require(chain, "chain");
        Lists.require(stage, "stage");
        upstream = List.copyOf(upstream);
        downstream = List.copyOf(downstream);
        neighbours = List.copyOf(neighbours);
    }
}
