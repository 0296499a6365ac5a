package dev.winnow.ruletools.listing;

import dev.winnow.engine.RuleReads;
import dev.winnow.engine.RuleReads.LimitRead;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.layout.Colours;
import dev.winnow.report.internal.layout.Columns;
import dev.winnow.report.internal.layout.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Writes the facts that each rule reads, and the rules that read each fact. */
public final class ReadsTable {

    private static final String GAP = "  ";
    private static final String LIMIT = "limits.";

    private ReadsTable() {}

    /** Returns both tables; each line ends with a line feed. */
    public static String of(List<RuleReads> rules, Colours colours, Wording wording) {
        NavigableMap<String, String> byFact = new TreeMap<>();
        Map<String, String> byRule = new LinkedHashMap<>();
        for (RuleReads rule : rules) {
            List<String> read = new ArrayList<>(rule.facts());
            rule.limits().forEach(limit -> read.add(LIMIT + limit.id() + " (" + value(limit, wording) + ")"));
            byRule.put(rule.rule().id(), String.join(", ", read));
        }
        RuleReads.readers(rules).forEach((fact, readers) -> byFact.put(fact, String.join(", ", readers)));
        Page page = new Page();
        table(wording.sentence("rule"), wording.sentence("reads"), byRule, page, colours);
        page.line("");
        table(wording.sentence("fact or limit"), wording.sentence("read by"), byFact, page, colours);
        return page.toString();
    }

    private static String value(LimitRead limit, Wording wording) {
        return limit.value() == null
                ? wording.sentence("not yet in force")
                : limit.value().write(wording.language());
    }

    private static void table(String left, String right, Map<String, String> rows, Page page, Colours colours) {
        int width = rows.keySet().stream().mapToInt(Columns::width).reduce(Columns.width(left), Math::max);
        page.line(colours.strong(Columns.left(left, width) + GAP + right));
        rows.forEach((name, words) -> page.hanging(Columns.left(name, width) + GAP, words));
    }
}
