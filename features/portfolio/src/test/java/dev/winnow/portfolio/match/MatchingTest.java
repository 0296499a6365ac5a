package dev.winnow.portfolio.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.portfolio.match.TwoSidedMarket.Between;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Deferred acceptance finds the two extreme stable matchings, and certain pairs are in every stable matching of every
 * completion.
 */
class MatchingTest {

    /** Number of random markets; {@code -Dwinnow.markets=20000} for 20,000. */
    private static final int MARKETS = Integer.getInteger("winnow.markets", 1000);

    /**
     * Gale and Shapley 1962, p. 10, example 1, as its ranking matrix: the ranks that α, β, γ give A, B, C, and the
     * reverse.
     */
    @Test
    void theFirstExampleOfGaleAndShapley() {
        TwoSidedMarket market = ranked(new int[] {1, 1, 1}, new int[][][] {
            {{1, 3}, {2, 2}, {3, 1}}, {{3, 1}, {1, 3}, {2, 2}}, {{2, 2}, {3, 1}, {1, 3}}
        });
        assertThat(DeferredAcceptance.bestForProjects(market)).isEqualTo(Matching.of(0, 1, 2));
        assertThat(DeferredAcceptance.bestForCities(market)).isEqualTo(Matching.of(2, 0, 1));
        assertThat(stable(market))
                .containsExactlyInAnyOrder(Matching.of(0, 1, 2), Matching.of(2, 0, 1), Matching.of(1, 2, 0));
        assertThat(certain(market)).containsExactly(Matching.NOWHERE, Matching.NOWHERE, Matching.NOWHERE);
    }

    /** Gale and Shapley 1962, p. 11, example 2: one set of marriages is stable, without a first choice for any side. */
    @Test
    void theSecondExampleOfGaleAndShapley() {
        int[][][] matrix = {
            {{1, 3}, {2, 3}, {3, 2}, {4, 3}},
            {{1, 4}, {4, 1}, {3, 3}, {2, 2}},
            {{2, 2}, {1, 4}, {3, 4}, {4, 1}},
            {{4, 1}, {2, 2}, {3, 1}, {1, 4}}
        };
        TwoSidedMarket market = ranked(new int[] {1, 1, 1, 1}, matrix);
        Matching only = DeferredAcceptance.bestForProjects(market);
        assertThat(stable(market)).containsExactly(only);
        assertThat(DeferredAcceptance.bestForCities(market)).isEqualTo(only);
        assertThat(certain(market))
                .containsExactly(IntStream.range(0, 4).map(only::city).boxed().toArray(Integer[]::new));
        for (int project = 0; project < 4; project++) {
            assertThat(matrix[project][only.city(project)]).doesNotContain(1);
        }
    }

    /** A. E. Roth, M. A. O. Sotomayor, Two-Sided Matching, example 2.17, after Knuth: ten matchings are stable. */
    @Test
    void theExampleOfKnuthHasTenStableMatchings() {
        TwoSidedMarket market = lists(
                new int[] {1, 1, 1, 1},
                new int[][] {{0, 1, 2, 3}, {1, 0, 3, 2}, {2, 3, 0, 1}, {3, 2, 1, 0}},
                new int[][] {{3, 2, 1, 0}, {2, 3, 0, 1}, {1, 0, 3, 2}, {0, 1, 2, 3}});
        assertThat(stable(market)).hasSize(10);
        assertThat(DeferredAcceptance.bestForProjects(market)).isEqualTo(Matching.of(0, 1, 2, 3));
        assertThat(DeferredAcceptance.bestForCities(market)).isEqualTo(Matching.of(3, 2, 1, 0));
    }

    /** A. E. Roth, The College Admissions Problem Is Not Equivalent to the Marriage Problem, J. Econ. Theory 36 (1985), p. 283. */
    @Test
    void theExampleOfRothWithACollegeOfTwoPlaces() {
        TwoSidedMarket market =
                lists(new int[] {2, 1, 1}, new int[][] {{2, 0, 1}, {1, 0, 2}, {0, 2, 1}, {0, 1, 2}}, new int[][] {
                    {0, 1, 2, 3}, {0, 1, 2, 3}, {2, 0, 1, 3}
                });
        assertThat(stable(market)).containsExactly(Matching.of(2, 1, 0, 0));
        assertThat(DeferredAcceptance.bestForProjects(market)).isEqualTo(Matching.of(2, 1, 0, 0));
        assertThat(DeferredAcceptance.bestForCities(market)).isEqualTo(Matching.of(2, 1, 0, 0));
        assertThat(certain(market)).containsExactly(2, 1, 0, 0);
    }

