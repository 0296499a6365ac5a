package dev.winnow.report.internal.sentences;

import dev.winnow.report.i18n.Wording;
import java.util.List;
import java.util.stream.Collectors;

/** Formats sets of changes that each cause a difference. */
public final class Causes {

    private Causes() {}

    /**
     * Returns {@code A or B} if either change is a cause, and {@code A together with B and C} if only all of them are.
     *
     * @param sets the sets of changes
     * @param between the separator of alternatives
     */
    public static String of(List<List<String>> sets, String between, Wording wording) {
        return sets.stream().map(set -> joint(set, wording)).collect(Collectors.joining(between));
    }

    private static String joint(List<String> set, Wording wording) {
        int last = set.size() - 1;
        if (last < 1) {
            return String.join("", set);
        }
        String others = last == 1
                ? set.get(last)
                : wording.sentence("%s and %s", wording.list(set.subList(1, last)), set.get(last));
        return wording.sentence("%s together with %s", set.get(0), others);
    }
}
