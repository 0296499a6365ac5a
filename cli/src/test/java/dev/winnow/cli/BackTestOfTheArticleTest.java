package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.console.Run;
import dev.winnow.engine.AsOfPolicy;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import dev.winnow.engine.ScreeningSession;
import dev.winnow.model.Seeds;
import dev.winnow.model.domain.ChainAction;
import dev.winnow.model.result.CriterionScore;
import dev.winnow.model.result.Effect;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Finding;
import dev.winnow.model.result.Question;
import dev.winnow.model.result.Side;
import dev.winnow.model.result.Undetermined;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.result.VerdictReason;
import dev.winnow.model.universe.Universe;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Assessments of the article's projects by the semiconductor pack, with and without hindsight. */
class BackTestOfTheArticleTest {

    private static final Screener SCREENER = Screener.of(RulePack.load(Run.HOME.resolve("rules/semiconductor")));
    private static final Seeds SEEDS = Seeds.of("semiconductor");
    private static final Universe COMPLETE = SEEDS.universe();

    private static final String SIEN = "projects/sien.yaml";
    private static final String CONTROLS = "projects/negative-controls.yaml";
    private static final String QINGDAO = "cities/qingdao.yaml";

    private static Explanation judged(Seeds seeds, AsOfPolicy asOfPolicy, String project, String city) {
        Universe universe = seeds.equals(SEEDS) ? COMPLETE : seeds.universe();
        ScreeningSession session = SCREENER.open(universe, asOfPolicy);
        return session.explain(Objects.requireNonNull(session.assess(project, city)));
    }

    private static Explanation withHindsight(Seeds seeds, String project, String city) {
        return judged(seeds, AsOfPolicy.ofUniverse(), project, city);
    }

    private static Explanation atDecision(Seeds seeds, String project, String city) {
        return judged(seeds, AsOfPolicy.ofDecisions(), project, city);
    }

    private static List<String> found(Explanation one, Effect effect) {
        return one.findings().stream()
                .filter(finding -> finding.effect() == effect)
                .map(Finding::rule)
                .toList();
    }