    @Test
    void equalScoresFallByTheOtherSideAndThenByNumber() {
        TwoSidedMarket market = TwoSidedMarket.of(3, 1)
                .pair(0, 0, 10, 50)
                .pair(1, 0, 20, 50)
                .pair(2, 0, 20, 50)
                .build();
        assertThat(DeferredAcceptance.bestForProjects(market)).isEqualTo(Matching.of(-1, 0, -1));
        assertThat(DeferredAcceptance.bestForCities(market)).isEqualTo(Matching.of(-1, 0, -1));
    }

    @Test
    void nothingBlocksEitherEndOfARandomMarket() {
        int several = 0;
        for (int seed = 1; seed <= MARKETS; seed++) {
            TwoSidedMarket market = random(new SplittableRandom(seed)).draw(new SplittableRandom(seed));
            Matching forProjects = DeferredAcceptance.bestForProjects(market);
            Matching forCities = DeferredAcceptance.bestForCities(market);
            assertThat(Blocking.of(market, forProjects)).as("market %s", seed).isEmpty();
            assertThat(Blocking.of(market, forCities)).as("market %s", seed).isEmpty();
            several += forProjects.equals(forCities) ? 0 : 1;
            endsHoldAllThatIsStable(seed, market, forProjects, forCities);
        }
        assertThat(several).as("markets with several stable matchings").isGreaterThan(MARKETS / 50);
    }

    /**
     * Every stable matching lies between the two extreme ones. In a fully known market, a certain pair is in all stable matchings; with
     * strict preferences, every pair that is in all of them is certain.
     */
    private static void endsHoldAllThatIsStable(
            int seed, TwoSidedMarket market, Matching forProjects, Matching forCities) {
        CertainMatching certain = CertainMatching.of(market);
        boolean strict = isStrict(market);
        for (int project = 0; project < market.projects(); project++) {
            boolean same = forProjects.city(project) == forCities.city(project);
            if (strict || certain.city(project) != Matching.NOWHERE) {
                assertThat(certain.city(project))
                        .as("market %s, project %s", seed, project)
                        .isEqualTo(same ? forProjects.city(project) : Matching.NOWHERE);
            }
            if (strict || certain.isNowhere(project)) {
                assertThat(certain.isNowhere(project)).isEqualTo(forProjects.city(project) == Matching.NOWHERE);
            }
        }
        for (Matching one : stable(market)) {
            for (int project = 0; project < market.projects(); project++) {
                int city = one.city(project);
                if (city == Matching.NOWHERE) {
                    assertThat(forProjects.city(project)).isEqualTo(Matching.NOWHERE);
                } else {
                    assertThat(market.byProject(project, forProjects.city(project), city))
                            .isNotPositive();
                    assertThat(market.byProject(project, forCities.city(project), city))
                            .isNotNegative();
                    assertThat(certain.mayBe(project, city)).isTrue();
                }
            }
        }
    }

    /** Whether no two pairs of a city, and no two pairs of a project, have equal gains on both sides. */
    private static boolean isStrict(TwoSidedMarket market) {
        Set<List<Long>> seen = new HashSet<>();
        for (int project = 0; project < market.projects(); project++) {
            for (int city = 0; city < market.cities(); city++) {
                long own = market.gainOfProject(project, city);
                long other = market.gainOfCity(project, city);
                if (market.accepts(project, city)
                        && !(seen.add(List.of(0L, (long) project, own, other))
                                && seen.add(List.of(1L, (long) city, own, other)))) {
                    return false;
                }
            }
        }
        return true;
    }

    @Test
    void certainStatementsHoldInEveryCompletion() {
        int settled = 0;
        int open = 0;
        for (int seed = 1; seed <= MARKETS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            TwoSidedMarket market = random(random);
            CertainMatching certain = CertainMatching.of(market);
            for (int draw = 0; draw < 20; draw++) {
                TwoSidedMarket drawn = market.draw(random);
                for (Matching one : ends(drawn, draw == 0)) {
                    assertThat(Blocking.of(drawn, one)).isEmpty();
                    for (int project = 0; project < drawn.projects(); project++) {
                        keeps(certain, one, project);
                    }
                }
            }
            for (int project = 0; project < market.projects(); project++) {
                settled += certain.city(project) == Matching.NOWHERE ? 0 : 1;
                open += certain.city(project) == Matching.NOWHERE && !certain.isNowhere(project) ? 1 : 0;
            }
        }
        assertThat(settled).as("pairs that are certain").isGreaterThan(MARKETS / 4);
        assertThat(open).as("projects without a certain city").isGreaterThan(MARKETS / 4);
    }

