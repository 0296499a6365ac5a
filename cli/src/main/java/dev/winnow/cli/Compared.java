package dev.winnow.cli;

import dev.winnow.analysis.Approvals;
import dev.winnow.analysis.Comparison;
import dev.winnow.analysis.Edit;
import dev.winnow.analysis.Shift;
import dev.winnow.model.Assessment;
import dev.winnow.model.Place;
import dev.winnow.model.Screening.Edition;
import dev.winnow.model.Side;
import dev.winnow.model.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A comparison as it is shown.
 *
 * @param comparison what was found
 * @param approvals which flips somebody has answered for
 * @param gated whether a flip that nobody has answered for stops the command
 * @param shown the name by which the user knows a file
 */
record Compared(Comparison comparison, Approvals approvals, boolean gated, UnaryOperator<String> shown) {

    /** The flips that nobody has answered for. */
    List<Shift> missing() {
        return approvals.missing(comparison.flips());
    }

    /** {@code rules/battery/limits.yaml:4:5}. */
    String place(Place place) {
        return named(place).toString();
    }

    /** A place in the user's words. */
    Place named(Place place) {
        return new Place(shown.apply(place.file()), place.line(), place.column(), place.text());
    }

    /** {@code E1}. */
    static String id(int edit) {
        return "E" + edit;
    }

    /** {@code E1}; {@code E1 or E2}, each of which would do; {@code E1 with E3}, of which both are needed. */
    static String causes(Shift shift) {
        return shift.causes().stream()
                .map(set -> set.stream().map(Compared::id).collect(Collectors.joining(" with ")))
                .collect(Collectors.joining(" or "));
    }

    /** The flips by what causes them, in the order of the edits. */
    Map<String, List<Shift>> flipsByCause() {
        return comparison.flips().stream()
                .sorted(java.util.Comparator.comparing(Shift::causes, (one, other) -> {
                    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
                        int order = order(one.get(i), other.get(i));
                        if (order != 0) {
                            return order;
                        }
                    }
                    return Integer.compare(one.size(), other.size());
                }))
                .collect(Collectors.groupingBy(Compared::causes, LinkedHashMap::new, Collectors.toList()));
    }

    private static int order(List<Integer> one, List<Integer> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int order = Integer.compare(one.get(i), other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.size(), other.size());
    }

    /** {@code 3 verdicts flip, 14 other assessments move, 19 stay as they were}. */
    String headline() {
        int flips = comparison.flips().size();
        int moves = comparison.moves().size();
        int stay = comparison.compared() - flips - moves;
        String flip = flips == 0 ? "no verdict flips" : flips == 1 ? "1 verdict flips" : flips + " verdicts flip";
        String move = moves == 0
                ? "no other assessment moves"
                : moves == 1 ? "1 other assessment moves" : moves + " other assessments move";
        String rest = stay == 0 ? "" : stay == 1 ? ", 1 stays as it was" : ", " + stay + " stay as they were";
        return flip + ", " + move + rest;
    }

    /** What an edit does, in a few words. */
    static String bearing(Edit edit) {
        if (edit.flips() == 0 && edit.moves() == 0) {
            return "changes nothing here by itself";
        }
        String flips = edit.flips() == 0 ? "" : "flips " + edit.flips();
        String moves = edit.moves() == 0 ? "" : "moves " + edit.moves();
        return flips + (flips.isEmpty() || moves.isEmpty() ? "" : ", ") + moves;
    }

    /** What is different of one candidate but its verdict, in words. */
    static List<String> differences(Assessment before, Assessment after) {
        List<String> words = new ArrayList<>();
        if (before.because() != after.because()) {
            words.add(before.because().words() + " → " + after.because().words());
        }
        if (!before.score().equals(after.score())) {
            words.add("score " + spans(before.score(), after.score()));
        } else {
            for (Side side : Side.values()) {
                Span was = Objects.requireNonNull(before.sides().get(side));
                Span is = Objects.requireNonNull(after.sides().get(side));
                if (!was.equals(is)) {
                    words.add(side.words() + "’s side " + spans(was, is));
                }
            }
        }
        if (before.known().compareTo(after.known()) != 0) {
            words.add("known " + Numbers.percent(before.known()) + " → " + Numbers.percent(after.known()));
        }
        if (!Objects.equals(before.district(), after.district())) {
            words.add("district " + said(before.district()) + " → " + said(after.district()));
        }
        if (!before.chainActions().equals(after.chainActions())) {
            words.add("chain " + before.chainActions() + " → " + after.chainActions());
        }
        return words;
    }

    /** As exact as it takes to see a difference. */
    static String spans(Span was, Span is) {
        int decimals = 1;
        while (decimals < 6 && Numbers.range(was, decimals).equals(Numbers.range(is, decimals))) {
            decimals++;
        }
        return Numbers.range(was, decimals) + " → " + Numbers.range(is, decimals);
    }

    private static String said(@Nullable String district) {
        return district == null ? "none" : Columns.clean(district);
    }

    /** {@code battery 1.0.0 → battery 1.1.0}; one where both are the same. */
    static String editions(Edition old, Edition recent) {
        return old.digest().equals(recent.digest())
                ? Editions.named(old)
                : Editions.named(old) + " → " + Editions.named(recent);
    }
}
