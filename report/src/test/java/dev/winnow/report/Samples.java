package dev.winnow.report;

import dev.winnow.model.domain.ChainAction;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Citation;
import dev.winnow.model.result.CriterionScore;
import dev.winnow.model.result.Effect;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.FactRef;
import dev.winnow.model.result.Finding;
import dev.winnow.model.result.Question;
import dev.winnow.model.result.Screening;
import dev.winnow.model.result.Screening.Edition;
import dev.winnow.model.result.Side;
import dev.winnow.model.result.Undetermined;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.result.VerdictReason;
import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Bound;
import dev.winnow.model.value.Evidence;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.ScoreInterval;
import dev.winnow.model.value.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Handwritten screenings, with every case that a renderer must draw. */
public final class Samples {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 8);
    private static final Evidence ARTICLE = new Evidence("article § 2", LocalDate.of(2019, 12, 31), false, null);

    private Samples() {}

    /** Returns two cities with Chinese names, every verdict and effect, and extreme numbers. */
    public static Screening everything() {
        return screening(false, explained());
    }

    /** Returns the explanations of its assessments. */
    public static List<Explanation> explained() {
        return List.of(recommended(), held(), stopped(), declined(), elsewhere());
    }

    public static Screening screening(boolean illustrative, List<Explanation> pairs) {
        return new Screening(
                new Edition("semiconductor", "1.0.0", "0123456789abcdef".repeat(4)),
                new Edition("semiconductor", "", "fedcba9876543210".repeat(4)),
                illustrative,
                pairs.stream().map(Explanation::assessment).toList(),
                List.of());
    }

    public static Explanation recommended() {
        Assessment assessment = new Assessment(
                "kiln",
                "Kiln 窑业先进陶瓷封装基板制造有限公司",
                "qingdao",
                "Qingdao 青岛",
                true,
                DAY,
                Verdict.RECOMMEND,
                VerdictReason.CLEAR,
                1,
                span("62.5", "93.123456"),
                Side.PROJECT,
                new BigDecimal("0.816667"),
                sides("70", "95", "62.5", "93.123456"),
                "West Coast",
                List.of(ChainAction.EXTEND, ChainAction.SUPPLEMENT),
                EnumSet.of(Verdict.RECOMMEND),
                null);
        return new Explanation(
                assessment,
                List.of(
                        criterion("demand-pull", "Demand pull", Side.PROJECT, "45", "80", "100"),
                        criterion("chain-coverage", "Chain coverage", Side.PROJECT, "25", "40", "90.5"),
                        criterion("funding", "Funding", Side.PROJECT, "20", "33.333333", "66.666666"),
                        criterion("chain-action", "Chain action", Side.CITY, "35", "70", "95")),
                List.of(
                        new Finding(
                                "end-market-at-scale",
                                "A local end market is large enough to pull the project",
                                "demand-pull",
                                Effect.AWARD,
                                number("40"),
                                number("1"),
                                number("20.123457"),
                                "consumer-electronics buys for over 300 bn yuan a year, at least 300 bn yuan needed",
                                "article § 2",
                                null,
                                List.of(
                                        new FactRef("Demand", "consumer-electronics"),
                                        new FactRef("Limit", "end-market-scale")),
                                List.of("home-appliances buys for over 310 bn yuan a year, at least 300 bn yuan"
                                        + " needed"),
                                List.of(
                                        new Citation(
                                                "city.demands.consumer-electronics.annualOutput",
                                                Figure.stated(Amount.of(300_000), Bound.AT_LEAST, Unit.MONEY, ARTICLE),
                                                "over 300 bn yuan",
                                                ARTICLE),
                                        new Citation(
                                                "project.endMarkets",
                                                null,
                                                "consumer-electronics, home-appliances",
                                                Evidence.NONE))),
                        new Finding(
                                "supplements-a-link",
                                "It occupies a link that the city lacks",
                                "chain-action",
                                Effect.AWARD,
                                number("60"),
                                number("0.583333"),
                                number("35"),
                                "the city lacks materials 材料",
                                "article § 1",
                                ChainAction.SUPPLEMENT,
                                List.of(new FactRef("Presence", "materials")),
                                List.of(),
                                List.of(
                                        new Citation(
                                                "project.yieldRate",
                                                Figure.stated(
                                                        Amount.of("0.9"),
                                                        Bound.ABOUT,
                                                        Unit.SHARE,
                                                        new Evidence("article § 1", DAY, true, "no base given")),
                                                "about 90 %",
                                                new Evidence("article § 1", DAY, true, "no base given")),
                                        new Citation(
                                                "city.demands.cars.partsPerUnit",
                                                Figure.between(Amount.of(1000), Amount.of(1200), Unit.NUMBER, ARTICLE),
                                                "1,000–1,200",
                                                ARTICLE),
                                        new Citation(
                                                "city.firmCount",
                                                Figure.stated(Amount.of("0.0000125"), Bound.AT_MOST, Unit.NUMBER, null),
                                                "at most 0",
                                                Evidence.NONE))),
                        new Finding(
                                "suits-a-district",
                                "A district gathers what it does",
                                "place",
                                Effect.SUGGEST,
                                number("0"),
                                number("1"),
                                number("0"),
                                "West Coast gathers materials",
                                "article § 1",
                                null,
                                List.of(new FactRef("District", "West Coast")),
                                List.of(),
                                List.of())),
                List.of(open(
                        "fund-covers-need", "A fund covers what it needs", "funding", Effect.AWARD, "33.333333", "0")),
                List.of(),
                List.of(
                        new Question("city.funds", number("12.5"), Set.of(Effect.AWARD)),
                        new Question("project.fundingNeed", number("4.166667"), Set.of(Effect.AWARD))),
                List.of(),
                null);
    }

    static Explanation held() {
        return simple(
                "sien",
                "SiEn 芯恩",
                Verdict.HOLD,
                VerdictReason.FACTS_MISSING,
                2,
                "31",
                "74.999999",
                List.of(cap()),
                List.of(
                        open("no-lead-user", "No lead user is known", "demand-pull", Effect.CAP, "0", "-3.5"),
                        open("owner-broke", "Its owner defaulted before", "order-of-logic", Effect.RED_FLAG, "0", "0")),
                EnumSet.of(Verdict.RECOMMEND, Verdict.HOLD),
                List.of(
                        new Question("city.presences.wafer-manufacturing.held", number("10"), Set.of(Effect.AWARD)),
                        new Question("city.coverages.design.held", number("1"), Set.of(Effect.AWARD))));
    }

    static Explanation stopped() {
        return simple(
                "twin",
                "Twin",
                Verdict.HOLD,
                VerdictReason.KNOCK_OUT_OPEN,
                3,
                "12",
                "100",
                List.of(),
                List.of(open(
                        "nobody-pays",
                        "No fund covers it and no co-investor or public backing is known for anything that it needs",
                        "funding",
                        Effect.KNOCK_OUT,
                        "0",
                        "0")),
                EnumSet.allOf(Verdict.class),
                List.of(new Question("project.coInvestors", number("0"), Set.of(Effect.KNOCK_OUT))));
    }

    static Explanation declined() {
        return simple(
                "late",
                "Late-comer",
                Verdict.DECLINE,
                VerdictReason.KNOCK_OUT,
                4,
                "0",
                "0",
                List.of(plain("nobody-pays", "Nobody pays", Effect.KNOCK_OUT, "0", "no fund covers 15 bn yuan")),
                List.of(),
                EnumSet.of(Verdict.DECLINE),
                List.of());
    }

    static Explanation elsewhere() {
        Explanation explanation = simple(
                "late",
                "Late-comer",
                Verdict.HOLD,
                VerdictReason.RED_FLAG,
                1,
                "50",
                "50",
                List.of(plain(
                        "duplicate", "Duplicate of a held link", Effect.RED_FLAG, "0", "equipment is held by Sirui")),
                List.of(),
                EnumSet.of(Verdict.HOLD),
                List.of());
        Assessment one = explanation.assessment();
        Assessment elsewhere = new Assessment(
                one.project(),
                one.projectName(),
                "jinan",
                "Jinan 济南",
                false,
                DAY,
                one.verdict(),
                one.because(),
                one.rank(),
                one.score(),
                one.binds(),
                one.known(),
                one.sides(),
                null,
                one.chainActions(),
                one.possible(),
                null);
        return new Explanation(
                elsewhere,
                explanation.criteria(),
                explanation.findings(),
                explanation.undetermined(),
                explanation.conditions(),
                explanation.questions(),
                List.of(),
                null);
    }

    static Explanation simple(
            String id,
            String name,
            Verdict verdict,
            VerdictReason because,
            int rank,
            String low,
            String high,
            List<Finding> findings,
            List<Undetermined> undetermined,
            Set<Verdict> possible,
            List<Question> questions) {
        Assessment assessment = new Assessment(
                id,
                name,
                "qingdao",
                "Qingdao 青岛",
                false,
                DAY,
                verdict,
                because,
                rank,
                span(low, high),
                Side.CITY,
                number("1"),
                sides(low, high, "100", "100"),
                null,
                List.of(),
                possible,
                null);
        return new Explanation(
                assessment,
                List.of(
                        criterion("demand-pull", "Demand pull", Side.PROJECT, "45", "100", "100"),
                        criterion("chain-action", "Chain action", Side.CITY, "35", low, high)),
                findings,
                undetermined,
                List.of(),
                questions,
                List.of(),
                null);
    }

    private static Finding cap() {
        return plain(
                "demand-first",
                "Without demand the chain counts half",
                Effect.CAP,
                "-12.25",
                "no demand in any end market");
    }

    private static Finding plain(String rule, String title, Effect effect, String contribution, String reason) {
        return new Finding(
                rule,
                title,
                "chain-action",
                effect,
                number("0"),
                number("1"),
                number(contribution),
                reason,
                "modeller",
                null,
                List.of(),
                List.of(),
                List.of());
    }

    private static Undetermined open(
            String rule, String title, String criterion, Effect effect, String points, String contribution) {
        return new Undetermined(
                rule,
                title,
                criterion,
                effect,
                number(points),
                number(contribution),
                List.of("city.funds", "project.fundingNeed"));
    }

    private static CriterionScore criterion(
            String id, String title, Side side, String weight, String low, String high) {
        return new CriterionScore(id, title, side, number(weight), span(low, high));
    }

    private static Map<Side, ScoreInterval> sides(
            String cityLow, String cityHigh, String projectLow, String projectHigh) {
        return Map.of(Side.CITY, span(cityLow, cityHigh), Side.PROJECT, span(projectLow, projectHigh));
    }

    private static ScoreInterval span(String low, String high) {
        return new ScoreInterval(number(low), number(high));
    }

    private static BigDecimal number(String digits) {
        return new BigDecimal(digits);
    }
}
