package dev.winnow.portfolio.selection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.source.Message;
import dev.winnow.portfolio.selection.SelectionProblem.JointValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Both solvers reach the published optimum of published problems, and the greedy choice falls short where it should.
 */
class PublishedProblemsTest {

    private static final Message LABEL = Message.of("a budget");
    private static final long POINT = 1_000_000;

    /**
     * J. Burkardt, KNAPSACK_01, data for the 0/1 knapsack problem, Florida State University: problems P01 to P08 with their optimal
     * selections; the last two are after D. L. Kreher and D. R. Stinson, Combinatorial Algorithms, 1999.
     */
    @ParameterizedTest
    @CsvSource(textBlock = """
        P01, 165, 309, 309, 23 31 29 44 53 38 63 85 89 82, 92 57 49 68 60 43 67 84 87 72
        P02, 26, 51, 47, 12 7 11 8 9, 24 13 23 15 16
        P03, 190, 150, 146, 56 59 80 64 75 17, 50 50 64 46 50 5
        P04, 50, 107, 102, 31 10 20 19 4 3 6, 70 20 39 37 7 5 10
        P05, 104, 900, 858, 25 35 45 5 25 3 2 2, 350 400 450 20 70 8 5 5
        P06, 170, 1735, 1478, 41 50 49 59 55 57 60, 442 525 511 593 546 564 617
        P07, 750, 1458, 1441, 70 73 77 80 82 87 90 94 98 106 110 113 115 118 120, 135 139 149 150 156 163 173 184 192 201 210 214 221 229 240
        P08, 6404180, 13549094, 13415886, 382745 799601 909247 729069 467902 44328 34610 698150 823460 903959 853665 551830 610856 670702 488960 951111 323046 446298 931161 31385 496951 264724 224916 169684, 825594 1677009 1676628 1523970 943972 97426 69666 1296457 1679693 1902996 1844992 1049289 1252836 1319836 953277 2067538 675367 853655 1826027 65731 901489 577243 466257 369261
        """)
    void knapsacksOfBurkardt(String name, long budget, long best, long greedily, String costs, String worths) {
        SelectionProblem problem = new SelectionProblem(
                numbers(worths).stream().map(one -> one * POINT).toList(),
                List.of(),
                List.of(Constraint.atMost(LABEL, weights(costs), budget)),
                Sources.NONE);
        for (Function<SelectionProblem, Choice> solver : SolverTest.solvers()) {
            Choice choice = solver.apply(problem);
            assertThat(choice.isProven()).as(name).isTrue();
            assertThat(choice.worth()).as(name).isEqualTo(best * POINT);
        }
        BitSet greedy = Objects.requireNonNull(problem.greedy(problem.byWorthForCost(numbers(costs))));
        assertThat(problem.worth(greedy)).as(name).isEqualTo(greedily * POINT);
    }

    /** C. C. Petersen, Management Science 13 (1967), 736–750, problem 1: ten budgets; the first of OR-Library's mknap1. */
    @Test
    void theFirstProblemOfPetersenHasTenBudgets() {
        List<String> rows = List.of(
                "8 12 13 64 22 41",
                "8 12 13 75 22 41",
                "3 6 4 18 6 4",
                "5 10 8 32 6 12",
                "5 13 8 42 6 20",
                "5 13 8 48 6 20",
                "0 0 0 0 8 0",
                "3 0 4 0 8 0",
                "3 2 4 0 8 4",
                "3 2 4 8 8 4");
        List<Long> budgets = numbers("80 96 20 36 44 48 10 18 22 24");
        List<Constraint> constraints = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            constraints.add(Constraint.atMost(LABEL, weights(rows.get(i)), budgets.get(i)));
        }
        SelectionProblem problem = new SelectionProblem(
                numbers("100 600 1200 2400 500 2000").stream()
                        .map(one -> one * POINT)
                        .toList(),
                List.of(),
                constraints,
                Sources.NONE);
        for (Function<SelectionProblem, Choice> solver : SolverTest.solvers()) {
            assertThat(solver.apply(problem).worth()).isEqualTo(3800 * POINT);
        }
    }

    /**
     * Quadratic knapsacks, drawn as by A. Billionnet and É. Soutif (European Journal of Operational Research 157, 2004,
     * 565–575): weights from 1 to 50, gains from 1 to 100 with the given density, a budget of at least 50. Small, so
     * that every set can be tried.
     */
    @ParameterizedTest
    @ValueSource(ints = {25, 50, 75, 100})
    void quadraticKnapsacksReachTheBestOfAllSets(int density) {
        SplittableRandom random = new SplittableRandom(density);
        int size = 14;
        List<Long> worths = new ArrayList<>();
        List<JointValue> together = new ArrayList<>();
        Map<Integer, Long> costs = new HashMap<>();
        for (int i = 0; i < size; i++) {
            worths.add(gain(random, density));
            costs.put(i, random.nextLong(1, 51));
            for (int j = 0; j < i; j++) {
                together.add(new JointValue(Set.of(i, j), gain(random, density)));
            }
        }
        long all = costs.values().stream().mapToLong(Long::longValue).sum();
        SelectionProblem problem = new SelectionProblem(
                worths, together, List.of(Constraint.atMost(LABEL, costs, random.nextLong(50, all))), Sources.NONE);
        long best = 0;
        for (long bits = 0; bits < 1L << size; bits++) {
            BitSet set = BitSet.valueOf(new long[] {bits});
            if (problem.allows(set)) {
                best = Math.max(best, problem.worth(set));
            }
        }
        for (Function<SelectionProblem, Choice> solver : SolverTest.solvers()) {
            assertThat(solver.apply(problem).worth()).isEqualTo(best);
        }
    }

    private static long gain(SplittableRandom random, int density) {
        return random.nextInt(100) < density ? random.nextLong(1, 101) * POINT : 0;
    }

    private static List<Long> numbers(String text) {
        return Arrays.stream(text.split(" ")).map(Long::valueOf).toList();
    }

    private static Map<Integer, Long> weights(String text) {
        List<Long> numbers = numbers(text);
        Map<Integer, Long> weights = new HashMap<>();
        for (int i = 0; i < numbers.size(); i++) {
            weights.put(i, numbers.get(i));
        }
        return weights;
    }
}
