package dev.winnow.portfolio.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.winnow.console.Run;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.model.ShippedFacts;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.value.Amount;
import dev.winnow.portfolio.portfolio.Candidate.CostBasis;
import dev.winnow.portfolio.portfolio.Portfolio.ChosenSet;
import dev.winnow.portfolio.portfolio.Portfolio.Member;
import dev.winnow.portfolio.portfolio.Portfolios.Limits;
import dev.winnow.portfolio.portfolio.SearchWatch.Step;
import dev.winnow.portfolio.selection.Cancellation;
import dev.winnow.portfolio.selection.Choice.Status;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** The worth of the best set equals that found by screening it, and no other set is worth more. */
class PortfolioTest {

    /** Number of random universes; {@code -Dwinnow.portfolios=200} for 200. */
    private static final int UNIVERSES = Integer.getInteger("winnow.portfolios", 8);

    private static final RulePack WHARF = RulePack.draft(Path.of("src", "test", "resources", "packs", "wharf"));
    private static final Limits EFFORT = new Limits(Duration.ofDays(1), 5, 1);
    private static final Eligibility ANYBODY = new Eligibility(Set.of(), null);
    private static final List<String> CITIES = List.of("northport", "southport");
    private static final List<String> LINKS = List.of("blade", "cable", "gear", "hub", "nacelle", "axle");

    private static final String CHAIN = """
        universe: {name: wind, asOf: 2020-12-31}
        chains:
          - id: wind-power
            links:
              - {id: blade, stage: one}
              - {id: cable, stage: one}
              - {id: gear, stage: one}
              - {id: hub, stage: two, upstream: [gear]}
              - {id: nacelle, stage: two, upstream: [hub]}
              - {id: axle, stage: three, upstream: [nacelle]}
        cities:
        """;

    private int together;

    @Test
    void noSetOfARandomUniverseIsWorthMore() {
        for (int seed = 1; seed <= UNIVERSES; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Map<String, String> projects = projects(random);
            String rest = rest(random);
            long budget = 200 + random.nextInt(600);
            Portfolio portfolio = Portfolios.of(
                    PortfolioPlan.of(Amount.of(budget)).considering(true),
                    request(universe(rest, projects, Map.of())),
                    EFFORT);
            ChosenSet set = Objects.requireNonNull(portfolio.sets().get(Scenario.CERTAIN));
            Map<String, String> places = new TreeMap<>();
            set.members()
                    .forEach(one -> places.put(
                            one.candidate().project(),
                            Objects.requireNonNull(one.candidate().city())));
            assertThat(set.status()).isEqualTo(Status.PROVEN);
            assertThat(set.leftOut()).isZero();
            assertThat(set.worth()).isEqualTo(worth(rest, projects, places, Map.of()));
            assertThat(set.worth()).as("universe %s", seed).isEqualTo(best(rest, projects, portfolio, budget));
        }
        assertThat(together)
                .as("sets whose worth differs from the sum of their members")
                .isPositive();
    }

