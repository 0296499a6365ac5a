package dev.winnow.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.Screener;
import dev.winnow.engine.oracle.RandomUniverses.Size;
import dev.winnow.model.universe.Universe;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.LongStream;

/** Two ways of screening by one pack, which give the same of whatever universe on whatever day. */
final class SameScreenings {

    private static final int UNIVERSES = 120;
    private static final LocalDate EARLIER = LocalDate.of(2021, 7, 1);

    private SameScreenings() {}

    /**
     * Screens with both.
     *
     * @param first the seed of the first universe
     */
    static void onRandomUniverses(Path folder, long first, Screener one, Screener reference) {
        Words words = Words.around(PlainPack.read(folder));
        LongStream.range(0, UNIVERSES).parallel().forEach(seed -> {
            Size size = seed % 3 == 0 ? Size.MIDDLE : Size.SMALL;
            Universe universe = RandomUniverses.draw(first + seed, size, words).universe();
            assertThat(one.screen(universe)).as("seed %d", seed).isEqualTo(reference.screen(universe));
            assertThat(one.screen(universe, EARLIER))
                    .as("seed %d, earlier", seed)
                    .isEqualTo(reference.screen(universe, EARLIER));
            assertThat(one.screenAtDecisions(universe))
                    .as("seed %d, at decisions", seed)
                    .isEqualTo(reference.screenAtDecisions(universe));
        });
    }
}
