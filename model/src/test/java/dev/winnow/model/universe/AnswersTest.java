package dev.winnow.model.universe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.ShippedFacts;
import dev.winnow.model.domain.Fund;
import dev.winnow.model.domain.Presence;
import dev.winnow.model.domain.Project;
import dev.winnow.model.internal.history.Answer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers are dated statements about existing projects and cities. */
class AnswersTest {

    private static final String COAST = """
        universe: {name: coast, asOf: 2024-01-01}
        endMarkets: [{id: offshore, name: Offshore}]
        chains:
          - id: wind
            name: Wind
            links: [{id: blades, name: Blades, stage: parts}, {id: towers, name: Towers, stage: parts}]
        cities:
          - id: northport
            funds: [{id: harbour, name: Harbour fund, available: {value: 1 bn yuan, asOf: 2023-01-01}}]
        projects:
          - {id: gale, links: [blades], yieldRate: {value: 80 %, asOf: 2023-06-01, source: a report}}
          - {id: mill, links: [towers], owner: Mill}
        """;

    private static Universe with(String answers) {
        return Universe.parse(ShippedFacts.VOCABULARY, Map.of("coast.yaml", COAST, "answers.yaml", answers));
    }

    private static Project project(Universe universe, String id) {
        return Objects.requireNonNull(universe.asOf(universe.asOf(), true).project(id));
    }

