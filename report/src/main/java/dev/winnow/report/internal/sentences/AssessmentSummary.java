package dev.winnow.report.internal.sentences;

import dev.winnow.analysis.internal.overview.Overview;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.CriterionScore;
import dev.winnow.model.result.Effect;
import dev.winnow.model.result.Effect.Bearing;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Finding;
import dev.winnow.model.result.Undetermined;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.result.VerdictReason;
import dev.winnow.report.i18n.Wording;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The main points of an assessment: its strongest reason, and the verdicts still possible. */
public final class AssessmentSummary {

    private AssessmentSummary() {}

    /**
     * Returns the reason of the finding that decided the verdict or, if the score did, of the largest award; empty if
     * there is none.
     */
    public static String reason(Explanation one) {
        return switch (one.assessment().because()) {
            case KNOCK_OUT -> first(one, Effect.KNOCK_OUT);
            case RED_FLAG -> first(one, Effect.RED_FLAG);
            case KNOCK_OUT_OPEN, CLEAR, ON_CONDITION, TOO_LOW, FACTS_MISSING, BETWEEN ->
                strongest(one).map(Finding::reason).orElse("");
        };
    }

    /** Returns the words for the information on which a rank rests. */
    public static String basis(Assessment one, Wording wording) {
        return wording.say(one.known().compareTo(Overview.LITTLE) < 0 ? "memo.basis.little" : "memo.basis");
    }

    /** Returns the title of the first undetermined knock-out; null if there is none. */
    public static @Nullable String openKnockOut(Explanation one) {
        return one.undetermined().stream()
                .filter(open -> open.effect().stops())
                .findFirst()
                .map(Undetermined::title)
                .orElse(null);
    }

    /** Returns the award with the largest contribution; ties go to the first rule by id. */
    public static Optional<Finding> strongest(Explanation one) {
        return one.findings().stream()
                .filter(finding ->
                        finding.effect().hasPoints() && finding.contribution().signum() > 0)
                .max(Comparator.comparing(Finding::contribution)
                        .thenComparing(Finding::rule, Comparator.reverseOrder()));
    }

    /** Returns why a new project is stopped, or the reason of its strongest award. */
    public static String newcomer(Explanation one) {
        boolean stopped = one.assessment().verdict() == Verdict.DECLINE
                || one.assessment().because() == VerdictReason.RED_FLAG;
        return stopped ? reason(one) : strongest(one).map(Finding::reason).orElse("");
    }

    /** Returns the title of a criterion. */
    public static String criterion(Explanation one, String id) {
        return one.criteria().stream()
                .filter(score -> score.id().equals(id))
                .map(CriterionScore::title)
                .findFirst()
                .orElse(id);
    }

    private static String first(Explanation one, Effect effect) {
        return one.findings().stream()
                .filter(finding -> finding.effect() == effect)
                .map(Finding::reason)
                .findFirst()
                .orElse("");
    }

    /** Returns a sentence on the other verdicts that full knowledge could bring. */
    public static String possible(Assessment one, Wording wording) {
        return one.isSettled()
                ? wording.say("possible.settled")
                : wording.say("possible.open", others(one.verdict(), one.possible(), wording));
    }

    /** Returns the possible verdicts other than the present one: {@code RECOMMEND or DECLINE}. */
    public static String others(Verdict now, Collection<Verdict> possible, Wording wording) {
        return possible.stream()
                .filter(verdict -> verdict != now)
                .map(verdict -> wording.say("verdict." + verdict))
                .collect(Collectors.joining(wording.say("possible.or")));
    }

    /** Returns the undetermined knock-outs and red flags; empty if they can no longer change the verdict. */
    public static List<Undetermined> openStops(Explanation one) {
        return one.assessment().verdict() == Verdict.DECLINE
                ? List.of()
                : one.undetermined().stream()
                        .filter(open -> open.effect().bearing() == Bearing.VERDICT)
                        .toList();
    }
}
