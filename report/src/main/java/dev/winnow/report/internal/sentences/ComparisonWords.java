package dev.winnow.report.internal.sentences;

import dev.winnow.report.i18n.Wording;
import java.util.List;

/** Sentences about the differences between two editions. */
public final class ComparisonWords {

    private ComparisonWords() {}

    /** Returns {@code E1}. */
    public static String id(int edit) {
        return "E" + edit;
    }

    /**
     * Returns the edits that cause a change.
     *
     * @param sets alternative sets of edits, by number
     * @param between the separator of alternatives
     */
    public static String causes(List<List<Integer>> sets, String between, Wording wording) {
        return Causes.of(
                sets.stream()
                        .map(set -> set.stream().map(ComparisonWords::id).toList())
                        .toList(),
                between,
                wording);
    }

    /** Returns {@code 3 verdicts flip, 14 other assessments move, 19 stay as they were}. */
    public static String headline(int flips, int moves, int compared, Wording wording) {
        int stay = compared - flips - moves;
        String flip = flips == 0
                ? wording.sentence("no verdict flips")
                : flips == 1 ? wording.sentence("1 verdict flips") : wording.sentence("%s verdicts flip", flips);
        String move = moves == 0
                ? wording.sentence("no other assessment moves")
                : moves == 1
                        ? wording.sentence("1 other assessment moves")
                        : wording.sentence("%s other assessments move", moves);
        String rest = stay == 0
                ? ""
                : wording.sentence(", ")
                        + (stay == 1
                                ? wording.sentence("1 stays as it was")
                                : wording.sentence("%s stay as they were", stay));
        return flip + wording.sentence(", ") + move + rest;
    }

    /** Returns {@code 2 base cases flip}; empty if none does. */
    public static String baseHeadline(int flips, Wording wording) {
        return flips == 0
                ? ""
                : flips == 1
                        ? wording.sentence("The verdict of 1 base case flips.")
                        : wording.sentence("The verdicts of %s base cases flip.", flips);
    }

    /** Returns the effect of an edit in a few words. */
    public static String bearing(int flipped, int moved, Wording wording) {
        if (flipped == 0 && moved == 0) {
            return wording.sentence("has no effect on its own");
        }
        String flips = flipped == 0 ? "" : wording.sentence("flips %s", flipped);
        String moves = moved == 0 ? "" : wording.sentence("moves %s", moved);
        return flips + (flips.isEmpty() || moves.isEmpty() ? "" : wording.sentence(", ")) + moves;
    }
}
