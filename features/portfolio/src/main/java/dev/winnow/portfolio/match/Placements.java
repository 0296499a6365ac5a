package dev.winnow.portfolio.match;

import dev.winnow.engine.Batch;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.engine.ScreeningSession;
import dev.winnow.engine.internal.score.BlockingRules;
import dev.winnow.engine.internal.score.Weighing;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.BaseCase;
import dev.winnow.model.result.Names;
import dev.winnow.model.result.Side;
import dev.winnow.model.source.Message;
import dev.winnow.model.value.ScoreInterval;
import dev.winnow.portfolio.match.MatchPlan.Given;
import dev.winnow.portfolio.match.Placement.Applicant;
import dev.winnow.portfolio.match.Placement.Gains;
import dev.winnow.portfolio.match.Placement.Room;
import dev.winnow.portfolio.match.TwoSidedMarket.Between;
import dev.winnow.portfolio.portfolio.Bar;
import dev.winnow.portfolio.portfolio.Eligibility;
import dev.winnow.portfolio.portfolio.Provenance;
import dev.winnow.portfolio.portfolio.Scenario;
import dev.winnow.portfolio.portfolio.SearchWatch;
import dev.winnow.portfolio.portfolio.SearchWatch.Step;
import dev.winnow.portfolio.selection.Cancellation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Matches projects and cities when both sides choose. */
public final class Placements {

    private Placements() {}

    /**
     * Limits of the random draws.
     *
     * @param draws number of draws of the unknown facts
     * @param seed seed of the draws; equal seeds draw equal gains
     */
    public record Limits(int draws, long seed) {}

    /**
     * {@return the placement of a plan's own projects and cities}
     *
     * @throws IllegalArgumentException if the plan has none
     */
    public static Placement ofGiven(MatchPlan plan, Limits limits) {
        return ofGiven(plan, limits, new Cancellation(), SearchWatch.NONE);
    }

    /**
     * {@return the placement of a plan's own projects and cities; with the draws until the search was cancelled}
     *
     * @throws IllegalArgumentException if the plan has none
     */
    public static Placement ofGiven(MatchPlan plan, Limits limits, Cancellation cancellation, SearchWatch watch) {
        Given given = plan.given();
        if (given == null) {
            throw new IllegalArgumentException("the plan has no projects and cities of its own");
        }
        List<Room> rooms = given.cities().stream()
                .filter(city -> plan.capacity(city) != null)
                .map(city -> new Room(city, city, Objects.requireNonNull(plan.capacity(city))))
                .toList();
        List<Applicant> projects =
                given.projects().stream().map(id -> new Applicant(id, id)).toList();
        List<PlacementSearch.Judged> pairs = given.pairs().stream()
                .filter(pair -> plan.capacity(pair.city()) != null)
                .map(pair -> {
                    long low = Math.min(pair.ofProject().low(), pair.ofCity().low());
                    long high = Math.min(pair.ofProject().high(), pair.ofCity().high());
                    Eligibility eligibility = plan.eligibility();
                    boolean sure = pair.sure() && eligibility.barred(low) == null;
                    Map<Scenario, Message> barred = new EnumMap<>(Scenario.class);
                    put(barred, Scenario.POSSIBLE, eligibility.barred(high));
                    put(barred, Scenario.CERTAIN, eligibility.barred(low));
                    never(plan, pair.project(), barred);
                    certainly(sure, barred);
                    Map<Scenario, Gains> gains = new EnumMap<>(Scenario.class);
                    gains.put(
                            Scenario.CERTAIN,
                            new Gains(pair.ofProject().low(), pair.ofCity().low()));
                    gains.put(
                            Scenario.POSSIBLE,
                            new Gains(pair.ofProject().high(), pair.ofCity().high()));
                    return new PlacementSearch.Judged(
                            pair.project(), pair.city(), gains, barred, pair.ofProject(), pair.ofCity(), sure, null);
                })
                .toList();
        boolean open = given.pairs().stream()
                .anyMatch(pair -> !pair.sure()
                        || pair.ofProject().low() < pair.ofProject().high()
                        || pair.ofCity().low() < pair.ofCity().high());
        Set<Scenario> scenarios = open ? EnumSet.of(Scenario.CERTAIN, Scenario.POSSIBLE) : EnumSet.of(Scenario.CERTAIN);
        return new PlacementSearch(plan, rooms, projects, pairs)
                .run(new Provenance(null, null, false, Names.NONE), scenarios, limits, cancellation, watch);
    }

    private static void put(Map<Scenario, Message> barred, Scenario scenario, @Nullable Bar bar) {
        if (bar != null) {
            barred.put(scenario, bar.why());
        }
    }

    /** The scenario CERTAIN bars every pair that an unknown fact could still make unacceptable. */
    private static void certainly(boolean sure, Map<Scenario, Message> barred) {
        if (!sure) {
            barred.putIfAbsent(Scenario.CERTAIN, Message.of("further facts may make it unacceptable"));
        }
    }

