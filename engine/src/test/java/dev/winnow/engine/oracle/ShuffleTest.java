package dev.winnow.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.Explained;
import dev.winnow.engine.Screener;
import dev.winnow.engine.oracle.RandomUniverses.Size;
import dev.winnow.model.Thorough;
import dev.winnow.model.universe.Universe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The order of files, rows and rules affects only digests. */
class ShuffleTest {

    private static final int UNIVERSES = Thorough.count(30, 60);

    @Test
    void orderOfFilesAndRowsHasNoEffect() {
        Screener screener = Packs.screener(Packs.dense());

        for (long seed = 0; seed < UNIVERSES; seed++) {
            Spec spec = RandomUniverses.draw(30_000 + seed, Size.MIDDLE);
            Explained straight = Explained.of(screener, spec.universe());
            Universe scattered = spec.read(spec.scattered(new Random(seed)));

            assertThat(Explained.of(screener, scattered).pairs())
                    .as("seed %d", seed)
                    .isEqualTo(straight.pairs());
        }
    }

    @Test
    void orderOfRulesHasNoEffect(@TempDir Path folder) throws IOException {
        Screener straight = Packs.screener(Packs.dense());
        Path shuffled = Packs.copy(Packs.dense(), folder);
        Random random = new Random(1);
        for (String file : List.of("demand", "place", "money", "talent", "chain", "worth", "order")) {
            shuffle(shuffled.resolve(file + ".drl"), random);
        }
        Screener other = Packs.screener(shuffled);

        for (long seed = 0; seed < UNIVERSES; seed++) {
            Universe universe = RandomUniverses.draw(40_000 + seed, Size.MIDDLE).universe();

            assertThat(Explained.of(other, universe).pairs())
                    .as("seed %d", seed)
                    .isEqualTo(Explained.of(straight, universe).pairs());
        }
    }

    private static void shuffle(Path file, Random random) throws IOException {
        List<String> parts =
                new ArrayList<>(Arrays.asList(Files.readString(file).split("(?=rule \")")));
        List<String> rules = parts.subList(1, parts.size());
        Collections.shuffle(rules, random);
        Files.writeString(file, String.join("", parts));
    }
}
