package dev.winnow.report;

import dev.winnow.analysis.Approvals;
import dev.winnow.analysis.Comparison;
import dev.winnow.analysis.Edit;
import dev.winnow.analysis.Shift;
import dev.winnow.model.Assessment;
import dev.winnow.model.Language;
import dev.winnow.model.Place;
import dev.winnow.model.Screening.Edition;
import dev.winnow.model.Side;
import dev.winnow.model.Span;
import dev.winnow.model.Verdict;
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
 * @param wording the words in which it is told
 */
public record Compared(
        Comparison comparison, Approvals approvals, boolean gated, UnaryOperator<String> shown, Wording wording) {

    /** The flips that nobody has answered for. */
    public List<Shift> missing() {
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
    String causes(Shift shift) {
        return causes(shift, wording.tell(" or "));
    }

    /** The same, with something else between those of which each would do. */
    String causes(Shift shift, String between) {
        return shift.causes().stream()
                .map(set -> set.stream().map(Compared::id).collect(Collectors.joining(wording.tell(" with "))))
                .collect(Collectors.joining(between));
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
                .collect(Collectors.groupingBy(this::causes, LinkedHashMap::new, Collectors.toList()));
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
        String flip = flips == 0
                ? wording.tell("no verdict flips")
                : flips == 1 ? wording.tell("1 verdict flips") : wording.tell("%s verdicts flip", flips);
        String move = moves == 0
                ? wording.tell("no other assessment moves")
                : moves == 1
                        ? wording.tell("1 other assessment moves")
                        : wording.tell("%s other assessments move", moves);
        String rest = stay == 0
                ? ""
                : wording.tell(", ")
                        + (stay == 1 ? wording.tell("1 stays as it was") : wording.tell("%s stay as they were", stay));
        return flip + wording.tell(", ") + move + rest;
    }

    /** What an edit does, in a few words. */
    String bearing(Edit edit) {
        if (edit.flips() == 0 && edit.moves() == 0) {
            return wording.tell("changes nothing here by itself");
        }
        String flips = edit.flips() == 0 ? "" : wording.tell("flips %s", edit.flips());
        String moves = edit.moves() == 0 ? "" : wording.tell("moves %s", edit.moves());
        return flips + (flips.isEmpty() || moves.isEmpty() ? "" : wording.tell(", ")) + moves;
    }

    /** What is different of one candidate but its verdict, in words. */
    List<String> differences(Assessment before, Assessment after) {
        List<String> words = new ArrayList<>();
        if (before.because() != after.because()) {
            words.add(because(before) + " → " + because(after));
        }
        if (!before.score().equals(after.score())) {
            words.add(wording.tell("score %s", spans(before.score(), after.score())));
        } else {
            for (Side side : Side.values()) {
                Span was = Objects.requireNonNull(before.sides().get(side));
                Span is = Objects.requireNonNull(after.sides().get(side));
                if (!was.equals(is)) {
                    words.add(wording.tell("%s’s side %s", wording.say("side." + side), spans(was, is)));
                }
            }
        }
        if (before.known().compareTo(after.known()) != 0) {
            words.add(wording.tell(
                    "known %s → %s",
                    Numbers.percent(before.known(), wording), Numbers.percent(after.known(), wording)));
        }
        if (!Objects.equals(before.district(), after.district())) {
            words.add(wording.tell("district %s → %s", said(before.district()), said(after.district())));
        }
        if (!before.chainActions().equals(after.chainActions())) {
            words.add(wording.tell("chain %s → %s", actions(before), actions(after)));
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

    /** Why a verdict is what it is. */
    String because(Assessment assessment) {
        return wording.say("because." + assessment.because());
    }

    /** What is advised. */
    String verdict(Verdict verdict) {
        return wording.say("verdict." + verdict);
    }

    private String actions(Assessment assessment) {
        return wording.language() == Language.EN
                ? assessment.chainActions().toString()
                : assessment.chainActions().isEmpty()
                        ? wording.tell("none")
                        : wording.list(assessment.chainActions().stream()
                                .map(action -> wording.say("action." + action))
                                .toList());
    }

    private String said(@Nullable String district) {
        return district == null ? wording.tell("none") : Columns.clean(wording.name(district));
    }

    /** {@code battery 1.0.0 → battery 1.1.0}; one where both are the same. */
    static String editions(Edition old, Edition recent) {
        return old.digest().equals(recent.digest())
                ? Editions.named(old)
                : Editions.named(old) + " → " + Editions.named(recent);
    }
}
