package dev.winnow.tables.internal.entries;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.ShippedFacts;
import dev.winnow.model.domain.Fund;
import dev.winnow.model.universe.Facts;
import dev.winnow.model.universe.Universe;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Universes are invented with the words of another one. */
class SynthesisTest {

    private static final Universe WORDS =
            Universe.read(ShippedFacts.VOCABULARY, Path.of("..", "seeds", "semiconductor"));

    @Test
    void equalSeedsGiveEqualUniverses() {
        assertThat(new Synthesis(WORDS, 5).draw(30, 3).digest())
                .isEqualTo(new Synthesis(WORDS, 5).draw(30, 3).digest())
                .isNotEqualTo(new Synthesis(WORDS, 6).draw(30, 3).digest());
    }

    @Test
    void syntheticUniversesHaveNoProblems() {
        Universe drawn = new Synthesis(WORDS, 1).draw(300, 5);

        assertThat(drawn.problems()).isEmpty();
        assertThat(drawn.illustrative()).isTrue();
        assertThat(drawn.projectIds()).hasSize(300);
        assertThat(drawn.cityIds()).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 4_000})
    void twoPerCentHaveLandedAndAtMostTenPerCity(int projects) {
        Universe drawn = new Synthesis(WORDS, 1).draw(projects, 2);

        long landed = drawn.projects().stream()
                .filter(project -> project.city() != null)
                .count();
        assertThat(landed).isBetween(projects == 400 ? 3L : 10L, projects == 400 ? 16L : 35L);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 400})
    void listsHaveAThirdToAllOfTheRequestedRows(int rows) {
        Universe drawn = new Synthesis(WORDS, 1, rows).draw(0, 20);

        assertThat(drawn.problems()).isEmpty();
        Facts facts = drawn.inHindsight(drawn.asOf());
        List<Long> funds = facts.cities().stream()
                .map(city -> facts.rows(city.id()).stream()
                        .filter(Fund.class::isInstance)
                        .count())
                .toList();
        assertThat(funds).allMatch(size -> size >= Math.max(1, rows / 3) && size <= rows);
    }
}
