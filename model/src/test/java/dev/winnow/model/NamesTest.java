package dev.winnow.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What things are called in each language. */
class NamesTest {

    private static final Names NAMES = Universe.parse(Map.of("u.yaml", """
                    universe: {name: u, asOf: 2026-01-01}
                    endMarkets: [{id: rye, name: Rye bread, zh: 黑麦面包}, {id: tea}]
                    chains:
                      - id: bread
                        name: Bread 面包
                        links: [{id: loaf, name: Loaves 面包坯, stage: oven}]
                    cities:
                      - id: town
                        name: Town 小城
                        funds: [{id: crust, name: Crust Fund 面包皮基金, tracks: []}]
                    projects: [{id: oven, name: Old Oven, zh: 老烤炉}]
                    """)).names();

    @ParameterizedTest
    @CsvSource({
        "endMarkets, rye, Rye bread, 黑麦面包",
        "endMarkets, tea, tea, tea",
        "chains, bread, Bread, 面包",
        "links, loaf, Loaves, 面包坯",
        "cities, town, Town, 小城",
        "funds, crust, Crust Fund, 面包皮基金",
        "projects, oven, Old Oven, 老烤炉",
        "projects, none, none, none"
    })
    void aThingIsCalledByItsNameInEachLanguageAndByItsIdWhereItHasNone(
            String list, String id, String english, String chinese) {
        assertThat(NAMES.of(list, id, Language.EN)).isEqualTo(english);
        assertThat(NAMES.of(list, id, Language.ZH)).isEqualTo(chinese);
    }

    @Test
    void aCommonNounHasNoCapitalWithinASentence() {
        assertThat(NAMES.within("endMarkets", "rye", Language.EN)).isEqualTo("rye bread");
        assertThat(NAMES.within("funds", "crust", Language.EN)).isEqualTo("Crust Fund");
    }

    @ParameterizedTest
    @CsvSource({
        "Qingdao IC Industrial Park 青岛集成电路产业园, Qingdao IC Industrial Park, 青岛集成电路产业园",
        "青岛, 青岛, 青岛",
        "SiEn, SiEn, SiEn",
        "京东方A, 京东方A, 京东方A"
    })
    void aNameInTwoLanguagesIsTwoNames(String name, String english, String chinese) {
        assertThat(Names.in(Language.EN, name)).isEqualTo(english);
        assertThat(Names.in(Language.ZH, name)).isEqualTo(chinese);
    }

    @Test
    void aNameThatWasReadIsToldInChineseWhereTheFilesSayHow() {
        assertThat(NAMES.told("Old Oven", Language.ZH)).isEqualTo("老烤炉");
        assertThat(NAMES.told("Old Oven", Language.EN)).isEqualTo("Old Oven");
    }

    @Test
    void everyComponentListAndClosedWordHasAChineseName() {
        for (Class<?> record : new Class<?>[] {
            Project.class,
            City.class,
            Demand.class,
            LeadUser.class,
            Fund.class,
            District.class,
            Bottleneck.class,
            SubTrack.class,
            Firm.class,
            Goal.class,
            SisterRole.class,
            DomesticSupply.class,
            Milestone.class,
            Presence.class,
            Coverage.class,
            ChainLink.class,
            IndustrialChain.class,
            Outcome.class
        }) {
            assertThat(Spoken.words(record.getSimpleName(), Language.ZH)).matches("\\p{IsHan}+");
            CityList list = record.getAnnotation(CityList.class);
            if (list != null) {
                assertThat(Spoken.words(list.value(), Language.ZH)).matches("\\p{IsHan}+");
            }
            for (var component : record.getRecordComponents()) {
                OneOf words = component.getAnnotation(OneOf.class);
                boolean told =
                        component.getType() != Evidence.class && !component.isAnnotationPresent(ForReaders.class);
                assertThat(!told
                                || Spoken.words(component.getName(), Language.ZH)
                                        .matches("(\\p{IsHan}|AIC|CIDM)+"))
                        .as(record.getSimpleName() + "." + component.getName())
                        .isTrue();
                if (told && (component.getType() == boolean.class || component.getType() == Boolean.class)) {
                    assertThat(Spoken.claim(component.getName(), true))
                            .matches("(\\p{IsHan}|CIDM)+")
                            .doesNotContain("是否")
                            .isNotEqualTo(Spoken.claim(component.getName(), false));
                }
                for (String word : words == null ? new String[0] : words.value()) {
                    assertThat(Spoken.word(word, Language.ZH)).as(word).matches("(\\p{IsHan}|[（）]|AIC)+");
                }
            }
        }
    }
}
