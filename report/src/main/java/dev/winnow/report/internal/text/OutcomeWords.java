package dev.winnow.report.internal.text;

import dev.winnow.engine.internal.evaluate.Truth;
import dev.winnow.report.i18n.Wording;
import java.util.List;
import java.util.stream.Collectors;

/** Names outcomes of rules and of their constraints. */
public final class OutcomeWords {

    private OutcomeWords() {}

    /**
     * Returns the outcomes that no case shows, in words.
     *
     * @param whole whether they are those of a rule, not of a constraint
     */
    public static String missing(List<Truth> outcomes, boolean whole, Wording wording) {
        return outcomes.stream()
                .map(outcome -> wording.sentence(whole ? ofRule(outcome) : ofConstraint(outcome)))
                .collect(Collectors.joining(wording.sentence(" or ")));
    }

    private static String ofRule(Truth outcome) {
        return switch (outcome) {
            case YES -> "fires";
            case NO -> "does not fire";
            case POSSIBLE -> "cannot say";
        };
    }

    private static String ofConstraint(Truth outcome) {
        return switch (outcome) {
            case YES -> "held";
            case NO -> "failed";
            case POSSIBLE -> "could not be judged";
        };
    }
}
