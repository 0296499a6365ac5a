package dev.winnow.model.internal.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.ShippedFacts;
import dev.winnow.model.result.Citation;
import dev.winnow.model.universe.Universe;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DossierTest {

    private static final String CONTENT = """
        universe: {name: wind-power, asOf: 2025-06-30}
        chains: [{id: wind, links: [{id: steel, stage: materials}, {id: towers, stage: making, upstream: [steel]}]}]
        cities:
          - id: northport
            complete: [demands]
            funds: [{id: harbour, tracks: [wind], note: the oldest, source: paper, asOf: 2020}]
            presences: [{link: steel, held: false, source: survey}]
        projects:
          - id: gale
            city: northport
            decided: 2021-01-01
            links: [towers]
            yieldRate: [{value: over 80 %, asOf: 2022, source: paper}, {value: 90 %, asOf: 2023, hindsight: true}]
            milestones: [{step: production, reached: 2023-05-01, source: paper}]
            outcome: {result: succeeded, source: paper}
        facts:
          - {subject: gale, about: rank, figure: 3, asOf: 2024}
          - {subject: The sea, about: width, text: very}
        """;

    @Test
    void everyValueThatCountsIsStatedWithItsSource() {
        assertThat(of("gale", "2025-06-30", true).stated())
                .extracting(
                        Citation::property,
                        Citation::value,
                        said -> said.evidence().source())
                .contains(
                        org.assertj.core.groups.Tuple.tuple("yieldRate", "over 80 %", "paper"),
                        org.assertj.core.groups.Tuple.tuple("yieldRate", "90 %", null),
                        org.assertj.core.groups.Tuple.tuple("milestones.production", "2023-05-01", "paper"),
                        org.assertj.core.groups.Tuple.tuple("outcome", "succeeded", "paper"),
                        org.assertj.core.groups.Tuple.tuple("rank", "3", null));
    }

    @Test
    void anEarlierViewHasNeitherHindsightNorLaterFacts() {
        assertThat(of("gale", "2022-12-31", false).stated())
                .extracting(Citation::property)
                .contains("yieldRate")
                .doesNotContain("milestones.production", "outcome", "rank");
    }

    @Test
    void unknownFactsAreListedWithClaimsThatNobodyStates() {
        assertThat(of("gale", "2025-06-30", true).unknown())
                .contains("track", "ownsTechnology", "fundingNeed", "claimsScarcity")
                .doesNotContain("links", "city");
    }

    @Test
    void theDossierOfACityListsItsLinksTheirHoldersAndIncompleteLists() {
        Dossier city = of("northport", "2025-06-30", true);
        assertThat(city.stated())
                .extracting(
                        Citation::property,
                        Citation::value,
                        said -> String.valueOf(said.evidence().note()))
                .contains(
                        org.assertj.core.groups.Tuple.tuple("presences.steel", "false", "null"),
                        org.assertj.core.groups.Tuple.tuple("presences.towers", "true", "gale"));
        assertThat(city.open()).contains("funds", "goals").doesNotContain("demands");
        assertThat(of("northport", "2020-01-01", true).unknown()).contains("presences.towers");
    }

    @Test
    void aRowHasADossierWithItsNote() {
        Dossier fund = of("harbour", "2025-06-30", true);
        assertThat(fund.kind()).isEqualTo("fund");
        assertThat(fund.city()).isEqualTo("northport");
        assertThat(fund.stated().get(0).evidence().note()).isEqualTo("the oldest");
        assertThat(fund.unknown()).contains("available", "horizonYears");
    }

    @Test
    void subjectsThatOnlyStatedFactsMentionComeLast() {
        List<Dossier> all = universe().dossiers(LocalDate.parse("2025-06-30"), true);
        assertThat(all)
                .extracting(Dossier::id)
                .containsExactly("gale", "northport", "harbour", "steel", "towers", "wind", "The sea");
    }

    private static Dossier of(String id, String day, boolean hindsight) {
        return universe().dossiers(LocalDate.parse(day), hindsight).stream()
                .filter(dossier -> dossier.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Universe universe() {
        Universe universe = Universe.parse(ShippedFacts.VOCABULARY, Map.of("u.yaml", CONTENT));
        assertThat(universe.problems()).isEmpty();
        return universe;
    }
}
