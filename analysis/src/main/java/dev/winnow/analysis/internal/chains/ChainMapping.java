package dev.winnow.analysis.internal.chains;

import dev.winnow.analysis.internal.chains.LinkState.Holder;
import dev.winnow.analysis.internal.chains.LinkState.Status;
import dev.winnow.analysis.internal.questions.OpenQuestion;
import dev.winnow.analysis.internal.questions.QuestionList;
import dev.winnow.engine.Screener;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.engine.ScreeningSession;
import dev.winnow.model.domain.ChainLink;
import dev.winnow.model.domain.City;
import dev.winnow.model.domain.Demand;
import dev.winnow.model.domain.Firm;
import dev.winnow.model.domain.Fund;
import dev.winnow.model.domain.Presence;
import dev.winnow.model.domain.Project;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.universe.Facts;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.universe.Universe.ProjectEntry;
import dev.winnow.model.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Computes a {@link ChainMap}. */
final class ChainMapping {

    private final ScreeningRequest request;
    private final Facts facts;
    private final City city;
    private final Hypothesis newcomers;
    private final Universe enlarged;
    private final ScreeningSession session;
    private final Map<String, Explanation> candidates = new HashMap<>();

    private ChainMapping(ScreeningRequest request, Facts facts, City city) {
        this.request = request;
        this.facts = facts;
        this.city = city;
        List<String> links = facts.links().stream().map(ChainLink::id).toList();
        Vocabulary vocabulary = request.pack().vocabulary();
        this.newcomers = Hypothesis.of(request.universe(), request.pack());
        this.enlarged = links.isEmpty()
                ? request.universe()
                : request.universe()
                        .with(vocabulary)
                        .and(Map.of(
                                "bare.yaml", newcomers.file(links, false),
                                "claiming.yaml", newcomers.file(links, true)));
        this.session = request.over(enlarged).open();
    }

    static @Nullable ChainMap of(ScreeningRequest request, String id) {
        if (request.asOfPolicy().atDecisions()) {
            throw new IllegalArgumentException("decisions have no day in common");
        }
        Facts facts = request.asOfPolicy().facts(request.universe());
        City city = facts.city(id);
        return city == null ? null : new ChainMapping(request, facts, city).map();
    }

    private ChainMap map() {
        Universe universe = request.universe();
        Map<String, Presence> presences = new TreeMap<>();
        facts.presences(city.id(), null).forEach(one -> presences.put(one.link(), one));
        List<LinkState> states = ordered().stream()
                .map(link -> state(link, Objects.requireNonNull(presences.get(link.id()))))
                .toList();
        return new ChainMap(
                request.pack().edition(),
                universe.edition(),
                universe.illustrative(),
                city.id(),
                city.name(),
                facts.asOf(),
                facts.chains(),
                states,
                rows(Demand.class).toList(),
                facts.complete(city.id(), "demands"),
                rows(Fund.class)
                        .filter(fund -> fund.available() == null
                                || !fund.available().high().isZero())
                        .toList(),
                facts.complete(city.id(), "funds"),
                questions(states));
    }

    private List<OpenQuestion> questions(List<LinkState> states) {
        return QuestionList.of(states.stream().map(LinkState::newcomer), enlarged.vocabulary(), enlarged.answers())
                .all()
                .stream()
                .filter(one -> one.name().isOfCity())
                .toList();
    }

    /** Orders links by chain; suppliers come before the links they supply, links without such an order by id. */
    private List<ChainLink> ordered() {
        List<ChainLink> rest = new ArrayList<>(facts.links());
        rest.sort(Comparator.comparing(ChainLink::chain).thenComparing(ChainLink::id));
        List<ChainLink> ordered = new ArrayList<>();
        while (!rest.isEmpty()) {
            String chain = rest.get(0).chain();
            Set<String> open = new HashSet<>();
            rest.stream().filter(link -> link.chain().equals(chain)).forEach(link -> open.add(link.id()));
            ChainLink next = rest.stream()
                    .filter(link -> link.chain().equals(chain))
                    .filter(link -> link.upstream().stream().noneMatch(open::contains))
                    .findFirst()
                    .orElse(rest.get(0));
            rest.remove(next);
            ordered.add(next);
        }
        return ordered;
    }

    private <R> Stream<R> rows(Class<R> type) {
        return facts.rows(city.id()).stream().filter(type::isInstance).map(type::cast);
    }

    private LinkState state(ChainLink link, Presence presence) {
        List<Holder> holders = Boolean.TRUE.equals(presence.held()) ? holders(link, presence) : List.of();
        return new LinkState(
                link,
                status(presence, holders),
                presence.since(),
                holders,
                judged(newcomers.id(link.id(), false)),
                judged(newcomers.id(link.id(), true)),
                candidates(link));
    }

    private static Status status(Presence presence, List<Holder> holders) {
        if (presence.held() == null) {
            return Status.UNKNOWN;
        }
        if (!presence.held()) {
            return Status.MISSING;
        }
        boolean thin =
                holders.size() == 1 || (!holders.isEmpty() && holders.stream().noneMatch(Holder::produces));
        return thin ? Status.THIN : Status.HELD;
    }

    private List<Holder> holders(ChainLink link, Presence presence) {
        List<Holder> holders = new ArrayList<>();
        for (ProjectEntry project : request.universe().projects()) {
            if (city.id().equals(project.city()) && presence.holders().contains(project.name())) {
                Project known = facts.project(project.id());
                if (known != null && known.links() != null && known.links().contains(link.id())) {
                    boolean produces = facts.milestones(project.id()).stream()
                            .anyMatch(one -> List.of("production", "capacity").contains(one.step()));
                    holders.add(new Holder(project.name(), project.id(), produces));
                }
            }
        }
        holders.sort(Comparator.comparing(Holder::name));
        rows(Firm.class)
                .filter(firm -> firm.links() != null && firm.links().contains(link.id()))
                .map(firm -> new Holder(Objects.requireNonNull(firm.name()), null, true))
                .sorted(Comparator.comparing(Holder::name))
                .forEach(holders::add);
        return holders;
    }

    /** Open candidates have no city, decision or outcome. */
    private List<Explanation> candidates(ChainLink link) {
        List<Explanation> candidates = new ArrayList<>();
        for (ProjectEntry project : request.universe().projects()) {
            Project known = facts.project(project.id());
            boolean open = project.city() == null
                    && project.decided() == null
                    && request.universe().outcome(project.id()) == null;
            if (open && known != null && known.links() != null && known.links().contains(link.id())) {
                candidates.add(this.candidates.computeIfAbsent(project.id(), id -> session.withCritical(judged(id))));
            }
        }
        candidates.sort(
                Comparator.comparing(Explanation::assessment, Screener.BEST_FIRST.thenComparing(Assessment::project)));
        return candidates;
    }

    private Explanation judged(String project) {
        Assessment assessment = session.assess(project, city.id());
        if (assessment == null) {
            throw new IllegalStateException(project + " cannot be screened");
        }
        return session.explain(assessment);
    }
}
