package dev.winnow.workbench.internal.testing;

import dev.winnow.engine.explain.CaseStep;
import dev.winnow.model.source.Place;
import java.util.List;

/**
 * The result of one worked example.
 *
 * @param sentence the sentence of the example
 * @param rule the rule it is about
 * @param place where it stands
 * @param passed whether the rule's outcome was as expected
 * @param expected the expected outcome, in words
 * @param actual the actual outcome, in the same words
 * @param steps for a case that failed, the rule's patterns with the values of their operands, up to where it stopped;
 *     else empty
 */
public record CaseResult(
        String sentence,
        String rule,
        Place place,
        boolean passed,
        String expected,
        String actual,
        List<CaseStep> steps) {

    public CaseResult {
        steps = List.copyOf(steps);
    }
}
