package dev.winnow.analysis.internal.compare;

import dev.winnow.model.result.Assessment;
import java.util.List;

/**
 * A project in a city that comes out differently.
 *
 * @param before the assessment by the old editions
 * @param after the assessment by the new editions
 * @param causes sets of numbers of edits. Of a flip each is a cause: with exactly these undone in the new editions, the old
 *     verdict is back; no smaller set does that. Of any other shift they are the single edits without which it would come
 *     out differently.
 * @param proven whether it is sure that no smaller set is a cause, or of another shift that all its edits are named; with
 *     very many edits not all are tried
 */
public record AssessmentChange(Assessment before, Assessment after, List<List<Integer>> causes, boolean proven) {

    public AssessmentChange {
        causes = causes.stream().map(List::copyOf).toList();
    }

    /** Whether the verdict is another. */
    public boolean isFlip() {
        return before.verdict() != after.verdict();
    }
}
