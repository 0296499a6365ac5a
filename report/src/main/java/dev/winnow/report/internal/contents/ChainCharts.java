package dev.winnow.report.internal.contents;

import dev.winnow.analysis.internal.chains.ChainArrivals;
import dev.winnow.analysis.internal.chains.ChainMap;
import dev.winnow.analysis.internal.chains.LinkState;
import dev.winnow.analysis.internal.chains.LinkState.Holder;
import dev.winnow.analysis.internal.chains.LinkState.Status;
import dev.winnow.model.domain.ChainLink;
import dev.winnow.model.domain.City;
import dev.winnow.model.domain.IndustrialChain;
import dev.winnow.model.domain.Presence;
import dev.winnow.model.domain.Project;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Names;
import dev.winnow.model.source.Language;
import dev.winnow.model.universe.Facts;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.document.Block.Figure;
import dev.winnow.report.internal.document.Chart.Chains;
import dev.winnow.report.internal.document.Chart.CityLinks;
import dev.winnow.report.internal.document.Chart.Link;
import dev.winnow.report.internal.document.Chart.Named;
import dev.winnow.report.internal.document.Chart.Newcomer;
import dev.winnow.report.internal.document.Section;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Builds charts of chains, with names in the language of the document. */
public final class ChainCharts {

    private final Wording wording;
    private final FactWords facts;

    /** @param facts the display names of the universe */
    public ChainCharts(Wording wording, FactWords facts) {
        this.wording = wording;
        this.facts = facts;
    }

    /**
     * Returns a section on the links and stages that projects add to the chains of their cities; without blocks if
     * there is nothing to draw.
     *
     * @param arrivals null if they are unknown
     * @param how the explanation of the chart
     */
    public static Section arrivals(
            @Nullable ChainArrivals arrivals, Names names, String heading, String how, Wording wording) {
        return new Section(
                "chain",
                wording.sentence("In the chains"),
                heading,
                arrivals == null
                                || arrivals.links().isEmpty()
                                || arrivals.cities().isEmpty()
                        ? List.of()
                        : List.of(new Figure(
                                new ChainCharts(wording, new FactWords(wording, names)).of(arrivals, how), List.of())));
    }

    /** Returns the day of the arrivals; null if it is unknown. */
    public static @Nullable LocalDate day(@Nullable ChainArrivals arrivals) {
        return arrivals == null ? null : arrivals.facts().asOf();
    }

    /** Returns a chart of the links that projects add to their cities. */
    public Chains of(ChainArrivals arrivals, String how) {
        Facts known = arrivals.facts();
        return chart(
                how,
                known.asOf().toString(),
                arrivals.chains(),
                arrivals.links(),
                arrivals.cities().stream()
                        .map(city -> new CityLinks(
                                city.city(),
                                named("cities", city.city(), cityName(known, city.city())),
                                city.links().stream()
                                        .map(one -> one.isBrought()
                                                ? "BROUGHT"
                                                : one.before().name())
                                        .toList(),
                                city.links().stream()
                                        .map(one -> names(one.holders()))
                                        .toList(),
                                city.links().stream()
                                        .map(one -> one.projects().stream()
                                                .map(project -> named("projects", project, projectName(known, project)))
                                                .toList())
                                        .toList()))
                        .toList(),
                arrivals.links().stream().map(link -> List.<String>of()).toList(),
                List.of());
    }

