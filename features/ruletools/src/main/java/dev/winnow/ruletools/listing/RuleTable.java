package dev.winnow.ruletools.listing;

import dev.winnow.language.RuleSummary;
import dev.winnow.report.i18n.Numbers;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.layout.Colours;
import dev.winnow.report.internal.layout.Columns;
import java.util.List;
import java.util.function.Function;

/** Writes the rules of a pack as an aligned table. Ids are never cut, so that they can be copied. */
public final class RuleTable {

    private static final int EFFECT = 10;
    private static final int POINTS = 6;
    private static final int LEAST = 20;
    private static final String GAP = "  ";

    private RuleTable() {}

    /** Returns the table; each line ends with a line feed. */
    public static String of(List<RuleSummary> rules, Colours colours, Wording wording) {
        int rule = widest(rules, RuleSummary::id, wording.sentence("rule"));
        int criterion = widest(rules, RuleSummary::criterion, wording.sentence("criterion"));
        int title = Columns.PAGE - rule - criterion - EFFECT - POINTS - 4 * GAP.length();
        StringBuilder table = new StringBuilder();
        String head = Columns.left(wording.sentence("rule"), rule)
                + GAP
                + Columns.left(wording.sentence("criterion"), criterion)
                + GAP
                + Columns.left(wording.sentence("effect"), EFFECT)
                + GAP
                + Columns.right(wording.sentence("points"), POINTS);
        table.append(colours.strong(title < LEAST ? head : head + GAP + wording.sentence("title")))
                .append('\n');
        for (RuleSummary summary : rules) {
            String row = Columns.left(summary.id(), rule)
                    + GAP
                    + Columns.left(summary.criterion(), criterion)
                    + GAP
                    + Columns.left(wording.say("effect." + summary.effect()), EFFECT)
                    + GAP
                    + Columns.right(points(summary), POINTS);
            if (title < LEAST) {
                table.append(row.stripTrailing()).append('\n');
                Columns.wrap(summary.title(), Columns.PAGE - 4)
                        .forEach(line -> table.append("    ").append(line).append('\n'));
            } else {
                table.append(row)
                        .append(GAP)
                        .append(Columns.cut(summary.title(), title))
                        .append('\n');
            }
        }
        return table.toString();
    }

    private static String points(RuleSummary summary) {
        return summary.effect().hasPoints() ? Numbers.near(summary.points(), 2) : "–";
    }

    private static int widest(List<RuleSummary> rules, Function<RuleSummary, String> column, String head) {
        return rules.stream().map(column).mapToInt(Columns::width).reduce(Columns.width(head), Math::max);
    }
}
