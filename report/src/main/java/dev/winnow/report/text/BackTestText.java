package dev.winnow.report.text;

import dev.winnow.analysis.backtest.BackTest;
import dev.winnow.analysis.backtest.BackTestCase;
import dev.winnow.analysis.backtest.RuleDiscrimination;
import dev.winnow.analysis.backtest.RuleDiscrimination.Kind;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Names;
import dev.winnow.model.result.Verdict;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.Numbers;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.layout.Bars;
import dev.winnow.report.layout.Colours;
import dev.winnow.report.layout.Columns;
import dev.winnow.report.layout.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes back-tests as text for a terminal. */
public final class BackTestText {

    private static final int LABEL = 14;
    private static final int NAME = 12;
    private static final int CELL = 11;
    private static final int VERDICT = 9;
    private static final int FEWEST_CELLS = 5;
    private static final int CELLS = 10;
    private static final int MOST_CELLS = 20;
    private static final int RANGE = 7;
    private static final int KNOWN = 5;
    private static final int COUNT = 16;

    /** The width beyond which lines get no wider. */
    public static final int MOST = 120;

    private static final List<Boolean> VIEWS = List.of(false, true);

    private final BackTests tests;
    private final Colours colours;
    private final Wording wording;
    private final FactWords facts;
    private final Page page;
    private final int cells;

    private BackTestText(BackTests tests, Colours colours, Names names, int width) {
        this.page = new Page(width);
        this.cells = Math.max(FEWEST_CELLS, Math.min(MOST_CELLS, CELLS + (width - Columns.PAGE) / 4));
        this.wording = tests.wording();
        this.facts = new FactWords(wording, names);
        this.tests = tests;
        this.colours = colours;
    }

    /**
     * The whole text, each line ended.
     *
     * @param width how many columns it may take, at least 60
     */
    public static String of(BackTests tests, Colours colours, Names names, int width) {
        BackTestText text = new BackTestText(tests, colours, names, width);
        text.head();
        text.matrices();
        text.baseCases();
        text.trials();
        for (int pack = 0; pack < tests.list().size(); pack++) {
            text.rules(pack);
        }
        text.foot();
        return text.page.toString();
    }

    private void head() {
        Columns.wrap(tests.title(), page.width()).forEach(line -> page.line(colours.strong(line)));
        if (tests.list().get(0).illustrative()) {
            page.line(colours.strong(wording.sentence(Editions.INVENTED)));
        }
        page.line("");
        page.text(0, wording.sentence("%s.", tests.headline()));
        for (String warning : tests.warnings()) {
            page.hanging(colours.bad("! "), warning);
        }
    }

    /** A column for each view, or with two packs for each pack, a table for each view. */
    private void matrices() {
        if (!tests.areTwo()) {
            BackTest test = tests.list().get(0);
            matrix(tests.view(false), test, false, tests.view(true), test, true, BackTest::counts);
        } else {
            VIEWS.forEach(view -> matrix(
                    tests.view(view) + wording.sentence(", ") + tests.named(0),
                    tests.list().get(0),
                    view,
                    tests.named(1),
                    tests.list().get(1),
                    view,
                    BackTest::counts));
        }
        page.line("");
        for (int pack = 0; pack < tests.list().size(); pack++) {
            for (boolean view : VIEWS) {
                String label = tests.label(pack, wording.sentence(", "));
                String words = label.isEmpty()
                        ? tests.view(view)
                        : label + tests.view(view).toLowerCase(Locale.ROOT);
                page.text(
                        0,
                        wording.sentence(
                                "%s, %s.", words, tests.worth(tests.list().get(pack), view)));
            }
        }
    }

    /** How many projects had a verdict, by what became of them. */
    private interface Counts {
        Map<String, Integer> of(BackTest test, Verdict verdict, boolean hindsight);
    }