    /** Compares the marks of members with all sets of a small plan. */
    @Test
    void membersThatAnEqualSetLacksAreTiedAndThoseOfEverySetRequired() {
        int tied = 0;
        int required = 0;
        for (int seed = 1; seed <= 100; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int count = 5;
            int budget = 4 + random.nextInt(8);
            int[] worth = random.ints(count, 1, 6).toArray();
            int[] cost = random.ints(count, 1, 6).toArray();
            int must = random.nextInt(10);
            StringBuilder plan = new StringBuilder("budget: " + budget + "\n");
            if (must < count && cost[must] <= budget) {
                plan.append("must: [c").append(must).append("]\n");
            }
            plan.append("candidates:\n");
            for (int i = 0; i < count; i++) {
                plan.append("  - {id: c" + i + ", worth: " + worth[i] + ", cost: " + cost[i] + "}\n");
            }
            Portfolio portfolio = Portfolios.ofGiven(PlanLimitsTest.plan(plan.toString()), EFFORT);
            for (Member member : Objects.requireNonNull(portfolio.best()).members()) {
                int i = Integer.parseInt(member.candidate().project().substring(1));
                int without = -1;
                for (int set = 0; set < 1 << count; set++) {
                    int worths = 0;
                    int costs = 0;
                    for (int other = 0; other < count; other++) {
                        worths += (set >> other & 1) * worth[other];
                        costs += (set >> other & 1) * cost[other];
                    }
                    boolean allowed = costs <= budget
                            && (must >= count || cost[must] > budget || (set >> must & 1) == 1)
                            && (set >> i & 1) == 0;
                    without = allowed ? Math.max(without, worths) : without;
                }
                boolean equal = without * 1_000_000L == portfolio.best().worth();
                assertThat(portfolio.isTied(member.candidate()))
                        .as("%s in%n%s", member.candidate().project(), plan)
                        .isEqualTo(equal);
                boolean none = without < 0;
                assertThat(portfolio.insiders())
                        .filteredOn(one -> one.candidate().equals(member.candidate()))
                        .singleElement()
                        .satisfies(one -> assertThat(one.isRequired()).isEqualTo(none));
                tied += equal ? 1 : 0;
                required += none ? 1 : 0;
            }
        }
        assertThat(tied).isPositive();
        assertThat(required).isPositive();
    }

    @Test
    void aProjectIsWorthMoreOnceItsSupplierLands() {
        Map<String, String> projects = new TreeMap<>(Map.of(
                "gears", "links: [gear], consortium: true, ownsTechnology: true, fundingNeed: 100 mn yuan",
                "hubs", "links: [hub], consortium: true, ownsTechnology: true, fundingNeed: 100 mn yuan"));
        String rest = CHAIN + "  - {id: northport, presences: [{link: gear, held: false, asOf: 2010-05-01},"
                + " {link: hub, held: false, asOf: 2010-05-01}]}\n";
        Portfolio portfolio = Portfolios.of(
                PortfolioPlan.of(Amount.of(1000)).considering(true),
                request(universe(rest, projects, Map.of())),
                EFFORT);
        assertThat(Objects.requireNonNull(portfolio.sets().get(Scenario.CERTAIN))
                        .members())
                .extracting(one -> one.candidate().project(), Member::alone, Member::inSet)
                .containsExactly(tuple("hubs", 60_000_000L, 100_000_000L), tuple("gears", 60_000_000L, 60_000_000L));
        assertThat(Objects.requireNonNull(portfolio.greedy()).worth()).isEqualTo(160_000_000);
    }

    @Test
    void theSecondProjectInAGapIsWorthLess() {
        Map<String, String> projects = new TreeMap<>(Map.of(
                "one", "links: [gear], consortium: true, ownsTechnology: true, fundingNeed: 100 mn yuan",
                "other", "links: [gear], consortium: true, ownsTechnology: true, fundingNeed: 100 mn yuan"));
        String rest = CHAIN + "  - {id: northport, presences: [{link: gear, held: false, asOf: 2010-05-01}]}\n";
        Portfolio portfolio = Portfolios.of(
                PortfolioPlan.of(Amount.of(1000)).considering(true),
                request(universe(rest, projects, Map.of())),
                EFFORT);
        ChosenSet best = Objects.requireNonNull(portfolio.sets().get(Scenario.CERTAIN));
        assertThat(best.worth()).isEqualTo(60_000_000);
        assertThat(best.members()).hasSize(1);
    }

