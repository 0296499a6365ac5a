package dev.winnow.past.weights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.value.Fraction;
import dev.winnow.past.weights.WeightRegion.Range;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Weights that were planted, and decisions drawn from them. */
class WeightRegionTest {

    private static final boolean THOROUGH = Boolean.getBoolean("winnow.thorough");

    /** Numbers of random lists of decisions, larger in thorough runs. */
    private static final int LISTS = THOROUGH ? 40 : 2;

    private static final int SAMPLES = THOROUGH ? 100_000 : 10_000;
    private static final int[] SIDES = {0, 0, 0, 0, 0, 1, 1, 1, 1};
    private static final int[] PLANTED = {35, 20, 20, 15, 10, 45, 25, 20, 10, 50, 25};
    private static final int CRITERIA = SIDES.length;
    private static final int APPROVED = 0;
    private static final int HELD = 1;
    private static final int DECLINED = 2;

    /** A project with its criteria within bounds. */
    private record Drawn(int[] low, int[] high) {

        static Drawn of(Random random) {
            int[] low = new int[CRITERIA];
            int[] high = new int[CRITERIA];
            int about = 5 * random.nextInt(12);
            for (int i = 0; i < CRITERIA; i++) {
                low[i] = Math.min(100, about + 5 * random.nextInt(10));
                high[i] = Math.min(100, low[i] + (random.nextInt(3) == 0 ? 5 * random.nextInt(6) : 0));
            }
            return new Drawn(low, high);
        }

        /** The score of a side, times the weights as they add up. */
        static double side(int[] scores, double[] weights, int side) {
            double sum = 0;
            for (int i = 0; i < CRITERIA; i++) {
                sum += SIDES[i] == side ? weights[i] * scores[i] / 100 : 0;
            }
            return sum;
        }

        static double lower(int[] scores, double[] weights) {
            return Math.min(side(scores, weights, 0), side(scores, weights, 1));
        }

        int outcome(double... weights) {
            double recommend = weights[CRITERIA];
            double decline = weights[CRITERIA + 1];
            return lower(low, weights) >= recommend ? APPROVED : lower(high, weights) >= decline ? HELD : DECLINED;
        }
    }

    private static final WeightSpace SPACE =
            new WeightSpace(Fraction.HUNDRED, SIDES, new ArrayList<>(Arrays.asList(null, null)));

    private static final double[] PLANTED_WEIGHTS =
            Arrays.stream(PLANTED).mapToDouble(one -> one).toArray();

    @Test
    void theRegionContainsThePlantedWeightsAndNarrowsWithMoreDecisions() {
        for (int seed = 1; seed <= LISTS; seed++) {
            List<Requirement> all = decisions(new Random(seed), 300);
            List<Range> few =
                    WeightRegion.of(SPACE, all.subList(0, 30), Fraction.ZERO).ranges();
            List<Range> many = WeightRegion.of(SPACE, all, Fraction.ZERO).ranges();
            for (int i = 0; i < PLANTED.length; i++) {
                Fraction planted = Fraction.of(PLANTED[i]);
                assertThat(many.get(i).isProven()).isTrue();
                assertThat(many.get(i).low()).isLessThanOrEqualTo(planted);
                assertThat(many.get(i).high()).isGreaterThanOrEqualTo(planted);
                assertThat(few.get(i).low()).isLessThanOrEqualTo(many.get(i).low());
                assertThat(few.get(i).high()).isGreaterThanOrEqualTo(many.get(i).high());
            }
            assertThat(width(many)).isLessThan(width(few) / 2);
        }
    }

    private static double width(List<Range> ranges) {
        return ranges.stream()
                .mapToDouble(one -> one.high().minus(one.low()).toDouble())
                .sum();
    }

    @Test
    void thePlantedContradictionIsNamedAlone() {
        for (int seed = 1; seed <= LISTS; seed++) {
            Random random = new Random(seed);
            List<Requirement> all = new ArrayList<>(decisions(random, 299));
            Drawn sure = new Drawn(filled(90), filled(90));
            all.add(requirement(sure, DECLINED, all.size()));
            Contradictions found = Contradictions.of(SPACE, all, List.of(), all(all));
            BitSet planted = new BitSet();
            planted.set(299);
            assertThat(found.changes()).containsExactly(planted);
            assertThat(found.isComplete()).isTrue();
            assertThat(found.sets()).allSatisfy(set -> {
                assertThat(set.get(299)).isTrue();
                assertThat(WeightRegion.of(SPACE, some(all, set), Fraction.ZERO).isEmpty())
                        .isTrue();
                set.stream().forEach(left -> {
                    BitSet others = (BitSet) set.clone();
                    others.clear(left);
                    assertThat(WeightRegion.of(SPACE, some(all, others), Fraction.ZERO)
                                    .isEmpty())
                            .isFalse();
                });
            });
        }
    }