    /** Bars the projects that the plan excludes, in every scenario. */
    private static void never(MatchPlan plan, String project, Map<Scenario, Message> barred) {
        if (plan.never().contains(project)) {
            for (Scenario scenario : Scenario.values()) {
                barred.put(scenario, Message.of("the plan lists it under `%s`", "never"));
            }
        }
    }

    /**
     * {@return the placement of the projects and cities of a universe}
     *
     * @param plan the capacities and constraints; only cities with a capacity take part
     * @param request the pack, the universe, and the requested projects and cities; not as of decisions, which differ
     *     by project
     * @param limits limits of the random draws
     * @throws dev.winnow.language.PackException as screening does
     */
    public static Placement of(MatchPlan plan, ScreeningRequest request, Limits limits) {
        return of(plan, request, limits, new Cancellation(), SearchWatch.NONE);
    }

    /**
     * {@return the placement of the projects and cities of a universe; with the draws until the search was cancelled}
     *
     * @param plan the capacities and constraints; only cities with a capacity take part
     * @param request the pack, the universe, and the requested projects and cities; not as of decisions, which differ
     *     by project
     * @param cancellation ends the search
     * @param watch follows the search
     * @throws java.util.concurrent.CancellationException if the search is cancelled before everything was screened
     * @throws dev.winnow.language.PackException as screening does
     */
    public static Placement of(
            MatchPlan plan, ScreeningRequest request, Limits limits, Cancellation cancellation, SearchWatch watch) {
        Map<String, Room> rooms = new TreeMap<>();
        Map<String, Applicant> projects = new TreeMap<>();
        Map<String, Map<String, PlacementSearch.Judged>> pairs = new TreeMap<>();
        boolean[] illustrative = {false};
        boolean[] based = {false};
        Eligibility eligibility = plan.eligibility();
        ScreeningSession session = request.open();
        session.batches(request::asksForProject, city -> request.asksForCity(city) && plan.capacity(city) != null)
                .map(Batch::assess)
                .forEach(found -> {
                    cancellation.requireNone();
                    watch.at(Step.SCREENING, projects.size(), 0);
                    Iterator<Weighing> weighings = session.weighings(found).iterator();
                    for (Assessment one : found) {
                        rooms.computeIfAbsent(
                                one.city(),
                                city -> new Room(city, one.cityName(), Objects.requireNonNull(plan.capacity(city))));
                        projects.putIfAbsent(one.project(), new Applicant(one.project(), one.projectName()));
                        pairs.computeIfAbsent(one.project(), unused -> new TreeMap<>())
                                .put(
                                        one.city(),
                                        judged(
                                                plan,
                                                eligibility,
                                                one,
                                                weighings.next().stops()));
                        illustrative[0] |= one.illustrative();
                        based[0] |= one.base() != null;
                    }
                });
        Set<Scenario> scenarios = EnumSet.of(Scenario.CERTAIN, Scenario.POSSIBLE);
        if (based[0]) {
            scenarios.add(Scenario.BASE);
        }
        Provenance provenance = new Provenance(
                session.pack().edition(),
                session.universe().edition(),
                illustrative[0],
                session.pack().names(session.universe().names()));
        List<PlacementSearch.Judged> all = new ArrayList<>();
        pairs.values().forEach(ofProject -> all.addAll(ofProject.values()));
        return new PlacementSearch(plan, List.copyOf(rooms.values()), List.copyOf(projects.values()), all)
                .run(provenance, scenarios, limits, cancellation, watch);
    }

    private static PlacementSearch.Judged judged(
            MatchPlan plan, Eligibility eligibility, Assessment one, BlockingRules stops) {
        boolean sure = !eligibility.mayBeBarred(one, stops);
        Map<Scenario, Message> barred = new EnumMap<>(Scenario.class);
        eligibility.barred(one).forEach((scenario, bar) -> put(barred, scenario, bar));
        never(plan, one.project(), barred);
        certainly(sure, barred);
        ScoreInterval ofProject = Objects.requireNonNull(one.sides().get(Side.PROJECT));
        ScoreInterval ofCity = Objects.requireNonNull(one.sides().get(Side.CITY));
        Between project = between(ofProject);
        Between city = between(ofCity);
        Map<Scenario, Gains> gains = new LinkedHashMap<>();
        gains.put(Scenario.CERTAIN, new Gains(project.low(), city.low()));
        gains.put(Scenario.POSSIBLE, new Gains(project.high(), city.high()));
        BaseCase base = one.base();
        if (base != null) {
            gains.put(
                    Scenario.BASE,
                    new Gains(
                            Scenario.millionths(
                                    Objects.requireNonNull(base.sides().get(Side.PROJECT))
                                            .low()),
                            Scenario.millionths(
                                    Objects.requireNonNull(base.sides().get(Side.CITY))
                                            .low())));
        }
        return new PlacementSearch.Judged(
                one.project(),
                one.city(),
                gains,
                barred,
                project,
                city,
                sure,
                new Placement.Ruling(one.verdict(), base == null ? null : base.verdict(), one.known()));
    }

    private static Between between(ScoreInterval side) {
        return new Between(Scenario.millionths(side.low()), Scenario.millionths(side.high()));
    }
}
