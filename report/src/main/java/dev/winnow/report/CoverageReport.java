package dev.winnow.report;

import dev.winnow.engine.CaseCoverage;
import dev.winnow.engine.CaseCoverage.Rule;
import dev.winnow.engine.CaseCoverage.Seen;
import dev.winnow.engine.CaseCoverage.Total;
import dev.winnow.engine.Truth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How much of its rules the cases of a pack show: totals by file, and each outcome that no case shows, by line. */
final class CoverageReport {

    private CoverageReport() {}

    /** The report, each line ended. */
    static String of(CaseCoverage coverage, Colours colours, Wording wording) {
        Page page = new Page();
        page.section(colours.strong(wording.tell("Coverage: which outcomes of rules and constraints the cases show")));
        Map<String, Total> totals = byFile(coverage);
        totals.put(wording.tell("all"), coverage.total());
        int width = totals.keySet().stream().mapToInt(Columns::width).max().orElse(0);
        totals.forEach((file, total) -> page.line("  " + Columns.left(file, width) + "  "
                + Columns.right(wording.tell("%s of %s", total.shown(), total.possible()), 12) + "  "
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

    /** By rule file, in the order of the pack. */
    static Map<String, Total> byFile(CaseCoverage coverage) {
        Map<String, Total> totals = new LinkedHashMap<>();
        for (Rule rule : coverage.rules()) {
            totals.put(rule.outcome().place().file(), coverage.total(rule.criterion()));
        }
        return totals;
    }

    private static void missing(Rule rule, Seen seen, Page page, Wording wording) {
        boolean whole = seen.equals(rule.outcome());
        String outcomes = seen.missing().stream()
                .map(outcome -> wording.tell(whole ? ofRule(outcome) : ofConstraint(outcome)))
                .collect(Collectors.joining(wording.tell(" or ")));
        page.line(Columns.clean(seen.place().toString()));
        String subject =
                whole ? wording.tell("rule %s", rule.id()) : wording.tell("%s: %s", rule.id(), "`" + seen.text() + "`");
        page.hanging("  ", wording.tell("%s – no case in which it %s", subject, outcomes));
    }

    /** What a rule does. */
    static String ofRule(Truth outcome) {
        return switch (outcome) {
            case TRUE -> "fires";
            case FALSE -> "does not fire";
            case UNKNOWN -> "cannot say";
        };
    }

    private static String ofConstraint(Truth outcome) {
        return switch (outcome) {
            case TRUE -> "held";
            case FALSE -> "failed";
            case UNKNOWN -> "could not be said";
        };
    }

    /** The outcomes in the order in which they are listed. */
    static List<Truth> order() {
        return List.of(Truth.TRUE, Truth.FALSE, Truth.UNKNOWN);
    }
}
