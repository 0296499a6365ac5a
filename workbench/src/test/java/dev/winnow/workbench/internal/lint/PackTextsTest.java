package dev.winnow.workbench.internal.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.Bakery;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.language.internal.pack.Check;
import dev.winnow.model.ShippedFacts;
import dev.winnow.model.result.CriterionScore;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Finding;
import dev.winnow.model.source.Language;
import dev.winnow.model.universe.Universe;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pack in Chinese gives the same results with other texts. */
class PackTextsTest {

    private static final Universe BREADS = Universe.parse(ShippedFacts.VOCABULARY, Map.of("universe.yaml", """
        universe: {name: breads, asOf: 2026-01-01}
        chains:
          - id: bread
            links: [{id: flour, stage: mill}, {id: loaf, stage: oven, upstream: [flour]}]
        cities:
          - id: town
            complete: [demands, leadUsers, funds]
            demands:
              - {endMarket: rye, annualOutput: over 300 bn yuan, source: almanac}
              - {endMarket: wheat, annualOutput: 400 bn yuan, source: almanac}
            leadUsers: [{firm: Corner Café, endMarket: rye}]
            funds: [{id: crust, name: Crust Fund, tracks: [baking], available: 20 mn yuan}]
            presences: [{link: loaf, held: false}]
        projects:
          - {id: oven, name: Oven, track: baking, links: [loaf], endMarkets: [rye, wheat], fundingNeed: 40 mn yuan}
        """));

    @TempDir
    Path folder;

    private Bakery bakery;

    @BeforeEach
    void copy() {
        bakery = Bakery.in(folder);
    }

    private void zh(String rules) {
        bakery.write("zh.yaml", "title: 面包房\ncriteria: {demand: {title: 需求}}\nrules:\n" + rules.indent(2));
    }

    private static Explanation oven(RulePack pack) {
        ScreeningResult result = Screener.walking(pack).open(BREADS).result();
        assertThat(result.asked().problems()).isEmpty();
        return result.explanations().findFirst().orElseThrow();
    }

