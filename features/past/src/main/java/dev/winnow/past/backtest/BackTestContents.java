package dev.winnow.past.backtest;

import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Verdict;
import dev.winnow.past.backtest.RuleDiscrimination.Kind;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.Numbers;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.document.Block;
import dev.winnow.report.internal.document.Block.Items;
import dev.winnow.report.internal.document.Block.KeyFact;
import dev.winnow.report.internal.document.Block.KeyFacts;
import dev.winnow.report.internal.document.Block.Paragraph;
import dev.winnow.report.internal.document.Block.Weight;
import dev.winnow.report.internal.document.Cell;
import dev.winnow.report.internal.document.Document;
import dev.winnow.report.internal.document.Document.Origin;
import dev.winnow.report.internal.document.Document.Provenance;
import dev.winnow.report.internal.document.Section;
import dev.winnow.report.internal.document.Table;
import dev.winnow.report.internal.document.Table.Column;
import dev.winnow.report.internal.document.Table.Row;
import dev.winnow.report.internal.document.Tone;
import dev.winnow.report.internal.sentences.Cells;
import dev.winnow.report.internal.sentences.Editions;
import dev.winnow.report.internal.sentences.Origins;
import dev.winnow.report.internal.sentences.VerdictLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The document of {@code backtest}: verdicts by outcome, base cases, each project, and the rules that separated success
 * from failure.
 */
public final class BackTestContents {

    private static final List<Boolean> VIEWS = List.of(false, true);

    private final BackTests tests;
    private final Wording wording;
    private final FactWords facts;

    private BackTestContents(BackTests tests) {
        this.tests = tests;
        this.wording = tests.wording();
        this.facts = new FactWords(wording, tests.names());
    }

    /** Returns the document of back-tests by one pack or two. */
    public static Document of(BackTests tests) {
        return new BackTestContents(tests).document();
    }

    /** Returns the explanations whose reasons a page shows: those of the first pack, with the knowledge of the time. */
    public static List<Explanation> explained(BackTests tests) {
        return tests.trials().stream().flatMap(trial -> trial.then().stream()).toList();
    }

    private Document document() {
        List<Block> lead = new ArrayList<>(List.of(new Paragraph(wording.sentence("%s.", tests.headline()))));
        tests.warnings().forEach(warning -> lead.add(new Paragraph(warning, Weight.WARNING)));
        List<OutcomeStatistics> statistics = tests.statistics();
        List<Section> sections = new ArrayList<>();
        for (int pack = 0; pack < tests.list().size(); pack++) {
            List<Section> verdicts = verdicts(pack);
            sections.addAll(
                    tests.areTwo()
                            ? List.of(new Section("verdicts-" + pack, tests.named(pack), List.copyOf(verdicts)))
                            : verdicts);
            sections.add(new BackTestStatistics(statistics.get(pack), wording, tests::rule)
                    .section("statistics-" + pack, tests.label(pack, ": ")));
            sections.add(baseCases(pack));
        }
        sections.add(projects());
        for (int pack = 0; pack < tests.list().size(); pack++) {
            for (boolean view : VIEWS) {
                sections.add(rules(pack, view));
            }
        }
        BackTestSheets sheets = new BackTestSheets(tests, statistics, facts);
        return new Document(
                tests.title(),
                tests.title(),
                lead,
                sections,
                List.of(wording.sentence(
                        "A rule counts where it certainly held; open means that it could not be judged.")),
                provenance(),
                sheets.sheets(),
                sheets.data());
    }

    private Provenance provenance() {
        BackTest first = tests.list().get(0);
        List<Origin> origins = new ArrayList<>();
        tests.list()
                .forEach(test -> origins.add(
                        Origins.origin(wording.sentence("pack"), Editions.pack(test.pack(), tests.names(), wording))));
        origins.add(Origins.origin(
                wording.sentence("universe"), Editions.universe(first.universe(), tests.names(), wording)));
        return new Provenance(origins, "", Origins.fictitious(first.illustrative(), wording));
    }

