package dev.winnow.model.universe;

import dev.winnow.model.domain.ChainLink;
import dev.winnow.model.domain.Coverage;
import dev.winnow.model.domain.Presence;
import dev.winnow.model.internal.history.CityHistory;
import dev.winnow.model.internal.history.LinkStatus;
import dev.winnow.model.internal.history.LinkStatus.Hold;
import dev.winnow.model.internal.history.LinkStatus.Holder;
import dev.winnow.model.internal.history.ProjectHistory;
import dev.winnow.model.internal.history.Settled;
import dev.winnow.model.internal.history.Statement;
import dev.winnow.model.internal.history.View;
import dev.winnow.model.value.Evidence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The chain links and stages that a city held on a day, derived from the latest of landed projects and
 * statements. When a project is left out, only its links are derived again. Thread-safe.
 */
final class Holdings {

    private final String city;
    private final List<LinkStatus> standings;
    private final List<CityHistory.Stage> stages;
    private final Map<CityHistory.Stage, List<Integer>> linksOf = new HashMap<>();
    private final Map<CityHistory.Stage, Settled> stated = new HashMap<>();
    private final Map<String, Set<String>> linksBy = new HashMap<>();
    private final List<Hold> holds;
    private final Held all;
    private final Map<String, Held> byExcluded = new ConcurrentHashMap<>();

    Holdings(StatementStore store, String city, View view) {
        this.city = city;
        this.stages = store.chains().stages();
        CityHistory history = store.cities().get(city);
        Map<String, List<Holder>> started = started(store, view);
        this.standings = store.chains().links().stream()
                .map(link -> LinkStatus.of(
                        city,
                        link,
                        history == null ? List.of() : history.links().getOrDefault(link.id(), List.of()),
                        statement -> statement.counts(view),
                        started.getOrDefault(link.id(), List.of())))
                .toList();
        this.holds = standings.stream().map(standing -> standing.without(null)).toList();
        for (int i = 0; i < standings.size(); i++) {
            linksOf.computeIfAbsent(stage(i), any -> new ArrayList<>()).add(i);
        }
        for (CityHistory.Stage stage : stages) {
            List<Statement> statements =
                    history == null ? List.of() : history.stages().getOrDefault(stage, List.of());
            Settled settled = Settled.latest(statements, statement -> statement.counts(view));
            if (settled != null) {
                stated.put(stage, settled);
            }
        }
        this.all = new Held(
                holds,
                holds.stream().map(Hold::presence).toList(),
                stages.stream().map(stage -> coverage(stage, holds)).toList());
    }

    /** The status of all links and stages. */
    record Held(List<Hold> holds, List<Presence> presences, List<Coverage> coverages) {}

    private Map<String, List<Holder>> started(StatementStore store, View view) {
        Map<String, List<Holder>> started = new HashMap<>();
        for (ProjectHistory project : store.landed().getOrDefault(city, List.of())) {
            List<String> known = project.links(city, view);
            List<String> links = known == null
                    ? store.chains().links().stream().map(ChainLink::id).toList()
                    : known;
            if (!links.isEmpty()) {
                linksBy.put(project.id(), Set.copyOf(links));
                boolean stated = known != null && !project.mayBeOver();
                Stream.of(project.start(), project.built())
                        .distinct()
                        .filter(day -> day != null && !day.isAfter(view.day()))
                        .map(day -> new Holder(
                                project.id(),
                                project.name(),
                                day,
                                stated,
                                day.equals(project.built()), // a decision alone does not say that it was built
                                project.evidence(day, view)))
                        .forEach(holder -> links.forEach(link -> started.computeIfAbsent(link, any -> new ArrayList<>())
                                .add(holder)));
            }
        }
        return started;
    }

    private CityHistory.Stage stage(int index) {
        ChainLink link = standings.get(index).link();
        return new CityHistory.Stage(link.chain(), link.stage());
    }

    List<Presence> presences(@Nullable String except) {
        return held(except).presences;
    }

    List<Coverage> coverages(@Nullable String except) {
        return held(except).coverages;
    }