    /**
     * Only recommended candidates, soundly or in the base case, are chosen, unless the plan considers candidates on
     * hold.
     */
    @Test
    void candidatesOnHoldAreChosenOnlyIfThePlanConsidersThem() {
        Universe universe = Universe.read(ShippedFacts.VOCABULARY, Run.HOME.resolve("seeds/semiconductor"));
        ScreeningRequest request = ScreeningRequest.of(RulePack.load(Run.HOME.resolve("rules/semiconductor")), universe)
                .asking(universe.projectIds(), List.of("qingdao"));
        PortfolioPlan plan = PortfolioPlan.of(Amount.of(30_000));
        Portfolio portfolio = Portfolios.of(plan, request, new Limits(Duration.ofSeconds(2), 0, 1));

        assertThat(Objects.requireNonNull(portfolio.best()).members())
                .isNotEmpty()
                .allMatch(one -> one.candidate().base() == Verdict.RECOMMEND);
        assertThat(portfolio.candidates())
                .filteredOn(one -> one.project().equals("hanxin-1"))
                .allMatch(one ->
                        Objects.requireNonNull(one.barred().get(Scenario.BASE)).reason() == Bar.Reason.NOT_RECOMMENDED);
        Portfolio wider = Portfolios.of(plan.considering(true), request, new Limits(Duration.ofSeconds(2), 0, 1));
        assertThat(Objects.requireNonNull(wider.best()).members())
                .anyMatch(one -> one.candidate().base() == Verdict.HOLD);
        assertThat(portfolio.candidates())
                .filteredOn(one -> one.project().equals("sien"))
                .allMatch(one -> one.basis().get(Scenario.BASE) == CostBasis.ASSUMED);
    }

    /** Its cost and score would qualify it; only the open knock-out excludes it. */
    @Test
    void theCertainScenarioChoosesNoCandidateWithAnOpenKnockOut() {
        Map<String, String> projects = new TreeMap<>(Map.of(
                "known", "links: [gear], consortium: true, ownsTechnology: true, fundingNeed: 100 mn yuan",
                "open", "links: [hub], consortium: true, fundingNeed: 100 mn yuan"));
        String rest = CHAIN + "  - {id: northport, presences: [{link: gear, held: false, asOf: 2010-05-01},"
                + " {link: hub, held: false, asOf: 2010-05-01}]}\n";
        Portfolio portfolio = Portfolios.of(
                PortfolioPlan.of(Amount.of(1000)).considering(true),
                request(universe(rest, projects, Map.of())),
                EFFORT);

        assertThat(Objects.requireNonNull(portfolio.sets().get(Scenario.CERTAIN))
                        .members())
                .extracting(member -> member.candidate().project())
                .containsExactly("known");
        assertThat(portfolio.candidates())
                .filteredOn(one -> one.project().equals("open"))
                .allSatisfy(one -> assertThat(
                                Objects.requireNonNull(one.barred().get(Scenario.CERTAIN))
                                        .why())
                        .hasToString("a knock-out is still open"));
    }

    /** With any effort, every other budget has a row, and none is worth less than a smaller budget. */
    @Test
    void noRowOfTheOtherBudgetsDropsOut() {
        SplittableRandom random = new SplittableRandom(3);
        Map<String, String> projects = projects(random);
        Universe universe = universe(rest(random), projects, Map.of());
        PortfolioPlan plan = PortfolioPlan.of(Amount.of(500)).considering(true);
        for (int millis : new int[] {1, 20, 60, 200, 60_000}) {
            Portfolio portfolio = Portfolios.of(plan, request(universe), new Limits(Duration.ofMillis(millis), 0, 1));
            if (Objects.requireNonNull(portfolio.best()).status() != Status.OUT_OF_TIME) {
                assertThat(portfolio.frontier()).as("%s ms", millis).hasSize(14);
                assertThat(portfolio.frontier())
                        .extracting(Portfolio.Frontier::worth)
                        .isSorted();
            }
        }
    }

    /** The effort is spent before all draws, at the same point in each search. */
    @Test
    void aSearchThatRunsOutOfEffortIsRepeatable() {
        SplittableRandom random = new SplittableRandom(3);
        Map<String, String> projects = projects(random);
        Universe universe = universe(rest(random), projects, Map.of());
        Limits little = new Limits(Duration.ofMillis(200), 200, 1);
        Portfolio first = Portfolios.of(PortfolioPlan.of(Amount.of(500)).considering(true), request(universe), little);
        Portfolio second = Portfolios.of(PortfolioPlan.of(Amount.of(500)).considering(true), request(universe), little);
        assertThat(first.draws()).isBetween(1, 199);
        assertThat(second)
                .usingRecursiveComparison()
                .comparingOnlyFields("sets", "greedy", "outsiders", "margins", "frontier", "draws", "standings")
                .isEqualTo(first);
    }