    /** The verdicts of the base cases, and which assumptions carried each. */
    private void baseCases() {
        for (int pack = 0; pack < tests.list().size(); pack++) {
            BackTest test = tests.list().get(pack);
            if (!test.hasBase()) {
                continue;
            }
            page.section(colours.strong(tests.label(pack, wording.sentence(", "))
                    + wording.sentence("Base case, in which what is unknown is assumed")));
            matrix(tests.view(false), test, false, tests.view(true), test, true, BackTest::baseCounts);
            page.line("");
            List<String> then = List.of();
            for (boolean view : VIEWS) {
                page.text(0, tests.baseWorth(test, view));
                List<String> carried = tests.carried(test, view, facts);
                if (carried.equals(then)) {
                    page.text(2, wording.sentence("The same assumptions carry the base verdicts."));
                } else {
                    carried.forEach(one -> page.hanging("  ", one));
                }
                then = carried;
            }
            page.line("");
            page.hanging(colours.bad("! "), tests.baseWarning());
        }
    }

    private void matrix(
            String left,
            BackTest one,
            boolean oneView,
            String right,
            BackTest other,
            boolean otherView,
            Counts counts) {
        if (page.width() < NAME + 2 * BackTestCase.RESULTS.size() * CELL + 1) {
            matrix(left, one, oneView, counts);
            matrix(right, other, otherView, counts);
            return;
        }
        page.section(colours.strong(Columns.left(left, NAME + 3 * CELL) + Columns.right(right, 1 + 3 * CELL)));
        String heading = BackTestCase.RESULTS.stream()
                .map(result -> Columns.right(wording.sentence(result), CELL))
                .collect(Collectors.joining());
        page.line(colours.faint(" ".repeat(NAME) + heading + " " + heading));
        for (Verdict verdict : Verdict.values()) {
            page.line(colours.paint(verdict, Columns.left(wording.say("verdict." + verdict), NAME))
                    + cells(verdict, counts.of(one, verdict, oneView)) + " "
                    + cells(verdict, counts.of(other, verdict, otherView)));
        }
    }

    private void matrix(String title, BackTest test, boolean view, Counts counts) {
        page.section(colours.strong(Columns.cut(title, page.width())));
        page.line(colours.faint(" ".repeat(NAME)
                + BackTestCase.RESULTS.stream()
                        .map(result -> Columns.right(wording.sentence(result), CELL))
                        .collect(Collectors.joining())));
        for (Verdict verdict : Verdict.values()) {
            page.line(colours.paint(verdict, Columns.left(wording.say("verdict." + verdict), NAME))
                    + cells(verdict, counts.of(test, verdict, view)));
        }
    }

    /** Verdicts that the outcome proved wrong stand out. */
    private String cells(Verdict verdict, Map<String, Integer> counts) {
        return BackTestCase.RESULTS.stream()
                .map(result -> {
                    int count = counts.getOrDefault(result, 0);
                    boolean wrong = BackTestCase.isWrong(verdict, result);
                    String cell = Columns.right(String.valueOf(count), CELL);
                    return count == 0 ? colours.faint(cell) : wrong ? colours.bad(cell) : colours.strong(cell);
                })
                .collect(Collectors.joining());
    }

    private void trials() {
        List<BackTestCase> trials = tests.trials();
        for (int i = 0; i < trials.size(); i++) {
            BackTestCase trial = trials.get(i);
            LocalDate decided = trial.decided();
            String day = decided == null
                    ? wording.sentence(
                            "day unknown, as of %s",
                            wording.day(trial.judged(false).asOf()))
                    : wording.day(decided);
            String outcome = tests.outcome(trial);
            String comma = wording.sentence(", ");
            String rest = "  " + day + comma + outcome;
            page.line("");
            page.line(colours.strong(Columns.left(tests.name(trial), page.width() - Columns.width(rest))) + "  " + day
                    + comma + (trial.outcome().isSuccess() ? colours.good(outcome) : colours.bad(outcome)));
            for (int pack = 0; pack < tests.list().size(); pack++) {
                BackTestCase of = tests.list().get(pack).trials().get(i);
                assessment(of, pack, false);
                if (same(of.judged(false), of.judged(true))) {
                    page.line(colours.faint(
                            "  " + Columns.left(tests.label(pack, " ") + wording.sentence("hindsight"), LABEL - 2)
                                    + wording.sentence("the same")));
                } else {
                    assessment(of, pack, true);
                }
            }
        }
    }

