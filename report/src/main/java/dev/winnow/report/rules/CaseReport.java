package dev.winnow.report.rules;

import dev.winnow.report.i18n.Wording;
import dev.winnow.report.layout.Colours;
import dev.winnow.report.layout.Columns;
import dev.winnow.workbench.testing.CaseResult;
import dev.winnow.workbench.testing.TestRun;
import java.util.List;

/** Writes the results of a pack's cases as text: the failing ones with expected and actual values, and the count. */
final class CaseReport {

    private static final int INDENT = 2;
    private static final int COLUMN = (Columns.PAGE - 2 * INDENT) / 2;

    private CaseReport() {}

    /** The report, each line ended. */
    static String of(TestRun run, Colours colours, Wording wording) {
        StringBuilder report = new StringBuilder();
        run.results().stream()
                .filter(result -> !result.passed())
                .forEach(result -> fail(result, colours, wording, report));
        int failed = run.failed();
        String count = wording.sentence("%s passed, %s failed", run.results().size() - failed, failed)
                + (run.notRun() == 0 ? "" : wording.sentence(", ") + wording.sentence("%s not run", run.notRun()));
        return report.append(run.passed() ? colours.good(count) : colours.bad(count))
                .append('\n')
                .toString();
    }

    private static void fail(CaseResult result, Colours colours, Wording wording, StringBuilder report) {
        Columns.wrap(wording.sentence("FAILED %s", result.sentence()), Columns.PAGE)
                .forEach(line -> report.append(colours.bad(line)).append('\n'));
        // A place stays in one piece, so that editors can follow it.
        report.append("  ")
                .append(wording.sentence("rule %s", Columns.clean(result.rule())))
                .append('\n');
        report.append("  ")
                .append(wording.sentence("at %s", Columns.clean(result.place().toString())))
                .append('\n');
        row(wording.sentence("expected"), wording.sentence("actual"), report);
        List<String> expected = lines(result.expected());
        List<String> actual = lines(result.actual());
        for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
            row(i < expected.size() ? expected.get(i) : "", i < actual.size() ? actual.get(i) : "", report);
        }
        if (!result.steps().isEmpty()) {
            report.append("  ")
                    .append(wording.sentence("how far the rule came"))
                    .append('\n')
                    .append(StepList.of(result.steps(), colours, wording));
        }
        report.append('\n');
    }

    private static List<String> lines(String words) {
        return words.lines()
                .flatMap(line -> Columns.wrap(line, COLUMN - INDENT).stream())
                .toList();
    }

    private static void row(String left, String right, StringBuilder report) {
        String row = " ".repeat(INDENT) + Columns.left(left, COLUMN) + " ".repeat(INDENT) + right;
        report.append(row.stripTrailing()).append('\n');
    }
}
