package dev.winnow.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.Screener;
import dev.winnow.engine.evaluate.Matcher;
import dev.winnow.engine.oracle.RandomUniverses.Size;
import dev.winnow.model.result.Screening;
import dev.winnow.model.universe.Universe;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The fused evaluator and the walker give the same as PHREAK does of whatever universe on whatever day: scores, reasons,
 * facts, open rules, questions.
 */
class ScreenersAgreeTest {

    /** Any fault that is planted in the fused evaluator shows within 16 of the middle size: {@code FusedFaultsTest}. */
    private static final int UNIVERSES = 60;

    private static final LocalDate EARLIER = LocalDate.of(2021, 7, 1);

    private static final Map<String, Function<Screener, Function<Universe, Screening>>> DAYS = Map.of(
            "its own day", screener -> screener::screen,
            "an earlier day", screener -> universe -> screener.screen(universe, EARLIER),
            "the days of decision", screener -> screener::screenAtDecisions);

    static List<Path> packs() {
        return Packs.all();
    }

    @ParameterizedTest
    @MethodSource("packs")
    void onRandomUniverses(Path folder) {
        Words words = Words.around(PlainPack.read(folder));
        Screener fused = Screener.of(Packs.pack(folder), Matcher.FUSED);
        Screener walking = Screener.walking(Packs.pack(folder));
        Screener phreak = Screener.of(Packs.pack(folder), Matcher.PHREAK);

        LongStream.range(0, UNIVERSES).parallel().forEach(seed -> {
            Size size = seed % 3 == 0 ? Size.MIDDLE : Size.SMALL;
            Universe universe = RandomUniverses.draw(70_000 + seed, size, words).universe();
            DAYS.forEach((day, screening) -> {
                Screening reference = screening.apply(phreak).apply(universe);
                assertThat(screening.apply(fused).apply(universe))
                        .as("fused, seed %d, %s", seed, day)
                        .isEqualTo(reference);
                assertThat(screening.apply(walking).apply(universe))
                        .as("walking, seed %d, %s", seed, day)
                        .isEqualTo(reference);
            });
        });
        assertThat(fused.leftToPhreak()).isEmpty();
    }
}