    /** Counts the judged projects of an outcome. */
    private interface Counts {
        Map<String, Integer> of(Verdict verdict, boolean hindsight);
    }

    private List<Section> verdicts(int pack) {
        BackTest test = tests.list().get(pack);
        List<Section> views = new ArrayList<>();
        for (boolean view : VIEWS) {
            views.add(new Section(
                    "verdicts-" + pack + (view ? "-hindsight" : "-then"),
                    tests.view(view),
                    List.of(
                            matrix(test::counts, view),
                            new Paragraph(wording.sentence("%s, %s.", tests.view(view), tests.worth(test, view))))));
        }
        return views;
    }

    private Table matrix(Counts counts, boolean view) {
        List<Column> columns = new ArrayList<>(List.of(new Column(wording.sentence("verdict"), Table.Kind.TEXT)));
        BackTestCase.RESULTS.forEach(result -> columns.add(new Column(wording.sentence(result), Table.Kind.COUNT)));
        List<Row> rows = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            List<Cell> cells = new ArrayList<>(List.of(Cells.of(verdict, wording)));
            for (String result : BackTestCase.RESULTS) {
                int count = counts.of(verdict, view).getOrDefault(result, 0);
                boolean wrong = count > 0 && BackTestCase.isWrong(verdict, result);
                String shown = String.valueOf(count);
                cells.add(new Cell.Term(shown, shown, wrong ? Tone.BAD : Tone.NONE));
            }
            rows.add(new Row(null, cells));
        }
        return new Table("", "", columns, rows);
    }

    /** Returns the verdicts of the base cases, and the assumptions on which each depends. */
    private Section baseCases(int pack) {
        BackTest test = tests.list().get(pack);
        List<Block> blocks = new ArrayList<>();
        if (test.hasBase()) {
            for (boolean view : VIEWS) {
                blocks.add(new Section(
                        "base-" + pack + (view ? "-hindsight" : "-then"),
                        tests.view(view),
                        List.of(
                                matrix(test::baseCounts, view),
                                new Paragraph(tests.baseEffect(test, view)),
                                Items.of(tests.carried(test, view, facts)))));
            }
            blocks.add(new Paragraph(tests.baseWarning(), Weight.WARNING));
        }
        return new Section(
                "base-" + pack,
                tests.label(pack, ": ") + wording.sentence("Base case, in which what is unknown is assumed"),
                blocks);
    }

    private Section projects() {
        List<Block> projects = new ArrayList<>();
        for (int i = 0; i < tests.trials().size(); i++) {
            projects.add(project(i));
        }
        return new Section("projects", wording.sentence("Projects"), projects);
    }

    private Section project(int place) {
        BackTestCase trial = tests.trials().get(place);
        List<Row> rows = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        for (int pack = 0; pack < tests.list().size(); pack++) {
            BackTestCase judged = tests.list().get(pack).trials().get(place);
            boolean same = isSame(judged.judged(false), judged.judged(true));
            for (boolean view : VIEWS) {
                String label = tests.label(pack, " ") + wording.sentence(view ? "hindsight" : "then");
                if (view && same) {
                    rows.add(new Row(
                            new Cell.Text(label),
                            new Cell.Text(wording.sentence("the same")),
                            Cell.Text.EMPTY,
                            Cell.Text.EMPTY,
                            Cell.Text.EMPTY));
                } else {
                    rows.add(row(judged, view, pack == 0 && !view, label));
                    reasons(judged.explained(view))
                            .forEach(reason -> reasons.add(wording.sentence("%s: %s", label, reason)));
                }
            }
        }
        List<Column> columns = List.of(
                new Column("", Table.Kind.TEXT),
                new Column(wording.sentence("verdict"), Table.Kind.TEXT),
                new Column(wording.sentence("score"), Table.Kind.SCORE),
                new Column(wording.sentence("known"), Table.Kind.SHARE),
                new Column(wording.sentence("city"), Table.Kind.TEXT));
        LocalDate decided = trial.decided();
        String day = decided == null
                ? wording.sentence(
                        "day unknown, as of %s", wording.day(trial.judged(false).asOf()))
                : wording.day(decided);
        return new Section(
                "project-" + trial.project(),
                wording.sentence("%s: %s, %s", tests.name(trial), day, tests.outcome(trial)),
                List.of(new Table("", "", columns, rows), Items.of(reasons)));
    }

    private Row row(BackTestCase trial, boolean view, boolean linked, String label) {
        Assessment assessment = trial.judged(view);
        return new Row(
                linked ? new Cell.Link(label, Origins.pair(assessment)) : new Cell.Text(label),
                Cells.of(assessment.verdict(), wording),
                new Cell.Bar(assessment.score(), Numbers.range(assessment.score())),
                new Cell.Text(Numbers.percent(assessment.known(), wording)),
                new Cell.Text(tests.cityAndDay(trial, view)));
    }

    private List<String> reasons(Explanation explanation) {
        List<String> reasons =
                new ArrayList<>(List.of(VerdictLine.of(explanation, wording).whole()));
        VerdictLine question = explanation.assessment().verdict() == Verdict.HOLD
                ? VerdictLine.question(explanation, wording, facts)
                : null;
        if (question != null) {
            reasons.add(question.whole());
        }
        return reasons;
    }

    private static boolean isSame(Assessment one, Assessment other) {
        return one.city().equals(other.city())
                && one.verdict() == other.verdict()
                && one.because() == other.because()
                && one.score().equals(other.score())
                && one.known().compareTo(other.known()) == 0;
    }

    private Section rules(int pack, boolean view) {
        BackTest test = tests.list().get(pack);
        List<RuleDiscrimination> tells = BackTests.of(test, view, Kind.TELLS);
        List<Block> blocks = new ArrayList<>();
        if (tells.isEmpty()) {
            blocks.add(new Paragraph(wording.sentence("none")));
        } else {
            blocks.add(new Table(
                    "",
                    "",
                    List.of(
                            new Column(wording.sentence("rule"), Table.Kind.PROSE),
                            new Column(wording.sentence("succeeded"), Table.Kind.COUNT),
                            new Column(wording.sentence("failed, stopped"), Table.Kind.COUNT),
                            new Column("", Table.Kind.PROSE)),
                    tells.stream().map(one -> discrimination(one, pack == 0)).toList()));
        }
        List<KeyFact> others = new ArrayList<>();
        others(others, "no difference", BackTests.of(test, view, Kind.ALIKE));
        others(others, "one group only", BackTests.of(test, view, Kind.ONE_SIDED));
        others(others, "never decided", BackTests.of(test, view, Kind.NEVER_DECIDED));
        blocks.add(new KeyFacts(others));
        return new Section(
                "rules-" + pack + (view ? "-hindsight" : "-then"),
                tests.label(pack, ": ")
                        + wording.sentence(
                                "Rules that told them apart, %s",
                                tests.view(view).toLowerCase(Locale.ROOT)),
                blocks);
    }

    private Row discrimination(RuleDiscrimination one, boolean linked) {
        String backwards = !one.isBackwards()
                ? ""
                : wording.sentence("backwards: ")
                        + wording.sentence(
                                one.rule().effect().hasPoints()
                                        ? "earned more often by failures"
                                        : "met more often by successes");
        return new Row(
                linked
                        ? new Cell.Link(
                                tests.rule(one.rule()), "rule-" + one.rule().id())
                        : new Cell.Text(tests.rule(one.rule())),
                new Cell.Text(tests.count(one.succeeded())),
                new Cell.Text(tests.count(one.failed())),
                new Cell.Text(backwards));
    }

    private void others(List<KeyFact> into, String kind, List<RuleDiscrimination> rules) {
        if (!rules.isEmpty()) {
            into.add(new KeyFact(
                    wording.sentence(kind),
                    wording.list(
                            rules.stream().map(one -> tests.rule(one.rule())).toList())));
        }
    }
}
