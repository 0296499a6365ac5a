package dev.winnow.workbench.internal.edit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Groups of edits that can be undone independently of each other. */
final class EditGroups {

    /** Number of groups up to which all subsets are tried. */
    private static final int MOST = 8;

    private EditGroups() {}

    /**
     * Joins groups until any subset of them can be undone.
     *
     * @param groups groups of keys; each key is in one group
     * @param lawful whether exactly these keys can be undone; true for all keys and for none
     */
    static List<Set<String>> of(List<Set<String>> groups, Predicate<Set<String>> lawful) {
        List<Set<String>> joined = new ArrayList<>(groups);
        if (joined.size() > MOST) {
            return List.of(union(joined, -1L));
        }
        for (long unlawful = unlawful(joined, lawful); unlawful != 0; unlawful = unlawful(joined, lawful)) {
            long with = unlawful;
            for (long more : bySize(joined.size())) {
                if ((more & unlawful) == unlawful && lawful.test(union(joined, more))) {
                    with = more;
                    break;
                }
            }
            Set<String> whole = union(joined, with);
            List<Set<String>> next = new ArrayList<>();
            for (Set<String> group : joined) {
                if (!whole.containsAll(group)) {
                    next.add(group);
                } else if (whole.iterator().next().equals(group.iterator().next())) {
                    next.add(whole);
                }
            }
            if (next.size() == joined.size()) {
                return List.of(union(joined, -1L));
            }
            joined = next;
        }
        return joined;
    }

    /** Returns the first of the smallest selections of groups that cannot be undone, as bits; 0 if there is none. */
    private static long unlawful(List<Set<String>> groups, Predicate<Set<String>> lawful) {
        for (long choice : bySize(groups.size())) {
            if (!lawful.test(union(groups, choice))) {
                return choice;
            }
        }
        return 0;
    }

    private static List<Long> bySize(int groups) {
        List<Long> choices = new ArrayList<>();
        for (int size = 1; size <= groups; size++) {
            for (long choice = 1; choice < 1L << groups; choice++) {
                if (Long.bitCount(choice) == size) {
                    choices.add(choice);
                }
            }
        }
        return choices;
    }

    private static Set<String> union(List<Set<String>> groups, long choice) {
        Set<String> union = new LinkedHashSet<>();
        for (int i = 0; i < groups.size(); i++) {
            if ((choice & (1L << i)) != 0) {
                union.addAll(groups.get(i));
            }
        }
        return union;
    }
}