    /**
     * Returns the status with assumptions for unknown values. The status of a stage follows from the assumed status of
     * its links.
     *
     * @param links returns the assumption about an unknown link; null for none
     * @param ofStages returns the assumption about an unknown stage; null for none
     */
    Held assuming(
            @Nullable String except,
            Function<Hold, @Nullable Boolean> links,
            Function<Coverage, @Nullable Boolean> ofStages) {
        Held known = held(except);
        List<Hold> updated = new ArrayList<>(known.holds);
        Set<CityHistory.Stage> touched = new HashSet<>();
        for (int i = 0; i < updated.size(); i++) {
            Hold hold = updated.get(i);
            Boolean held = hold.presence().held() == null ? links.apply(hold) : null;
            if (held != null) {
                updated.set(i, hold.held(held));
                touched.add(stage(i));
            }
        }
        List<Coverage> coverages = new ArrayList<>(known.coverages);
        for (int i = 0; i < stages.size(); i++) {
            Coverage coverage = coverages.get(i);
            if (coverage.held() == null && touched.contains(stages.get(i))) { // a known stage stays
                coverage = coverage(stages.get(i), updated);
            }
            Boolean held = coverage.held() == null ? ofStages.apply(coverage) : null;
            coverages.set(i, held == null ? coverage : coverage(stages.get(i), held, null, null));
        }
        return new Held(updated, updated.stream().map(Hold::presence).toList(), List.copyOf(coverages));
    }

    private Held held(@Nullable String except) {
        return except == null || !linksBy.containsKey(except) ? all : byExcluded.computeIfAbsent(except, this::without);
    }

    private Held without(String project) {
        Set<String> touched = linksBy.getOrDefault(project, Set.of());
        List<Hold> updated = new ArrayList<>(holds);
        List<Presence> presences = new ArrayList<>(all.presences);
        Set<CityHistory.Stage> touchedStages = new HashSet<>();
        for (int i = 0; i < standings.size(); i++) {
            if (touched.contains(standings.get(i).link().id())) {
                updated.set(i, standings.get(i).without(project));
                presences.set(i, updated.get(i).presence());
                touchedStages.add(stage(i));
            }
        }
        List<Coverage> coverages = new ArrayList<>(all.coverages);
        for (int i = 0; i < stages.size(); i++) {
            if (touchedStages.contains(stages.get(i))) {
                coverages.set(i, coverage(stages.get(i), updated));
            }
        }
        return new Held(List.copyOf(updated), List.copyOf(presences), List.copyOf(coverages));
    }

    private Coverage coverage(CityHistory.Stage stage, List<Hold> among) {
        List<Hold> links =
                linksOf.getOrDefault(stage, List.of()).stream().map(among::get).toList();
        Settled settled = stated.get(stage);
        // A stage that is stated as missing stays missing, unless a link of it is held on the same or a later day.
        LocalDate denied = settled != null && Boolean.FALSE.equals(settled.value())
                ? LinkStatus.orEver(settled.asOf())
                : LocalDate.MIN;
        List<Hold> held = links.stream()
                .filter(hold -> Boolean.TRUE.equals(hold.presence().held()))
                .filter(hold -> !hold.latest().isBefore(denied))
                .toList();
        if (!held.isEmpty()) {
            // It is held from the first known day, unless a link is undated or an unknown link may be older.
            boolean ever = held.stream().anyMatch(hold -> hold.presence().since() == null)
                    || links.stream().anyMatch(hold -> hold.presence().held() == null);
            LocalDate earliest = since(held).min(Comparator.naturalOrder()).orElse(null);
            return coverage(stage, true, ever ? null : earliest, null);
        }
        // A project with unknown links that started later may hold a link of a stage that is stated as missing.
        boolean doubtful = settled != null
                && Boolean.FALSE.equals(settled.value())
                && links.stream()
                        .map(Hold::perhaps)
                        .anyMatch(start -> start.isAfter(LocalDate.MIN) && !start.isBefore(denied));
        if (settled != null) {
            return settled.value() instanceof Boolean value && !doubtful
                    ? coverage(stage, value, settled.asOf(), settled.evidence())
                    : coverage(stage, null, null, null);
        }
        boolean none = links.stream()
                .allMatch(hold -> Boolean.FALSE.equals(hold.presence().held()));
        return none
                ? coverage(
                        stage,
                        false,
                        since(links).max(Comparator.naturalOrder()).orElse(null),
                        null)
                : coverage(stage, null, null, null);
    }

    private Coverage coverage(
            CityHistory.Stage stage, @Nullable Boolean held, @Nullable LocalDate since, @Nullable Evidence evidence) {
        return new Coverage(city, stage.chain(), stage.stage(), held, since, evidence);
    }

    private static Stream<LocalDate> since(List<Hold> holds) {
        return holds.stream().map(hold -> hold.presence().since()).filter(Objects::nonNull);
    }
}
