package dev.winnow.report.internal.text;

import dev.winnow.engine.explain.CaseResult;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.layout.Colours;
import dev.winnow.report.internal.layout.Columns;
import java.util.List;

/** Writes a failed case: its sentence and place, expected and actual values, and how far the rule matched. */
public final class CaseFailure {

    private static final int INDENT = 2;
    private static final int COLUMN = (Columns.PAGE - 2 * INDENT) / 2;

    private CaseFailure() {}

    /** Returns the lines, with an empty one at the end. */
    public static String text(CaseResult result, Colours colours, Wording wording) {
        StringBuilder report = new StringBuilder();
        Columns.wrap(wording.sentence("FAILED %s", result.sentence()), Columns.PAGE)
                .forEach(line -> report.append(colours.bad(line)).append('\n'));
        // A place is not broken over lines, so that editors can follow it.
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
                    .append(wording.sentence("how far the rule matched"))
                    .append('\n')
                    .append(StepList.of(result.steps(), colours, wording));
        }
        return report.append('\n').toString();
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
