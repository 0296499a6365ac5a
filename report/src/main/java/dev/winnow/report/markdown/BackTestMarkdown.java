package dev.winnow.report.markdown;

import dev.winnow.analysis.backtest.BackTest;
import dev.winnow.analysis.backtest.BackTestCase;
import dev.winnow.analysis.backtest.RuleDiscrimination;
import dev.winnow.analysis.backtest.RuleDiscrimination.Kind;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Names;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.source.Language;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.Numbers;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.text.BackTests;
import dev.winnow.report.text.Editions;
import dev.winnow.report.text.VerdictLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes back-tests as Markdown for a report. */
public final class BackTestMarkdown {

    private static final List<Boolean> VIEWS = List.of(false, true);

    private final BackTests tests;
    private final Wording wording;
    private final FactWords facts;
    private final MarkdownText text = new MarkdownText();

    private BackTestMarkdown(BackTests tests, Names names) {
        this.tests = tests;
        this.wording = tests.wording();
        this.facts = new FactWords(wording, names);
    }

    /** The whole text, each line ended. */
    public static String of(BackTests tests, Names names) {
        BackTestMarkdown markdown = new BackTestMarkdown(tests, names);
        markdown.head();
        for (int pack = 0; pack < tests.list().size(); pack++) {
            markdown.matrix(pack);
            markdown.baseCase(pack);
        }
        markdown.trials();
        for (int pack = 0; pack < tests.list().size(); pack++) {
            markdown.rules(pack);
        }
        tests.list()
                .forEach(test ->
                        markdown.text.line(Editions.digests(test.pack(), test.universe(), tests.wording()) + "  "));
        return markdown.text.toString();
    }

    private void head() {
        text.heading(3, MarkdownText.inline(tests.title()));
        if (tests.list().get(0).illustrative()) {
            text.paragraph("**" + wording.sentence(Editions.INVENTED) + "**");
        }
        text.paragraph(wording.sentence("%s.", tests.headline()));
        tests.warnings().forEach(warning -> text.line("> " + MarkdownText.inline(warning)));
        text.line("");
    }

    /** How many projects had a verdict, by what became of them. */
    private interface Counts {
        Map<String, Integer> of(Verdict verdict, boolean hindsight);
    }

    private void matrix(String first, Counts counts) {
        text.head(cells(first, "then: %s", "in hindsight: %s"), "w" + "n".repeat(2 * BackTestCase.RESULTS.size()));
        for (Verdict verdict : Verdict.values()) {
            List<String> row = new ArrayList<>(List.of(wording.say("verdict." + verdict)));
            for (boolean view : VIEWS) {
                BackTestCase.RESULTS.forEach(result ->
                        row.add(String.valueOf(counts.of(verdict, view).getOrDefault(result, 0))));
            }
            text.row(row);
        }
        text.line("");
    }

    /** The verdicts of the base cases, and which assumptions carried each. */
    private void baseCase(int pack) {
        BackTest test = tests.list().get(pack);
        if (!test.hasBase()) {
            return;
        }
        text.line("#### " + MarkdownText.inline(tests.label(pack, wording.sentence(", ")))
                + wording.sentence("Base case, in which what is unknown is assumed"));
        text.line("");
        matrix(wording.sentence("verdict"), test::baseCounts);
        for (boolean view : VIEWS) {
            text.paragraph(MarkdownText.inline(tests.baseWorth(test, view)));
            tests.carried(test, view, facts).forEach(one -> text.line("- " + MarkdownText.inline(one)));
            text.line("");
        }
        text.paragraph("> " + MarkdownText.inline(tests.baseWarning()));
    }

    private void matrix(int pack) {
        BackTest test = tests.list().get(pack);
        matrix(tests.areTwo() ? tests.named(pack) : wording.sentence("verdict"), test::counts);
        text.line(wording.sentence("%s, %s.", tests.view(false), MarkdownText.inline(tests.worth(test, false))));
        text.paragraph(wording.sentence("%s, %s.", tests.view(true), MarkdownText.inline(tests.worth(test, true))));
    }

