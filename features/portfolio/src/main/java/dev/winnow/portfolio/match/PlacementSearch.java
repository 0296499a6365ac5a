package dev.winnow.portfolio.match;

import dev.winnow.model.source.Message;
import dev.winnow.portfolio.match.Placement.Applicant;
import dev.winnow.portfolio.match.Placement.Certainty;
import dev.winnow.portfolio.match.Placement.Ends;
import dev.winnow.portfolio.match.Placement.Gains;
import dev.winnow.portfolio.match.Placement.Missed;
import dev.winnow.portfolio.match.Placement.Pair;
import dev.winnow.portfolio.match.Placement.Prospect;
import dev.winnow.portfolio.match.Placement.Room;
import dev.winnow.portfolio.match.Placement.Ruling;
import dev.winnow.portfolio.match.Placement.Wish;
import dev.winnow.portfolio.match.Placements.Limits;
import dev.winnow.portfolio.match.TwoSidedMarket.Between;
import dev.winnow.portfolio.portfolio.Provenance;
import dev.winnow.portfolio.portfolio.Scenario;
import dev.winnow.portfolio.portfolio.SearchWatch;
import dev.winnow.portfolio.portfolio.SearchWatch.Step;
import dev.winnow.portfolio.selection.Cancellation;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the stable assignments of a plan and the facts behind them. Projects and cities are numbered by id, so ties are
 * broken by id.
 */
final class PlacementSearch {

    /**
     * A judged pair.
     *
     * @param project the project's id
     * @param city the city's id
     * @param gains the gains of both sides, by scenario
     * @param barred the reasons why they cannot be matched, by scenario; none where they can
     * @param ofProject the possible gains of the project
     * @param ofCity the possible gains of the city
     * @param sure whether no unknown fact can bar a pair that is not barred
     * @param ruling the verdicts of the rules; null for a pair of the plan
     */
    record Judged(
            String project,
            String city,
            Map<Scenario, Gains> gains,
            Map<Scenario, Message> barred,
            Between ofProject,
            Between ofCity,
            boolean sure,
            @Nullable Ruling ruling) {}

    private final MatchPlan plan;
    private final List<Room> rooms;
    private final List<Applicant> projects;
    private final List<Judged> pairs;
    private final Map<String, Integer> cityNumbers = new HashMap<>();
    private final Map<String, Integer> projectNumbers = new HashMap<>();

    PlacementSearch(MatchPlan plan, List<Room> rooms, List<Applicant> projects, List<Judged> pairs) {
        this.plan = plan;
        this.rooms = rooms;
        this.projects = projects;
        this.pairs = pairs;
        rooms.forEach(room -> cityNumbers.put(room.city(), cityNumbers.size()));
        projects.forEach(one -> projectNumbers.put(one.project(), projectNumbers.size()));
    }

    Placement run(
            Provenance provenance,
            Set<Scenario> scenarios,
            Limits limits,
            Cancellation cancellation,
            SearchWatch watch) {
        Scenario main = scenarios.contains(Scenario.BASE) ? Scenario.BASE : Scenario.CERTAIN;
        Map<Scenario, Ends> ends = new EnumMap<>(Scenario.class);
        for (Scenario scenario : scenarios) {
            TwoSidedMarket market = market(scenario);
            Matching forProjects = DeferredAcceptance.bestForProjects(market);
            Matching forCities = DeferredAcceptance.bestForCities(market);
            ends.put(scenario, new Ends(named(forProjects), named(forCities)));
        }
        TwoSidedMarket market = market(main);
        Matching best = DeferredAcceptance.bestForProjects(market);
        TwoSidedMarket uncertain = uncertain();
        CertainMatching certain = CertainMatching.of(uncertain);
        int draws = scenarios.size() == 1 ? 0 : limits.draws(); // without unknown facts there is nothing to draw
        int[] drawn = new int[projects.size() * rooms.size()];
        SplittableRandom random = new SplittableRandom(limits.seed());
        int done = 0;
        while (done < draws && !cancellation.isAsked()) {
            watch.at(Step.DRAWS, done, draws);
            draw(uncertain, random, drawn);
            done++;
        }
        BitSet tied = tied(market, best);
        return new Placement(
                plan,
                provenance.pack(),
                provenance.universe(),
                provenance.illustrative(),
                provenance.names(),
                rooms,
                projects,
                pairs.stream().map(one -> pair(one, certain, drawn, tied)).toList(),
                ends,
                main,
                prospects(certain),
                wishes(market, best),
                missed(market, best),
                done);
    }

