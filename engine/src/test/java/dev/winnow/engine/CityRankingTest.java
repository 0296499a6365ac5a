package dev.winnow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.Crowd;
import dev.winnow.model.ShippedFacts;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.universe.Universe;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ranks follow the documented order of assessments, with ties ordered by id. */
class CityRankingTest {

    private static final int CANDIDATES = 500;

    @TempDir
    private static Path folder;

    @Test
    void equalCandidatesShareARankAndAreTied() {
        Universe universe = Universe.parse(ShippedFacts.VOCABULARY, Map.of("crowd.yaml", Crowd.yaml(3, CANDIDATES)));

        List<Assessment> all =
                Screener.of(Bakery.in(folder).draft()).screen(universe).assessments();

        assertThat(all).hasSize(CANDIDATES);
        assertThat(all.stream().map(Assessment::score).distinct().count()).isLessThan(CANDIDATES / 2);
        assertThat(all)
                .isSortedAccordingTo(Screener.BEST_FIRST.thenComparing(Assessment::project, Comparator.naturalOrder()));
        for (int i = 0; i < CANDIDATES; i++) {
            Assessment one = all.get(i);
            boolean likeBefore = i > 0 && Screener.BEST_FIRST.compare(all.get(i - 1), one) == 0;
            boolean likeNext = i + 1 < CANDIDATES && Screener.BEST_FIRST.compare(one, all.get(i + 1)) == 0;
            assertThat(one.rank()).isEqualTo(likeBefore ? all.get(i - 1).rank() : i + 1);
            assertThat(one.tied()).isEqualTo(likeBefore || likeNext);
        }
        assertThat(all).anyMatch(Assessment::tied);
    }
}
