package dev.winnow.portfolio.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.RulePack;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.model.ShippedFacts;
import dev.winnow.model.universe.Universe;
import dev.winnow.portfolio.match.Placement.Certainty;
import dev.winnow.portfolio.match.Placement.Ends;
import dev.winnow.portfolio.match.Placement.Prospect;
import dev.winnow.portfolio.match.Placement.Wish;
import dev.winnow.portfolio.match.Placements.Limits;
import dev.winnow.portfolio.portfolio.Portfolios;
import dev.winnow.portfolio.portfolio.Scenario;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Placements by the rules, and the certainty of each for all values of the unknown facts. */
class PlacementTest {

    /** Number of random universes; {@code -Dwinnow.placements=1000} for 1,000. */
    private static final int UNIVERSES = Integer.getInteger("winnow.placements", 40);

    private static final RulePack PIER = RulePack.draft(Path.of("src", "test", "resources", "packs", "pier"));
    private static final List<String> CITIES = List.of("eastport", "northport", "southport");
    private static final List<String> LINKS = List.of("blade", "gear", "hub", "nacelle");
    private static final List<String> MARKETS = List.of("heat", "power", "water");
    private static final Limits EFFORT = new Limits(0, 1);

    private static final String CHAIN = """
        universe: {name: wind, asOf: 2020-12-31}
        endMarkets: [{id: heat, name: Heat}, {id: power, name: Power}, {id: water, name: Water}]
        chains:
          - id: wind-power
            links:
              - {id: blade, stage: one}
              - {id: tower, stage: one}
              - {id: gear, stage: one}
              - {id: hub, stage: two, upstream: [gear]}
              - {id: nacelle, stage: two, upstream: [hub, blade]}
        cities:
        """;

    @Test
    void certainPlacesStayOnceTheFactsAreKnown() {
        int settled = 0;
        int open = 0;
        for (int seed = 1; seed <= UNIVERSES; seed++) {
            RandomUniverse random = new RandomUniverse(new SplittableRandom(seed));
            MatchPlan plan = MatchPlan.NONE.with(1 + seed % 2, Map.of("southport", 1 + seed % 3));
            Placement known = Placements.of(plan, request(random.whole.toString()), EFFORT);
            Placement partly = Placements.of(plan, request(random.partly.toString()), EFFORT);
            for (Prospect prospect : partly.prospects()) {
                for (Ends ends : known.ends().values()) {
                    keeps(prospect, ends.bestForProjects().get(prospect.project()), seed);
                    keeps(prospect, ends.bestForCities().get(prospect.project()), seed);
                }
                settled += prospect.certainty() == Certainty.SETTLED ? 1 : 0;
                open += prospect.certainty() == Certainty.OPEN ? 1 : 0;
            }
        }
        assertThat(settled).isGreaterThan(UNIVERSES / 4);
        assertThat(open).isGreaterThan(UNIVERSES / 4);
    }

    private static void keeps(Prospect prospect, @Nullable String city, int seed) {
        if (city == null) {
            assertThat(prospect.somewhere())
                    .as("universe %s, %s", seed, prospect)
                    .isFalse();
        } else {
            assertThat(prospect.cities()).as("universe %s, %s", seed, prospect).contains(city);
        }
    }

    @Test
    void aFullCityIsTheReasonForAProjectElsewhere() {
        Placement placement = Placements.of(MatchPlan.NONE.with(1, Map.of()), request(CHAIN + """
              - {id: northport, complete: [demands], demands: [{endMarket: power}], presences: [{link: gear, held: false}]}
              - {id: southport, complete: [demands], demands: [], presences: [{link: gear, held: false}]}
            projects:
              - {id: gears, name: Gears, links: [gear], endMarkets: [power], consortium: false, ownsTechnology: true}
              - {id: joint, name: Joint, links: [gear], endMarkets: [power], consortium: true, ownsTechnology: true}
              - {id: knocked, name: Knocked, links: [gear], endMarkets: [power], consortium: true, ownsTechnology: false}
            """.indent(0)), EFFORT);
        assertThat(placement.best().bestForProjects())
                .isEqualTo(Map.of("joint", "northport"))
                .isEqualTo(placement.best().bestForCities());
        assertThat(placement.wishes()).containsExactly(new Wish("gears", null, "northport", List.of("joint"), false));
        assertThat(placement.pairs())
                .filteredOn(pair -> pair.project().equals("knocked"))
                .allSatisfy(
                        pair -> assertThat(pair.barred().get(Scenario.CERTAIN)).hasToString("a knock-out holds"));
        assertThat(placement.prospects())
                .containsExactly(
                        new Prospect("gears", Certainty.NOWHERE, List.of(), false),
                        new Prospect("joint", Certainty.SETTLED, List.of("northport"), true),
                        new Prospect("knocked", Certainty.NOWHERE, List.of(), false));
    }

