package dev.winnow.past.backtest;

import dev.winnow.language.RuleSummary;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.source.Message;
import dev.winnow.past.backtest.AdviceTable.LiftRange;
import dev.winnow.past.backtest.AdviceTable.Placebo;
import dev.winnow.past.backtest.OutcomeStatistics.Period;
import dev.winnow.past.backtest.OutcomeStatistics.RuleRate;
import dev.winnow.report.i18n.Numbers;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.document.Block;
import dev.winnow.report.internal.document.Block.Paragraph;
import dev.winnow.report.internal.document.Cell;
import dev.winnow.report.internal.document.Section;
import dev.winnow.report.internal.document.Table;
import dev.winnow.report.internal.document.Table.Column;
import dev.winnow.report.internal.document.Table.Row;
import dev.winnow.report.internal.sentences.Cells;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The section of {@code backtest} on how well verdicts predicted outcomes. */
final class BackTestStatistics {

    private static final int LIFT_DECIMALS = 2;
    private static final int SCORE_DECIMALS = 3;

    /** The least share of shuffles that is written as such. */
    private static final BigDecimal LEAST = new BigDecimal("0.001");

    private final OutcomeStatistics statistics;
    private final Wording wording;
    private final Function<RuleSummary, String> ruleName;

    /** @param ruleName names a rule */
    BackTestStatistics(OutcomeStatistics statistics, Wording wording, Function<RuleSummary, String> ruleName) {
        this.statistics = statistics;
        this.wording = wording;
        this.ruleName = ruleName;
    }

    /** Returns the section. With few outcomes, it only says why there are no rates. */
    Section section(String id, String before) {
        List<Block> blocks = new ArrayList<>(List.of(new Paragraph(basis())));
        if (statistics.isEnough()) {
            blocks.add(byVerdict());
            blocks.add(byOutcome());
            blocks.add(new Paragraph(lift()));
            blocks.add(new Paragraph(brier()));
            if (statistics.periods().size() > 1) {
                blocks.add(new Section(
                        id + "-periods", wording.sentence("Successes by period of decision"), List.of(periods())));
            }
            if (!statistics.rules().isEmpty()) {
                blocks.add(new Section(
                        id + "-rules",
                        wording.sentence("Successes where a rule held, and where it did not"),
                        List.of(rules())));
            }
        }
        return new Section(id, before + wording.sentence("How well the verdicts predicted the outcomes"), blocks);
    }

    private String basis() {
        String counted = wording.sentence(
                "As known then: %s and %s among the projects decided on a known day before their outcome.",
                wording.say(Message.count(statistics.successes(), "no successes", "1 success", "%s successes")),
                wording.say(Message.count(statistics.failures(), "no failures", "1 failure", "%s failures")));
        return statistics.isEnough()
                ? wording.sentence(
                        "%s Rates have 95 % intervals; counts of fewer than %s cases have no rate.",
                        counted, Proportion.ENOUGH)
                : wording.sentence(
                        "%s With fewer than %s of either, rates say nothing, so only counts are shown.",
                        counted, Proportion.ENOUGH);
    }

    private Column column(String heading, Table.Kind kind) {
        return new Column(heading, kind);
    }

    private List<Column> verdictColumns(Stream<Column> first) {
        return Stream.concat(
                        first,
                        Stream.of(Verdict.values())
                                .map(verdict ->
                                        column(Cells.of(verdict, wording).shown(), Table.Kind.COUNT)))
                .toList();
    }

    private Table byVerdict() {
        List<Row> rows = new ArrayList<>();
        statistics
                .succeeded()
                .forEach((verdict, share) -> rows.add(new Row(Cells.of(verdict, wording), new Cell.Text(rate(share)))));
        return new Table(
                "",
                "",
                List.of(
                        column(wording.sentence("verdict"), Table.Kind.TEXT),
                        column(wording.sentence("succeeded"), Table.Kind.COUNT)),
                rows);
    }

    private Table byOutcome() {
        return new Table(
                "",
                "",
                verdictColumns(Stream.of(column(wording.sentence("outcome"), Table.Kind.TEXT))),
                List.of(
                        shares(wording.sentence("succeeded"), statistics.ofSuccesses()),
                        shares(wording.sentence("failed, stopped"), statistics.ofFailures())));
    }

    private Row shares(String label, Map<Verdict, Proportion> shares) {
        List<Cell> cells = new ArrayList<>(List.of(new Cell.Text(label)));
        shares.values().forEach(share -> cells.add(new Cell.Text(percent(share))));
        return new Row(null, cells);
    }

    /** Returns {@code 65 % (56–73) of 120}, or {@code 3 of 7} with few cases. */
    private String rate(Proportion share) {
        Proportion.Rate rate = share.rate();
        return rate == null ? counted(share) : wording.say("backtest.rate", percent(rate), share.cases());
    }

