package dev.winnow.report.contents;

import dev.winnow.model.result.CriterionScore;
import dev.winnow.model.result.Effect;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Finding;
import dev.winnow.model.result.Undetermined;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.result.VerdictReason;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Picks what matters most in an assessment. */
public final class AssessmentSummary {

    private AssessmentSummary() {}

    /** The finding that decided the verdict or, where the score did, the largest award; empty if there is none. */
    public static String reason(Explanation one) {
        return switch (one.assessment().because()) {
            case KNOCK_OUT -> first(one, Effect.KNOCK_OUT);
            case RED_FLAG -> first(one, Effect.RED_FLAG);
            case KNOCK_OUT_OPEN, CLEAR, ON_CONDITION, TOO_LOW, FACTS_MISSING, BETWEEN ->
                strongest(one).map(Finding::reason).orElse("");
        };
    }

    /** The first undetermined knock-out; null if there is none. */
    public static @Nullable String openKnockOut(Explanation one) {
        return one.undetermined().stream()
                .filter(open -> open.effect().stops())
                .findFirst()
                .map(Undetermined::title)
                .orElse(null);
    }

    /** The award that adds most; of several by rule. */
    public static Optional<Finding> strongest(Explanation one) {
        return one.findings().stream()
                .filter(finding ->
                        finding.effect().hasPoints() && finding.contribution().signum() > 0)
                .max(Comparator.comparing(Finding::contribution)
                        .thenComparing(Finding::rule, Comparator.reverseOrder()));
    }

    /** What a newcomer does to the chain, unless something stops it: then that. */
    public static String newcomer(Explanation one) {
        boolean stopped = one.assessment().verdict() == Verdict.DECLINE
                || one.assessment().because() == VerdictReason.RED_FLAG;
        return stopped ? reason(one) : strongest(one).map(Finding::reason).orElse("");
    }

    /** The title of a criterion of an assessment. */
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
}
