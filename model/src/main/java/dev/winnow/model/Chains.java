package dev.winnow.model;

import java.util.List;

/**
 * The industrial chains of a universe.
 *
 * @param chains by id
 * @param links by id
 * @param stages of all chains, in order, each once
 */
record Chains(List<IndustrialChain> chains, List<ChainLink> links, List<ToldCity.Stage> stages) {

    static Chains of(List<IndustrialChain> chains, List<ChainLink> links) {
        return new Chains(chains, links, stages(links));
    }

    private static List<ToldCity.Stage> stages(List<ChainLink> links) {
        return links.stream()
                .map(link -> new ToldCity.Stage(link.chain(), link.stage()))
                .distinct()
                .sorted(java.util.Comparator.comparing(ToldCity.Stage::chain).thenComparing(ToldCity.Stage::stage))
                .toList();
    }
}
