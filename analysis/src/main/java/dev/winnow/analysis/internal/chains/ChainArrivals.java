package dev.winnow.analysis.internal.chains;

import dev.winnow.analysis.internal.chains.LinkState.Status;
import dev.winnow.model.domain.ChainLink;
import dev.winnow.model.domain.IndustrialChain;
import dev.winnow.model.domain.Presence;
import dev.winnow.model.domain.Project;
import dev.winnow.model.universe.Facts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Effects of projects on the chains of their cities: the state of each link, and the projects that arrive in it.
 *
 * @param facts the known facts
 * @param chains by id
 * @param links by chain and id
 * @param cities the cities with arriving projects, by id
 */
public record ChainArrivals(Facts facts, List<IndustrialChain> chains, List<ChainLink> links, List<OfCity> cities) {

    public ChainArrivals {
        chains = List.copyOf(chains);
        links = List.copyOf(links);
        cities = List.copyOf(cities);
    }

    /**
     * The links of one city.
     *
     * @param city the city's id
     * @param links in the order of all links
     */
    public record OfCity(String city, List<Arrival> links) {

        public OfCity {
            links = List.copyOf(links);
        }
    }

    /**
     * A link of a city.
     *
     * @param link the link
     * @param before its state before any project arrives
     * @param holders names of the firms and projects that hold it
     * @param projects the ids of the arriving projects
     */
    public record Arrival(ChainLink link, Status before, List<String> holders, List<String> projects) {

        public Arrival {
            holders = List.copyOf(holders);
            projects = List.copyOf(projects);
        }

        /** {@return whether the city lacks the link, or may lack it, and a project brings it} */
        public boolean isBrought() {
            return !projects.isEmpty() && (before == Status.MISSING || before == Status.UNKNOWN);
        }
    }

    /**
     * {@return the effects of projects}
     *
     * @param facts the known facts about the cities and projects
     * @param places the city of each project, both by id
     */
    public static ChainArrivals of(Facts facts, Map<String, String> places) {
        List<ChainLink> links = facts.links().stream()
                .sorted(Comparator.comparing(ChainLink::chain).thenComparing(ChainLink::id))
                .toList();
        Set<String> cities = new TreeSet<>(places.values());
        return new ChainArrivals(
                facts,
                facts.chains(),
                links,
                cities.stream()
                        .map(city -> new OfCity(city, arrivals(facts, places, city, links)))
                        .toList());
    }

    private static List<Arrival> arrivals(Facts facts, Map<String, String> places, String city, List<ChainLink> links) {
        List<Project> arriving = places.entrySet().stream()
                .filter(place -> place.getValue().equals(city))
                .map(place -> facts.project(place.getKey()))
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(Project::id))
                .toList();
        Map<String, Presence> presences = presences(facts, city, null);
        List<Arrival> arrivals = new ArrayList<>();
        for (ChainLink link : links) {
            List<Project> those =
                    arriving.stream().filter(one -> occupies(one, link)).toList();
            // Projects that have landed already are treated as if they had not.
            Presence presence = those.isEmpty()
                    ? presences.get(link.id())
                    : presences(facts, city, those.get(0).id()).get(link.id());
            List<String> names = those.stream().map(Project::name).toList();
            List<String> holders = presence == null
                    ? List.of()
                    : presence.holders().stream()
                            .filter(holder -> !names.contains(holder))
                            .toList();
            boolean byThemAlone =
                    presence != null && holders.isEmpty() && !presence.holders().isEmpty();
            Boolean held = (presence == null || byThemAlone) ? null : presence.held();
            arrivals.add(new Arrival(
                    link,
                    held == null ? Status.UNKNOWN : held ? Status.HELD : Status.MISSING,
                    holders,
                    those.stream().map(Project::id).toList()));
        }
        return arrivals;
    }

    private static Map<String, Presence> presences(Facts facts, String city, @Nullable String except) {
        Map<String, Presence> presences = new HashMap<>();
        facts.presences(city, except).forEach(one -> presences.put(one.link(), one));
        return presences;
    }

    private static boolean occupies(Project project, ChainLink link) {
        return project.links() != null && project.links().contains(link.id());
    }
}