    private static Finding finding(Explanation one, String rule) {
        return one.findings().stream()
                .filter(finding -> finding.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> decisive(Explanation one) {
        return one.questions().stream()
                .filter(question -> question.decides(Effect.KNOCK_OUT))
                .map(Question::fact)
                .toList();
    }

    /** The first attempts, from 2000. */
    @ParameterizedTest
    @CsvSource({"hisense-2000, qingdao", "hisense-2000, beijing", "haier-2000, qingdao", "haier-2000, beijing"})
    void withHindsightTheFirstAttemptsAreDeclinedForTheirCauses(String project, String city) {
        Explanation one = withHindsight(SEEDS, project, city);
        assertThat(one.assessment().verdict()).isEqualTo(Verdict.DECLINE);
        assertThat(one.assessment().because()).isEqualTo(VerdictReason.KNOCK_OUT);
        assertThat(found(one, Effect.KNOCK_OUT)).containsExactly("repeats-first-attempts");
    }

    @ParameterizedTest
    @CsvSource({"hisense-2000, qingdao", "hisense-2000, beijing", "haier-2000, qingdao", "haier-2000, beijing"})
    void withoutHindsightTheyAreNotRecommendedAndTheRightQuestionsAreAsked(String project, String city) {
        Explanation one = atDecision(SEEDS, project, city);
        assertThat(one.assessment().verdict()).isEqualTo(Verdict.HOLD);
        assertThat(decisive(one))
                .contains(
                        "project.ownsTechnology",
                        "project.technologyPartners",
                        "project.unitCostToImported",
                        "project.exposedToPriceCutting",
                        "project.publicBacking",
                        "project.consortium",
                        "project.coInvestors");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ownsTechnology: {value: false,       | ownsTechnology: {value: true,",
                "technologyPartners: {value: [],      | technologyPartners: {value: [Far Fab],",
                "unitCostToImported: {value: over 1,  | unitCostToImported: {value: 0.9,",
                "exposedToPriceCutting: {value: true, | exposedToPriceCutting: {value: false,",
                "consortium: {value: false,           | consortium: {value: true,",
                "publicBacking: {value: false,        | publicBacking: {value: true,",
                "cidm: {value: false,                 | cidm: {value: true,",
                "coInvestors: {value: [],             | coInvestors: {value: [First Bank],"
            })
    void withoutAnyOneCauseNothingDeclinesThem(String cause, String otherwise) {
        Seeds seeds = SEEDS.saying("projects/haier.yaml", cause, otherwise);
        assertThat(withHindsight(seeds, "haier-2000", "beijing").assessment().verdict())
                .isEqualTo(Verdict.HOLD);
    }

    @Test
    void atSigningSienIsHeldByMissingFactsAlone() {
        Explanation one = atDecision(SEEDS, "sien", "qingdao");
        assertThat(one.assessment().verdict()).isEqualTo(Verdict.HOLD);
        assertThat(one.assessment().because()).isEqualTo(VerdictReason.FACTS_MISSING);
    }

    @Test
    void sienIsRecommendedOnceAllFactsAreKnown() {
        Explanation one = withHindsight(SEEDS, "sien", "qingdao");
        assertThat(one.assessment().verdict()).isEqualTo(Verdict.RECOMMEND);
        assertThat(one.assessment().chainActions()).contains(ChainAction.STRENGTHEN, ChainAction.EXTEND);
    }

    @Test
    void demandContributesMostToSien() {
        for (Explanation one : List.of(atDecision(SEEDS, "sien", "qingdao"), withHindsight(SEEDS, "sien", "qingdao"))) {
            assertThat(one.criteria().stream()
                            .filter(score -> score.side() == Side.PROJECT)
                            .max(Comparator.comparing(BackTestOfTheArticleTest::weighted))
                            .map(CriterionScore::id))
                    .as(one.assessment().asOf().toString())
                    .contains("demand-pull");
        }
    }

    @Test
    void atSigningSienFillsAGap() {
        assertThat(atDecision(SEEDS, "sien", "qingdao").assessment().chainActions())
                .contains(ChainAction.SUPPLEMENT);
    }

    /** The text names the founder's reason as one of several; the city has the others that he may have had. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "needs: []",
                "needs: [demand]",
                "needs: [demand, chain, capital, site]",
                "needs: {value: [chain], more: true}",
                "needs: ~"
            })
    void requirementsThatACityMeetsDoNotChangeSien(String needs) {
        Seeds seeds = SEEDS.saying(
                SIEN,
                "needs: {value: [demand], more: true, note: \"what its founder came for, as one of several reasons;"
                        + " what else it asked is not told\"}",
                needs);
        assertThat(withHindsight(seeds, "sien", "qingdao").assessment().score())
                .isEqualTo(withHindsight(SEEDS, "sien", "qingdao").assessment().score());
    }

    /** The owner of the technology decides the knock-out for projects that repeat the first attempts. */
    @ParameterizedTest
    @CsvSource({"wuyuan, true", "hisense-xinxin, true", "huike, false", "sirui, false"})
    void projectsOwningTheirTechnologyRepeatNoFirstAttempt(String project, boolean closed) {
        assertThat(withHindsight(SEEDS, project, "qingdao").undetermined().stream()
                        .noneMatch(one -> one.rule().equals("repeats-first-attempts")))
                .isEqualTo(closed);
    }

    /** Designers of other chips are present; the text does not say whether another one designs image processors. */
    @Test
    void imageProcessorDesignersDuplicateNoOtherDesigner() {
        Explanation one = withHindsight(SEEDS, "hisense-xinxin", "qingdao");
        assertThat(found(one, Effect.RED_FLAG)).isEmpty();
        assertThat(one.undetermined()).extracting(Undetermined::rule).contains("duplicates-what-is-there", "fills-gap");
    }

    @Test
    void theLifeOfXinxinsOwnChipWasUnknownAtItsStart() {
        assertThat(atDecision(SEEDS, "hisense-xinxin", "qingdao").undetermined())
                .extracting(Undetermined::rule)
                .contains("repeats-first-attempts", "owns-technology");
    }

    private static Explanation newcomer(String link, LocalDate day) {
        Seeds seeds = SEEDS.with("projects/new.yaml", """
            projects: [{id: newcomer, name: Newcomer, source: invented for this test, asOf: 1999-01-01, links: [%s]}]
            """.formatted(link));
        return judged(seeds, AsOfPolicy.on(day), "newcomer", "qingdao");
    }

    @Test
    void anyFabFillsAGapBeforeTheFirstFab() {
        assertThat(newcomer("wafer-manufacturing", LocalDate.of(2010, 1, 1))
                        .assessment()
                        .chainActions())
                .contains(ChainAction.SUPPLEMENT);
        assertThat(newcomer("wafer-manufacturing", LocalDate.of(2018, 3, 30))
                        .assessment()
                        .chainActions())
                .doesNotContain(ChainAction.SUPPLEMENT);
    }

    /** The text says nothing about materials in those years. */
    @ParameterizedTest
    @CsvSource({"chip-design, false", "wafer-manufacturing, false", "semiconductor-materials, true"})
    void beforeTheFirstAttemptsDuplicationIsOpenForMaterialsAlone(String link, boolean perhaps) {
        assertThat(newcomer(link, LocalDate.of(2000, 1, 1)).undetermined().stream()
                        .anyMatch(one -> one.rule().equals("duplicates-what-is-there")))
                .isEqualTo(perhaps);
    }

    private static BigDecimal weighted(CriterionScore score) {
        return score.weight().multiply(score.span().low());
    }

    private static final String LEAD_USERS = """
              - {firm: Haier 海尔, endMarket: home-appliances, asOf: 1999-12-31, source: article § 2}
              - {firm: Hisense 海信, endMarket: home-appliances, asOf: 1999-12-31, source: article § 2}
              - {firm: Aucma 澳柯玛, endMarket: home-appliances, asOf: 1999-12-31, source: article § 2}
        """;

    @Test
    void withoutItsUsersMoneySienIsHeld() {
        String partner = "coInvestors: {value: [Aucma 澳柯玛], source: sien-contract, note: also named in article § 2}";
        assertThat(withHindsight(SEEDS.saying(SIEN, partner, "coInvestors: []"), "sien", "qingdao")
                        .assessment()
                        .verdict())
                .isEqualTo(Verdict.HOLD);
        assertThat(withHindsight(SEEDS.saying(SIEN, partner, "coInvestors: ~"), "sien", "qingdao")
                        .assessment()
                        .verdict())
                .isEqualTo(Verdict.HOLD);
    }

    @Test
    void withoutLeadUsersSienIsHeld() {
        Seeds seeds = SEEDS.saying(QINGDAO, LEAD_USERS, "");
        assertThat(withHindsight(seeds, "sien", "qingdao").assessment().verdict())
                .isEqualTo(Verdict.HOLD);
        assertThat(withHindsight(completed(seeds, "leadUsers"), "sien", "qingdao")
                        .assessment()
                        .verdict())
                .isEqualTo(Verdict.HOLD);
    }

    @Test
    void withoutABottleneckSienIsHeld() {
        Seeds seeds = SEEDS.saying(
                QINGDAO,
                "links: [chip-design, picture-chip-design, wafer-manufacturing, power-devices]",
                "links: [chip-design, picture-chip-design]");
        assertThat(withHindsight(seeds, "sien", "qingdao").assessment().verdict())
                .isEqualTo(Verdict.HOLD);
        assertThat(withHindsight(completed(seeds, "bottlenecks"), "sien", "qingdao")
                        .assessment()
                        .verdict())
                .isEqualTo(Verdict.HOLD);
    }

    /** Marks a list of the city as complete, so that nothing favourable stays open. */
    private static Seeds completed(Seeds seeds, String list) {
        return seeds.saying(
                QINGDAO, "    province: Shandong\n", "    province: Shandong\n    complete: [" + list + "]\n");
    }

    @Test
    void theFirstProjectInAGapSupplementsAndTheSecondDuplicates() {
        Explanation first = atDecision(SEEDS, "sirui", "qingdao");
        assertThat(first.assessment().chainActions()).contains(ChainAction.SUPPLEMENT);
        assertThat(found(first, Effect.RED_FLAG)).isEmpty();

        Seeds later = SEEDS.with("projects/twin.yaml", """
            projects:
              - id: twin
                name: Twin of the equipment centre
                owner: Twin
                city: qingdao
                decided: 2026-01-05
                source: invented for this test
                track: integrated-circuits
                links: [core-equipment]
                claimsScale: false
                claimsScarcity: false
            """);
        Explanation twin = atDecision(later, "twin", "qingdao");
        assertThat(twin.assessment().chainActions()).doesNotContain(ChainAction.SUPPLEMENT);
        assertThat(found(twin, Effect.RED_FLAG)).containsExactly("duplicates-what-is-there");
        assertThat(twin.assessment().verdict()).isEqualTo(Verdict.HOLD);
    }

    /** Failed projects elsewhere. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "technicalLeader: {value: false, | technicalLeader: {value: true, | no-technical-record",
                "fundingSecured: {value: false, hindsight: true, note: a gap in its funding}"
                        + "| fundingSecured: {value: true, hindsight: true} | funding-gap"
            })
    void hsmcIsStoppedByKnownFacts(String fact, String otherwise, String rule) {
        Explanation judged = withHindsight(SEEDS, "hsmc", "wuhan");
        assertThat(judged.assessment().verdict()).isEqualTo(Verdict.HOLD);
        assertThat(found(judged, Effect.RED_FLAG)).contains(rule);
        Explanation reversed = withHindsight(SEEDS.saying(CONTROLS, fact, otherwise), "hsmc", "wuhan");
        assertThat(found(reversed, Effect.RED_FLAG)).isNotEmpty().doesNotContain(rule);
    }

    @Test
    void tacomaIsStoppedByDebts() {
        Explanation judged = withHindsight(SEEDS, "tacoma", "nanjing");
        assertThat(judged.assessment().verdict()).isEqualTo(Verdict.HOLD);
        assertThat(found(judged, Effect.RED_FLAG)).containsExactly("funding-gap");
    }

    /** The reports say only that the technology of the relabelled chip belonged to others. */
    @Test
    void hanxinIsHeldUntilTheOwnerOfItsTechnologyIsKnown() {
        Explanation judged = withHindsight(SEEDS, "hanxin", "shanghai");
        assertThat(judged.assessment().verdict()).isEqualTo(Verdict.HOLD);
        assertThat(decisive(judged)).contains("project.technologyPartners").doesNotContain("project.ownsTechnology");
    }

    @Test
    void twoChipsThatMayBeTheSameAreShown() {
        assertThat(Run.winnow("evidence", "--conflicts").out().replaceAll("\\s+", " "))
                .contains("hisense-2000", "the two may be one chip, told once as a failure and once as a success");
    }

    /** The city district that a project belongs in. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "eda                      | Laoshan                 | design software (EDA)",
                "chip-design              | Laoshan                 | chip design",
                "picture-chip-design      | Laoshan                 | picture-chip design",
                "power-devices            | Chengyang Jiaozhou Jimo | power-device manufacturing (up to 6 inches)",
                "power-device-packaging   | Chengyang Jiaozhou Jimo | power-device packaging and testing",
                "semiconductor-materials  | Chengyang Jiaozhou Jimo | semiconductor materials",
                "core-equipment           | West Coast              | core equipment",
                "wafer-manufacturing      | West Coast              | wafer manufacturing (8 inches and more)"
            })
    void projectsAreSentToTheDistrictOfTheirTrade(String link, String districts, String trade) {
        Seeds seeds = SEEDS.with("projects/new.yaml", """
            projects: [{id: newcomer, name: Newcomer, source: invented for this test, links: [%s]}]
            """.formatted(link));
        Explanation one = withHindsight(seeds, "newcomer", "qingdao");
        String district = Objects.requireNonNull(one.assessment().district());
        assertThat(districts).contains(district.replaceAll("( New Area)? \\p{IsHan}+", ""));
        assertThat(finding(one, "district-of-its-trade").reason())
                .isEqualTo(district.replaceAll(" \\p{IsHan}+", "") + " is home to firms in " + trade);
    }

    @Test
    void theNumberOfFirmsIsShownWithoutEffect() {
        Seeds few = SEEDS.saying("cities/others.yaml", "{value: 138800, asOf", "{value: 1, asOf");
        List<Explanation> many = explained(COMPLETE);
        List<Explanation> one = explained(few.universe());
        assertThat(one).hasSameSizeAs(many);
        for (int i = 0; i < many.size(); i++) {
            assertThat(scored(one.get(i))).isEqualTo(scored(many.get(i)));
        }
        assertThat(many.stream().filter(pair -> pair.assessment().city().equals("shenzhen")))
                .isNotEmpty()
                .allSatisfy(pair ->
                        assertThat(finding(pair, "number-of-firms").reason()).contains("138,800"));
    }

    private static List<Explanation> explained(Universe universe) {
        return SCREENER.open(universe).result().explanations().toList();
    }

    /** Everything except the wording of findings. */
    private static List<Object> scored(Explanation one) {
        return List.of(one.assessment(), one.criteria(), one.questions());
    }

    @Test
    void bankOwnedFundsCountFromTheStartOfThePilot() {
        Seeds seeds = SEEDS.saying(
                        QINGDAO,
                        "    funds:\n",
                        "    funds:\n"
                                + "      - {id: bank, name: Bank, kind: aic, tracks: [integrated-circuits], asOf:"
                                + " 2020-01-01}\n")
                .saying(
                        QINGDAO,
                        "      value: 2024-09-24\n      source: aic-pilot\n",
                        "      value: 2024-09-24\n      asOf: 2024-09-01\n");
        Explanation onTheDay = judged(seeds, AsOfPolicy.on(LocalDate.of(2024, 9, 24)), "sirui", "qingdao");
        Explanation theDayBefore = judged(seeds, AsOfPolicy.on(LocalDate.of(2024, 9, 23)), "sirui", "qingdao");
        assertThat(found(onTheDay, Effect.AWARD)).contains("aic-route-open");
        assertThat(found(theDayBefore, Effect.AWARD)).doesNotContain("aic-route-open");
        assertThat(theDayBefore.undetermined()).extracting(Undetermined::rule).doesNotContain("aic-route-open");
    }

    @Test
    void anUnmatchedSubTrackStopsNoProject() {
        Seeds seeds = SEEDS.saying(SIEN, "    cidm:", "    subTracks: []\n    cidm:");
        assertThat(withHindsight(seeds, "sien", "qingdao").assessment().verdict())
                .isEqualTo(Verdict.RECOMMEND);
    }

    @Test
    void technologyAndChainCannotReplaceDemand() {
        Seeds seeds = completed(SEEDS, "demands")
                .saying(SIEN, "endMarkets: {value: [home-appliances]", "endMarkets: {value: [industrial]");
        Explanation one = withHindsight(seeds, "sien", "qingdao");
        assertThat(found(one, Effect.CAP))
                .containsExactlyInAnyOrder("technology-capped-without-demand", "chain-action-capped-without-demand");
        assertThat(found(one, Effect.NOTE)).contains("no-local-demand");
        assertThat(one.criteria().stream()
                        .filter(score -> List.of("technology", "chain-action").contains(score.id()))
                        .map(score -> score.span().high().intValueExact()))
                .containsOnly(40);
        assertThat(one.assessment().verdict()).isEqualTo(Verdict.HOLD);
    }
}
