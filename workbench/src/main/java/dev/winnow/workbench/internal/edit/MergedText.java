package dev.winnow.workbench.internal.edit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The changes of two authors to a text, line by line.
 *
 * @param text the text with the changes of both; where both changed the same lines, with those of the first
 * @param overlaps the number of places that both changed differently
 */
public record MergedText(String text, int overlaps) {

    /** Number of compared pairs of lines above which texts are not aligned, about 16 MB. */
    private static final long MAX_PAIRS = 4_000_000;

    /**
     * Merges two changed versions of a text.
     *
     * @param base the text that both began with
     * @param mine the version of the first author
     * @param theirs the version of the second author
     */
    public static MergedText of(String base, String mine, String theirs) {
        List<String> old = lines(base);
        List<String> first = lines(mine);
        List<String> second = lines(theirs);
        int[] inFirst = positions(old, first);
        int[] inSecond = positions(old, second);
        List<String> merged = new ArrayList<>();
        int overlaps = 0;
        int from = 0;
        int fromFirst = 0;
        int fromSecond = 0;
        while (true) {
            int to = from;
            while (to < old.size() && (inFirst[to] < 0 || inSecond[to] < 0)) {
                to++;
            }
            boolean ended = to == old.size();
            List<String> before = old.subList(from, to);
            List<String> one = first.subList(fromFirst, ended ? first.size() : inFirst[to]);
            List<String> other = second.subList(fromSecond, ended ? second.size() : inSecond[to]);
            if (!one.equals(before) && !other.equals(before) && !one.equals(other)) {
                overlaps++;
            }
            merged.addAll(one.equals(before) ? other : one);
            if (ended) {
                return new MergedText(String.join("\n", merged), overlaps);
            }
            merged.add(old.get(to));
            from = to + 1;
            fromFirst = inFirst[to] + 1;
            fromSecond = inSecond[to] + 1;
        }
    }

    private static List<String> lines(String text) {
        return Arrays.asList(text.split("\n", -1));
    }

    /** Returns the position of each line in a changed version; -1 for a line that was changed or removed. */
    private static int[] positions(List<String> old, List<String> recent) {
        int same = 0;
        while (same < Math.min(old.size(), recent.size()) && old.get(same).equals(recent.get(same))) {
            same++;
        }
        int end = 0;
        while (end < Math.min(old.size(), recent.size()) - same
                && old.get(old.size() - 1 - end).equals(recent.get(recent.size() - 1 - end))) {
            end++;
        }
        int[] positions = new int[old.size()];
        Arrays.fill(positions, -1);
        for (int i = 0; i < same; i++) {
            positions[i] = i;
        }
        for (int i = 1; i <= end; i++) {
            positions[old.size() - i] = recent.size() - i;
        }
        List<String> oldMiddle = old.subList(same, old.size() - end);
        List<String> middle = recent.subList(same, recent.size() - end);
        int before = same;
        int after = same;
        for (AlignedItem<String> item : aligned(oldMiddle, middle)) {
            if (item.same()) {
                positions[before] = after;
            }
            before += item.before() == null ? 0 : 1;
            after += item.after() == null ? 0 : 1;
        }
        return positions;
    }

    private static List<AlignedItem<String>> aligned(List<String> old, List<String> recent) {
        return (long) old.size() * recent.size() > MAX_PAIRS
                ? Collections.emptyList()
                : AlignedItem.of(old, recent, String::equals, (one, other) -> false);
    }
}
