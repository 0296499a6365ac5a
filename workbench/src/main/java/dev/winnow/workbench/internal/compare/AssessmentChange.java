package dev.winnow.workbench.internal.compare;

import dev.winnow.model.result.Assessment;
import java.util.List;

/**
 * A project in a city with a different assessment.
 *
 * @param before the assessment by the old editions
 * @param after the assessment by the new editions
 * @param causes sets of numbers of edits. Each cause of a flip is a smallest set: undoing exactly these edits in the
 *     new editions restores the old verdict. Causes of another shift are the single edits without which the assessment
 *     would differ.
 * @param proven whether certainly no smaller set is a cause, or, for another shift, all its edits are listed; with very
 *     many edits some are not tried
 */
public record AssessmentChange(Assessment before, Assessment after, List<List<Integer>> causes, boolean proven) {

    public AssessmentChange {
        causes = causes.stream().map(List::copyOf).toList();
    }

    /** Whether the verdict changed. */
    public boolean isFlip() {
        return before.verdict() != after.verdict();
    }
}
