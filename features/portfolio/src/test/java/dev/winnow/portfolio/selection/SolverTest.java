package dev.winnow.portfolio.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.winnow.model.source.Message;
import dev.winnow.portfolio.selection.Choice.Status;
import dev.winnow.portfolio.selection.SelectionProblem.JointValue;
import dev.winnow.portfolio.selection.Sources.Source;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The solver and the oracle find the best set. */
class SolverTest {

    private static final Message LABEL = Message.of("a constraint");

    static Choice solve(SelectionProblem problem) {
        return Solver.load().choose(problem, Effort.ofSeconds(86_400));
    }

    /** The solver and the oracle. */
    static List<Function<SelectionProblem, Choice>> solvers() {
        return List.of(SolverTest::solve, BranchAndBound::choose);
    }

    @Test
    void theNativeLibraryLoadsWhereTheBuildIncludesIt() {
        assertThat(Solver.isAvailable()).isTrue();
    }

    /** Capital budgeting in Winston, Operations Research, p. 478: four investments, 14 in cash. */
    @ParameterizedTest
    @MethodSource("solvers")
    void winstonsInvestments(Function<SelectionProblem, Choice> solver) {
        SelectionProblem plain = winston();
        assertThat(solver.apply(plain)).isEqualTo(proven(42, 1, 2, 3));
        Constraint two = Constraint.atMost(LABEL, SelectionProblem.each(IntStream.range(0, 4)), 2);
        Constraint needs = Constraint.atMost(LABEL, Map.of(1, 1L, 0, -1L), 0);
        Constraint excludes = Constraint.atMost(LABEL, Map.of(1, 1L, 3, 1L), 1);
        for (Constraint one : List.of(two, needs, excludes)) {
            assertThat(solver.apply(plain.with(one)).worth()).isEqualTo(38_000_000);
        }
        assertThat(solver.apply(plain.with(two).with(needs).with(excludes))).isEqualTo(proven(38, 0, 1));
    }

