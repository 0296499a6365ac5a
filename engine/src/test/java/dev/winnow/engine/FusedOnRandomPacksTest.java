package dev.winnow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.evaluate.Matcher;
import dev.winnow.engine.oracle.RandomUniverses;
import dev.winnow.engine.oracle.RandomUniverses.Size;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Screening;
import dev.winnow.model.universe.Universe;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The fused evaluator gives the same as PHREAK does for random packs in random universes: 40 packs of 24 rules, each in 130
 * universes, which makes 5,200 pairs of a pack and a universe. So does the walker in the first of each pack's universes.
 */
class FusedOnRandomPacksTest {

    private static final int PACKS = 5;
    private static final int UNIVERSES = 130;
    private static final int WALKED = 12;

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7})
    void theSameIsFound(long part, @TempDir Path folder) {
        for (long number = part * PACKS; number < (part + 1) * PACKS; number++) {
            RulePack pack = RandomPacks.draw(number, folder.resolve("pack-" + number));
            Screener fused = Screener.of(pack, Matcher.FUSED);
            Screener phreak = Screener.of(pack, Matcher.PHREAK);
            Screener walking = Screener.walking(pack);
            long holding = 0;
            long open = 0;
            for (long seed = 0; seed < UNIVERSES; seed++) {
                Size size = seed % 10 == 0 ? Size.MIDDLE : Size.SMALL;
                Universe universe =
                        RandomUniverses.draw(number * UNIVERSES + seed, size).universe();

                Screening screening = fused.screen(universe);

                assertThat(screening).as("pack %d, universe %d", number, seed).isEqualTo(phreak.screen(universe));
                if (seed < WALKED) {
                    assertThat(walking.screen(universe))
                            .as("pack %d, universe %d, walked", number, seed)
                            .isEqualTo(screening);
                }
                for (Assessment one : screening.assessments()) {
                    holding += one.findings().size();
                    open += one.undetermined().size();
                }
            }
            assertThat(fused.leftToPhreak()).isEmpty();
            assertThat(List.of(holding, open))
                    .as("rules that hold, and that are open")
                    .allMatch(many -> many > UNIVERSES);
        }
    }
}
