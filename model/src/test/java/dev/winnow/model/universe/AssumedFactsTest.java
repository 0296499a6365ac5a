package dev.winnow.model.universe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.winnow.model.ShippedFacts;
import dev.winnow.model.domain.Coverage;
import dev.winnow.model.domain.Presence;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
}
