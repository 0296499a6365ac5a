package dev.winnow.workbench.internal.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** The smallest sets of edits that restore a verdict. */
class AttributionTest {

    private static final List<Integer> FIVE = List.of(1, 2, 3, 4, 5);

    @Test
    void everySingleEditThatRestoresIsACause() {
        assertThat(Attribution.of(FIVE, undone -> undone.contains(2) || undone.contains(5), 100))
                .isEqualTo(new Attribution.Found(List.of(List.of(2), List.of(5)), true));
    }

    @Test
    void ifNoSingleEditRestoresEveryRestoringPairIsACause() {
        Predicate<Set<Integer>> restores =
                undone -> undone.containsAll(Set.of(1, 4)) || undone.containsAll(Set.of(2, 3)) || undone.size() == 5;
        assertThat(Attribution.of(FIVE, restores, 100).causes()).containsExactly(List.of(1, 4), List.of(2, 3));
    }

    @Test
    void anEditThatSpoilsASetIsLeftOutOfIt() {
        Predicate<Set<Integer>> restores =
                undone -> undone.containsAll(Set.of(1, 2)) && (!undone.contains(3) || undone.size() == 5);
        assertThat(Attribution.of(FIVE, restores, 100).causes()).containsExactly(List.of(1, 2));
    }

    @Test
    void withTooFewTrialsASetIsFoundAndReportedAsUnproven() {
        List<Integer> many = IntStream.rangeClosed(1, 30).boxed().toList();
        Predicate<Set<Integer>> restores = undone -> undone.containsAll(Set.of(7, 11, 13, 29));
        assertThat(Attribution.of(many, restores, 10))
                .isEqualTo(new Attribution.Found(List.of(List.of(7, 11, 13, 29)), false));
    }

    @RepeatedTest(200)
    void itFindsTheSetsFoundByTryingAllSubsets(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        boolean[] restoring = new boolean[64];
        for (int i = 0; i < 64; i++) {
            restoring[i] = random.nextInt(12) == 0;
        }
        restoring[63] = true;
        List<Integer> six = List.of(1, 2, 3, 4, 5, 6);
        Predicate<Set<Integer>> restores = undone ->
                restoring[undone.stream().mapToInt(edit -> 1 << (edit - 1)).sum()];
        List<List<Integer>> smallest = new ArrayList<>();
        for (int size = 1; size <= 6 && smallest.isEmpty(); size++) {
            for (int choice = 1; choice < 64; choice++) {
                if (Integer.bitCount(choice) == size && restoring[choice]) {
                    TreeSet<Integer> set = new TreeSet<>();
                    for (int i = 0; i < 6; i++) {
                        if ((choice & (1 << i)) != 0) {
                            set.add(i + 1);
                        }
                    }
                    smallest.add(List.copyOf(set));
                }
            }
        }
        assertThat(Attribution.of(six, restores, 1000).causes()).containsExactlyInAnyOrderElementsOf(smallest);
    }
}
