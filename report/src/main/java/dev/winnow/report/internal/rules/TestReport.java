package dev.winnow.report.internal.rules;

import dev.winnow.engine.RulePack;
import dev.winnow.language.RuleSummary;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.report.i18n.Numbers;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.layout.Colours;
import dev.winnow.report.internal.layout.Columns;
import dev.winnow.workbench.internal.testing.CaseCoverage;
import dev.winnow.workbench.internal.testing.CaseResult;
import dev.winnow.workbench.internal.testing.TestRun;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The results of a pack's cases with the options of their report, for every format.
 *
 * @param pack the pack
 * @param run the results
 * @param filter the selection of cases; null for all
 * @param covers whether to report coverage
 * @param threshold the minimum coverage in percent; null for none
 */
public record TestReport(
        RulePack pack,
        TestRun run,
        @Nullable String filter,
        boolean covers,
        @Nullable BigDecimal threshold) {

    private static final int INDENT = 2;
    private static final int COLUMN = (Columns.PAGE - 2 * INDENT) / 2;

    /** Returns the report as text. */
    public String text(Colours colours, Wording wording) {
        StringBuilder text = new StringBuilder(cases(run, colours, wording));
        if (covers && !run.coverage().rules().isEmpty()) {
            text.append(CoverageReport.of(run.coverage(), colours, wording));
        }
        complaints()
                .forEach(complaint -> Columns.wrap(wording.say(complaint), Columns.PAGE)
                        .forEach(line -> text.append(colours.bad(line)).append('\n')));
        return text.toString();
    }

    /** Returns the failed cases with expected and actual values, and the counts; each line ends with a line feed. */
    static String cases(TestRun run, Colours colours, Wording wording) {
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

    /** Returns the lines of {@link #text} on a failed case, without colours. */
    public static String failure(CaseResult result, Wording wording) {
        StringBuilder report = new StringBuilder();
        fail(result, Colours.OFF, wording, report);
        return report.toString().stripTrailing();
    }

    private static void fail(CaseResult result, Colours colours, Wording wording, StringBuilder report) {
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

    /** Returns why the run failed, apart from failed cases. */
    public List<Message> complaints() {
        List<Message> complaints = new ArrayList<>();
        if (run.results().isEmpty()) {
            complaints.add(nothing());
        }
        CaseCoverage.Total total = run.coverage().total();
        if (threshold != null && !total.reaches(threshold)) {
            complaints.add(Message.of(
                    "coverage is %s %, and %s % is required",
                    Numbers.near(total.percent(), 1), Numbers.contract(threshold)));
        }
        return complaints;
    }

    private Message nothing() {
        if (filter == null) {
            return Message.of("no case was run: the pack has none, so its rules are untested");
        }
        List<String> names = pack.rules().stream()
                .flatMap(rule -> Stream.of(rule.id(), rule.criterion()))
                .distinct()
                .toList();
        Message nearest = Nearest.advice(filter, names);
        return Message.of(
                        "no case was run: no rule, table, criterion or sentence of a case matches `%s`",
                        Columns.clean(filter))
                .with(nearest);
    }

    /** Returns the criterion of a rule. */
    public String criterion(String rule) {
        return pack.rules().stream()
                .filter(one -> one.id().equals(rule))
                .map(RuleSummary::criterion)
                .findFirst()
                .orElse("");
    }
}
