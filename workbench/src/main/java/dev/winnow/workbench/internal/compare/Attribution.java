package dev.winnow.workbench.internal.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Finds the smallest sets of edits whose undoing restores a verdict. Tries all single edits, then all pairs, and so on,
 * within a number of trials. A set narrowed by leaving out unnecessary edits bounds the search.
 */
public final class Attribution {

    /**
     * The result of the search.
     *
     * @param causes the smallest sets, each sorted, in the order of their edits
     * @param proven whether no smaller set can be a cause
     */
    public record Found(List<List<Integer>> causes, boolean proven) {}

    private final List<Integer> edits;
    private final Predicate<Set<Integer>> restores;
    private int trials;

    private Attribution(List<Integer> edits, Predicate<Set<Integer>> restores, int trials) {
        this.edits = edits;
        this.restores = restores;
        this.trials = trials;
    }

    /**
     * Searches for the smallest sets.
     *
     * @param edits the numbers of the edits that may be causes, ascending; undoing all of them restores the verdict
     * @param restores whether undoing these edits restores the old verdict
     * @param trials maximum number of tried sets of several edits
     */
    public static Found of(List<Integer> edits, Predicate<Set<Integer>> restores, int trials) {
        return new Attribution(edits, restores, trials).search();
    }

    private Found search() {
        List<List<Integer>> singles = new ArrayList<>();
        for (int edit : edits) {
            if (restores.test(Set.of(edit))) {
                singles.add(List.of(edit));
            }
        }
        if (!singles.isEmpty()) {
            return new Found(singles, true);
        }
        List<Integer> narrowed = narrowed();
        for (int size = 2; size <= narrowed.size(); size++) {
            List<List<Integer>> causes = new ArrayList<>();
            boolean all = sets(size, 0, new ArrayList<>(), causes);
            if (!causes.isEmpty()) {
                return new Found(causes, true);
            }
            if (!all) {
                return new Found(List.of(narrowed), size == narrowed.size());
            }
        }
        return new Found(List.of(narrowed), true);
    }

    /** Narrows the edits to a set from which no single edit can be left out. */
    private List<Integer> narrowed() {
        TreeSet<Integer> needed = new TreeSet<>(edits);
        boolean smaller = true;
        while (smaller) {
            smaller = false;
            for (int edit : List.copyOf(needed)) {
                needed.remove(edit);
                if (!needed.isEmpty() && restores.test(Set.copyOf(needed))) {
                    smaller = true;
                } else {
                    needed.add(edit);
                }
            }
        }
        return List.copyOf(needed);
    }

    /** Tries all sets of a size; false if the number of trials is exceeded. */
    private boolean sets(int size, int from, List<Integer> chosen, List<List<Integer>> causes) {
        if (chosen.size() == size) {
            if (trials-- <= 0) {
                return false;
            }
            if (restores.test(Set.copyOf(chosen))) {
                causes.add(List.copyOf(chosen));
            }
            return true;
        }
        for (int i = from; i <= edits.size() - (size - chosen.size()); i++) {
            chosen.add(edits.get(i));
            boolean all = sets(size, i + 1, chosen, causes);
            chosen.remove(chosen.size() - 1);
            if (!all) {
                return false;
            }
        }
        return true;
    }
}
