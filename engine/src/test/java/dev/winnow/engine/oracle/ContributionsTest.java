package dev.winnow.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.AsOfPolicy;
import dev.winnow.engine.EachShippedPack;
import dev.winnow.engine.Explained;
import dev.winnow.engine.Screener;
import dev.winnow.engine.oracle.RandomUniverses.Size;
import dev.winnow.model.ShippedFacts;
import dev.winnow.model.universe.Universe;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The contributions of rules add up exactly to the certain score of each side. */
class ContributionsTest {

    @Test
    void onAThousandRandomUniverses() {
        List<Path> packs = Packs.all();
        List<Screener> screeners = packs.stream().map(Packs::screener).toList();
        List<Words> words =
                packs.stream().map(pack -> Words.around(PlainPack.read(pack))).toList();

        List<String> wrong = LongStream.range(0, 1_000)
                .parallel()
                .mapToObj(seed -> {
                    int pack = (int) (seed % packs.size());
                    Universe universe = RandomUniverses.draw(50_000 + seed, Size.SMALL, words.get(pack))
                            .universe();
                    return sums(Explained.of(screeners.get(pack), universe));
                })
                .flatMap(Collection::stream)
                .toList();

        assertThat(wrong).isEmpty();
    }

    @EachShippedPack
    void onTheShippedUniverses(String pack, String universe) {
        Screener screener = Packs.screener(Path.of("..", "rules", pack));
        Universe shipped = Universe.read(ShippedFacts.VOCABULARY, Path.of("..", "seeds", universe));

        assertThat(sums(Explained.of(screener, shipped))).isEmpty();
        assertThat(sums(Explained.of(screener, shipped, AsOfPolicy.ofDecisions())))
                .isEmpty();
    }

    private static List<String> sums(Explained screening) {
        assertThat(screening.pairs()).isNotEmpty();
        return screening.pairs().stream()
                .map(Contributions::sums)
                .flatMap(Collection::stream)
                .toList();
    }
}