    private static boolean same(Assessment one, Assessment other) {
        return one.city().equals(other.city())
                && one.verdict() == other.verdict()
                && one.because() == other.because()
                && one.score().equals(other.score())
                && one.known().compareTo(other.known()) == 0;
    }

    private void assessment(BackTestCase trial, int pack, boolean hindsight) {
        Explanation explanation = trial.explained(hindsight);
        Assessment assessment = explanation.assessment();
        Verdict verdict = assessment.verdict();
        page.line("  "
                + Columns.left(tests.label(pack, " ") + wording.sentence(hindsight ? "hindsight" : "then"), LABEL - 2)
                + colours.paint(verdict, Columns.left(wording.say("verdict." + verdict), VERDICT)) + " "
                + colours.paint(verdict, Bars.draw(assessment.score(), cells)) + " "
                + Columns.right(Numbers.range(assessment.score(), 0), RANGE) + " "
                + Columns.right(Numbers.percent(assessment.known(), wording), KNOWN) + "  "
                + Columns.cut(
                        tests.cityAndDay(trial, hindsight),
                        page.width() - LABEL - VERDICT - cells - RANGE - KNOWN - 7));
        detail(VerdictLine.of(explanation, wording));
        VerdictLine question = verdict == Verdict.HOLD ? VerdictLine.question(explanation, wording, facts) : null;
        if (question != null) {
            detail(question);
        }
    }

    private void detail(VerdictLine verdictLine) {
        page.text(LABEL, verdictLine.whole());
    }

    private void rules(int pack) {
        BackTest test = tests.list().get(pack);
        String label = tests.label(pack, ": ");
        for (boolean view : VIEWS) {
            List<RuleDiscrimination> tells = BackTests.of(test, view, Kind.TELLS);
            String heading = label
                    + wording.sentence(
                            "Rules that told them apart, %s", tests.view(view).toLowerCase(Locale.ROOT));
            page.section(colours.strong(Columns.left(heading, page.width() - 2 * COUNT))
                    + colours.faint(Columns.right(wording.sentence("succeeded"), COUNT)
                            + Columns.right(wording.sentence("failed, stopped"), COUNT)));
            tells.forEach(this::discrimination);
            if (tells.isEmpty()) {
                page.line("  " + wording.sentence("none"));
            }
            named("no difference", BackTests.of(test, view, Kind.ALIKE));
            named("one group only", BackTests.of(test, view, Kind.ONE_SIDED));
            named("never decided", BackTests.of(test, view, Kind.NEVER_DECIDED));
        }
    }

    private void discrimination(RuleDiscrimination discrimination) {
        page.line("  " + Columns.left(tests.rule(discrimination), page.width() - 2 * COUNT - 4)
                + Columns.right(tests.count(discrimination.succeeded()), COUNT + 1)
                + Columns.right(tests.count(discrimination.failed()), COUNT + 1));
        if (discrimination.isBackwards()) {
            page.line("    " + colours.bad(wording.sentence("backwards: "))
                    + wording.sentence(
                            discrimination.rule().effect().hasPoints()
                                    ? "earned more often by failures"
                                    : "met more often by successes"));
        }
    }

    private void named(String kind, List<RuleDiscrimination> rules) {
        if (!rules.isEmpty()) {
            page.hanging(
                    colours.faint("  " + Columns.left(wording.sentence(kind), 16)),
                    wording.list(rules.stream().map(tests::rule).toList()));
        }
    }

    private void foot() {
        page.line("");
        page.text(
                0, wording.sentence("A rule counts where it certainly held; open means that it could not be judged."));
        for (BackTest test : tests.list()) {
            page.line(colours.faint(Editions.digests(test.pack(), test.universe(), wording)));
        }
    }
}