    private Finding finding(Language language, String rule) {
        return oven(bakery.load().inLanguage(language)).findings().stream()
                .filter(finding -> finding.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void titlesAndReasonsAreInChineseWithTheirValuesAsChinesePeopleWriteThem() {
        zh("market-at-scale: {title: 市场够大, reason: \"%s年销售额%s，%s即为大\"}");

        Finding finding = finding(Language.ZH, "market-at-scale");
        assertThat(finding.title()).isEqualTo("市场够大");
        assertThat(finding.reason()).isEqualTo("rye年销售额超过3000亿元，5000万元即为大");
        assertThat(finding.also()).containsExactly("wheat年销售额4000亿元，5000万元即为大");
        RulePack chinese = bakery.load().inLanguage(Language.ZH);
        assertThat(chinese.title()).isEqualTo("面包房");
        assertThat(oven(chinese).criteria().stream().map(CriterionScore::title)).contains("需求");
        assertThat(chinese.inLanguage(Language.EN).title())
                .isEqualTo(bakery.load().title());
    }

    @Test
    void valuesMayComeInAnotherOrder() {
        zh("cafes-at-hand: {title: 有咖啡馆, reason: \"满%2$s家即成市场，现有%1$s家\"}");

        assertThat(finding(Language.ZH, "cafes-at-hand").reason()).isEqualTo("满3家即成市场，现有1家");
        assertThat(Lint.remarks(bakery.load()))
                .extracting(Remark::check)
                .contains(Check.UNTRANSLATED)
                .doesNotContain(Check.MISTRANSLATED);
    }

    @Test
    void anUntranslatedReasonIsEntirelyInEnglish() {
        zh("market-at-scale: {title: 市场够大}\nfills-gap: {title: 补链, reason: 缺环节}");

        Finding market = finding(Language.ZH, "market-at-scale");
        assertThat(market.title()).isEqualTo("市场够大");
        assertThat(market.reason()).isEqualTo("rye sells for over 300 bn yuan a year, 50 mn yuan is large");
        assertThat(finding(Language.ZH, "fills-gap").reason())
                .as("a reason that lacks a value is refused")
                .isEqualTo("The town lacks loaf");
        assertThat(finding(Language.ZH, "funds-cover-need").title()).isEqualTo("Funds of the town cover the need");
    }

    @Test
    void aReasonThatUsesAValueTwiceOrNotAtAllIsReported() {
        zh("""
            cafes-at-hand: {title: 有咖啡馆, reason: "%1$s家、%1$s家"}
            fills-gap: {title: 补链, reason: "缺%s，占100%"}
            market-at-scale: {title: 市场够大, reason: "%s够大"}
            """);

        assertThat(Lint.remarks(bakery.load()).stream()
                        .filter(remark -> remark.check() == Check.MISTRANSLATED)
                        .map(remark -> remark.problem().what().toString()))
                .containsExactly(
                        "the reason of `cafes-at-hand` has 2 `%s`, but its translation has 2, repeats one, or uses another `%`",
                        "the reason of `fills-gap` has 1 `%s`, but its translation has 1, repeats one, or uses another `%`",
                        "the reason of `market-at-scale` has 3 `%s`, but its translation has 1");
    }

    @Test
    void limitsSourcesAndOtherTextsAreCheckedAgainstThePackToo() {
        bakery.write("zh.yaml", """
            title: 面包房
            purpose: 选面包房
            criteria: {demand: {title: 需求}}
            limits: {nosuch: {title: 无}}
            sources: {nosuch: 无}
            rules: {}
            """);

        assertThat(Lint.remarks(bakery.load()).stream()
                        .filter(remark -> remark.check() == Check.MISTRANSLATED)
                        .map(remark -> remark.problem().what().toString()))
                .containsExactly("unknown limit `nosuch`", "unknown source `nosuch`");
        assertThat(bakery.load().inLanguage(Language.ZH).purpose()).isEqualTo("选面包房");
    }

    @Test
    void resultsDoNotDependOnTheLanguage() {
        // The reverse order in Chinese: by its Chinese text, wheat would come first.
        zh("market-at-scale: {title: 市场够大, reason: \"%2$s，%3$s：%1$s\"}");
        Explanation english = oven(bakery.load());
        Explanation chinese = oven(bakery.load().inLanguage(Language.ZH));

        assertThat(chinese.assessment().verdict())
                .isEqualTo(english.assessment().verdict());
        assertThat(chinese.assessment().score()).isEqualTo(english.assessment().score());
        assertThat(chinese.questions()).isEqualTo(english.questions());
        assertThat(chinese.findings().stream().map(Finding::rule))
                .containsExactlyElementsOf(
                        english.findings().stream().map(Finding::rule).toList());
        assertThat(chinese.findings().stream().map(Finding::evidence))
                .containsExactlyElementsOf(
                        english.findings().stream().map(Finding::evidence).toList());
        assertThat(finding(Language.ZH, "market-at-scale").reason()).endsWith("rye");
    }

    @Test
    void aPackWithoutChineseStaysInEnglish() {
        RulePack pack = bakery.load().inLanguage(Language.ZH);

        assertThat(pack.language()).isEqualTo(Language.EN);
        assertThat(pack.rules()).isEqualTo(bakery.load().rules());
    }

    @Test
    void theTranslationIsPartOfTheDigest() {
        String before = bakery.load().digest();
        zh("market-at-scale: {title: 市场够大}");

        assertThat(bakery.load().digest()).isNotEqualTo(before);
        assertThat(bakery.load().inLanguage(Language.ZH).digest())
                .isEqualTo(bakery.load().digest());
    }

    @Test
    void shippedPacksAreEntirelyInChinese() {
        for (String name : List.of("battery", "battery-review", "chips-act", "data-centre", "semiconductor")) {
            RulePack pack = RulePack.load(Path.of("..", "rules", name));
            assertThat(Lint.remarks(pack))
                    .filteredOn(one ->
                            List.of(Check.UNTRANSLATED, Check.MISTRANSLATED).contains(one.check()))
                    .isEmpty();
            RulePack chinese = pack.inLanguage(Language.ZH);
            assertThat(chinese.language()).isEqualTo(Language.ZH);
            assertThat(chinese.title()).containsPattern("\\p{IsHan}");
            assertThat(chinese.purpose()).endsWith("。");
            assertThat(chinese.limits()).allSatisfy(limit -> {
                assertThat(limit.title()).containsPattern("\\p{IsHan}").doesNotEndWith("。");
                assertThat(limit.values())
                        .allSatisfy(value -> assertThat(
                                        value.source() == null ? String.valueOf(value.reason()) : value.source())
                                .containsPattern("\\p{IsHan}"));
            });
            assertThat(chinese.changeable())
                    .isNotEmpty()
                    .allSatisfy(one -> assertThat(one.why()).containsPattern("\\p{IsHan}"));
            assertThat(chinese.conditions())
                    .allSatisfy(id -> assertThat(chinese.conditionTitle(id)).matches("\\p{IsHan}+"));
            assertThat(chinese.rules())
                    .allSatisfy(rule -> assertThat(rule.source()).containsPattern("\\p{IsHan}"));
            assertThat(chinese.criteria())
                    .allSatisfy(one -> assertThat(one.title()).matches("\\p{IsHan}+"));
            assertThat(chinese.rules())
                    .allSatisfy(rule -> assertThat(rule.title())
                            .matches("(\\p{IsHan}|[：，、。（）0-9]|AIC)+")
                            .doesNotEndWith("。"));
        }
    }
}
