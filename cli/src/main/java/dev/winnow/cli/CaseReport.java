package dev.winnow.cli;

import dev.winnow.engine.CaseResult;
import java.util.List;

/** What came of the cases of a pack: the failing ones, expected and actual side by side, and the count. */
final class CaseReport {

    private static final int INDENT = 2;
    private static final int COLUMN = (Columns.PAGE - 2 * INDENT) / 2;

    private CaseReport() {}

    /** The report, each line ended. */
    static String of(List<CaseResult> results, Colours colours) {
        StringBuilder report = new StringBuilder();
        if (results.isEmpty()) {
            return "This pack has no case, so nothing shows that its rules do what they say.\n"
                    + colours.bad("0 passed, 0 failed") + "\n";
        }
        int failed = 0;
        for (CaseResult result : results) {
            if (!result.passed()) {
                failed++;
                fail(result, colours, report);
            }
        }
        String count = (results.size() - failed) + " passed, " + failed + " failed";
        return report.append(failed == 0 ? colours.good(count) : colours.bad(count))
                .append('\n')
                .toString();
    }

    private static void fail(CaseResult result, Colours colours, StringBuilder report) {
        Columns.wrap("FAILED " + result.sentence(), Columns.PAGE)
                .forEach(line -> report.append(colours.bad(line)).append('\n'));
        // A place stays in one piece, so that editors can follow it.
        report.append("  rule ").append(Columns.clean(result.rule())).append('\n');
        report.append("  at ").append(Columns.clean(result.place().toString())).append('\n');
        row("expected", "actual", report);
        List<String> expected = lines(result.expected());
        List<String> actual = lines(result.actual());
        for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
            row(i < expected.size() ? expected.get(i) : "", i < actual.size() ? actual.get(i) : "", report);
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
