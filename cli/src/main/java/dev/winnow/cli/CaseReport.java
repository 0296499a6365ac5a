package dev.winnow.cli;

import dev.winnow.engine.CaseResult;
import dev.winnow.engine.TestRun;
import java.util.List;

/** What came of the cases of a pack: the failing ones, expected and actual side by side, and the count. */
final class CaseReport {

    private static final int INDENT = 2;
    private static final int COLUMN = (Columns.PAGE - 2 * INDENT) / 2;

    private CaseReport() {}

    /** The report, each line ended. */
    static String of(TestRun run, Colours colours) {
        StringBuilder report = new StringBuilder();
        run.results().stream().filter(result -> !result.passed()).forEach(result -> fail(result, colours, report));
        int failed = run.failed();
        String count = (run.results().size() - failed) + " passed, " + failed + " failed"
                + (run.notRun() == 0 ? "" : ", " + run.notRun() + " not run");
        return report.append(run.passed() ? colours.good(count) : colours.bad(count))
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
        if (!result.steps().isEmpty()) {
            report.append("  how far the rule came\n").append(StepList.of(result.steps(), colours));
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
