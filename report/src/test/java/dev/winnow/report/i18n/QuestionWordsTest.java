package dev.winnow.report.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.ShippedFacts;
import dev.winnow.model.result.Names;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.model.source.TextFile;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.vocabulary.Component;
import dev.winnow.model.vocabulary.FactName;
import dev.winnow.model.vocabulary.LocalName;
import dev.winnow.model.vocabulary.RecordShape;
import dev.winnow.model.vocabulary.Vocabulary;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionWordsTest {

    private static final Names NAMES = names(ShippedFacts.VOCABULARY);

    private static Names names(Vocabulary vocabulary) {
        return Universe.parse(vocabulary, Map.of("u.yaml", """
            universe: {name: town, asOf: 2025-06-30}
            endMarkets: [{id: appliances, name: Appliances, zh: 家电}]
            stages: [{id: design, name: Design, zh: 设计}]
            projects: [{id: sien, name: SiEn 芯恩}]
            cities:
              - id: qingdao
                name: Qingdao 青岛
                funds: [{id: abc, name: Fund ABC 农银基金}]
            """)).names();
    }

    private static QuestionWords words(Language language, Names names) {
        return new QuestionWords(Wording.inLanguage(language), names);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "project.yieldRate | EN | What share of the output of SiEn is good? | project owner, 2 days",
                "project.yieldRate | ZH | 芯恩的产品良率是多少？ | 项目方，2天",
                "project.fundingNeed | EN | How much money does SiEn need from funds? | project owner, 2 days",
                "project.track | ZH | 芯恩属于哪条赛道？ | 项目方，1天",
                "city.funds | EN | Besides those known, which funds can Qingdao put behind a project? | city, 2 days",
                "city.funds | ZH | 青岛还有哪些基金可以投向项目？ | 城市，2天",
                "city.funds.abc.available | EN | How much can Fund ABC (Qingdao) still invest? | city, 2 days",
                "city.funds.abc.available | ZH | 青岛的农银基金还能投多少？ | 城市，2天",
                "city.demands.appliances.annualOutput | EN | How much does the appliances industry of Qingdao make a"
                        + " year? | city, 2 days",
                "city.coverages.design.held | EN | Does any firm of Qingdao cover the design stage of the chain? |"
                        + " city, 2 days",
                "city.yearsToPower | EN | How many years does a new large user in Qingdao wait for its connection to"
                        + " the grid? | grid company, 5 days",
                "city.yearsToPower | ZH | 青岛新增大用户接入电网要等几年？ | 电网公司，5天",
                "city.goals.appliances.baseline | ZH | 定目标时appliances（青岛）的年产值是多少？ | 城市，2天",
            })
    void aQuestionNamesItsSubject(String fact, Language language, String ask, String effort) {
        QuestionWords words = words(language, NAMES);
        assertThat(words.ask(fact, "sien", "qingdao")).isEqualTo(ask);
        assertThat(words.effort(fact)).isEqualTo(effort);
    }

    @Test
    void aQuestionWithoutNamesSaysTheProjectOrTheCity() {
        assertThat(words(Language.EN, NAMES).ask("project.yieldRate"))
                .isEqualTo("What share of the output of the project is good?");
        assertThat(words(Language.ZH, NAMES).ask("city.funds")).isEqualTo("本市还有哪些基金可以投向项目？");
    }

    @Test
    void factsThatDifferInTheirRowShareAQuestion() {
        assertThat(words(Language.EN, NAMES)
                        .ask(List.of("city.funds.abc.available", "city.funds.xyz.available"), "sien", "qingdao"))
                .isEqualTo("How much can Fund ABC, xyz (Qingdao) still invest?");
    }

    @Test
    void aFactWithoutAQuestionIsAskedForByItsName() {
        List<Problem> problems = new ArrayList<>();
        Node pack = Objects.requireNonNull(
                        TextFile.of("vocabulary.yaml", """
                            project:
                              smell: {is: text, name: smell}
                              taste: {is: text, name: taste, ask: How does it taste?}
                            city lists:
                              schools:
                                row: School
                                key: [name]
                                has:
                                  name: {is: text, name: name}
                                  pupils: {is: number, name: pupils}
                            """.getBytes(StandardCharsets.UTF_8), problems))
                .parse(problems);
        QuestionWords words = words(Language.EN, names(Vocabulary.of(Objects.requireNonNull(pack), problems)));
        assertThat(problems).isEmpty();
        assertThat(words.ask("project.smell", "sien", "qingdao")).isEqualTo("SiEn: smell?");
        assertThat(words.ask("project.taste", "sien", "qingdao")).isEqualTo("SiEn: How does it taste?");
        assertThat(words.effort("project.taste")).isEqualTo("project owner, 2 days");
        assertThat(words.ask("city.schools", "sien", "qingdao"))
                .isEqualTo("Besides those known, which schools does Qingdao have?");
        assertThat(words.ask("city.schools.North.pupils", "sien", "qingdao")).isEqualTo("North (Qingdao): pupils?");
        assertThat(words.effort("city.schools")).isEqualTo("city, 2 days");
    }

    @Test
    void everyFactHasAQuestionInBothLanguages() {
        Vocabulary vocabulary = ShippedFacts.VOCABULARY;
        List<String> facts = new ArrayList<>(List.of("city.presences.link.held", "city.coverages.stage.held"));
        facts.addAll(unknowable("project.", vocabulary.project(), Set.of()));
        facts.addAll(unknowable("city.", vocabulary.city(), Set.of()));
        vocabulary.rows().forEach((list, shape) -> {
            facts.add("city." + list);
            facts.addAll(unknowable("city." + list + ".row.", shape, Set.copyOf(shape.key())));
        });
        assertThat(facts).hasSizeGreaterThan(80).contains("project.fundingNeed", "city.funds");
        assertThat(facts).allSatisfy(fact -> {
            LocalName sentence = vocabulary.question(FactName.of(fact)).sentence();
            assertThat(sentence).as(fact).isNotNull();
            assertThat(sentence.english()).as(fact).contains("%").endsWith("?");
            assertThat(sentence.chinese()).as(fact).contains("%").endsWith("？");
        });
    }

    private static List<String> unknowable(String owner, RecordShape<?> shape, Set<String> key) {
        return shape.stated().stream()
                .filter(component -> component.kind() != Component.Kind.EVIDENCE)
                .map(Component::name)
                .filter(name -> !Set.of("id", "name", "city").contains(name) && !key.contains(name))
                .map(name -> owner + name)
                .toList();
    }
}
