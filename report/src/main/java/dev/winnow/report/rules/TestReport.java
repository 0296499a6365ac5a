package dev.winnow.report.rules;

import dev.winnow.engine.RulePack;
import dev.winnow.language.pack.RuleSummary;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.report.i18n.Numbers;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.layout.Colours;
import dev.winnow.report.layout.Columns;
import dev.winnow.workbench.testing.CaseCoverage;
import dev.winnow.workbench.testing.TestRun;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The results of a pack's cases with the options of their report, for every format.
 *
 * @param pack the pack
 * @param run what came of them
 * @param filter which were chosen; null for all
 * @param covers whether coverage is reported too
 * @param threshold the least coverage in per cent; null if none was asked for
 */
public record TestReport(
        RulePack pack,
        TestRun run,
        @Nullable String filter,
        boolean covers,
        @Nullable BigDecimal threshold) {

    /** For people. */
    public String text(Colours colours, Wording wording) {
        StringBuilder text = new StringBuilder(CaseReport.of(run, colours, wording));
        if (covers && !run.coverage().rules().isEmpty()) {
            text.append(CoverageReport.of(run.coverage(), colours, wording));
        }
        complaints()
                .forEach(complaint -> Columns.wrap(wording.say(complaint), Columns.PAGE)
                        .forEach(line -> text.append(colours.bad(line)).append('\n')));
        return text.toString();
    }

    /** Why the run is no success, besides cases that failed. */
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
            return Message.of("no case was run: the pack has none, so nothing shows that its rules do what they say");
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

    /** The criterion of a rule. */
    public String criterion(String rule) {
        return pack.rules().stream()
                .filter(one -> one.id().equals(rule))
                .map(RuleSummary::criterion)
                .findFirst()
                .orElse("");
    }
}