    private static List<Requirement> some(List<Requirement> all, BitSet set) {
        return set.stream().mapToObj(all::get).toList();
    }

    @Test
    void sampledWeightsOfTheRegionKeepToTheRangesAndToPossibleOutcomes() {
        int inside = 0;
        for (int seed = 1; seed <= LISTS; seed++) {
            Random random = new Random(seed);
            List<Drawn> drawn = drawn(random, 12);
            WeightRegion region = WeightRegion.of(SPACE, requirements(drawn), Fraction.ZERO);
            List<Range> ranges = region.ranges();
            List<Drawn> candidates = drawn(random, 5);
            boolean[][] possible = new boolean[candidates.size()][3];
            for (int i = 0; i < possible.length; i++) {
                for (int outcome = 0; outcome < 3; outcome++) {
                    possible[i][outcome] = region.mayBe(requirement(candidates.get(i), outcome, drawn.size()));
                }
            }
            boolean[][] seen = new boolean[candidates.size()][3];
            for (int sample = 0; sample < SAMPLES; sample++) {
                double[] weights = sampled(random, region.centre());
                if (!drawn.stream().allMatch(one -> one.outcome(weights) == one.outcome(PLANTED_WEIGHTS))) {
                    continue;
                }
                inside++;
                for (int i = 0; i < PLANTED.length; i++) {
                    assertThat(weights[i])
                            .isBetween(
                                    ranges.get(i).low().toDouble() - 1e-9,
                                    ranges.get(i).high().toDouble() + 1e-9);
                }
                for (int i = 0; i < seen.length; i++) {
                    seen[i][candidates.get(i).outcome(weights)] = true;
                }
            }
            for (int i = 0; i < seen.length; i++) {
                for (int outcome = 0; outcome < 3; outcome++) {
                    assertThat(possible[i][outcome] || !seen[i][outcome]).isTrue();
                }
            }
        }
        assertThat(inside).isGreaterThan(LISTS * SAMPLES / 100);
    }

    /** Weights between random ones and those of the centre, so that many belong to the region. */
    private static double[] sampled(Random random, Point centre) {
        double[] weights = new double[PLANTED.length];
        for (int side = 0; side < 2; side++) {
            double sum = 0;
            for (int i = 0; i < CRITERIA; i++) {
                if (SIDES[i] == side) {
                    weights[i] = -Math.log(1 - random.nextDouble());
                    sum += weights[i];
                }
            }
            for (int i = 0; i < CRITERIA; i++) {
                weights[i] = SIDES[i] == side ? 100 * weights[i] / sum : weights[i];
            }
        }
        weights[CRITERIA] = 100 * random.nextDouble();
        weights[CRITERIA + 1] = weights[CRITERIA] * random.nextDouble();
        double part = random.nextDouble();
        for (int i = 0; i < weights.length; i++) {
            weights[i] = part * weights[i] + (1 - part) * centre.get(i).toDouble();
        }
        return weights;
    }

    /** Five thousand decisions in thorough runs. */
    @Test
    void aListWithThreePercentErrorsEndsWithABound() {
        List<Requirement> all = noisy(THOROUGH ? 5_000 : 500);
        Contradictions found = Contradictions.of(SPACE, all, List.of(), all(all));
        BitSet change = found.changes().get(0);
        int wrong = all.size() / 33 + 1;
        assertThat(change.cardinality()).isBetween(found.atLeast(), wrong * 6 / 5);
        assertThat(found.atLeast()).isGreaterThan(wrong / 2);
        assertThat(fitsWithout(all, change)).isTrue();
    }

    @Test
    void withLittleWorkTheBoundIsThatOfTheGivenChange() {
        List<Requirement> all = noisy(300);
        BitSet given = new BitSet();
        for (int i = 0; i < all.size(); i += 33) {
            given.set(i);
        }
        Contradictions found = Contradictions.of(SPACE, all, List.of(), given, 10_000_000);
        assertThat(found.changes()).containsExactly(given);
        assertThat(found.isComplete()).isFalse();
        assertThat(found.atLeast()).isLessThan(given.cardinality());
        assertThat(fitsWithout(all, given)).isTrue();
    }