    @Test
    void aPlanExcludesProjectsAndRequiresAScore() {
        String cities = CHAIN + "  - {id: northport, complete: [demands], demands: [{endMarket: power}], presences:"
                + " [{link: gear, held: false}, {link: hub, held: false}]}\n";
        String projects = """
            projects:
              - {id: gears, name: Gears, links: [gear], endMarkets: [power], consortium: false, ownsTechnology: true}
              - {id: hubs, name: Hubs, links: [hub], endMarkets: [power], consortium: true, ownsTechnology: true}
            """;
        MatchPlan two = MatchPlan.NONE.with(2, Map.of());
        MatchPlan without = new MatchPlan(null, 2, Map.of(), Set.of("hubs"), Set.of(), null, null);
        MatchPlan from = new MatchPlan(null, 2, Map.of(), Set.of(), Set.of(), 61_000_000L, null);
        ScreeningRequest request = request(cities + projects);
        assertThat(Placements.of(two, request, EFFORT).best().bestForCities()).containsOnlyKeys("gears", "hubs");
        assertThat(Placements.of(without, request, EFFORT).best().bestForCities())
                .containsOnlyKeys("gears");
        assertThat(Placements.of(from, request, EFFORT).best().bestForCities()).isEmpty();
    }

    private static ScreeningRequest request(String file) {
        Universe universe = Universe.parse(ShippedFacts.VOCABULARY, Map.of("random.yaml", file));
        assertThat(universe.problems()).isEmpty();
        return ScreeningRequest.of(PIER, universe).asking(Portfolios.openProjects(universe), null);
    }

    /** A fully known universe, and a copy with some facts left out. */
    private static final class RandomUniverse {

        private final SplittableRandom random;
        private final StringBuilder whole = new StringBuilder(CHAIN);
        private final StringBuilder partly = new StringBuilder(CHAIN);
        /** In some universes few facts are left out, so that much stays certain. */
        private final int rarely;

        private RandomUniverse(SplittableRandom random) {
            this.random = random;
            this.rarely = 2 + random.nextInt(12);
            CITIES.forEach(this::city);
            both("projects:\n");
            int many = 2 + random.nextInt(4);
            for (int i = 0; i < many; i++) {
                both("  - {id: project-" + i + ", name: Project " + i);
                maybe(", links: [" + LINKS.get(random.nextInt(LINKS.size())) + "]");
                maybe(", endMarkets: [" + MARKETS.get(random.nextInt(MARKETS.size())) + "]");
                maybe(", consortium: " + random.nextBoolean());
                maybe(", ownsTechnology: " + (random.nextInt(5) > 0));
                both("}\n");
            }
        }

        private void city(String city) {
            both("  - id: " + city + "\n");
            maybe("    complete: [demands]\n");
            both("    demands:\n");
            both("      - {endMarket: " + MARKETS.get(random.nextInt(MARKETS.size())) + "}\n    presences:\n");
            for (String link : LINKS) {
                String held = "      - {link: " + link + ", held: " + random.nextBoolean() + "}\n";
                maybe(held);
            }
            both("      - {link: tower, held: true}\n");
        }

        private void both(String text) {
            whole.append(text);
            partly.append(text);
        }

        private void maybe(String text) {
            whole.append(text);
            if (random.nextInt(rarely) > 0) {
                partly.append(text);
            }
        }
    }
}
