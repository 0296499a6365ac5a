package dev.winnow.analysis.weights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import dev.winnow.engine.score.BlockingRules;
import dev.winnow.engine.score.Weighing;
import dev.winnow.language.pack.Criterion;
import dev.winnow.model.ShippedFacts;
import dev.winnow.model.Thorough;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Side;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.value.Fraction;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What doubles tell apart is held against exact sums: nothing that a weight turns may be passed over. */
class RoughSweepTest {

    private static final Path ROOT = Path.of("..");
    private static final RulePack PACK = RulePack.draft(ROOT.resolve("rules/battery"));
    private static final List<Assessment> ASSESSED = Screener.walking(PACK)
            .screen(Universe.read(ShippedFacts.VOCABULARY, ROOT.resolve("seeds/illustrative")))
            .assessments();
    private static final BlockingRules NONE = new BlockingRules(false, false, false, false);
    private static final List<Criterion> CRITERIA = List.of(
            new Criterion("gains", "", Side.CITY, new BigDecimal("0.3")),
            new Criterion("grows", "", Side.CITY, new BigDecimal("0.7")),
            new Criterion("sells", "", Side.PROJECT, new BigDecimal("0.25")),
            new Criterion("builds", "", Side.PROJECT, new BigDecimal("0.35")),
            new Criterion("hires", "", Side.PROJECT, new BigDecimal("0.4")));

    private static WeighedCandidate candidate(int number, BlockingRules stops, Fraction... ends) {
        List<Weighing.Part> parts = new ArrayList<>();
        for (int i = 0; i < CRITERIA.size(); i++) {
            parts.add(new Weighing.Part(CRITERIA.get(i), ends[2 * i], ends[2 * i + 1], Fraction.ONE));
        }
        return new WeighedCandidate(PACK, ASSESSED.get(number), new Weighing(parts, stops));
    }

    /** One whose criteria score alike. */
    private static WeighedCandidate level(int number, long score) {
        Fraction[] ends = new Fraction[2 * CRITERIA.size()];
        Arrays.fill(ends, Fraction.of(score));
        return candidate(number, NONE, ends);
    }

    /** Scores near each other and near the thresholds, many of them equal. */
    private static WeighedCandidate random(int number, Random random) {
        Fraction[] ends = new Fraction[2 * CRITERIA.size()];
        int about = random.nextInt(100);
        int wide = 1 + random.nextInt(40);
        for (int i = 0; i < ends.length; i += 2) {
            Fraction low = score(about + random.nextInt(wide), random);
            ends[i] = low;
            ends[i + 1] = random.nextBoolean() ? low : Fraction.max(low, score(about + random.nextInt(wide), random));
        }
        BlockingRules stops = random.nextInt(3) > 0
                ? NONE
                : new BlockingRules(
                        random.nextInt(4) == 0, random.nextBoolean(), random.nextBoolean(), random.nextBoolean());
        return candidate(number, stops, ends);
    }

    private static Fraction score(int whole, Random random) {
        Fraction score = random.nextInt(3) > 0
                ? Fraction.of(whole)
                : Fraction.of(whole).plus(Fraction.ONE.over(Fraction.of(3 + random.nextInt(1_000_000))));
        return Fraction.min(score, Fraction.HUNDRED);
    }

    /** Both ends, where something may turn, and beside. */
    private static TreeSet<Fraction> tried(TreeSet<Fraction> turns) {
        TreeSet<Fraction> tried = new TreeSet<>(List.of(Fraction.ZERO, Fraction.ONE));
        for (Fraction turn : turns) {
            for (long beside : new long[] {-1, 0, 1}) {
                Fraction part = turn.plus(Fraction.of(beside).over(Fraction.of(1_000_000)));
                tried.add(Fraction.max(Fraction.ZERO, Fraction.min(Fraction.ONE, part)));
            }
        }
        return tried;
    }

