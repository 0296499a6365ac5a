package dev.winnow.model.universe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.winnow.model.ShippedFacts;
import dev.winnow.model.domain.Coverage;
import dev.winnow.model.domain.Presence;
import dev.winnow.model.source.Problem;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssumedFactsTest {

    @Test
    void aStatementAboutAStageOutweighsAssumptionsAboutItsLinks() {
        Universe universe = Universe.parse(ShippedFacts.VOCABULARY, Map.of("u.yaml", """
            universe: {name: wind-power, asOf: 2025-06-30}
            chains:
              - id: wind
                links: [{id: steel, stage: materials}, {id: blades, stage: making}]
            cities:
              - {id: northport, presences: [{stage: materials, held: false}]}
            assumptions:
              - {fact: city.presences.held, value: true, reason: a port makes what it ships}
            """));
        assertThat(universe.problems()).isEmpty();
        AssumedFacts facts = universe.inHindsight(universe.asOf()).assuming(universe.assumptions());

        assertThat(facts.presences("northport", null))
                .extracting(Presence::held)
                .containsOnly(true);
        assertThat(facts.coverages("northport", null))
                .extracting(Coverage::stage, Coverage::held)
                .containsExactlyInAnyOrder(tuple("making", true), tuple("materials", false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "project.ownsTechnology: perhaps",
                "project.endMarkets: automotive",
                "project.needs: demand",
                "project.needs: [demand, demand, money, \"\"]",
                "project.investment: a lot",
                "project.investment: 30 degrees",
                "city.hubKind: near",
                "city.hubKind: \"\"",
                "city.hubKind: \"near\\tusers\"",
            })
    void anAssumedValueIsRefusedInTheWordsOfAStatedOne(String written) {
        String subject = written.substring(0, written.indexOf('.'));
        String fact = written.substring(subject.length() + 1, written.indexOf(':'));
        String value = written.substring(written.indexOf(':') + 2);
        Universe stated = Universe.parse(ShippedFacts.VOCABULARY, Map.of("u.yaml", """
            universe: {name: one, asOf: 2025-06-30}
            %s:
              - {id: p, name: P, %s: %s}
            """.formatted(
                        subject.equals("city") ? "cities" : "projects", fact, value)));
        Universe assumed =
                Universe.parse(ShippedFacts.VOCABULARY, Map.of("u.yaml", """
            universe: {name: one, asOf: 2025-06-30}
            assumptions:
              - {fact: %s.%s, value: %s, reason: usual}
            """.formatted(subject, fact, value)));

        assertThat(stated.problems()).isNotEmpty();
        assertThat(assumed.problems())
                .extracting(Problem::what, Problem::advice)
                .isEqualTo(stated.problems().stream()
                        .map(one -> tuple(one.what(), one.advice()))
                        .toList());
    }
}