    /** Whether a search is watched makes no difference to its result. */
    @Test
    void aWatchedSearchFindsTheSamePortfolio() {
        SplittableRandom random = new SplittableRandom(3);
        Map<String, String> projects = projects(random);
        Universe universe = universe(rest(random), projects, Map.of());
        PortfolioPlan plan = PortfolioPlan.of(Amount.of(500)).considering(true);
        Limits little = new Limits(Duration.ofMillis(200), 200, 1);
        Set<Step> steps = EnumSet.noneOf(Step.class);
        Map<Scenario, Long> worths = new EnumMap<>(Scenario.class);
        Portfolio watched = Portfolios.of(plan, request(universe), little, new Cancellation(), new SearchWatch() {
            @Override
            public void at(Step step, long done, long total) {
                steps.add(step);
            }

            @Override
            public void found(Scenario scenario, List<Candidate> members, long worth, long bound) {
                worths.put(scenario, worth);
            }
        });
        assertThat(watched)
                .usingRecursiveComparison()
                .comparingOnlyFields("sets", "greedy", "outsiders", "margins", "frontier", "draws", "standings")
                .isEqualTo(Portfolios.of(plan, request(universe), little));
        assertThat(steps).contains(Step.TOGETHER, Step.SETS, Step.BUDGETS, Step.DRAWS);
        assertThat(worths).containsKey(watched.main());
    }

    @Test
    void aSearchCancelledBeforeAnySetHasNoResult() {
        SplittableRandom random = new SplittableRandom(3);
        Map<String, String> projects = projects(random);
        Universe universe = universe(rest(random), projects, Map.of());
        Cancellation cancellation = new Cancellation();
        cancellation.cancel();
        assertThatThrownBy(() -> Portfolios.of(
                        PortfolioPlan.of(Amount.of(500)), request(universe), EFFORT, cancellation, SearchWatch.NONE))
                .isInstanceOf(CancellationException.class);
    }

    /** Cancelled once the sets are searched, the search has the best set so far and skips the rest. */
    @Test
    void aSearchCancelledDuringTheDrawsKeepsItsSet() {
        SplittableRandom random = new SplittableRandom(3);
        Map<String, String> projects = projects(random);
        Universe universe = universe(rest(random), projects, Map.of());
        PortfolioPlan plan = PortfolioPlan.of(Amount.of(500)).considering(true);
        Cancellation cancellation = new Cancellation();
        Portfolio cancelled = Portfolios.of(plan, request(universe), EFFORT, cancellation, new SearchWatch() {
            @Override
            public void at(Step step, long done, long total) {
                if (step == Step.BUDGETS) {
                    cancellation.cancel();
                }
            }

            @Override
            public void found(Scenario scenario, List<Candidate> members, long worth, long bound) {}
        });
        assertThat(cancelled.sets())
                .isEqualTo(Portfolios.of(plan, request(universe), EFFORT).sets());
        assertThat(cancelled.cutShort()).isTrue();
        assertThat(cancelled.draws()).isZero();
    }

    private static ScreeningRequest request(Universe universe) {
        return ScreeningRequest.of(WHARF, universe).asking(Portfolios.openProjects(universe), null);
    }