    /** Returns a chart of the chains in the cities of candidates, with the candidates that occupy each link. */
    public Chains of(Facts known, List<Assessment> assessed) {
        List<ChainLink> links = known.links().stream()
                .sorted(Comparator.comparing(ChainLink::chain).thenComparing(ChainLink::id))
                .toList();
        Map<String, String> cities = new LinkedHashMap<>();
        Map<String, List<String>> occupied = new LinkedHashMap<>();
        for (Assessment one : assessed) {
            cities.putIfAbsent(one.city(), one.cityName());
            occupied.computeIfAbsent(one.project(), id -> {
                Project project = known.project(id);
                return project == null || project.links() == null ? List.of() : project.links();
            });
        }
        return chart(
                "",
                known.asOf().toString(),
                known.chains(),
                links,
                cities.entrySet().stream()
                        .map(city -> city(known, city.getKey(), city.getValue(), links))
                        .toList(),
                links.stream()
                        .map(link -> occupied.entrySet().stream()
                                .filter(project -> project.getValue().contains(link.id()))
                                .map(Map.Entry::getKey)
                                .toList())
                        .toList(),
                List.of());
    }

    private CityLinks city(Facts known, String id, String name, List<ChainLink> links) {
        Map<String, Presence> presences = new LinkedHashMap<>();
        known.presences(id, null).forEach(one -> presences.put(one.link(), one));
        return new CityLinks(
                id,
                named("cities", id, name),
                links.stream()
                        .map(link -> state(presences.get(link.id())).name())
                        .toList(),
                links.stream()
                        .map(link -> presences.get(link.id()))
                        .map(one -> one == null ? List.<String>of() : names(one.holders()))
                        .toList(),
                null);
    }

    private static Status state(@Nullable Presence presence) {
        return presence == null || presence.held() == null
                ? Status.UNKNOWN
                : presence.held() ? Status.HELD : Status.MISSING;
    }

    /** Returns a chart of the chains of one city. */
    public Chains of(ChainMap map) {
        return chart(
                "",
                map.asOf().toString(),
                map.chains(),
                map.links().stream().map(LinkState::link).toList(),
                List.of(new CityLinks(
                        map.city(),
                        named("cities", map.city(), map.cityName()),
                        map.links().stream().map(one -> one.status().name()).toList(),
                        map.links().stream()
                                .map(one -> names(
                                        one.holders().stream().map(Holder::name).toList()))
                                .toList(),
                        null)),
                map.links().stream()
                        .map(one -> one.candidates().stream()
                                .map(explained -> explained.assessment().project())
                                .toList())
                        .toList(),
                map.links().stream().map(one -> one.newcomer().assessment()).toList());
    }

    private Chains chart(
            String how,
            String day,
            List<IndustrialChain> chains,
            List<ChainLink> links,
            List<CityLinks> cities,
            List<List<String>> occupants,
            List<Assessment> newcomers) {
        List<String> ids = links.stream().map(ChainLink::id).toList();
        return new Chains(
                how,
                day,
                chains.stream()
                        .map(one -> new Named(one.id(), named("chains", one.id(), one.name())))
                        .toList(),
                links.stream()
                        .map(one -> new Link(
                                one.id(),
                                named("links", one.id(), one.name()),
                                one.chain(),
                                facts.named("stages", one.stage()),
                                IntStream.range(0, ids.size())
                                        .filter(i -> one.upstream().contains(ids.get(i)))
                                        .boxed()
                                        .toList()))
                        .toList(),
                cities,
                occupants,
                newcomers.stream()
                        .map(one -> new Newcomer(
                                one.verdict().name(),
                                one.because().name(),
                                one.score(),
                                one.chainActions().stream().map(Enum::name).toList()))
                        .toList());
    }

    private List<String> names(List<String> names) {
        return names.stream().map(wording::name).toList();
    }

    /** Returns a display name; in English it is bilingual, so that readers of either language recognise it. */
    private String named(String list, String id, String name) {
        return wording.language() == Language.EN ? name : facts.named(list, id);
    }

    private static String cityName(Facts facts, String id) {
        return facts.cities().stream()
                .filter(one -> one.id().equals(id))
                .map(City::name)
                .findFirst()
                .orElse(id);
    }

    private static String projectName(Facts facts, String id) {
        Project project = facts.project(id);
        return project == null ? id : Objects.requireNonNull(project.name());
    }
}
