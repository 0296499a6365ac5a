package dev.winnow.workbench.internal.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * An item in the alignment of two editions of a list.
 *
 * @param before the item in the old edition; null if it was added
 * @param after the item in the new edition; null if it was removed
 * @param same whether both are equal
 */
record AlignedItem<T>(@Nullable T before, @Nullable T after, boolean same) {

    /**
     * Aligns two lists: first a longest common subsequence of equal items, then similar items between them. The
     * remaining items are unpaired.
     *
     * @param same whether two items are equal
     * @param alike whether one item may be a changed version of the other
     */
    static <T> List<AlignedItem<T>> of(List<T> old, List<T> recent, BiPredicate<T, T> same, BiPredicate<T, T> alike) {
        int[][] longest = new int[old.size() + 1][recent.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = recent.size() - 1; j >= 0; j--) {
                longest[i][j] = same.test(old.get(i), recent.get(j))
                        ? longest[i + 1][j + 1] + 1
                        : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        List<AlignedItem<T>> aligned = new ArrayList<>();
        List<T> gone = new ArrayList<>();
        List<T> come = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < old.size() || j < recent.size()) {
            if (i < old.size() && j < recent.size() && same.test(old.get(i), recent.get(j))) {
                gap(gone, come, alike, aligned);
                aligned.add(new AlignedItem<>(old.get(i++), recent.get(j++), true));
            } else if (j == recent.size() || (i < old.size() && longest[i + 1][j] >= longest[i][j + 1])) {
                gone.add(old.get(i++));
            } else {
                come.add(recent.get(j++));
            }
        }
        gap(gone, come, alike, aligned);
        return aligned;
    }

    private static <T> void gap(List<T> gone, List<T> come, BiPredicate<T, T> alike, List<AlignedItem<T>> into) {
        for (T after : come) {
            int at = 0;
            while (at < gone.size() && !alike.test(gone.get(at), after)) {
                at++;
            }
            if (at == gone.size()) {
                into.add(new AlignedItem<>(null, after, false));
                continue;
            }
            gone.subList(0, at).forEach(before -> into.add(new AlignedItem<>(before, null, false)));
            into.add(new AlignedItem<>(gone.get(at), after, false));
            gone.subList(0, at + 1).clear();
        }
        gone.forEach(before -> into.add(new AlignedItem<>(before, null, false)));
        gone.clear();
        come.clear();
    }
}
