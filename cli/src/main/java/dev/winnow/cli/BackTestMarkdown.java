package dev.winnow.cli;

import dev.winnow.analysis.BackTest;
import dev.winnow.analysis.Telling;
import dev.winnow.analysis.Telling.Kind;
import dev.winnow.analysis.Trial;
import dev.winnow.model.Assessment;
import dev.winnow.model.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Back-tests as Markdown for a report. */
final class BackTestMarkdown {

    private static final List<Boolean> VIEWS = List.of(false, true);

    private final BackTests tests;
    private final StringBuilder text = new StringBuilder();

    private BackTestMarkdown(BackTests tests) {
        this.tests = tests;
    }

    /** The whole text, each line ended. */
    static String of(BackTests tests) {
        BackTestMarkdown markdown = new BackTestMarkdown(tests);
        markdown.head();
        for (int pack = 0; pack < tests.list().size(); pack++) {
            markdown.matrix(pack);
        }
        markdown.trials();
        for (int pack = 0; pack < tests.list().size(); pack++) {
            markdown.rules(pack);
        }
        tests.list().forEach(test -> markdown.line(Editions.digests(test.pack(), test.universe()) + "  "));
        return markdown.text.toString();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private static String escaped(String text) {
        return CompareMarkdown.escaped(text);
    }

    private void head() {
        line("### " + escaped(tests.title()));
        line("");
        if (tests.list().get(0).illustrative()) {
            line("**" + Editions.INVENTED + "**");
            line("");
        }
        line(tests.headline() + ".");
        line("");
        tests.warnings().forEach(warning -> line("> " + escaped(warning)));
        line("");
    }

    private void matrix(int pack) {
        BackTest test = tests.list().get(pack);
        row(cells(tests.areTwo() ? tests.named(pack) : "verdict", "then: ", "in hindsight: "));
        line("|---|" + "---:|".repeat(2 * Trial.RESULTS.size()));
        for (Verdict verdict : Verdict.values()) {
            List<String> row = new ArrayList<>(List.of(verdict.name()));
            for (boolean view : VIEWS) {
                Trial.RESULTS.forEach(result ->
                        row.add(String.valueOf(test.counts(verdict, view).getOrDefault(result, 0))));
            }
            row(row);
        }
        line("");
        line("As known then, " + escaped(BackTests.worth(test, false)) + ".");
        line("In hindsight, " + escaped(BackTests.worth(test, true)) + ".");
        line("");
    }

    private static List<String> cells(String first, String... views) {
        List<String> cells = new ArrayList<>(List.of(escaped(first)));
        for (String view : views) {
            Trial.RESULTS.forEach(result -> cells.add(view + result));
        }
        return cells;
    }

    private void row(List<String> cells) {
        line("| " + String.join(" | ", cells) + " |");
    }

    private void trials() {
        List<String> heading = new ArrayList<>(List.of("project", "decided", "outcome"));
        for (int pack = 0; pack < tests.list().size(); pack++) {
            heading.add(tests.label(pack, ", ") + "then");
            heading.add(tests.label(pack, ", ") + "in hindsight");
        }
        line("#### Projects");
        line("");
        row(heading);
        line("|" + "---|".repeat(heading.size()));
        for (int i = 0; i < tests.trials().size(); i++) {
            Trial trial = tests.trials().get(i);
            List<String> row = new ArrayList<>(List.of(
                    escaped(trial.name()),
                    trial.decided() == null ? "unknown" : trial.decided().toString(),
                    BackTests.outcome(trial)));
            for (BackTest test : tests.list()) {
                Trial of = test.trials().get(i);
                VIEWS.forEach(view -> row.add(said(of, view)));
            }
            row(row);
        }
        line("");
    }

    private static String said(Trial trial, boolean hindsight) {
        Assessment said = trial.judged(hindsight);
        String verdict = trial.isWrong(hindsight)
                ? "**" + said.verdict() + "**"
                : said.verdict().name();
        Why why = Why.of(said);
        Why question = said.verdict() == Verdict.HOLD ? Why.question(said) : null;
        return escaped(BackTests.venue(trial, hindsight)) + ": " + verdict + ", " + Numbers.range(said.score(), 0)
                + ", known " + Numbers.percent(said.known()) + "<br>" + escaped(why.text() + why.end())
                + (question == null ? "" : "<br>" + escaped(question.text() + question.end()));
    }

    private void rules(int pack) {
        BackTest test = tests.list().get(pack);
        for (boolean view : VIEWS) {
            line("#### " + escaped(tests.label(pack, ": ")) + "Rules that told success from failure, "
                    + (view ? "in hindsight" : "as known then"));
            line("");
            List<Telling> tells = BackTests.of(test, view, Kind.TELLS);
            if (!tells.isEmpty()) {
                row(List.of("rule", "succeeded", "failed", ""));
                line("|---|---:|---:|---|");
                tells.forEach(one -> row(List.of(
                        "`" + one.rule().id() + "`",
                        BackTests.count(one.succeeded()),
                        BackTests.count(one.failed()),
                        one.isBackwards() ? "backwards" : "")));
                line("");
            }
            named("Alike for both", BackTests.of(test, view, Kind.ALIKE));
            named("Could be said of one kind alone", BackTests.of(test, view, Kind.ONE_SIDED));
            named("Never decided", BackTests.of(test, view, Kind.NEVER_DECIDED));
        }
    }

    private void named(String kind, List<Telling> rules) {
        if (!rules.isEmpty()) {
            line(kind + ": "
                    + rules.stream().map(one -> "`" + one.rule().id() + "`").collect(Collectors.joining(", ")) + ".");
            line("");
        }
    }
}
