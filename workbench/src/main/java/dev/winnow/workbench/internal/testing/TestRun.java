package dev.winnow.workbench.internal.testing;

import dev.winnow.engine.explain.CaseResult;
import java.util.List;

/**
 * The result of running the worked examples of a pack.
 *
 * @param results the results of the cases that were run, in file order
 * @param notRun the number of selected cases that were skipped after a failure
 * @param coverage the coverage by the cases that were run, over all rules of the pack or, with a filter, over the rules
 *     of the selected cases
 */
public record TestRun(List<CaseResult> results, int notRun, CaseCoverage coverage) {

    public TestRun {
        results = List.copyOf(results);
    }

    /** {@return the number of cases that failed} */
    public int failed() {
        return (int) results.stream().filter(result -> !result.passed()).count();
    }

    /** {@return whether at least one case was run, and all of them passed} */
    public boolean passed() {
        return !results.isEmpty() && failed() == 0;
    }
}