    /** Every 33rd decision is not that of the planted weights. */
    private static List<Requirement> noisy(int number) {
        List<Requirement> all = new ArrayList<>();
        for (Drawn one : drawn(new Random(1), number)) {
            int outcome = one.outcome(PLANTED_WEIGHTS);
            all.add(requirement(one, all.size() % (33) == 0 ? (outcome + 1) % 3 : outcome, all.size()));
        }
        return all;
    }

    private static BitSet all(List<Requirement> requirements) {
        BitSet all = new BitSet();
        all.set(0, requirements.size());
        return all;
    }

    private static boolean fitsWithout(List<Requirement> all, BitSet change) {
        BitSet others = all(all);
        others.andNot(change);
        return !WeightRegion.of(SPACE, some(all, others), Fraction.ZERO).isEmpty();
    }

    @Test
    void theCentreDecidesLikeThePlantedWeights() {
        for (int seed = 1; seed <= LISTS; seed++) {
            List<Drawn> drawn = drawn(new Random(seed), 50);
            Point centre =
                    WeightRegion.of(SPACE, requirements(drawn), Fraction.ZERO).centre();
            assertThat(requirements(drawn)).allMatch(one -> one.holdsApart(centre));
        }
    }

    @Test
    void theOrderOfDecisionsChangesNothing() {
        List<Drawn> drawn = drawn(new Random(3), 60);
        WeightRegion region = WeightRegion.of(SPACE, requirements(drawn), Fraction.ZERO);
        List<Drawn> others = new ArrayList<>(drawn);
        Collections.shuffle(others, new Random(4));
        WeightRegion shuffled = WeightRegion.of(SPACE, requirements(others), Fraction.ZERO);
        assertThat(shuffled.separation()).isEqualTo(region.separation());
        for (int i = 0; i < PLANTED.length; i++) {
            assertThat(shuffled.ranges().get(i).low())
                    .isEqualTo(region.ranges().get(i).low());
            assertThat(shuffled.ranges().get(i).high())
                    .isEqualTo(region.ranges().get(i).high());
        }
    }

    private static int[] filled(int score) {
        int[] scores = new int[CRITERIA];
        Arrays.fill(scores, score);
        return scores;
    }

    private static List<Drawn> drawn(Random random, int number) {
        List<Drawn> drawn = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            drawn.add(Drawn.of(random));
        }
        return drawn;
    }

    private static List<Requirement> decisions(Random random, int number) {
        return requirements(drawn(random, number));
    }

    private static List<Requirement> requirements(List<Drawn> drawn) {
        List<Requirement> requirements = new ArrayList<>();
        drawn.forEach(one -> requirements.add(requirement(one, one.outcome(PLANTED_WEIGHTS), requirements.size())));
        return requirements;
    }

    private static Requirement requirement(Drawn one, int outcome, int owner) {
        List<Fraction[]> low = List.of(score(one.low(), 0), score(one.low(), 1));
        List<Fraction[]> high = List.of(score(one.high(), 0), score(one.high(), 1));
        Fraction[] recommend = SPACE.level(0);
        Fraction[] decline = SPACE.level(1);
        if (outcome == APPROVED) {
            return new Requirement(List.of(low.stream()
                    .map(score -> SPACE.reaches(score, recommend, owner))
                    .toList()));
        }
        List<List<Inequality>> alternatives = new ArrayList<>();
        for (int side = 0; side < 2; side++) {
            alternatives.add(
                    outcome == DECLINED
                            ? List.of(SPACE.below(high.get(side), decline, owner))
                            : List.of(
                                    SPACE.reaches(high.get(0), decline, owner),
                                    SPACE.reaches(high.get(1), decline, owner),
                                    SPACE.below(low.get(side), recommend, owner)));
        }
        return new Requirement(alternatives);
    }

    private static Fraction[] score(int[] scores, int side) {
        Fraction[] values = ExactSimplex.zeros(CRITERIA);
        for (int i = 0; i < CRITERIA; i++) {
            values[i] = SIDES[i] == side ? Fraction.of(scores[i]).over(Fraction.HUNDRED) : Fraction.ZERO;
        }
        return SPACE.score(values);
    }
}
