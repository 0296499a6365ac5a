package dev.winnow.past.backtest;

import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.BaseCase;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Verdict;
import dev.winnow.report.i18n.ChoiceWord;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.contents.AboutSheet;
import dev.winnow.report.internal.contents.TableBuilder;
import dev.winnow.report.internal.document.Table;
import dev.winnow.report.internal.document.Table.Kind;
import dev.winnow.report.internal.sentences.AssessmentSummary;
import dev.winnow.report.internal.sentences.BaseCaseText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Builds the sheets of back-tests. */
final class BackTestSheets {

    /** A pack and a view of the past: the knowledge of the time, or hindsight. */
    private record View(BackTest test, boolean hindsight) {

        ChoiceWord term() {
            return hindsight ? new ChoiceWord("hindsight", "sheet.hindsight") : new ChoiceWord("then", "sheet.then");
        }
    }

    private record Row(View view, BackTestCase trial, Explanation explained) {

        Assessment one() {
            return explained.assessment();
        }

        /** Returns whether this view's assessment decides the result of the back-test. */
        boolean counts() {
            return one().city().equals(trial.judged(view.hindsight()).city());
        }

        /** Returns a value of the base case; null if nothing is assumed. */
        <T> @Nullable T base(Function<BaseCase, T> of) {
            return one().base() == null ? null : of.apply(one().base());
        }
    }

    /** A row of the matrix of verdicts, or of that of base verdicts. */
    private record Count(View view, boolean base, Verdict verdict) {

        int of(String result) {
            Map<String, Integer> counts = base
                    ? view.test().baseCounts(verdict, view.hindsight())
                    : view.test().counts(verdict, view.hindsight());
            return counts.getOrDefault(result, 0);
        }
    }

    private record Judged(View view, RuleDiscrimination discrimination) {}

    private final BackTests tests;
    private final List<OutcomeStatistics> statistics;
    private final FactWords factWords;
    private final Wording wording;
    private final BaseCaseText assumed;

    BackTestSheets(BackTests tests, List<OutcomeStatistics> statistics, FactWords factWords) {
        this.statistics = statistics;
        this.tests = tests;
        this.wording = tests.wording();
        this.assumed = new BaseCaseText(wording, factWords);
        this.factWords = factWords;
    }

    /** Returns one table of all values, for programs. */
    Table data() {
        return AboutSheet.editions(
                        trials(),
                        "",
                        row -> row.view().test().pack(),
                        row -> row.view().test().universe())
                .build();
    }

    List<Table> sheets() {
        List<TableBuilder<?>> sheets = new ArrayList<>(List.of(matrix(), trials(), rules()));
        sheets.addAll(rates());
        sheets.add(about());
        return sheets.stream().<Table>map(TableBuilder::build).toList();
    }

    private Stream<View> views() {
        return tests.list().stream().flatMap(test -> Stream.of(new View(test, false), new View(test, true)));
    }

    private <T> TableBuilder<T> viewed(TableBuilder<T> sheet, Function<T, View> of) {
        return sheet.text("pack", 18, row -> tests.named(of.apply(row).test()))
                .text("view", 14, row -> of.apply(row).term());
    }

    private TableBuilder<Row> trials() {
        List<Row> rows = views().flatMap(view -> view.test().trials().stream()
                        .flatMap(trial -> trial.all(view.hindsight()).stream().map(one -> new Row(view, trial, one))))
                .toList();
        TableBuilder<Row> sheet = new TableBuilder<>(wording, "trials", rows)
                .text("projectName", 28, row -> row.trial().name())
                .frozen()
                .text("outcome", 12, row -> result(row.trial().outcome().result()))
                .day("decided", row -> row.trial().decided())
                .day("ended", row -> row.trial().outcome().ended());
        return viewed(sheet, Row::view)
                .text("cityName", 16, row -> row.one().cityName())
                .text("counts", 10, Row::counts)
                .text("verdict", 14, row -> row.one().verdict())
                .text("because", 22, row -> row.one().because())
                .text(
                        "wrong",
                        10,
                        row -> row.counts() && row.trial().isWrong(row.view().hindsight()))
                .number("score.low", Kind.SCORE, row -> row.one().score().low())
                .number("score.high", Kind.SCORE, row -> row.one().score().high())
                .number("known", Kind.SHARE, row -> row.one().known())
                .prose("reason", row -> AssessmentSummary.reason(row.explained()))
                .prose(
                        "question",
                        row -> row.explained().questions().isEmpty()
                                ? null
                                : factWords.words(
                                        row.explained().questions().get(0).fact()))
                .text("base.verdict", 14, row -> row.base(BaseCase::verdict))
                .text("base.because", 22, row -> row.base(BaseCase::because))
                .number(
                        "base.score.low",
                        Kind.SCORE,
                        row -> row.base(base -> base.score().low()))
                .number(
                        "base.score.high",
                        Kind.SCORE,
                        row -> row.base(base -> base.score().high()))
                .prose(
                        "base.critical",
                        row -> row.counts() && row.one().base() != null ? assumed.critical(row.explained()) : null)
                .day("asOf", row -> row.one().asOf())
                .printedSoFar()
                .text("project", 16, row -> row.trial().project())
                .text("city", 14, row -> row.one().city());
    }

    private static ChoiceWord result(String result) {
        return new ChoiceWord(result, "outcome." + result);
    }

