package dev.winnow.report;

import dev.winnow.model.Assessment;
import dev.winnow.model.CriterionScore;
import dev.winnow.model.Effect;
import dev.winnow.model.Finding;
import dev.winnow.model.Undetermined;
import java.util.Comparator;
import java.util.Optional;

/** What matters most in an assessment. */
final class Gist {

    private Gist() {}

    /** What made the verdict or, where the score did, what speaks for the project most; empty if nothing does. */
    static String reason(Assessment one) {
        return switch (one.because()) {
            case KNOCK_OUT -> first(one, Effect.KNOCK_OUT);
            case RED_FLAG -> first(one, Effect.RED_FLAG);
            case KNOCK_OUT_OPEN ->
                one.undetermined().stream()
                        .filter(open -> open.effect() == Effect.KNOCK_OUT)
                        .findFirst()
                        .map(Undetermined::title)
                        .orElse("");
            case CLEAR, TOO_LOW, FACTS_MISSING, BETWEEN ->
                strongest(one).map(Finding::reason).orElse("");
        };
    }

    /** The award that adds most; of several by rule. */
    static Optional<Finding> strongest(Assessment one) {
        return one.findings().stream()
                .filter(finding -> finding.effect() == Effect.AWARD
                        && finding.contribution().signum() > 0)
                .max(Comparator.comparing(Finding::contribution)
                        .thenComparing(Finding::rule, Comparator.reverseOrder()));
    }

    /** What people call a criterion of an assessment. */
    static String criterion(Assessment one, String id) {
        return one.criteria().stream()
                .filter(score -> score.id().equals(id))
                .map(CriterionScore::title)
                .findFirst()
                .orElse(id);
    }

    private static String first(Assessment one, Effect effect) {
        return one.findings().stream()
                .filter(finding -> finding.effect() == effect)
                .map(Finding::reason)
                .findFirst()
                .orElse("");
    }
}
