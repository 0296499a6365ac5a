package dev.winnow.model.internal.history;

import dev.winnow.model.domain.ChainLink;
import dev.winnow.model.domain.IndustrialChain;
import java.util.Comparator;
import java.util.List;

/**
 * The industrial chains of a universe.
 *
 * @param chains by id
 * @param links by id
 * @param stages of all chains, in order, each once
 */
public record Chains(List<IndustrialChain> chains, List<ChainLink> links, List<CityHistory.Stage> stages) {

    public static Chains of(List<IndustrialChain> chains, List<ChainLink> links) {
        return new Chains(chains, links, stages(links));
    }

    private static List<CityHistory.Stage> stages(List<ChainLink> links) {
        return links.stream()
                .map(link -> new CityHistory.Stage(link.chain(), link.stage()))
                .distinct()
                .sorted(Comparator.comparing(CityHistory.Stage::chain).thenComparing(CityHistory.Stage::stage))
                .toList();
    }
}
