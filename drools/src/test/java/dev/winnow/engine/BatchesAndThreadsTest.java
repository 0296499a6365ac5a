package dev.winnow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.oracle.Packs;
import dev.winnow.engine.oracle.RandomUniverses;
import dev.winnow.engine.oracle.RandomUniverses.Size;
import dev.winnow.model.Thorough;
import dev.winnow.model.universe.Universe;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Results do not depend on how candidates are distributed to sessions and threads. */
class BatchesAndThreadsTest {

    private static final Size LARGE = new Size(3, 40, 3, 0.2, 0.5);

    private static List<Universe> universes() {
        return LongStream.range(0, Thorough.count(2, 4))
                .mapToObj(seed -> RandomUniverses.draw(60_000 + seed, LARGE).universe())
                .toList();
    }

    @Test
    void batchesOfOneEqualBatchesOfFiveHundred() {
        RulePack pack = Packs.pack(Packs.dense());
        Screener single = Screener.of(pack, Matcher.PHREAK, 1);
        Screener large = Screener.of(pack, Matcher.PHREAK, 500);

        for (Universe universe : universes()) {
            assertThat(Explained.of(single, universe)).isEqualTo(Explained.of(large, universe));
            assertThat(Explained.of(single, universe, AsOfPolicy.ofDecisions()))
                    .isEqualTo(Explained.of(large, universe, AsOfPolicy.ofDecisions()));
        }
    }

    @Test
    void tenThreadsEqualOne() throws Exception {
        Screener screener = Packs.screener(Packs.dense());
        List<Universe> universes = universes();
        List<Explained> alone = universes.stream()
                .map(universe -> Explained.of(screener, universe))
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(10);
        try {
            List<Future<List<Explained>>> together = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                together.add(threads.submit(() -> universes.stream()
                        .map(universe -> Explained.of(screener, universe))
                        .toList()));
            }
            for (Future<List<Explained>> one : together) {
                assertThat(one.get()).isEqualTo(alone);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
