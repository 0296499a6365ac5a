package dev.winnow.model.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.ShippedFacts;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.Facts;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.value.Evidence;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PresenceTest {

    private static final String CHAIN = """
        universe: {name: wind-power, asOf: 2025-06-30}
        chains:
          - id: wind
            links:
              - {id: steel, stage: materials}
              - {id: blades, stage: making, upstream: [steel]}
              - {id: towers, stage: making, upstream: [steel]}
        """;

    @Test
    void neighboursFollowFromSuppliers() {
        List<ChainLink> links = facts("cities: [{id: northport}]", "2025-01-01").links();
        assertThat(links).extracting(ChainLink::id).containsExactly("blades", "steel", "towers");
        assertThat(links.get(1).downstream()).containsExactly("blades", "towers");
        assertThat(links.get(1).neighbours()).containsExactly("blades", "towers");
        assertThat(links.get(2).upstream()).containsExactly("steel");
    }

    @Test
    void aLinkWithoutStatementsIsUnknown() {
        Facts facts = facts("cities: [{id: northport}]", "2025-01-01");
        assertThat(facts.presences("northport", null))
                .extracting(Presence::held)
                .containsExactly(null, null, null);
        assertThat(facts.coverages("northport", null))
                .extracting(Coverage::held)
                .containsExactly(null, null);
    }

    @Test
    void aProjectHoldsItsLinksFromTheDayItLanded() {
        String content = """
            cities: [{id: northport}]
            projects:
              - {id: gale, name: Gale, city: northport, decided: 2019-01-01, links: [towers], milestones: [{step: landed, reached: 2020-01-01}]}
            """;
        assertThat(towers(facts(content, "2019-12-31")).held()).isNull();
        assertThat(towers(facts(content, "2020-01-01")).held()).isTrue();
        assertThat(towers(facts(content, "2020-01-01")).since()).isEqualTo("2020-01-01");
        assertThat(towers(facts(content, "2020-01-01")).holders()).containsExactly("Gale");
        assertThat(towers(facts(content, "2020-01-01")).evidence())
                .isEqualTo(new Evidence(null, LocalDate.parse("2020-01-01"), false, "Gale"));
    }

    @Test
    void aDecidedProjectMayHoldItsLinksUntilAStepOfBuildingIsStated() {
        String content = """
            cities: [{id: northport, presences: [{link: towers, held: false, asOf: 2018-01-01}]}]
            projects:
              - {id: gale, name: Gale, city: northport, decided: 2019-01-01, links: [towers], milestones: [%s]}
            """;
        for (String step : List.of("tool-in", "pilot-line", "production", "capacity")) {
            String built = content.formatted("{step: " + step + ", reached: 2020-01-01}");
            assertThat(towers(facts(built, "2018-12-31")).held()).isFalse();
            assertThat(towers(facts(built, "2019-01-01")).held()).isNull();
            assertThat(towers(facts(built, "2019-01-01")).holders()).isEmpty();
            assertThat(towers(facts(built, "2020-01-01")).held()).isTrue();
            assertThat(towers(facts(built, "2020-01-01")).since()).isNull();
        }
        for (String steps : List.of("", "{step: award, reached: 2020-01-01}")) {
            assertThat(towers(facts(content.formatted(steps), "2025-01-01")).held())
                    .isNull();
        }
    }

    @Test
    void aDecidedProjectWhoseCompleteMilestonesHaveNoStepOfBuildingHoldsNothing() {
        String content = """
            cities: [{id: northport, presences: [{link: towers, held: false, asOf: 2018-01-01}]}]
            projects:
              - {id: gale, city: northport, decided: 2019-01-01, links: [towers], milestonesComplete: 2020-01-01}
            """;
        assertThat(towers(facts(content, "2020-01-01")).held()).isFalse();
        assertThat(towers(facts(content, "2020-01-02")).held()).isNull();
    }

    @Test
    void aProjectHoldsItsLinksFromAStepOfBuildingBeforeItsDecisionOrWithoutOne() {
        String content = """
            cities: [{id: northport}]
            projects:
              - {id: gale, city: northport, %s links: [towers], milestones: [{step: production, reached: 2020-01-01}, {step: award, reached: 2022-01-01}]}
            """;
        for (String decided : List.of("decided: 2022-01-01,", "")) {
            assertThat(towers(facts(content.formatted(decided), "2019-12-31")).held())
                    .isNull();
            assertThat(towers(facts(content.formatted(decided), "2020-01-01")).held())
                    .isTrue();
            assertThat(towers(facts(content.formatted(decided), "2025-01-01")).since())
                    .isEqualTo("2020-01-01");
        }
    }

    @Test
    void aProjectHoldsOnlyTheLinksThatWereKnown() {
        String content = """
            cities: [{id: northport}]
            projects:
              - {id: gale, city: northport, decided: 2019-01-01, links: {value: [towers], asOf: 2021-01-01}, milestones: [{step: landed, reached: 2019-01-01}]}
            """;
        assertThat(towers(facts(content, "2020-12-31")).held()).isNull();
        assertThat(towers(facts(content, "2021-01-01")).held()).isTrue();
    }

    @Test
    void theLatestStatementCounts() {
        String content = """
            cities:
              - id: northport
                presences:
                  - {link: towers, held: true, asOf: 2022-01-01, source: later}
                  - {link: towers, held: false, asOf: 2020-01-01, source: earlier}
            """;
        assertThat(towers(facts(content, "2019-12-31")).held()).isNull();
        assertThat(towers(facts(content, "2021-01-01")).held()).isFalse();
        assertThat(towers(facts(content, "2021-01-01")).evidence().source()).isEqualTo("earlier");
        assertThat(towers(facts(content, "2023-01-01")).held()).isTrue();
        assertThat(towers(facts(content, "2023-01-01")).since()).isEqualTo("2022-01-01");
    }

    @Test
    void theLaterOfProjectAndStatementCountsAndOnTheSameDayTheProject() {
        String content = """
            cities:
              - id: northport
                presences: [{link: towers, held: false, asOf: 2020-01-01}]
            projects:
              - {id: gale, city: northport, links: [towers], milestones: [{step: landed, reached: %s}]}
            """;
        assertThat(towers(facts(content.formatted("2019-12-31"), "2025-01-01")).held())
                .isFalse();
        assertThat(towers(facts(content.formatted("2020-01-01"), "2025-01-01")).held())
                .isTrue();
        assertThat(towers(facts(content.formatted("2020-01-02"), "2025-01-01")).held())
                .isTrue();
    }

    @Test
    void statementsOfTheSameDayThatDisagreeLeaveItUnknownAndAreListed() {
        Universe universe = Universe.parse(ShippedFacts.VOCABULARY, Map.of("u.yaml", CHAIN + """
            cities:
              - id: northport
                presences:
                  - {link: towers, held: false, asOf: 2020-01-01}
                  - {link: towers, held: true, asOf: 2020-01-01}
            """));
        assertThat(towers(universe.asOf(universe.asOf(), true)).held()).isNull();
        assertThat(universe.conflicts())
                .extracting(Problem::toString)
                .containsExactly(
                        "u.yaml:12:30: whether `northport` holds `towers` is `true` here and `false` at u.yaml:11:30, "
                                + "both as of 2020-01-01; it counts as unknown");
    }

    @Test
    void leavingAProjectOutLeavesOutOnlyItsOwnPresences() {
        Facts facts = facts("""
            cities: [{id: northport}]
            projects:
              - {id: gale, name: Gale, city: northport, links: [towers, blades], milestones: [{step: landed, reached: 2019-01-01}]}
              - {id: lull, name: Lull, city: northport, links: [towers], milestones: [{step: landed, reached: 2020-01-01}]}
            """, "2025-01-01");
        Presence towers = facts.presences("northport", "gale").get(2);
        assertThat(towers.held()).isTrue();
        assertThat(towers.holders()).containsExactly("Lull");
        assertThat(towers.since()).isEqualTo("2020-01-01");
        assertThat(facts.presences("northport", "gale").get(0).held()).isNull();
        assertThat(facts.coverages("northport", "gale").get(0).held()).isTrue();
        assertThat(facts.presences("northport", "stranger")).isSameAs(facts.presences("northport", null));
        assertThat(facts.present("gale", "northport")).isTrue();
        assertThat(facts.present("gale", "southport")).isFalse();
    }

    @Test
    void aStageIsCoveredByAnyLinkOfIt() {
        Coverage making =
                making("2025-01-01", "{link: towers, held: true, asOf: 2020-01-01}, {link: blades, held: false}");
        assertThat(making.held()).isTrue();
        assertThat(making.since()).isEqualTo("2020-01-01");
        assertThat(making.evidence()).isNull();
    }

    @Test
    void anUnknownLinkOfAStageMayBeOlder() {
        Coverage making = making("2025-01-01", "{link: towers, held: true, asOf: 2020-01-01}");
        assertThat(making.held()).isTrue();
        assertThat(making.since()).isNull();
    }

    @Test
    void aLandedProjectWithUnknownLinksMayHoldALinkStatedAsMissing() {
        Facts facts = facts("""
            cities: [{id: northport, presences: [{link: towers, held: false, asOf: 2018}, {link: steel, held: false, asOf: 2021}, {stage: making, held: false, asOf: 2018}]}]
            projects:
              - {id: gale, name: Gale, city: northport, decided: 2019-01-01}
            """, "2025-01-01");
        assertThat(towers(facts).held()).isNull();
        assertThat(presence(facts, "steel").held()).isFalse();
        assertThat(facts.coverages("northport", null))
                .extracting(Coverage::held)
                .containsExactly(null, false);
        assertThat(facts.coverages("northport", "gale"))
                .extracting(Coverage::held)
                .containsExactly(false, false);
        assertThat(facts.presences("northport", "gale").get(2).held()).isFalse();
        assertThat(facts.present("gale", "northport")).isTrue();
    }

    @Test
    void aStageIsCoveredIfAStatementSaysSo() {
        Coverage making = making("2025-01-01", "{stage: making, held: true, asOf: 2020-01-01, source: paper}");
        assertThat(making.held()).isTrue();
        assertThat(making.evidence().source()).isEqualTo("paper");
    }

    @Test
    void aStageIsMissingIfAllItsLinksAre() {
        String towers = "{link: towers, held: false, asOf: 2020-01-01}";
        String blades = "{link: blades, held: false, asOf: 2021-01-01}";
        assertThat(making("2025-01-01", towers).held()).isNull();
        assertThat(making("2025-01-01", towers + ", " + blades).held()).isFalse();
        assertThat(making("2025-01-01", towers + ", " + blades).since()).isEqualTo("2021-01-01");
    }

    @Test
    void aStageStatedAsMissingAfterAllItsLinksIsMissing() {
        String links = "{link: towers, held: true, asOf: 2020-01-01}, {link: blades, held: true, asOf: 2022-01-01}";
        assertThat(making("2025-01-01", links + ", {stage: making, held: false, asOf: 2021-01-01}")
                        .held())
                .isTrue();
        assertThat(making("2025-01-01", links + ", {stage: making, held: false, asOf: 2022-01-01}")
                        .held())
                .isTrue();
        assertThat(making("2025-01-01", links + ", {stage: making, held: false, asOf: 2022-01-02}")
                        .held())
                .isFalse();
    }

    @Test
    void aStatementAboutAStageSaysNothingAboutItsLinks() {
        Facts facts = facts("cities: [{id: northport, presences: [{stage: making, held: true}]}]", "2025-01-01");
        assertThat(towers(facts).held()).isNull();
    }

    private static Coverage making(String day, String presences) {
        return facts("cities: [{id: northport, presences: [" + presences + "]}]", day)
                .coverages("northport", null)
                .get(0);
    }

    private static Presence towers(Facts facts) {
        return presence(facts, "towers");
    }

    private static Presence presence(Facts facts, String link) {
        return facts.presences("northport", null).stream()
                .filter(presence -> presence.link().equals(link))
                .findFirst()
                .orElseThrow();
    }

    private static Facts facts(String content, String day) {
        Universe universe = Universe.parse(ShippedFacts.VOCABULARY, Map.of("u.yaml", CHAIN + content));
        assertThat(universe.problems()).isEmpty();
        return universe.asOf(LocalDate.parse(day), true);
    }
}