    private int project(Judged pair) {
        return projectNumbers.getOrDefault(pair.project(), -1);
    }

    private int city(Judged pair) {
        return cityNumbers.getOrDefault(pair.city(), -1);
    }

    private int[] capacities() {
        return rooms.stream().mapToInt(Room::capacity).toArray();
    }

    private TwoSidedMarket market(Scenario scenario) {
        TwoSidedMarket.Builder market = TwoSidedMarket.of(projects.size(), capacities());
        for (Judged pair : pairs) {
            Gains gains = pair.gains().get(scenario);
            if (gains != null && !pair.barred().containsKey(scenario)) {
                market.pair(project(pair), city(pair), gains.project(), gains.city());
            }
        }
        return market.build();
    }

    private TwoSidedMarket uncertain() {
        TwoSidedMarket.Builder market = TwoSidedMarket.of(projects.size(), capacities());
        for (Judged pair : pairs) {
            // The scenario POSSIBLE bars only pairs that are certainly barred.
            if (!pair.barred().containsKey(Scenario.POSSIBLE)) {
                market.pair(project(pair), city(pair), pair.ofProject(), pair.ofCity(), pair.sure());
            }
        }
        return market.build();
    }

    private Map<String, String> named(Matching matching) {
        Map<String, String> cities = new TreeMap<>();
        for (int project = 0; project < matching.projects(); project++) {
            int city = matching.city(project);
            if (city != Matching.NOWHERE) {
                cities.put(projects.get(project).project(), rooms.get(city).city());
            }
        }
        return cities;
    }

    private Pair pair(Judged one, CertainMatching certain, int[] drawn, BitSet tied) {
        return new Pair(
                one.project(),
                one.city(),
                one.gains(),
                one.barred(),
                one.sure() && !one.barred().containsKey(Scenario.POSSIBLE),
                certain.mayBe(project(one), city(one)),
                drawn[project(one) * rooms.size() + city(one)],
                one.ruling(),
                tied.get(project(one) * rooms.size() + city(one)));
    }

    private List<Prospect> prospects(CertainMatching certain) {
        List<Prospect> prospects = new ArrayList<>();
        for (int project = 0; project < projects.size(); project++) {
            int number = project;
            List<String> cities = IntStream.range(0, rooms.size())
                    .filter(city -> certain.mayBe(number, city))
                    .mapToObj(city -> rooms.get(city).city())
                    .toList();
            Certainty certainty = certain.city(project) != Matching.NOWHERE
                    ? Certainty.SETTLED
                    : cities.isEmpty() ? Certainty.NOWHERE : Certainty.OPEN;
            prospects.add(
                    new Prospect(projects.get(project).project(), certainty, cities, certain.isSomewhere(project)));
        }
        return prospects;
    }

    /** Counts in which city each project is in a random assignment that is best for the projects. */
    private void draw(TwoSidedMarket market, SplittableRandom random, int[] times) {
        Matching drawn = DeferredAcceptance.bestForProjects(market.draw(random));
        for (int project = 0; project < projects.size(); project++) {
            if (drawn.city(project) != Matching.NOWHERE) {
                times[project * rooms.size() + drawn.city(project)]++;
            }
        }
    }

    /** The projects of each city, least preferred first. */
    private List<List<Integer>> held(TwoSidedMarket market, Matching matching) {
        List<List<Integer>> held = new ArrayList<>();
        rooms.forEach(room -> held.add(new ArrayList<>()));
        for (int project = 0; project < projects.size(); project++) {
            if (matching.city(project) != Matching.NOWHERE) {
                held.get(matching.city(project)).add(project);
            }
        }
        for (int city = 0; city < held.size(); city++) {
            int chooser = city;
            held.get(city).sort((one, other) -> market.byCity(chooser, other, one));
        }
        return held;
    }

