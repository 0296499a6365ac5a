package dev.winnow.engine.explain;

import dev.winnow.model.source.Place;
import java.util.List;

/**
 * The result of one worked example.
 *
 * @param sentence the sentence of the example
 * @param rule the rule it tests
 * @param place its place
 * @param passed whether the rule's outcome was as expected
 * @param expected the expected outcome, in words
 * @param actual the actual outcome, in words
 * @param steps for a failed case, the rule's patterns with the values of their operands, up to the one that stopped it;
 *     otherwise empty
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
