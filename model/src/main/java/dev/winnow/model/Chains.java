package dev.winnow.model;

import java.util.List;

/**
 * The industrial chains of a universe.
 *
 * @param chains by id
 * @param links by id
 */
record Chains(List<IndustrialChain> chains, List<ChainLink> links) {

    /** The stages of all chains, in order, each once. */
    List<ToldCity.Stage> stages() {
        return links.stream()
                .map(link -> new ToldCity.Stage(link.chain(), link.stage()))
                .distinct()
                .sorted(java.util.Comparator.comparing(ToldCity.Stage::chain).thenComparing(ToldCity.Stage::stage))
                .toList();
    }
}
