package dev.winnow.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.AsOfPolicy;
import dev.winnow.engine.Matcher;
import dev.winnow.engine.Screener;
import dev.winnow.engine.ScreeningSession;
import dev.winnow.engine.oracle.RandomUniverses.Size;
import dev.winnow.model.Thorough;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Screening;
import dev.winnow.model.universe.Universe;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The join evaluator, the walker and PHREAK give equal results for random universes and days: scores, reasons, facts,
 * open rules, questions, base cases. Critical assumptions are compared in some universes only, because finding them
 * evaluates the rules many times.
 */
class ScreenersAgreeTest {

    /**
     * Number of universes, half of them of the middle size. Any fault planted into the join evaluator shows within 16
     * of those: {@code JoinFaultsTest}.
     */
    private static final int UNIVERSES = Thorough.count(32, 60);

    /**
     * Number of universes in which everything is compared on every day. Of the others, those of the middle size are
     * screened as of their own date.
     */
    private static final int ON_EVERY_DAY = Thorough.count(4, UNIVERSES);

    /** Number of universes in which critical assumptions are compared. */
    private static final int CRITICAL = Thorough.count(2, UNIVERSES);

    private static final String OWN = "its own day";

    private static final Map<String, AsOfPolicy> DAYS = Map.of(
            OWN,
            AsOfPolicy.ofUniverse(),
            "an earlier day",
            AsOfPolicy.on(LocalDate.of(2021, 7, 1)),
            "the days of decision",
            AsOfPolicy.ofDecisions());

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
            Size size = seed % 2 == 0 ? Size.MIDDLE : Size.SMALL;
            Universe universe = RandomUniverses.draw(70_000 + seed, size, words).universe();
            DAYS.forEach((day, asOfPolicy) -> {
                if (size == Size.MIDDLE && seed >= ON_EVERY_DAY && !day.equals(OWN)) {
                    return;
                }
                Function<Screener, List<Object>> all = screener -> results(
                        (day.equals(OWN) || seed < CRITICAL ? screener : screener.withoutBaseCases())
                                .open(universe, asOfPolicy),
                        seed < CRITICAL);
                List<Object> reference = all.apply(phreak);
                assertThat(all.apply(fused)).as("fused, seed %d, %s", seed, day).isEqualTo(reference);
                assertThat(all.apply(walking))
                        .as("walking, seed %d, %s", seed, day)
                        .isEqualTo(reference);
            });
        });
    }

    /** All results of a screening, by candidate. */
    private static List<Object> results(ScreeningSession session, boolean critical) {
        Screening screening = session.screening();
        List<Object> results = new ArrayList<>(List.of(screening.pack(), screening.universe(), screening.problems()));
        List<Assessment> all = screening.assessments();
        (critical ? session.explanationsWithCritical(all) : session.explanations(all)).forEach(results::add);
        return results;
    }
}
