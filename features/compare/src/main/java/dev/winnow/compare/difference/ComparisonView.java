package dev.winnow.compare.difference;

import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.BaseCase;
import dev.winnow.model.result.Names;
import dev.winnow.model.result.Screening.Edition;
import dev.winnow.model.result.Side;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Place;
import dev.winnow.model.value.ScoreInterval;
import dev.winnow.report.i18n.Numbers;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.layout.Columns;
import dev.winnow.report.internal.sentences.ComparisonWords;
import dev.winnow.report.internal.sentences.Editions;
import dev.winnow.workbench.internal.compare.AssessmentChange;
import dev.winnow.workbench.internal.compare.Comparison;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A comparison prepared for display.
 *
 * @param comparison the comparison
 * @param approvals the approved flips
 * @param gated whether a flip without approval fails the command
 * @param shown returns the display name of a file
 * @param names display names, with the titles of packs and universes
 * @param wording the language of the texts
 */
public record ComparisonView(
        Comparison comparison,
        Approvals approvals,
        boolean gated,
        UnaryOperator<String> shown,
        Names names,
        Wording wording) {

    /** Returns whether to show which flips are approved: some approval exists, or the command requires one. */
    public boolean showsApprovals() {
        return gated || !approvals.list().isEmpty();
    }

    /** Returns the flips without approval. */
    public List<AssessmentChange> missing() {
        return approvals.missing(comparison.flips());
    }

    /** Returns {@code rules/battery/limits.yaml:4:5}. */
    public String place(Place place) {
        return named(place).toString();
    }

    /** Returns a place whose file is named as the user named it. */
    public Place named(Place place) {
        return new Place(shown.apply(place.file()), place.line(), place.column(), place.text());
    }

    /** Returns the edits that cause a change, with the given separator between alternatives. */
    public String causes(AssessmentChange shift, String between) {
        return ComparisonWords.causes(shift.causes(), between, wording);
    }

    /** Returns {@code E1}, {@code E1 or E2} if either edit suffices, or {@code E1 together with E3} if both are needed. */
    public String causes(AssessmentChange shift) {
        return causes(shift, wording.sentence(" or "));
    }

    /** Returns {@code 3 verdicts flip, 14 other assessments move, 19 stay as they were}. */
    public String headline() {
        return ComparisonWords.headline(
                comparison.flips().size(), comparison.moves().size(), comparison.compared(), wording);
    }

    /** Returns the flips by their causes, in the order of the edits. */
    public Map<String, List<AssessmentChange>> flipsByCause() {
        return comparison.flips().stream()
                .sorted(Comparator.comparing(AssessmentChange::causes, (one, other) -> {
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

    /** Returns the differences between two assessments, except the verdict, in words. */
    public List<String> differences(Assessment before, Assessment after) {
        List<String> words = new ArrayList<>();
        if (before.because() != after.because()) {
            words.add(because(before) + " → " + because(after));
        }
        if (!before.score().equals(after.score())) {
            words.add(wording.sentence("score %s", spans(before.score(), after.score())));
        } else {
            for (Side side : Side.values()) {
                ScoreInterval was = Objects.requireNonNull(before.sides().get(side));
                ScoreInterval is = Objects.requireNonNull(after.sides().get(side));
                if (!was.equals(is)) {
                    words.add(wording.sentence("%s’s side %s", wording.say("side." + side), spans(was, is)));
                }
            }
        }
        if (before.known().compareTo(after.known()) != 0) {
            words.add(wording.sentence(
                    "known %s → %s",
                    Numbers.percent(before.known(), wording), Numbers.percent(after.known(), wording)));
        }
        if (!Objects.equals(before.district(), after.district())) {
            words.add(wording.sentence("district %s → %s", text(before.district()), text(after.district())));
        }
        if (!before.chainActions().equals(after.chainActions())) {
            words.add(wording.sentence("chain %s → %s", actions(before), actions(after)));
        }
        return words;
    }

    /** Returns the differences between the base cases of a candidate, except the verdict, in words. */
    public String baseDifferences(AssessmentChange flip) {
        BaseCase was = base(flip.before());
        BaseCase is = base(flip.after());
        List<String> words = new ArrayList<>();
        if (was.because() != is.because()) {
            words.add(wording.say("because." + was.because()) + " → " + wording.say("because." + is.because()));
        }
        if (!was.score().equals(is.score())) {
            words.add(wording.sentence("score %s", spans(was.score(), is.score())));
        }
        return String.join(wording.sentence("; "), words);
    }

    /** Returns the base case of an assessment whose base case flips. */
    public static BaseCase base(Assessment assessment) {
        return Objects.requireNonNull(assessment.base(), "nothing is assumed");
    }

    /** Returns two intervals, with all decimals if they are equal when rounded. */
    public static String spans(ScoreInterval was, ScoreInterval is) {
        return Numbers.range(was).equals(Numbers.range(is))
                ? Numbers.exactly(was) + " → " + Numbers.exactly(is)
                : Numbers.range(was) + " → " + Numbers.range(is);
    }

    /** Returns the reason of a verdict. */
    public String because(Assessment assessment) {
        return wording.say("because." + assessment.because());
    }

    /** Returns a verdict in words. */
    public String verdict(Verdict verdict) {
        return wording.say("verdict." + verdict);
    }

    private String actions(Assessment assessment) {
        return wording.language() == Language.EN
                ? assessment.chainActions().toString()
                : assessment.chainActions().isEmpty()
                        ? wording.sentence("none")
                        : wording.list(assessment.chainActions().stream()
                                .map(action -> wording.say("action." + action))
                                .toList());
    }

    private String text(@Nullable String district) {
        return district == null ? wording.sentence("none") : Columns.clean(wording.name(district));
    }

    /** Returns {@code battery 1.0.0 → battery 1.1.0}, or one edition if both have the same files. */
    String packs() {
        return editions(
                Editions.pack(comparison.old().pack(), names, wording),
                Editions.pack(comparison.recent().pack(), names, wording));
    }

    /** Returns both universes, or one if both have the same files. */
    String universes() {
        return editions(
                Editions.universe(comparison.old().universe(), names, wording),
                Editions.universe(comparison.recent().universe(), names, wording));
    }

    private static String editions(Edition old, Edition recent) {
        return old.digest().equals(recent.digest())
                ? Editions.named(old)
                : Editions.named(old) + " → " + Editions.named(recent);
    }
}
