package dev.winnow.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.drools.internal.phreak.CompiledTogether;
import dev.winnow.engine.Explained;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import dev.winnow.engine.oracle.RandomUniverses.Size;
import dev.winnow.model.Thorough;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.universe.Universe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * All evaluators give the same results for random packs with randomly declared facts in random universes. There are 40
 * packs of 28 rules, with ten vocabularies.
 *
 * <ul>
 * <li>Join evaluator and walker: all 40 packs, each in 20 universes. Each pair is also completed at random; the results
 * stay within their bounds.
 * <li>Join evaluator, PHREAK and oracle: ten packs, each in 40 universes, that is, 400 pairs; {@code
 * -Dwinnow.pairs=3000} tries more. Compiling the 280 rules of these packs at once takes much of the time. {@code
 * PlantedFaultTest} shows that faults planted into the oracle are detected within two packs.
 * </ul>
 */
class JoinOnRandomPacksTest {

    private static final int PARTS = 10;
    /** Number of packs per part. */
    private static final int PACKS = 4;

    /** Number of packs per part that PHREAK and the oracle judge too. */
    private static final int JUDGED = Thorough.count(1, 2);

    /** Number of universes in which each of those packs is judged. */
    private static final int UNIVERSES =
            Integer.getInteger("winnow.pairs", Thorough.count(400, 1_000)) / PARTS / JUDGED;

    private static final int WALKED = Math.min(Thorough.count(20, 50), UNIVERSES);

    @TempDir
    private static Path folder;

    private static final List<RulePack> RANDOM = new ArrayList<>();
    private static List<Screener> phreak;

    @BeforeAll
    static void draw() {
        List<RulePack> judged = new ArrayList<>();
        for (int number = 0; number < PARTS * PACKS; number++) {
            RANDOM.add(RandomPacks.draw(number, declared(number / PACKS), folder(number)));
            if (number % PACKS < JUDGED) {
                judged.add(RANDOM.get(number));
            }
        }
        phreak = CompiledTogether.screeners(judged);
    }

    /** Declarations shared by the packs of a part. */
    private static Declarations declared(int part) {
        return Declarations.parse(RandomVocabulary.yaml(part));
    }

    private static Path folder(int number) {
        return folder.resolve("pack-" + number);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void evaluatorsAgree(int part) {
        Words words = Words.of(declared(part));
        List<Spec> specs = LongStream.range(0, UNIVERSES)
                .mapToObj(seed ->
                        RandomUniverses.draw(part * UNIVERSES + seed, seed % 10 == 0 ? Size.MIDDLE : Size.SMALL, words))
                .toList();
        List<Universe> universes = specs.stream().map(Spec::universe).toList();
        List<Universe> completed = IntStream.range(0, WALKED)
                .mapToObj(seed -> Completions.draw(specs.get(seed), universes.get(seed), new Random(seed)))
                .toList();
        for (int i = 0; i < PACKS; i++) {
            int number = part * PACKS + i;
            Screener fused = Screener.of(RANDOM.get(number));
            List<Explained> screenings = universes.stream()
                    .limit(i < JUDGED ? UNIVERSES : WALKED)
                    .map(one -> Explained.of(fused, one))
                    .toList();
            isWalked(number, universes, screenings);
            staysWithinItsBounds(
                    number,
                    screenings,
                    completed.stream().map(one -> Explained.of(fused, one)).toList());
            if (i < JUDGED) {
                isJudged(number, phreak.get(part * JUDGED + i), universes, screenings);
            }
            assertSomethingIsFound(screenings);
        }
    }

    private static void isWalked(int number, List<Universe> universes, List<Explained> screenings) {
        Screener walking = Screener.walking(RANDOM.get(number));
        for (int seed = 0; seed < WALKED; seed++) {
            assertThat(Explained.of(walking, universes.get(seed)))
                    .as("pack %d, universe %d, walked", number, seed)
                    .isEqualTo(screenings.get(seed));
        }
    }

    /**
     * For every completion, certain findings hold, findings that hold were possible, and scores stay within their
     * intervals.
     */
    private static void staysWithinItsBounds(int number, List<Explained> screenings, List<Explained> completed) {
        for (int seed = 0; seed < WALKED; seed++) {
            for (Explanation before : screenings.get(seed).pairs()) {
                Assessment pair = before.assessment();
                Explanation after = completed.get(seed).find(pair.project(), pair.city());
                assertThat(Soundness.outside(pair.project(), Position.of(before), Position.of(after)))
                        .as("pack %d, universe %d, completed", number, seed)
                        .isEmpty();
            }
        }
    }

    private static void isJudged(int number, Screener byPhreak, List<Universe> universes, List<Explained> screenings) {
        PlainPack plain = PlainPack.read(RandomPacks.files(folder(number)));
        for (int seed = 0; seed < UNIVERSES; seed++) {
            Universe universe = universes.get(seed);
            assertThat(Explained.of(byPhreak, universe))
                    .as("pack %d, universe %d, PHREAK", number, seed)
                    .isEqualTo(screenings.get(seed));
            assertThat(Agreement.differences(Judged.today(plain, universe), screenings.get(seed)))
                    .as("pack %d, universe %d, the oracle", number, seed)
                    .allMatch(Agreement::isOnlyACitysName);
        }
    }

    private static void assertSomethingIsFound(List<Explained> screenings) {
        long holding = 0;
        long open = 0;
        for (Explained screening : screenings) {
            for (Explanation one : screening.pairs()) {
                holding += one.findings().size();
                open += one.undetermined().size();
            }
        }
        assertThat(List.of(holding, open))
                .as("rules that hold, and that are open")
                .allMatch(many -> many > screenings.size());
    }
}