    /** Returns {@code 65 % (56–73)}, an interval rounded outward, or {@code 3 of 7} with few cases. */
    private String percent(Proportion share) {
        Proportion.Rate rate = share.rate();
        return rate == null ? counted(share) : percent(rate);
    }

    private String percent(Proportion.Rate rate) {
        return wording.sentence(
                "%s (%s)",
                wording.say("page.percent", Numbers.near(rate.share().movePointRight(2), 0)),
                range(rate.low().movePointRight(2), rate.high().movePointRight(2), 0));
    }

    private static String range(BigDecimal low, BigDecimal high, int decimals) {
        return Numbers.down(low, decimals) + "–" + Numbers.up(high, decimals);
    }

    private String lift() {
        AdviceTable advice = statistics.advice();
        BigDecimal lift = advice.lift();
        LiftRange range = advice.liftRange();
        Placebo placebo = advice.placebo();
        if (lift == null || placebo == null) {
            return wording.sentence("No project was recommended, so recommending has no lift.");
        }
        if (!advice.showsLift()) {
            return wording.sentence(
                    "%s recommended projects succeeded; with fewer than %s there is no lift.",
                    counted(advice.recommended()), Proportion.ENOUGH);
        }
        String text = wording.sentence(
                "Lift %s: the success rate of recommended projects divided by that of all. Placebo: with the outcomes"
                        + " shuffled among the projects, 95 % of lifts are between %s and %s, and %s of shuffles reach"
                        + " this one.",
                range == null
                        ? Numbers.near(lift, LIFT_DECIMALS)
                        : wording.sentence(
                                "%s (%s)",
                                Numbers.near(lift, LIFT_DECIMALS), range(range.low(), range.high(), LIFT_DECIMALS)),
                Numbers.down(placebo.low(), LIFT_DECIMALS),
                Numbers.up(placebo.high(), LIFT_DECIMALS),
                reached(placebo.reached()));
        return placebo.covers(lift) ? wording.sentence("%s The lift may be chance.", text) : text;
    }

    private String reached(BigDecimal share) {
        return share.compareTo(LEAST) < 0 ? wording.sentence("less than %s", tenths(LEAST)) : tenths(share);
    }

    private String tenths(BigDecimal share) {
        return wording.say("page.percent", Numbers.near(share.movePointRight(2), 1));
    }

    private String brier() {
        BrierScore own = statistics.advice().brier();
        BigDecimal base = statistics.advice().baseBrier();
        if (own == null || base == null) {
            return "";
        }
        String text = wording.sentence(
                "Brier score %s (0 is best), if the forecast for a project is the success rate of the other projects"
                        + " that are recommended, or of those that are not; %s if it is the success rate of all other"
                        + " projects. Its parts: reliability %s (0 is best), minus resolution %s, plus uncertainty %s.",
                score(own.score()),
                score(base),
                score(own.reliability()),
                score(own.resolution()),
                score(own.uncertainty()));
        return own.score().compareTo(base) >= 0
                ? wording.sentence("%s The verdicts forecast no better than that rate.", text)
                : text;
    }

    private static String score(@Nullable BigDecimal score) {
        return score == null ? "–" : Numbers.near(score, SCORE_DECIMALS);
    }

    private Table periods() {
        List<Row> rows = new ArrayList<>();
        for (Period period : statistics.periods()) {
            List<Cell> cells = new ArrayList<>(
                    List.of(new Cell.Text(wording.day(period.from())), new Cell.Text(wording.day(period.to()))));
            period.succeeded().values().forEach(share -> cells.add(new Cell.Text(counted(share))));
            BigDecimal lift = period.lift();
            cells.add(new Cell.Text(lift == null ? "–" : Numbers.near(lift, LIFT_DECIMALS)));
            BrierScore brier = period.brier();
            cells.add(new Cell.Text(score(brier == null ? null : brier.score())));
            rows.add(new Row(null, cells));
        }
        List<Column> columns = new ArrayList<>(verdictColumns(Stream.of(
                column(wording.sentence("decided from"), Table.Kind.TEXT),
                column(wording.sentence("until"), Table.Kind.TEXT))));
        columns.add(column(wording.sentence("lift"), Table.Kind.COUNT));
        columns.add(column(wording.sentence("Brier"), Table.Kind.COUNT));
        return new Table("", "", columns, rows);
    }

    private String counted(Proportion share) {
        return share.cases() == 0 ? "–" : wording.say("backtest.hits", share.hits(), share.cases());
    }

    private Table rules() {
        return new Table(
                "",
                "",
                List.of(
                        column(wording.sentence("rule"), Table.Kind.PROSE),
                        column(wording.sentence("where it held"), Table.Kind.COUNT),
                        column(wording.sentence("where it did not"), Table.Kind.COUNT)),
                statistics.rules().stream().map(this::row).toList());
    }

    private Row row(RuleRate one) {
        return new Row(
                new Cell.Text(ruleName.apply(one.rule())),
                new Cell.Text(rate(one.held())),
                new Cell.Text(rate(one.not())));
    }
}
