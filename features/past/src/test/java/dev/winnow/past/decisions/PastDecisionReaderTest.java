package dev.winnow.past.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.winnow.model.ShippedFacts;
import dev.winnow.model.source.Document;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.Universe;
import dev.winnow.past.decisions.PastDecision.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PastDecisionReaderTest {

    private static final Universe UNIVERSE = Universe.parse(ShippedFacts.VOCABULARY, Map.of("u.yaml", """
                    universe: {name: u, asOf: 2026-01-01}
                    cities: [{id: alder, name: Alder Bay}, {id: birch, name: Birchport}]
                    projects:
                      - {id: film, name: Thin Film}
                      - {id: cells, name: Cells Two}
                      - {id: packs, name: Packs}
                      - {id: mill, name: Mill, city: alder, decided: 2019-05-06}
                    """));

    @Test
    void projectsAndCitiesAreNamedByIdOrNameAndOutcomesInEitherLanguage() {
        PastDecisions read = read("""
                decisions:
                  - {project: film, city: Alder Bay, day: 2020-03-04, outcome: approved, reason: local demand, by: Board}
                  - {project: Cells Two, city: birch, outcome: 暂缓}
                  - {project: packs, city: birch, day: 2021-06, outcome: rejected}
                """);
        assertThat(read.problems()).isEmpty();
        assertThat(read.decisions())
                .extracting(PastDecision::pair)
                .containsExactly(
                        new PastPair("film", "alder", LocalDate.of(2020, 3, 4)),
                        new PastPair("cells", "birch", null),
                        new PastPair("packs", "birch", LocalDate.of(2021, 6, 30)));
        assertThat(read.decisions())
                .extracting(PastDecision::outcome)
                .containsExactly(Outcome.APPROVED, Outcome.HELD, Outcome.DECLINED);
        assertThat(read.decisions().get(0).reason()).isEqualTo("local demand");
        assertThat(read.decisions().get(0).by()).isEqualTo("Board");
    }

    @Test
    void aLandedProjectHasTheCityAndTheDayOfItsDecision() {
        assertThat(read("[{project: mill, outcome: approved}]").decisions())
                .extracting(PastDecision::pair)
                .containsExactly(new PastPair("mill", "alder", LocalDate.of(2019, 5, 6)));
        assertThat(PastDecisions.of(UNIVERSE).decisions())
                .extracting(PastDecision::pair)
                .containsExactly(new PastPair("mill", "alder", LocalDate.of(2019, 5, 6)));
    }

    @Test
    void aRankingIsAListOfPreferencesBetweenNeighboursAndEqualRanksAreTies() {
        PastDecisions read = read("""
                - {project: packs, city: birch, rank: 3}
                - {project: film, city: birch, rank: 1}
                - {project: cells, city: birch, rank: 2}
                - {project: mill, rank: 2}
                - {project: film, city: alder, rank: 1, round: spring}
                """);
        assertThat(read.problems()).isEmpty();
        assertThat(read.preferences())
                .extracting(one -> one.better().project()
                        + (one.tied() ? " = " : " > ")
                        + one.worse().project())
                .containsExactly("film > cells", "cells = mill", "cells > packs");
    }

    @Test
    void onePairCanBePreferredToAnother() {
        PastDecisions read = read("[{better: film, worse: cells, city: alder, day: 2020-01-01}]");
        assertThat(read.preferences())
                .extracting(PastPreference::better, PastPreference::worse)
                .containsExactly(tuple(
                        new PastPair("film", "alder", LocalDate.of(2020, 1, 1)),
                        new PastPair("cells", "alder", LocalDate.of(2020, 1, 1))));
    }

    @Test
    void everyProblemIsReportedAtItsPlaceAndTheOtherRowsAreTaken() {
        PastDecisions read = read("""
                - {project: flim, city: alder, outcome: approved}
                - {project: film, city: aldre, outcome: approved}
                - {project: film, outcome: held}
                - {project: film, city: alder, outcome: aproved}
                - {project: film, city: alder, day: 2020-13-01, outcome: held}
                - {project: film, city: alder}
                - {project: film, city: alder, rank: 0}
                - {better: film, worse: film, city: alder}
                - {project: cells, city: alder, outcome: held}
                - {project: cells, city: alder, outcome: declined}
                """);
        assertThat(read.decisions()).hasSize(1);
        assertThat(read.problems())
                .extracting(one -> one.toString().lines().findFirst().orElseThrow())
                .containsExactly(
                        "d.yaml:1:13: unknown project `flim`",
                        "d.yaml:2:25: unknown city `aldre`",
                        "d.yaml:3:3: a decision needs `city`",
                        "d.yaml:4:41: unknown outcome `aproved`",
                        "d.yaml:5:37: `2020-13-01` is not a date: a year has months 01 to 12",
                        "d.yaml:6:3: the decision has no outcome",
                        "d.yaml:7:38: invalid rank `0`",
                        "d.yaml:8:3: `film` cannot be preferred to itself",
                        "d.yaml:10:13: the decision on `cells` in `alder` is already at d.yaml:9:13");
        assertThat(read.problems())
                .extracting(one -> String.valueOf(one.advice()))
                .contains("did you mean `film`?", "did you mean `alder`?", "did you mean `approved`?");
    }

    private static PastDecisions read(String yaml) {
        List<Problem> problems = new ArrayList<>();
        return PastDecisionReader.read(
                Objects.requireNonNull(Document.parse("d.yaml", yaml, problems), problems::toString), UNIVERSE);
    }
}