    /**
     * Finds the pairs of a matching that result from a choice between equals, by number of the project and then of the
     * city.
     */
    private BitSet tied(TwoSidedMarket market, Matching matching) {
        BitSet tied = new BitSet();
        List<List<Integer>> held = held(market, matching);
        for (int project = 0; project < projects.size(); project++) {
            int own = matching.city(project);
            for (int city = 0; city < rooms.size(); city++) {
                if (city == own || !market.accepts(project, city)) {
                    continue;
                }
                int at = city;
                List<Integer> those = held.get(city);
                boolean full = those.size() >= rooms.get(city).capacity();
                long gain = market.gainOfCity(project, city);
                int wants = own == Matching.NOWHERE
                        ? 1
                        : Long.compare(market.gainOfProject(project, city), market.gainOfProject(project, own));
                int chooser = project;
                if (wants > 0) {
                    those.stream() // lowest gain of the city first
                            .takeWhile(other -> full && areEqual(market, chooser, other, at))
                            .forEach(other -> tied.set(other * rooms.size() + at));
                } else if (wants == 0
                        && gain == market.gainOfCity(project, own)
                        && rooms.get(city).capacity() > 0
                        && (!full || gain >= market.gainOfCity(those.get(0), city))) {
                    tied.set(project * rooms.size() + own);
                }
            }
        }
        return tied;
    }

    /** Whether a city and two projects gain equally from each other. */
    private static boolean areEqual(TwoSidedMarket market, int one, int other, int city) {
        return market.gainOfCity(one, city) == market.gainOfCity(other, city)
                && market.gainOfProject(one, city) == market.gainOfProject(other, city);
    }

    private List<Wish> wishes(TwoSidedMarket market, Matching matching) {
        List<List<Integer>> numbers = held(market, matching);
        List<List<String>> held = numbers.stream()
                .map(those -> those.stream()
                        .map(project -> projects.get(project).project())
                        .toList())
                .toList();
        List<Wish> wishes = new ArrayList<>();
        for (int project = 0; project < projects.size(); project++) {
            int chooser = project;
            int own = matching.city(project);
            IntStream.range(0, rooms.size())
                    .filter(city -> city != own && market.accepts(chooser, city))
                    .filter(city -> own == Matching.NOWHERE
                            || market.gainOfProject(chooser, city) > market.gainOfProject(chooser, own))
                    .boxed()
                    .sorted((one, other) -> market.byProject(chooser, one, other))
                    .forEach(city -> wishes.add(new Wish(
                            projects.get(chooser).project(),
                            own == Matching.NOWHERE ? null : rooms.get(own).city(),
                            rooms.get(city).city(),
                            held.get(city),
                            !numbers.get(city).isEmpty()
                                    && areEqual(
                                            market, chooser, numbers.get(city).get(0), city))));
        }
        return wishes;
    }

    private List<Missed> missed(TwoSidedMarket market, Matching matching) {
        List<List<Integer>> held = held(market, matching);
        List<Missed> missed = new ArrayList<>();
        for (int city = 0; city < rooms.size(); city++) {
            int chooser = city;
            List<Integer> those = held.get(city);
            boolean full = those.size() >= rooms.get(city).capacity();
            if (rooms.get(city).capacity() > 0) {
                IntStream.range(0, projects.size())
                        .filter(one -> matching.city(one) != chooser && matching.city(one) != Matching.NOWHERE)
                        .filter(one -> market.accepts(one, chooser))
                        .filter(one ->
                                !full || market.gainOfCity(one, chooser) > market.gainOfCity(those.get(0), chooser))
                        .boxed()
                        .sorted(Comparator.comparing(one -> one, (one, other) -> market.byCity(chooser, one, other)))
                        .forEach(one -> missed.add(new Missed(
                                rooms.get(chooser).city(),
                                projects.get(one).project(),
                                rooms.get(matching.city(one)).city())));
            }
        }
        return missed;
    }
}