    private List<String> cells(String first, String... views) {
        List<String> cells = new ArrayList<>(List.of(MarkdownText.inline(first)));
        for (String view : views) {
            BackTestCase.RESULTS.forEach(result -> cells.add(wording.sentence(view, wording.sentence(result))));
        }
        return cells;
    }

    private void trials() {
        List<String> heading = new ArrayList<>(
                List.of(wording.sentence("project"), wording.sentence("decided"), wording.sentence("outcome")));
        for (int pack = 0; pack < tests.list().size(); pack++) {
            heading.add(tests.label(pack, wording.sentence(", ")) + wording.sentence("then"));
            heading.add(tests.label(pack, wording.sentence(", ")) + wording.sentence("in hindsight"));
        }
        text.heading(4, wording.sentence("Projects"));
        text.head(heading, "w".repeat(heading.size()));
        for (int i = 0; i < tests.trials().size(); i++) {
            BackTestCase trial = tests.trials().get(i);
            LocalDate decided = trial.decided();
            List<String> row = new ArrayList<>(List.of(
                    MarkdownText.inline(tests.name(trial)),
                    decided == null ? wording.sentence("unknown") : wording.day(decided),
                    tests.outcome(trial)));
            for (BackTest test : tests.list()) {
                BackTestCase of = test.trials().get(i);
                VIEWS.forEach(view -> row.add(assessment(of, view)));
            }
            text.row(row);
        }
        text.line("");
    }

    private String assessment(BackTestCase trial, boolean hindsight) {
        Explanation explanation = trial.explained(hindsight);
        Assessment assessment = explanation.assessment();
        String told = wording.say("verdict." + assessment.verdict());
        String verdict = trial.isWrong(hindsight) ? "**" + told + "**" : told;
        VerdictLine verdictLine = VerdictLine.of(explanation, wording);
        VerdictLine question =
                assessment.verdict() == Verdict.HOLD ? VerdictLine.question(explanation, wording, facts) : null;
        return wording.sentence(
                        "%s: %s, %s, known %s",
                        MarkdownText.inline(tests.cityAndDay(trial, hindsight)),
                        verdict,
                        Numbers.range(assessment.score(), 0),
                        Numbers.percent(assessment.known(), wording))
                + "<br>" + MarkdownText.inline(verdictLine.text() + verdictLine.end())
                + (question == null ? "" : "<br>" + MarkdownText.inline(question.text() + question.end()));
    }

    private void rules(int pack) {
        BackTest test = tests.list().get(pack);
        for (boolean view : VIEWS) {
            text.line("#### " + MarkdownText.inline(tests.label(pack, ": "))
                    + wording.sentence(
                            "Rules that told success from failure, %s",
                            wording.sentence(view ? "in hindsight" : "as known then")));
            text.line("");
            List<RuleDiscrimination> tells = BackTests.of(test, view, Kind.TELLS);
            if (!tells.isEmpty()) {
                text.head(
                        List.of(
                                wording.sentence("rule"),
                                wording.sentence("succeeded"),
                                wording.sentence("failed, stopped"),
                                ""),
                        "wnnw");
                tells.forEach(one -> text.row(List.of(
                        rule(one),
                        tests.count(one.succeeded()),
                        tests.count(one.failed()),
                        one.isBackwards() ? wording.sentence("backwards") : "")));
                text.line("");
            }
            named("No difference", BackTests.of(test, view, Kind.ALIKE));
            named("Could be judged for one group only", BackTests.of(test, view, Kind.ONE_SIDED));
            named("Never decided", BackTests.of(test, view, Kind.NEVER_DECIDED));
        }
    }

    private String rule(RuleDiscrimination one) {
        return wording.language() == Language.EN
                ? "`" + one.rule().id() + "`"
                : MarkdownText.inline(one.rule().title());
    }

    private void named(String kind, List<RuleDiscrimination> rules) {
        if (!rules.isEmpty()) {
            text.line(wording.sentence(
                    "%s: %s.",
                    wording.sentence(kind),
                    wording.list(rules.stream().map(this::rule).toList())));
            text.line("");
        }
    }
}
