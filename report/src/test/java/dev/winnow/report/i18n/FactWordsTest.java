package dev.winnow.report.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.ShippedFacts;
import dev.winnow.model.result.Citation;
import dev.winnow.model.result.Names;
import dev.winnow.model.source.Change;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Place;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.value.Evidence;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactWordsTest {

    private static final Names NAMES =
            Universe.parse(ShippedFacts.VOCABULARY, Map.of("u.yaml", """
                universe: {name: town, asOf: 2025-06-30}
                firms: [{id: haier, name: Haier, zh: 海尔}]
                endMarkets: [{id: appliances, name: Appliances, zh: 家电}]
                """)).names();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "project.yieldRate                       | the project’s yield rate",
                "project.coInvestors                     | the project’s co-investors",
                "city.firmCount                          | the city’s firm count",
                "city.leadUsers                          | unlisted lead users of the city",
                "city.demands.cars.annualOutput          | the city’s yearly output of cars",
                "city.funds.no. 1.available              | what is left of no. 1",
                "city.presences.equipment.held           | whether the city holds equipment",
                "city.coverages.design.held              | whether the city covers design",
                "project.milestones.production.step      | the project’s milestone production",
                "something                               | something"
            })
    void factsArePutIntoWords(String fact, String words) {
        assertThat(new FactWords(Wording.inLanguage(Language.EN), Names.NONE).words(fact))
                .isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "city.networkRoutes.greater-bay-area.latency | EN | latency of Greater Bay Area, in the city’s"
                        + " network routes",
                "city.networkRoutes.greater-bay-area.latency | ZH | 本市网络通道清单中粤港澳大湾区的单向时延",
                "city.powerSupplies.pool 电源/direct.price | EN | price a MWh of pool/direct, in the city’s power"
                        + " supplies",
                "city.powerSupplies.pool 电源/direct.price | ZH | 本市供电来源清单中电源/直供的每兆瓦时电价"
            })
    void keysOfRowsArePutIntoWords(String fact, Language language, String words) {
        assertThat(new FactWords(Wording.inLanguage(language), NAMES).words(fact))
                .isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "project.owner | Haier | 项目的项目方：海尔",
                "project.coInvestors | Haier, Hisense 海信 | 项目的共同出资方：海尔、海信",
                "project.coInvestors | none | 项目的共同出资方：无",
                "city.leadUsers.Haier/appliances.firm | Haier | 列入本市龙头用户名单：海尔",
                "city.firms.Haier.name | Haier | 列入本市企业名录：海尔"
            })
    void aFirmHasItsNameInTheLanguage(String fact, String value, String words) {
        Citation citation = new Citation(fact, null, value, Evidence.NONE);
        assertThat(new FactWords(Wording.inLanguage(Language.ZH), NAMES).read(citation))
                .isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = "project.coInvestors | Haier 海尔, Hisense 海信 | the project’s co-investors: Haier, Hisense")
    void eachOfSeveralFirmsHasItsName(String fact, String value, String words) {
        Citation citation = new Citation(fact, null, value, Evidence.NONE);
        assertThat(new FactWords(Wording.inLanguage(Language.EN), NAMES).read(citation))
                .isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "set up as a foundry | EN | set up as a foundry",
                "set up as a foundry | ZH | 原注：set up as a foundry",
                "设为代工厂 | ZH | 设为代工厂",
                "integration lines 集成 | ZH | 集成",
                "the first (CIDM 协同式制造); agreed at the signing | ZH | 原注：the first (CIDM 协同式制造); agreed at the signing",
                "NAURA 北方华创 and CETC 45 among them | ZH | 原注：NAURA 北方华创 and CETC 45 among them"
            })
    void notesAreNotShortened(String note, Language language, String given) {
        assertThat(new FactWords(Wording.inLanguage(language), NAMES).note(note))
                .endsWith(given);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "project.yieldRate | 92 % | 92 % | 92%",
                "project.fundingNeed | {value: 120 bn yuan, source: a} | 120 bn yuan | 1200亿元",
                "project.fundingNeed | 3 bn USD | 3 bn USD | 30亿美元",
                "project.fundingNeed | ~ | unknown | 不明",
                "project.fundingNeed | [{value: 1 bn yuan, asOf: 2025-01-08}, {value: 2 bn yuan, asOf: 2026-01-08}] | 1 bn"
                        + " yuan, as of 2025-01-08, 2 bn yuan, as of 2026-01-08 | 10亿元，截至2025年1月8日、20亿元，截至2026年1月8日",
                "project.coInvestors | [] | none | 无",
                "project.coInvestors | [Haier, Hisense 海信] | Haier, Hisense | 海尔、海信",
                "city.demands | {endMarket: appliances, annualOutput: 120 bn yuan, note: 'a, b'} | end market: Appliances,"
                        + " annual output: 120 bn yuan | 终端市场：家电，年产值：1200亿元",
                "city.demands | {endMarket: appliances}, {endMarket: cars} | end market: Appliances, end market: cars |"
                        + " 终端市场：家电、终端市场：cars",
                "city.presences.cell.held | false | no | 否",
                "'' | 2 yuan | 2 yuan | 2元",
                "'' | [x] {y} | [x] {y} | [x] {y}"
            })
    void aStatedValueIsPutIntoWords(String fact, String text, String english, String chinese) {
        assertThat(new FactWords(Wording.inLanguage(Language.EN), NAMES).stated(fact, text))
                .isEqualTo(english);
        assertThat(new FactWords(Wording.inLanguage(Language.ZH), NAMES).stated(fact, text))
                .isEqualTo(chinese);
    }

    @Test
    void aChangedRowShowsThePropertiesThatDiffer() {
        Change change = new Change(
                Message.of("a row"),
                Place.file("x.yaml"),
                "{id: a, capital: 1 bn yuan, available: 6 bn yuan}",
                "{id: a, capital: 1 bn yuan, available: 4 bn yuan}",
                "city.funds");
        assertThat(new FactWords(Wording.inLanguage(Language.ZH), NAMES).stated(change))
                .containsExactly("可投余额：60亿元", "可投余额：40亿元");
    }
}
