package dev.winnow.model.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.ShippedFacts;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.value.Evidence;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Facts outside the components are kept with figure, source and day. */
class StatedFactTest {

    @Test
    void theUnitOfAFigureFollowsFromItsText() {
        Universe universe = universe("""
            facts:
              - {subject: gale, about: share, figure: over 80 %, source: paper, asOf: 2024}
              - {subject: gale, about: price, figure: 2 bn yuan}
              - {subject: gale, about: rank, figure: 17, hindsight: true}
            """);
        assertThat(universe.facts())
                .extracting(StatedFact::about, fact -> String.valueOf(fact.figure()))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("price", "2 bn yuan"),
                        org.assertj.core.groups.Tuple.tuple("rank", "17"),
                        org.assertj.core.groups.Tuple.tuple("share", "over 80 %"));
        assertThat(universe.facts().get(2).evidence())
                .isEqualTo(new Evidence("paper", LocalDate.parse("2024-12-31"), false, null));
        assertThat(universe.facts().get(1).evidence().hindsight()).isTrue();
    }

    @Test
    void aFactThatContradictsIsAConflict() {
        Universe universe = universe("""
            facts:
              - {subject: gale, about: identity, text: built in 2005, contradicts: Lull was built in 2005 on the same lot}
            """);
        assertThat(universe.conflicts())
                .extracting(Problem::toString)
                .containsExactly("u.yaml:5:5: `identity` of `gale` is “built in 2005” here, which contradicts this: “"
                        + "Lull was built in 2005 on the same lot”");
    }

    @Test
    void figuresOfOneDayThatDifferAreAConflict() {
        Universe universe = universe("""
            facts:
              - {subject: gale, about: rank, figure: 17, asOf: 2024}
              - {subject: gale, about: rank, figure: 14, asOf: 2024}
              - {subject: gale, about: rank, figure: 12, asOf: 2023}
            """);
        assertThat(universe.conflicts())
                .extracting(Problem::toString)
                .containsExactly("u.yaml:6:5: `rank` of `gale` is 14 here and 17 at u.yaml:5:5, for the same day");
    }

    private static Universe universe(String facts) {
        Universe universe = Universe.parse(ShippedFacts.VOCABULARY, Map.of("u.yaml", """
            universe: {name: wind-power, asOf: 2025-06-30}
            projects:
              - {id: gale}
            """ + facts));
        assertThat(universe.problems()).isEmpty();
        return universe;
    }
}