    /** The worth of the best set, by brute force: every set in every city is written as landed, read and screened. */
    private long best(String rest, Map<String, String> projects, Portfolio portfolio, long budget) {
        Map<String, Long> costs = new HashMap<>();
        Map<String, Long> alone = new HashMap<>();
        Map<String, Boolean> barred = new HashMap<>();
        for (Candidate one : portfolio.candidates()) {
            alone.put(one.project() + " " + one.city(), one.worth(Scenario.CERTAIN));
            costs.put(one.project(), one.cost().getOrDefault(Scenario.CERTAIN, -1L));
            barred.put(one.project() + " " + one.city(), one.barred().containsKey(Scenario.CERTAIN));
        }
        List<String> ids = new ArrayList<>(projects.keySet());
        long best = 0;
        for (int number = 0; number < Math.pow(CITIES.size() + 1, ids.size()); number++) {
            Map<String, String> places = new TreeMap<>();
            int rests = number;
            for (String id : ids) {
                int place = rests % (CITIES.size() + 1);
                rests /= CITIES.size() + 1;
                if (place > 0) {
                    places.put(id, CITIES.get(place - 1));
                }
            }
            boolean allowed = places.entrySet().stream()
                    .noneMatch(one -> Objects.requireNonNull(barred.get(one.getKey() + " " + one.getValue())));
            long cost = places.keySet().stream()
                    .mapToLong(id -> Objects.requireNonNull(costs.get(id)))
                    .sum();
            if (allowed && cost <= budget * 1_000_000) {
                long worth = worth(rest, projects, places, places);
                long apart = places.entrySet().stream()
                        .mapToLong(one -> Objects.requireNonNull(alone.get(one.getKey() + " " + one.getValue())))
                        .sum();
                together += worth == apart ? 0 : 1;
                best = Math.max(best, worth);
            }
        }
        return best;
    }

    /** @param mustHold the members whose barring makes the set worthless */
    private static long worth(
            String rest, Map<String, String> projects, Map<String, String> places, Map<String, String> mustHold) {
        long worth = 0;
        for (Assessment one :
                Screener.of(WHARF).screen(universe(rest, projects, places)).assessments()) {
            if (one.city().equals(places.get(one.project()))) {
                if (mustHold.containsKey(one.project()) && ANYBODY.barred(one).containsKey(Scenario.CERTAIN)) {
                    return 0;
                }
                worth += one.score().low().movePointRight(6).longValueExact();
            }
        }
        return worth;
    }

    private static Universe universe(String rest, Map<String, String> projects, Map<String, String> places) {
        StringBuilder file = new StringBuilder(rest).append("projects:\n");
        projects.forEach((id, facts) -> {
            String place = places.get(id);
            String landed = place == null ? "" : ", city: " + place + ", decided: 2020-12-31";
            file.append("  - {id: " + id + ", name: " + id + landed + ", " + facts + "}\n");
        });
        Universe universe = Universe.parse(ShippedFacts.VOCABULARY, Map.of("random.yaml", file.toString()));
        assertThat(universe.problems()).isEmpty();
        return universe;
    }

    private static Map<String, String> projects(SplittableRandom random) {
        Map<String, String> projects = new TreeMap<>();
        int many = 2 + random.nextInt(3);
        for (int i = 0; i < many; i++) {
            String first = LINKS.get(random.nextInt(LINKS.size()));
            String second = LINKS.get(random.nextInt(LINKS.size()));
            String links = first.equals(second) ? first : first + ", " + second;
            projects.put(
                    "project-" + i,
                    "links: [" + links + "], consortium: " + (random.nextInt(2) == 0) + ", ownsTechnology: "
                            + (random.nextInt(3) > 0) + ", track: wind, endMarkets: [power], fundingNeed: "
                            + (50 + random.nextInt(300)) + " mn yuan");
        }
        return projects;
    }

    private static String rest(SplittableRandom random) {
        StringBuilder rest = new StringBuilder(CHAIN);
        for (String city : CITIES) {
            rest.append("  - id: " + city + "\n    complete: [firms, demands, funds]\n");
            rest.append("    demands: [{endMarket: power, annualOutput: " + (1 + random.nextInt(9)) + " bn yuan}]\n");
            rest.append("    funds: [{id: full, tracks: [wind], available: 1 bn yuan}]\n    presences:\n");
            for (String link : LINKS) {
                if (random.nextInt(3) > 0) {
                    rest.append(
                            "      - {link: " + link + ", held: " + (random.nextInt(3) == 0) + ", asOf: 2010-05-01}\n");
                }
            }
            rest.append("      - {link: " + LINKS.get(0) + ", held: true, asOf: 2001-05-01}\n");
        }
        return rest.toString();
    }
}
