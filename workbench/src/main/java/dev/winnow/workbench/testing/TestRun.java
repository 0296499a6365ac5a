package dev.winnow.workbench.testing;

import java.util.List;

/**
 * What came of the worked examples of a pack.
 *
 * @param results of those that were run, in the order of the files
 * @param notRun how many of those chosen were not run, because one failed before
 * @param coverage what those that were run show of their rules; all rules of the pack are asked for, or, where a filter
 *     chose cases, those that the chosen cases are about
 */
public record TestRun(List<CaseResult> results, int notRun, CaseCoverage coverage) {

    public TestRun {
        results = List.copyOf(results);
    }

    /** How many failed. */
    public int failed() {
        return (int) results.stream().filter(result -> !result.passed()).count();
    }

    /** Whether there were any cases, and all of them passed. */
    public boolean passed() {
        return !results.isEmpty() && failed() == 0;
    }
}