    @Test
    void noVerdictTurnsWhereDoublesSayThatNoneMay() {
        Random random = new Random(5);
        int turned = 0;
        int passed = 0;
        for (int i = 0; i < Thorough.count(400, 20_000); i++) {
            WeighedCandidate one = random(0, random);
            for (int moving = 0; moving < CRITERIA.size(); moving++) {
                WeightSweep exact = one.sweep(moving);
                TreeSet<Fraction> turns = new TreeSet<>();
                exact.turns(Fraction.ZERO, Fraction.ONE, turns);
                long verdicts =
                        tried(turns).stream().map(exact::verdict).distinct().count();
                boolean mayTurn = new RoughSweep(one, moving).mayTurn();
                assertThat(verdicts == 1 || mayTurn).isTrue();
                turned += verdicts > 1 ? 1 : 0;
                passed += mayTurn ? 0 : 1;
            }
        }
        assertThat(turned).isPositive();
        assertThat(passed).isPositive();
    }

    @Test
    void nobodyComesBeforeTheFirstWhereDoublesSayThatNobodyMay() {
        Random random = new Random(6);
        int overtaken = 0;
        int passed = 0;
        for (int i = 0; i < Thorough.count(400, 20_000); i++) {
            WeighedCandidate one = random(0, random);
            WeighedCandidate other = random(1, random);
            for (int moving = 0; moving < CRITERIA.size(); moving++) {
                WeightSweep first = one.sweep(moving);
                WeightSweep rival = other.sweep(moving);
                TreeSet<Fraction> turns = new TreeSet<>();
                first.turns(rival, Fraction.ZERO, Fraction.ONE, turns);
                boolean falls =
                        tried(turns).stream().anyMatch(part -> rival.at(part).compareTo(first.at(part)) < 0);
                boolean mayFall = new RoughSweep(one, moving).mayFallBehind(new RoughSweep(other, moving));
                assertThat(!falls || mayFall).isTrue();
                overtaken += falls ? 1 : 0;
                passed += mayFall ? 0 : 1;
            }
        }
        assertThat(overtaken).isPositive();
        assertThat(passed).isPositive();
    }

    @Test
    void whatIsFarFromAThresholdNeverTurns() {
        assertThat(new RoughSweep(level(0, 100), 0).mayTurn()).isFalse();
        assertThat(new RoughSweep(level(0, 0), 0).mayTurn()).isFalse();
    }

    @Test
    void whoIsFarAheadStaysThere() {
        RoughSweep high = new RoughSweep(level(0, 100), 2);
        RoughSweep low = new RoughSweep(level(1, 90), 2);
        assertThat(high.mayFallBehind(low)).isFalse();
        assertThat(low.mayFallBehind(high)).isTrue();
    }

    @Test
    void doublesCannotTellEquals() {
        RoughSweep one = new RoughSweep(level(0, 90), 2);
        RoughSweep other = new RoughSweep(level(1, 90), 2);
        assertThat(one.mayFallBehind(other)).isTrue();
        assertThat(other.mayFallBehind(one)).isTrue();
    }

    @Test
    void whoIsOvertakenBetweenTheEndsMayFallBehind() {
        WeighedCandidate steady = sells(0, 100, 70, 99);
        WeighedCandidate steep = sells(1, 95, 65, 100); // its city side holds it down in the end
        Fraction middle = Fraction.of(new BigDecimal("0.858"));
        assertThat(steep.sweep(2).at(middle)).isLessThan(steady.sweep(2).at(middle));
        assertThat(new RoughSweep(steady, 2).mayFallBehind(new RoughSweep(steep, 2)))
                .isTrue();
    }

    /** One whose city side scores alike, and of whose own side one criterion, the third, is otherwise. */
    private static WeighedCandidate sells(int number, long city, long others, long own) {
        long[] scores = {city, city, own, others, others};
        Fraction[] ends = new Fraction[2 * scores.length];
        for (int i = 0; i < ends.length; i++) {
            ends[i] = Fraction.of(scores[i / 2]);
        }
        return candidate(number, NONE, ends);
    }
}