    @Test
    void anAnswerIsAStatementAndTheLatestDayCounts() {
        Universe universe = with("""
            answers:
              - {project: gale, fact: project.yieldRate, value: 95 %, asOf: 2024-02-01, source: a letter, by: Li}
              - {project: gale, fact: project.consortium, value: true, asOf: 2024-01-15}
            """);
        assertThat(universe.problems()).isEmpty();
        assertThat(universe.asOf()).isEqualTo("2024-02-01");
        assertThat(project(universe, "gale").declared().figure("yieldRate")).hasToString("95 %");
        assertThat(Objects.requireNonNull(project(universe, "gale").declared().figure("yieldRate"))
                        .evidence())
                .extracting("source", "note")
                .containsExactly("a letter", "Li");
        assertThat(project(universe, "gale").declared().flag("consortium")).isTrue();
        assertThat(Objects.requireNonNull(
                                universe.asOf(LocalDate.of(2023, 7, 1), true).project("gale"))
                        .declared()
                        .figure("yieldRate"))
                .hasToString("80 %");
        assertThat(universe.answers())
                .extracting(Answer::fact)
                .containsExactly("project.yieldRate", "project.consortium");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "city.city.city.funds",
                "city.project.x.funds",
                "city.city.x.districts",
                "project.project.x.yieldRate",
                "project.project.x.value",
                "city..x.funds",
                "."
            })
    void aFactWithoutARowIsRefused(String fact) {
        for (String said : List.of("value: 3", "rows: [{id: a}]", "complete: true", "reply: don't know")) {
            Universe universe = with("answers: [{project: gale, city: northport, fact: %s, %s, asOf: 2024-02-01}]"
                    .formatted(fact, said));
            assertThat(universe.problems())
                    .extracting(problem -> problem.what().toString())
                    .contains("`" + fact + "` is not a fact of a project or a city");
        }
    }

    @Test
    void anAnswerInheritsNeitherSourceNorDayFromItsEntry() {
        Universe universe =
                Universe.parse(ShippedFacts.VOCABULARY, Map.of("coast.yaml", """
                    universe: {name: coast, asOf: 2024-01-01}
                    cities:
                      - id: northport
                        source: a report
                        asOf: 2023-01-01
                        funds: [{id: harbour, name: Harbour fund}]
                    projects: [{id: gale, source: a report, asOf: 2023-06-01}]
                    """, "said/answers.yaml", """
                    answers:
                      - {project: gale, fact: project.yieldRate, value: 95 %}
                      - {project: gale, fact: project.consortium, value: true, source: a letter}
                      - {city: northport, fact: city.funds.harbour.available, value: 2 bn yuan}
                      - {city: northport, fact: city.funds, complete: true}
                    """));
        assertThat(universe.problems()).isEmpty();
        assertThat(Objects.requireNonNull(project(universe, "gale").declared().figure("yieldRate"))
                        .evidence())
                .extracting("source", "asOf")
                .containsExactly("file answers.yaml", LocalDate.of(2024, 1, 1));
        Facts before = universe.asOf(LocalDate.of(2023, 12, 31), true);
        assertThat(Objects.requireNonNull(before.project("gale")).declared().flag("consortium"))
                .isNull();
        assertThat(before.complete("northport", "funds")).isFalse();
        Facts facts = universe.asOf(universe.asOf(), true);
        assertThat(facts.complete("northport", "funds")).isTrue();
        assertThat(facts.rows("northport"))
                .filteredOn(Fund.class::isInstance)
                .extracting(row -> Objects.requireNonNull(((Fund) row).available())
                        .evidence()
                        .source())
                .containsExactly("file answers.yaml");
    }

    @Test
    void rowsAndFactsOfRowsOfACityAreAnswered() {
        Universe universe = with("""
            answers:
              - {city: northport, fact: city.funds.harbour.available, value: 2 bn yuan, asOf: 2024-02-01}
              - {city: northport, fact: city.funds, rows: [{id: quay, name: Quay fund}], asOf: 2024-02-01}
              - {city: northport, fact: city.funds, complete: true, asOf: 2024-02-01}
              - {city: northport, fact: city.presences.towers.held, value: false, asOf: 2024-02-01}
            """);
        assertThat(universe.problems()).isEmpty();
        Facts facts = universe.asOf(universe.asOf(), true);
        assertThat(facts.rows("northport"))
                .filteredOn(Fund.class::isInstance)
                .extracting(row -> ((Fund) row).id() + " " + ((Fund) row).available())
                .containsExactly("harbour 2 bn yuan", "quay null");
        assertThat(facts.complete("northport", "funds")).isTrue();
        assertThat(universe.asOf(LocalDate.of(2024, 1, 31), true).complete("northport", "funds"))
                .isFalse();
        assertThat(facts.presences("northport", null))
                .filteredOn(presence -> presence.link().equals("towers"))
                .extracting(Presence::held)
                .containsExactly(false);
    }

    @Test
    void aReplyWithoutAValueLeavesTheFactUnknownAndIsKept() {
        Universe universe = with("""
            answers:
              - {project: mill, fact: project.yieldRate, reply: don't know, asOf: 2024-01-01}
              - {project: mill, fact: project.cidm, reply: 不适用}
            """);
        assertThat(universe.problems()).isEmpty();
        assertThat(project(universe, "mill").declared().figure("yieldRate")).isNull();
        assertThat(universe.answers())
                .extracting(Answer::reply)
                .containsExactly(Answer.Reply.UNKNOWN, Answer.Reply.NOT_APPLICABLE);
    }

    @Test
    void anAnswerThatContradictsTheSameDayIsAConflict() {
        Universe universe = with("""
            answers:
              - {project: gale, fact: project.yieldRate, value: 90 %, asOf: 2023-06-01, source: a letter}
            """);
        assertThat(universe.problems()).isEmpty();
        assertThat(universe.conflicts()).hasSize(1);
        assertThat(universe.conflicts().get(0).toString())
                .endsWith("`yieldRate` of the project `gale` is 80 % here and 90 % at answers.yaml:2:53, both as of"
                        + " 2023-06-01; it counts as 80 %–90 %");
    }

    @Test
    void aWrongAnswerLeavesOutNeitherOtherAnswersNorTheProject() {
        Universe universe = with("""
            answers:
              - {project: mill, fact: project.yieldRate, value: 90 %, asOf: 2024-01-01}
              - {project: mill, fact: project.technologyPartners, value: [Mill], asOf: 2024-01-01}
              - {project: mill, fact: project.investment, value: much, asOf: 2024-01-01}
              - {project: mill, fact: project.cidm, value: true, asOf: 2024-01-01}
              - {city: northport, fact: city.leadUsers, rows: [{firm: Gull, endMarket: inland}]}
              - {city: northport, fact: city.leadUsers, rows: [{firm: Tern, endMarket: offshore}]}
              - {city: northport, fact: city.leadUsers, complete: true}
            """);
        assertThat(universe.problems()).hasSize(4);
        assertThat(project(universe, "mill").declared().figure("yieldRate")).hasToString("90 %");
        assertThat(project(universe, "mill").declared().flag("cidm")).isTrue();
        assertThat(universe.answers()).hasSize(3);
        assertThat(universe.asOf(universe.asOf(), true).complete("northport", "leadUsers"))
                .isFalse();
    }

    @Test
    void editionsThatDifferInAnAnswerDifferInAnEdit() {
        List<UniverseEdit> edits =
                UniverseEdits.between(with("answers: []"), with("""
                    answers:
                      - {project: mill, fact: project.cidm, value: true, asOf: 2024-01-01}
                    """)).list();
        assertThat(edits).hasSize(1);
        assertThat(edits.get(0).change().what()).hasToString("`cidm` of project `mill`");
    }
}
