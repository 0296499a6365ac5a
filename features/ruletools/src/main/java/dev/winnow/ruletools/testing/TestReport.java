package dev.winnow.ruletools.testing;

import dev.winnow.engine.RulePack;
import dev.winnow.language.RuleSummary;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.report.i18n.Numbers;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.layout.Colours;
import dev.winnow.report.internal.layout.Columns;
import dev.winnow.report.internal.text.CaseFailure;
import dev.winnow.workbench.internal.testing.CaseCoverage;
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
                .forEach(result -> report.append(CaseFailure.text(result, colours, wording)));
        int failed = run.failed();
        String count = wording.sentence("%s passed, %s failed", run.results().size() - failed, failed)
                + (run.notRun() == 0 ? "" : wording.sentence(", ") + wording.sentence("%s not run", run.notRun()));
        return report.append(run.passed() ? colours.good(count) : colours.bad(count))
                .append('\n')
                .toString();
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