    private static void keeps(CertainMatching certain, Matching one, int project) {
        int city = one.city(project);
        if (certain.city(project) != Matching.NOWHERE) {
            assertThat(city).isEqualTo(certain.city(project));
        }
        if (city == Matching.NOWHERE) {
            assertThat(certain.isSomewhere(project)).isFalse();
        } else {
            assertThat(certain.isNowhere(project)).isFalse();
            assertThat(certain.mayBe(project, city)).isTrue();
        }
    }

    @Test
    void aMatchingThatBreaksTheMarketIsRefused() {
        TwoSidedMarket market =
                TwoSidedMarket.of(2, 1).pair(0, 0, 1, 1).pair(1, 0, 2, 2).build();
        assertThat(Blocking.of(market, Matching.of(0, Matching.NOWHERE))).containsExactly(new Blocking(1, 0));
        assertThatThrownBy(() -> Blocking.of(market, Matching.of(0, 0))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TwoSidedMarket.of(2, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Matching> ends(TwoSidedMarket market, boolean all) {
        return all
                ? stable(market)
                : List.of(DeferredAcceptance.bestForProjects(market), DeferredAcceptance.bestForCities(market));
    }

    private static List<Integer> certain(TwoSidedMarket market) {
        CertainMatching certain = CertainMatching.of(market);
        return IntStream.range(0, market.projects()).mapToObj(certain::city).toList();
    }

    /** A market from a matrix of ranks: of the city by the project, and of the project by the city. */
    private static TwoSidedMarket ranked(int[] rooms, int[][][] matrix) {
        TwoSidedMarket.Builder market = TwoSidedMarket.of(matrix.length, rooms);
        for (int project = 0; project < matrix.length; project++) {
            for (int city = 0; city < rooms.length; city++) {
                market.pair(project, city, -matrix[project][city][0], -matrix[project][city][1]);
            }
        }
        return market.build();
    }

    /** A market from preference lists, first choice first. */
    private static TwoSidedMarket lists(int[] rooms, int[][] projects, int[][] cities) {
        TwoSidedMarket.Builder market = TwoSidedMarket.of(projects.length, rooms);
        for (int project = 0; project < projects.length; project++) {
            for (int city = 0; city < rooms.length; city++) {
                market.pair(project, city, -place(projects[project], city), -place(cities[city], project));
            }
        }
        return market.build();
    }

    private static int place(int[] list, int one) {
        return IntStream.range(0, list.length)
                .filter(i -> list[i] == one)
                .findFirst()
                .orElseThrow();
    }

    /** Finds all stable matchings by trying every matching. */
    private static List<Matching> stable(TwoSidedMarket market) {
        List<Matching> stable = new ArrayList<>();
        int[] cities = new int[market.projects()];
        tryFrom(0, cities, new int[market.cities()], market, stable);
        return stable;
    }

    private static void tryFrom(int project, int[] at, int[] held, TwoSidedMarket market, List<Matching> stable) {
        if (project == at.length) {
            Matching matching = Matching.of(at);
            if (Blocking.of(market, matching).isEmpty()) {
                stable.add(matching);
            }
            return;
        }
        at[project] = Matching.NOWHERE;
        tryFrom(project + 1, at, held, market, stable);
        for (int city = 0; city < market.cities(); city++) {
            if (market.accepts(project, city) && held[city] < market.room(city)) {
                held[city]++;
                at[project] = city;
                tryFrom(project + 1, at, held, market, stable);
                held[city]--;
            }
        }
    }

    /** A random market with few projects and cities; scores are small, so that many are equal. */
    private static TwoSidedMarket random(SplittableRandom random) {
        int projects = 1 + random.nextInt(5);
        int[] rooms = new int[1 + random.nextInt(4)];
        for (int city = 0; city < rooms.length; city++) {
            rooms[city] = random.nextInt(8) == 0 ? 0 : random.nextInt(4) == 0 ? 2 : 1;
        }
        int wide = 1 + random.nextInt(6);
        boolean opposed = random.nextBoolean();
        TwoSidedMarket.Builder market = TwoSidedMarket.of(projects, rooms);
        for (int project = 0; project < projects; project++) {
            for (int city = 0; city < rooms.length; city++) {
                if (random.nextInt(8) > 0) {
                    Between ofProject = between(random, wide);
                    long rest = 30 - ofProject.high() + random.nextInt(3);
                    Between ofCity = opposed ? new Between(rest, rest + random.nextInt(wide)) : between(random, wide);
                    market.pair(project, city, ofProject, ofCity, random.nextInt(6) > 0);
                }
            }
        }
        return market.build();
    }

    private static Between between(SplittableRandom random, int wide) {
        long low = random.nextInt(20);
        return new Between(low, low + random.nextInt(wide));
    }
}
