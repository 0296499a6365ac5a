package dev.winnow.report.html;

import dev.winnow.analysis.chains.ChainArrivals;
import dev.winnow.analysis.chains.ChainMap;
import dev.winnow.analysis.chains.LinkState;
import dev.winnow.analysis.chains.LinkState.Holder;
import dev.winnow.analysis.chains.LinkState.Status;
import dev.winnow.model.domain.ChainLink;
import dev.winnow.model.domain.City;
import dev.winnow.model.domain.IndustrialChain;
import dev.winnow.model.domain.Presence;
import dev.winnow.model.domain.Project;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.source.Language;
import dev.winnow.model.universe.Facts;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.Wording;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The data of a page's chain view: the chains, the state of each link in each city, and the assessed projects that
 * occupy it.
 *
 * @param day the day of the states
 * @param chains by id
 * @param links by chain and id
 * @param cities the state of each link in each city
 * @param occupants for each link the ids of the assessed projects that occupy it
 * @param newcomers for each link the assessment of a hypothetical project that brings only this link; empty if not
 *     computed
 */
record ChainBoard(
        LocalDate day,
        List<IndustrialChain> chains,
        List<ChainLink> links,
        List<Stand> cities,
        List<List<String>> occupants,
        List<Assessment> newcomers) {

    /**
     * The links of a city.
     *
     * @param states in the order of the links
     * @param arriving those who arrive at each link; null if that is not told
     */
    record Stand(
            String city,
            String name,
            List<State> states,
            @Nullable List<List<Newcomer>> arriving) {}

    /** A project that arrives. */
    record Newcomer(String id, String name) {}

    /**
     * The state of one link.
     *
     * @param status the id of a {@link Status}, or {@code BROUGHT} of a link that the city lacks and somebody brings
     * @param holders who holds it
     */
    record State(String status, List<String> holders) {

        State(Status status, List<String> holders) {
            this(status.name(), holders);
        }
    }

    /** What projects bring to the cities they go to. */
    static ChainBoard of(ChainArrivals arrivals) {
        Facts facts = arrivals.facts();
        return new ChainBoard(
                facts.asOf(),
                arrivals.chains(),
                arrivals.links(),
                arrivals.cities().stream()
                        .map(city -> new Stand(
                                city.city(),
                                facts.cities().stream()
                                        .filter(one -> one.id().equals(city.city()))
                                        .map(City::name)
                                        .findFirst()
                                        .orElse(city.city()),
                                city.links().stream()
                                        .map(one -> new State(
                                                one.isBrought()
                                                        ? "BROUGHT"
                                                        : one.before().name(),
                                                one.holders()))
                                        .toList(),
                                city.links().stream()
                                        .map(one -> one.projects().stream()
                                                .map(project -> newcomer(facts.project(project), project))
                                                .toList())
                                        .toList()))
                        .toList(),
                arrivals.links().stream().map(link -> List.<String>of()).toList(),
                List.of());
    }

    private static Newcomer newcomer(@Nullable Project project, String id) {
        return new Newcomer(id, project == null ? id : project.name());
    }

    /** From what is known of the cities and projects that were assessed. */
    static ChainBoard of(Facts facts, List<Assessment> assessed) {
        List<ChainLink> links = facts.links().stream()
                .sorted(Comparator.comparing(ChainLink::chain).thenComparing(ChainLink::id))
                .toList();
        Map<String, String> cities = new LinkedHashMap<>();
        Map<String, List<String>> occupied = new LinkedHashMap<>();
        for (Assessment one : assessed) {
            cities.putIfAbsent(one.city(), one.cityName());
            occupied.computeIfAbsent(one.project(), id -> {
                Project project = facts.project(id);
                return project == null || project.links() == null ? List.of() : project.links();
            });
        }
        return new ChainBoard(
                facts.asOf(),
                facts.chains(),
                links,
                cities.entrySet().stream()
                        .map(city ->
                                new Stand(city.getKey(), city.getValue(), states(facts, city.getKey(), links), null))
                        .toList(),
                links.stream()
                        .map(link -> occupied.entrySet().stream()
                                .filter(project -> project.getValue().contains(link.id()))
                                .map(Map.Entry::getKey)
                                .toList())
                        .toList(),
                List.of());
    }

    private static List<State> states(Facts facts, String city, List<ChainLink> links) {
        Map<String, State> states = new LinkedHashMap<>();
        for (Presence one : facts.presences(city, null)) {
            Status status = one.held() == null ? Status.UNKNOWN : one.held() ? Status.HELD : Status.MISSING;
            states.put(one.link(), new State(status, one.holders()));
        }
        return links.stream()
                .map(link -> states.getOrDefault(link.id(), new State(Status.UNKNOWN, List.of())))
                .toList();
    }

    /** From a map of one city. */
    static ChainBoard of(ChainMap map) {
        return new ChainBoard(
                map.asOf(),
                map.chains(),
                map.links().stream().map(LinkState::link).toList(),
                List.of(new Stand(
                        map.city(),
                        map.cityName(),
                        map.links().stream()
                                .map(one -> new State(
                                        one.status(),
                                        one.holders().stream().map(Holder::name).toList()))
                                .toList(),
                        null)),
                map.links().stream()
                        .map(one -> one.candidates().stream()
                                .map(Assessment::project)
                                .toList())
                        .toList(),
                map.links().stream().map(LinkState::newcomer).toList());
    }

    boolean isEmpty() {
        return links.isEmpty();
    }

    /** Writes it with names as the language has them. */
    void write(PageJson json, Wording words, FactWords facts) throws IOException {
        List<String> ids = links.stream().map(ChainLink::id).toList();
        // In English a name is given whole, so that readers of either language know it.
        Called said = (list, id, name) -> words.language() == Language.EN ? name : facts.named(list, id);
        json.object(board -> {
            board.name("day").text(day.toString());
            board.name("chains")
                    .list(
                            chains,
                            one -> board.array(
                                    row -> row.text(one.id()).text(said.of("chains", one.id(), one.name()))));
            board.name("links")
                    .list(
                            links,
                            one -> board.array(row -> row.text(one.id())
                                    .text(said.of("links", one.id(), one.name()))
                                    .text(one.chain())
                                    .text(facts.named("stages", one.stage()))
                                    .list(
                                            IntStream.range(0, ids.size())
                                                    .filter(i -> one.upstream().contains(ids.get(i)))
                                                    .boxed()
                                                    .toList(),
                                            row::number)));
            board.name("cities")
                    .list(
                            cities,
                            one -> board.array(row -> {
                                row.text(one.city())
                                        .text(said.of("cities", one.city(), one.name()))
                                        .list(one.states(), state -> row.text(state.status()))
                                        .list(
                                                one.states(),
                                                state -> row.list(
                                                        state.holders(), holder -> row.text(words.name(holder))));
                                List<List<Newcomer>> arriving = one.arriving();
                                if (arriving != null) {
                                    row.list(
                                            arriving,
                                            those -> row.list(
                                                    those,
                                                    project -> row.text(
                                                            said.of("projects", project.id(), project.name()))));
                                }
                            }));
            board.name("occupants").list(occupants, one -> board.list(one, board::text));
            board.name("newcomers")
                    .list(
                            newcomers,
                            one -> board.array(row -> row.text(one.verdict().name())
                                    .text(one.because().name())
                                    .span(one.score())
                                    .list(one.chainActions(), action -> row.text(action.name()))));
        });
    }

    /** What a thing is called. */
    private interface Called {
        String of(String list, String id, String name);
    }
}
