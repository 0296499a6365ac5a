package dev.winnow.model.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.ShippedFacts;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.value.Evidence;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The outcome of a project is kept, and ends its presence in a city. */
class OutcomeTest {

    private static final String TOP = """
        universe: {name: wind-power, asOf: 2025-06-30}
        chains: [{id: wind, links: [{id: towers, stage: making}]}]
        cities: [{id: northport}]
        projects:
          - id: gale
            city: northport
            links: [towers]
            milestones: [{step: landed, reached: 2018-05-01}]
        """;

    @Test
    void theUniverseReturnsTheOutcome() {
        Universe universe = universe("    outcome: {result: stopped, ended: 2020, source: paper, note: no money}\n");
        Outcome outcome = universe.outcome("gale");
        assertThat(outcome)
                .isEqualTo(new Outcome(
                        "gale",
                        "stopped",
                        LocalDate.parse("2020-12-31"),
                        new Evidence("paper", null, false, "no money")));
        assertThat(universe.outcome("lull")).isNull();
    }

    @Test
    void anAbandonedProjectHoldsItsLinksUntilItsEnd() {
        Universe universe = universe("    outcome: {result: failed, ended: 2020-03-31}\n");
        assertThat(held(universe, "2020-03-30")).isTrue();
        assertThat(held(universe, "2020-03-31")).isNull();
    }

    @Test
    void aProjectAbandonedOnAnUnknownDayMayHoldItsLinks() {
        Universe universe = universe("    outcome: {result: failed}\n");
        assertThat(held(universe, "2020-01-01")).isNull();
    }

    @Test
    void aSuccessfulProjectKeepsItsLinks() {
        Universe universe = universe("    outcome: {result: succeeded, ended: 2020-03-31}\n");
        assertThat(held(universe, "2024-01-01")).isTrue();
    }

    private static Boolean held(Universe universe, String day) {
        return universe.asOf(LocalDate.parse(day), true)
                .presences("northport", null)
                .get(0)
                .held();
    }

    private static Universe universe(String outcome) {
        Universe universe = Universe.parse(ShippedFacts.VOCABULARY, Map.of("u.yaml", TOP + outcome));
        assertThat(universe.problems()).isEmpty();
        return universe;
    }
}