    @Test
    void aRankingReadDownFallsShortOfIt() {
        BitSet greedy = winston().greedy(winston().byWorthForCost(List.of(5L, 7L, 4L, 3L)));
        assertThat(greedy).isEqualTo(set(0, 1));
        assertThat(winston().worth(set(0, 1))).isEqualTo(38_000_000);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void noSetOfARandomProblemIsBetter(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 5; i++) {
            SelectionProblem problem = random(random, 3 + random.nextInt(6));
            Long best = exhaustive(problem);
            for (Function<SelectionProblem, Choice> solver : solvers()) {
                Choice choice = solver.apply(problem);
                assertThat(choice.status())
                        .as("%s", problem)
                        .isEqualTo(best == null ? Status.IMPOSSIBLE : Status.PROVEN);
                if (best != null) {
                    assertThat(choice.worth()).isEqualTo(best);
                    assertThat(problem.allows(set(choice))).isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void oneYuanOverABudgetOfBillionsIsOver(Function<SelectionProblem, Choice> solver) {
        long billion = 1_000_000_000L;
        SelectionProblem problem = new SelectionProblem(
                List.of(10_000_000L, 9_000_000L, 1_000_000L),
                List.of(),
                List.of(Constraint.atMost(
                        LABEL, Map.of(0, 20 * billion, 1, 10 * billion + 1, 2, billion), 30 * billion)),
                Sources.NONE);
        assertThat(solver.apply(problem)).isEqualTo(proven(11, 0, 2));
    }

    @Test
    void aFundPaysOnlyForTracksOfItsMandate() {
        Sources sources = new Sources(
                List.of(
                        new Source(Message.of("chips"), 10, Set.of(0, 1)),
                        new Source(Message.of("any"), 5, Set.of(0, 1, 2))),
                Map.of(0, 8L, 1, 6L, 2, 4L));
        SelectionProblem problem =
                new SelectionProblem(List.of(3_000_000L, 2_000_000L, 2_000_000L), List.of(), List.of(), sources);
        // Options 0 and 1 need 14 of 15; with option 2 it would be 18.
        for (Function<SelectionProblem, Choice> solver : solvers()) {
            assertThat(solver.apply(problem).worth()).isEqualTo(5_000_000);
        }
        assertThat(problem.isPaid(set(0, 1))).isTrue();
        assertThat(problem.isPaid(set(0, 1, 2))).isFalse();
    }

    @Test
    void constraintsThatCannotHoldTogetherAreNamed() {
        Constraint budget = Constraint.atMost(Message.of("budget"), Map.of(0, 5L, 1, 7L, 2, 4L, 3, 3L), 14);
        Constraint first = Constraint.atLeast(Message.of("must have the first"), Map.of(0, 1L), 1);
        Constraint second = Constraint.atLeast(Message.of("must have the second"), Map.of(1, 1L), 1);
        Constraint third = Constraint.atLeast(Message.of("must have the third"), Map.of(2, 1L), 1);
        Constraint few = Constraint.atMost(Message.of("few"), SelectionProblem.each(IntStream.range(0, 4)), 3);
        SelectionProblem problem = winston().within(List.of(few, third, budget, first, second));
        for (Function<SelectionProblem, Choice> solver : solvers()) {
            assertThat(solver.apply(problem).status()).isEqualTo(Status.IMPOSSIBLE);
        }
        assertThat(Solver.load().contradiction(problem, 0, Effort.ofSeconds(60)))
                .containsExactly(third, budget, first, second);
    }

    @Test
    void aFewConstraintsThatCannotHoldAreFoundAmongThousands() {
        int options = 2_000;
        Map<Integer, Long> costs = new HashMap<>();
        IntStream.range(0, options).forEach(option -> costs.put(option, 5L));
        List<Constraint> constraints = new ArrayList<>(List.of(Constraint.atMost(LABEL, costs, 14)));
        for (int i = 0; i < options; i++) {
            constraints.add(Constraint.atLeast(Message.of("%s must be in", i), Map.of(i, 1L), 1));
        }
        SelectionProblem problem = new SelectionProblem(
                IntStream.range(0, options).mapToObj(i -> 1_000_000L).toList(), List.of(), constraints, Sources.NONE);
        Effort effort = Effort.ofSeconds(2);

        assertThat(Solver.load().contradiction(problem, 0, effort))
                .containsExactlyElementsOf(constraints.subList(0, 4));
        assertThat(effort.isSpent()).isFalse();
    }

    /** CP-SAT counts only the search, but a thousand small searches in a large model are considerable work. */
    @Test
    void theSizeOfAProblemIsSpentToo() {
        SelectionProblem problem = new SelectionProblem(
                IntStream.range(0, 50_000).mapToObj(i -> 1_000_000L).toList(), List.of(), List.of(), Sources.NONE);
        Effort effort = Effort.ofSeconds(0.1);
        Solver.load().choose(problem, effort);
        assertThat(effort.isSpent()).isTrue();
    }

    /** A problem that CP-SAT cannot solve within days. */
    private static SelectionProblem hard() {
        SplittableRandom random = new SplittableRandom(5);
        List<Constraint> budgets = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Map<Integer, Long> costs = new HashMap<>();
            IntStream.range(0, 100).forEach(option -> costs.put(option, 1 + random.nextLong(1_000)));
            budgets.add(Constraint.atMost(LABEL, costs, 25_000));
        }
        List<Long> worths = random.longs(100, 400_000_000, 600_000_000).boxed().toList();
        return new SelectionProblem(worths, List.of(), budgets, Sources.NONE);
    }

    @Test
    void whenTheEffortIsSpentTheBestSetSoFarComesWithItsBound() {
        SelectionProblem problem = hard();
        Effort little = Effort.ofSeconds(0.2);
        Choice choice = Solver.load().choose(problem, little);
        assertThat(little.isSpent()).isTrue();
        assertThat(choice.status()).isEqualTo(Status.WITHIN_BOUND);
        assertThat(choice.bound()).isGreaterThan(choice.worth());
        assertThat(Solver.load().choose(problem, Effort.ofSeconds(0.2))).isEqualTo(choice);
    }

    @Test
    void aWatchedSearchFindsTheSameSetAndReportsEachBetterOne() {
        List<Long> worths = new ArrayList<>();
        Choice watched = Solver.load().choose(hard(), Effort.ofSeconds(0.2), (chosen, worth, bound) -> {
            assertThat(hard().worth(chosen)).isEqualTo(worth);
            assertThat(bound).isGreaterThanOrEqualTo(worth);
            worths.add(worth);
        });
        assertThat(watched).isEqualTo(Solver.load().choose(hard(), Effort.ofSeconds(0.2)));
        assertThat(worths).isSorted().contains(watched.worth());
    }

    @Test
    void aSearchCancelledByAnotherThreadReturnsTheBestSetSoFar() throws InterruptedException {
        Cancellation cancellation = new Cancellation();
        CountDownLatch found = new CountDownLatch(1);
        Thread canceller = new Thread(() -> {
            try {
                found.await();
                cancellation.cancel();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        canceller.start();
        Effort effort = Effort.ofSeconds(86_400, cancellation);
        Choice choice = Solver.load().choose(hard(), effort, (chosen, worth, bound) -> found.countDown());
        canceller.join();
        assertThat(choice.status()).isEqualTo(Status.WITHIN_BOUND);
        assertThat(choice.chosen()).isNotNull();
        assertThat(effort.isSpent()).isTrue();
    }

    @Test
    void numbersThatAreTooLargeAreRefused() {
        SelectionProblem problem = new SelectionProblem(List.of(1L << 61, 1L), List.of(), List.of(), Sources.NONE);
        assertThatExceptionOfType(SolverException.class)
                .isThrownBy(() -> solve(problem))
                .withMessage("the sum of the candidates' worths or costs is too large");
    }

    private static SelectionProblem winston() {
        return new SelectionProblem(
                List.of(16_000_000L, 22_000_000L, 12_000_000L, 8_000_000L),
                List.of(),
                List.of(Constraint.atMost(LABEL, Map.of(0, 5L, 1, 7L, 2, 4L, 3, 3L), 14)),
                Sources.NONE);
    }

    private static SelectionProblem random(SplittableRandom random, int size) {
        List<Long> worths = new ArrayList<>();
        Map<Integer, Long> costs = new HashMap<>();
        Map<Integer, Long> years = new HashMap<>();
        for (int i = 0; i < size; i++) {
            worths.add(random.nextLong(100_000_000));
            costs.put(i, 1 + random.nextLong(50_000_000_000L));
            years.put(i, random.nextLong(10));
        }
        List<JointValue> together = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Set<Integer> some =
                    Set.copyOf(Arrays.asList(random.nextInt(size), random.nextInt(size), random.nextInt(size)));
            if (some.size() > 1) {
                together.add(new JointValue(some, random.nextLong(-40_000_000, 40_000_000)));
            }
        }
        long all = costs.values().stream().mapToLong(Long::longValue).sum();
        List<Constraint> constraints = new ArrayList<>(List.of(
                Constraint.atMost(LABEL, costs, all / 2),
                Constraint.atMost(LABEL, years, 3 * size),
                Constraint.atLeast(LABEL, SelectionProblem.each(IntStream.range(0, size)), random.nextInt(3)),
                Constraint.atMost(LABEL, Map.of(0, 1L, 1, -1L), 0),
                Constraint.atMost(LABEL, Map.of(1, 1L, 2, 1L), 1)));
        if (random.nextInt(4) == 0) {
            constraints.add(Constraint.atLeast(LABEL, Map.of(2, 1L), 1));
        }
        Map<Integer, Long> needs = new HashMap<>(costs);
        needs.remove(random.nextInt(size));
        Sources sources = new Sources(
                List.of(
                        new Source(LABEL, all / 4, Set.of(0, 1)),
                        new Source(
                                LABEL,
                                all / 3,
                                Set.copyOf(IntStream.range(1, size).boxed().toList()))),
                needs);
        return new SelectionProblem(worths, together, constraints, random.nextInt(2) == 0 ? sources : Sources.NONE);
    }

    private static @Nullable Long exhaustive(SelectionProblem problem) {
        Long best = null;
        for (long bits = 0; bits < 1L << problem.size(); bits++) {
            BitSet set = BitSet.valueOf(new long[] {bits});
            if (problem.allows(set)) {
                long worth = problem.worth(set);
                best = best == null ? worth : Math.max(best, worth);
            }
        }
        return best;
    }

    private static Choice proven(long points, int... options) {
        return new Choice(set(options), points * 1_000_000, points * 1_000_000, Status.PROVEN);
    }

    private static BitSet set(Choice choice) {
        BitSet set = choice.chosen();
        return set == null ? new BitSet() : set;
    }

    private static BitSet set(int... options) {
        BitSet set = new BitSet();
        Arrays.stream(options).forEach(set::set);
        return set;
    }
}