    private TableBuilder<?> matrix() {
        List<Count> rows = views().flatMap(view -> Stream.of(false, true)
                        .filter(base -> !base || view.test().hasBase())
                        .flatMap(base -> Arrays.stream(Verdict.values()).map(one -> new Count(view, base, one))))
                .toList();
        TableBuilder<Count> sheet = viewed(new TableBuilder<>(wording, "matrix", rows), Count::view)
                .text(
                        "case",
                        14,
                        row -> row.base()
                                ? new ChoiceWord("base", "sheet.case.base")
                                : new ChoiceWord("known", "sheet.case.known"))
                .text("verdict", 14, Count::verdict);
        BackTestCase.RESULTS.forEach(result -> sheet.count(result, row -> row.of(result)));
        return sheet;
    }

    private TableBuilder<?> rules() {
        List<Judged> rows = views().flatMap(view -> view.test().discriminations(view.hindsight()).stream()
                        .map(discrimination -> new Judged(view, discrimination)))
                .toList();
        TableBuilder<Judged> sheet = viewed(new TableBuilder<>(wording, "rules", rows), Judged::view)
                .prose("title", row -> row.discrimination().rule().title())
                .text("effect", 12, row -> row.discrimination().rule().effect())
                .text("told", 22, row -> row.discrimination().kind())
                .text("backwards", 12, row -> row.discrimination().isBackwards());
        counts(sheet, "succeeded", RuleDiscrimination::succeeded);
        counts(sheet, "failed", RuleDiscrimination::failed);
        return sheet.printedSoFar()
                .text("rule", 30, row -> row.discrimination().rule().id());
    }

    /**
     * A success rate.
     *
     * @param group the verdict or the rule of the projects
     * @param from the day of the first decision; null for all
     * @param to the day of the last decision; null for all
     */
    private record Rate(
            BackTest test,
            Object group,
            @Nullable Boolean held,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            Proportion share) {}

    /** Returns the sheet of success rates, if there are enough outcomes. */
    private List<TableBuilder<?>> rates() {
        List<Rate> rates = new ArrayList<>();
        for (int i = 0; i < tests.list().size(); i++) {
            if (statistics.get(i).isEnough()) {
                addRates(tests.list().get(i), statistics.get(i), rates);
            }
        }
        return rates.isEmpty()
                ? List.of()
                : List.of(new TableBuilder<>(wording, "rates", rates)
                        .text("pack", 18, row -> tests.named(row.test()))
                        .text("group", 34, Rate::group)
                        .text("held", 10, Rate::held)
                        .day("from", Rate::from)
                        .day("to", Rate::to)
                        .count("hits", row -> row.share().hits())
                        .count("cases", row -> row.share().cases())
                        .number("share", Kind.PORTION, row -> shown(row.share(), Proportion.Rate::share))
                        .number("low", Kind.PORTION, row -> shown(row.share(), Proportion.Rate::low))
                        .number("high", Kind.PORTION, row -> shown(row.share(), Proportion.Rate::high)));
    }

    private static @Nullable BigDecimal shown(Proportion share, Function<Proportion.Rate, BigDecimal> of) {
        Proportion.Rate rate = share.rate();
        return rate == null ? null : of.apply(rate);
    }

    private static void addRates(BackTest test, OutcomeStatistics statistics, List<Rate> rates) {
        statistics.succeeded().forEach((verdict, share) -> rates.add(new Rate(test, verdict, null, null, null, share)));
        for (OutcomeStatistics.Period period : statistics.periods()) {
            period.succeeded()
                    .forEach((verdict, share) ->
                            rates.add(new Rate(test, verdict, null, period.from(), period.to(), share)));
        }
        for (OutcomeStatistics.RuleRate one : statistics.rules()) {
            rates.add(new Rate(test, one.rule().id(), true, null, null, one.held()));
            rates.add(new Rate(test, one.rule().id(), false, null, null, one.not()));
        }
    }

    private static void counts(
            TableBuilder<Judged> sheet, String kind, Function<RuleDiscrimination, RuleDiscrimination.Count> of) {
        sheet.count(kind + ".holds", row -> of.apply(row.discrimination()).holds())
                .count(kind + ".not", row -> of.apply(row.discrimination()).not())
                .count(kind + ".open", row -> of.apply(row.discrimination()).open());
    }

    private TableBuilder<?> about() {
        BackTest first = tests.list().get(0);
        AboutSheet about = new AboutSheet(wording, tests.names())
                .illustrative(first.illustrative())
                .edition("universe", first.universe());
        for (int i = 0; i < tests.list().size(); i++) {
            about.edition("pack", tests.list().get(i).pack());
            AdviceTable advice = statistics.get(i).advice();
            BrierScore brier = advice.brier();
            if (advice.showsLift()) {
                about.line("lift", advice.lift());
            }
            if (statistics.get(i).isEnough() && brier != null) {
                about.line("brier", brier.score()).line("brier.base", advice.baseBrier());
            }
        }
        return about.line("successes", first.successes())
                .line("failures", first.failures())
                .line("flattered", first.isFlattered() ? wording.say("sheet.about.survivors") : "")
                .line(
                        "base",
                        first.hasBase() ? BackTests.baseWarning(first.trials().size(), wording) : "")
                .sheet();
    }
}
