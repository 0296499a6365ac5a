package dev.winnow.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.AsOfPolicy;
import dev.winnow.engine.Explained;
import dev.winnow.engine.Screener;
import dev.winnow.engine.oracle.RandomUniverses.Size;
import dev.winnow.model.Thorough;
import dev.winnow.model.universe.Universe;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Engine and oracle agree on every rule, every matched fact and every point. */
class EvaluatorsAgreeTest {

    private static final int UNIVERSES = Thorough.count(36, 150);

    /** Largest number of universes of the middle size that are drawn until every rule has been seen in every state. */
    private static final int SEEN = 150;

    static List<Path> packs() {
        return Packs.all();
    }

    @ParameterizedTest
    @MethodSource("packs")
    void onTheUniversesOwnDay(Path folder) {
        PlainPack pack = PlainPack.read(folder);
        Screener screener = Packs.screener(folder);

        assertThat(over(
                        UNIVERSES,
                        pack,
                        universe ->
                                Agreement.differences(Judged.today(pack, universe), Explained.of(screener, universe))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("packs")
    void onAnEarlierDay(Path folder) {
        PlainPack pack = PlainPack.read(folder);
        Screener screener = Packs.screener(folder);
        LocalDate day = LocalDate.of(2021, 7, 1);

        assertThat(over(
                        UNIVERSES / 3,
                        pack,
                        universe -> Agreement.differences(
                                Judged.on(pack, universe, day), Explained.of(screener, universe, AsOfPolicy.on(day)))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("packs")
    void onTheDaysOfDecision(Path folder) {
        PlainPack pack = PlainPack.read(folder);
        Screener screener = Packs.screener(folder);

        assertThat(over(
                        UNIVERSES / 3,
                        pack,
                        universe -> Agreement.differences(
                                Judged.atDecisions(pack, universe),
                                Explained.of(screener, universe, AsOfPolicy.ofDecisions()))))
                .isEmpty();
    }

    /** Rules that never fire, or always do, would test nothing. */
    @Test
    void everyRuleOfTheDensePackHoldsFailsAndIsOpenSomewhere() {
        PlainPack pack = PlainPack.read(Packs.dense());
        List<String> missing = new ArrayList<>();
        for (PlainRule rule : pack.rules()) {
            for (Truth truth : Truth.values()) {
                missing.add(rule.id() + " " + truth);
            }
        }
        // Whether a limit is in force is never unknown.
        List<String> never = List.of("note-limit-to-come UNKNOWN", "note-limit-to-come TRUE");

        for (long seed = 0; seed < SEEN && missing.size() > never.size(); seed++) {
            for (Judged judged :
                    Judged.today(pack, RandomUniverses.draw(seed, Size.MIDDLE).universe())) {
                judged.board()
                        .outcomes()
                        .forEach(one -> missing.remove(one.rule().id() + " " + one.truth()));
            }
        }

        assertThat(missing).isEqualTo(never);
    }

    @FunctionalInterface
    interface Check {
        List<String> differences(Universe universe);
    }

    /** The first few errors that a check finds in universes of both sizes. */
    static List<String> over(int universes, PlainPack pack, Check check) {
        Words words = Words.around(pack);
        return LongStream.range(0, universes)
                .parallel()
                .mapToObj(seed -> {
                    Spec spec = RandomUniverses.draw(seed, seed % 3 == 0 ? Size.MIDDLE : Size.SMALL, words);
                    return check.differences(spec.universe()).stream()
                            .limit(5)
                            .map(difference -> "seed " + seed + ": " + difference)
                            .toList();
                })
                .flatMap(Collection::stream)
                .toList();
    }
}
