package dev.winnow.analysis.questions;

import dev.winnow.model.history.Answer;
import dev.winnow.model.result.Assessment;
import java.util.List;

/**
 * A candidate whose verdict is another with answers than without.
 *
 * @param before without them
 * @param after with them
 * @param by answers that together bring it, and of which none can be missed
 */
public record MovedVerdict(Assessment before, Assessment after, List<Answer> by) {

    public MovedVerdict {
        by = List.copyOf(by);
    }
}
