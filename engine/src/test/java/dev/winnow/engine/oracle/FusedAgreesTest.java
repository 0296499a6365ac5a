package dev.winnow.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.Matcher;
import dev.winnow.engine.Screener;
import dev.winnow.engine.oracle.RandomUniverses.Size;
import dev.winnow.model.Universe;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The fused evaluator gives the same as PHREAK does: scores, reasons, facts, open rules, questions. */
class FusedAgreesTest {

    private static final int UNIVERSES = 120;
    private static final LocalDate EARLIER = LocalDate.of(2021, 7, 1);

    static List<Path> packs() {
        return Packs.all();
    }

    @ParameterizedTest
    @MethodSource("packs")
    void onRandomUniverses(Path folder) {
        Screener phreak = Screener.of(Packs.pack(folder), Matcher.PHREAK);
        Screener fused = Screener.of(Packs.pack(folder), Matcher.FUSED);
        Words words = Words.around(PlainPack.read(folder));

        LongStream.range(0, UNIVERSES).parallel().forEach(seed -> {
            Size size = seed % 3 == 0 ? Size.MIDDLE : Size.SMALL;
            Universe universe = RandomUniverses.draw(70_000 + seed, size, words).universe();
            assertThat(fused.screen(universe)).as("seed %d", seed).isEqualTo(phreak.screen(universe));
            assertThat(fused.screen(universe, EARLIER))
                    .as("seed %d, earlier", seed)
                    .isEqualTo(phreak.screen(universe, EARLIER));
            assertThat(fused.screenAtDecisions(universe))
                    .as("seed %d, at decisions", seed)
                    .isEqualTo(phreak.screenAtDecisions(universe));
        });
        assertThat(fused.leftToPhreak()).isEmpty();
    }
}
