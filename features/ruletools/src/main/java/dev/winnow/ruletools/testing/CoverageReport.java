package dev.winnow.ruletools.testing;

import dev.winnow.report.i18n.Numbers;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.layout.Colours;
import dev.winnow.report.internal.layout.Columns;
import dev.winnow.report.internal.layout.Page;
import dev.winnow.report.internal.text.OutcomeWords;
import dev.winnow.workbench.internal.testing.CaseCoverage;
import dev.winnow.workbench.internal.testing.CaseCoverage.Rule;
import dev.winnow.workbench.internal.testing.CaseCoverage.Seen;
import dev.winnow.workbench.internal.testing.CaseCoverage.Total;
import java.util.Map;

/** Writes how far the cases of a pack cover its rules: totals per file, and each uncovered outcome with its line. */
public final class CoverageReport {

    private CoverageReport() {}

    /** Returns the report; each line ends with a line feed. */
    static String of(CaseCoverage coverage, Colours colours, Wording wording) {
        Page page = new Page();
        page.section(
                colours.strong(wording.sentence("Coverage: which outcomes of rules and constraints the cases show")));
        Map<String, Total> totals = coverage.byFile();
        totals.put(wording.sentence("all"), coverage.total());
        int width = totals.keySet().stream().mapToInt(Columns::width).max().orElse(0);
        totals.forEach((file, total) -> page.line("  " + Columns.left(file, width) + "  "
                + Columns.right(wording.sentence("%s of %s", total.shown(), total.possible()), 12) + "  "
                + percent(total, colours)));
        if (coverage.total().shown() < coverage.total().possible()) {
            page.line("");
        }
        for (Rule rule : coverage.rules()) {
            rule.all().filter(seen -> !seen.missing().isEmpty()).forEach(seen -> missing(rule, seen, page, wording));
        }
        return page.toString();
    }

    private static String percent(Total total, Colours colours) {
        String words = Columns.right(Numbers.near(total.percent(), 1) + " %", 7);
        return total.shown() == total.possible() ? colours.good(words) : colours.bad(words);
    }

    private static void missing(Rule rule, Seen seen, Page page, Wording wording) {
        boolean whole = seen.equals(rule.outcome());
        String outcomes = OutcomeWords.missing(seen.missing(), whole, wording);
        page.line(Columns.clean(seen.place().toString()));
        String subject = whole
                ? wording.sentence("rule %s", rule.id())
                : wording.sentence("%s: %s", rule.id(), "`" + seen.text() + "`");
        page.hanging("  ", wording.sentence("%s – no case in which it %s", subject, outcomes));
    }
}
