package dev.winnow.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.Explained;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import dev.winnow.engine.oracle.RandomUniverses.Size;
import dev.winnow.model.Thorough;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Explanation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Silence is not knowledge: without a statement, no rule, score or verdict is more certain than with it. Removes
 * statements from 120 random universes, or from 2,000 in thorough runs, for the shipped packs and random ones.
 */
class RemovedStatementTest {

    private static final int UNIVERSES = Thorough.count(120, 2_000);
    private static final int REMOVED_EACH = Thorough.count(2, 12);
    private static final int LANDINGS = Thorough.count(60, 1_000);
    private static final int RANDOM_PACKS = Thorough.count(4, 40);

    private static final List<Size> SIZES =
            List.of(Size.SMALL, new Size(1, 2, 3, 0.05, 0.8), new Size(2, 3, 2, 0.15, 0.5));

    @TempDir
    private Path folder;

    private final AtomicInteger removed = new AtomicInteger();
    private final AtomicInteger opened = new AtomicInteger();

    private record Trial(String pack, Screener screener, Words words) {}

    @Test
    void aRemovedStatementMakesNothingCertain() {
        List<Trial> trials = Stream.concat(
                        Packs.all().stream().map(RemovedStatementTest::shipped),
                        LongStream.range(0, RANDOM_PACKS).mapToObj(this::random))
                .toList();

        List<String> violations = LongStream.range(0, UNIVERSES)
                .parallel()
                .mapToObj(seed -> violations(seed, trials.get((int) (seed % trials.size()))))
                .flatMap(Collection::stream)
                .toList();

        assertThat(violations).isEmpty();
        assertThat(removed).hasValue(UNIVERSES * REMOVED_EACH);
        assertThat(opened).as("assessments that were more certain with it").hasValueGreaterThan(UNIVERSES / 10);
    }

    @Test
    void aDecisionWithoutItsLandingMakesNothingCertain() {
        List<Trial> trials =
                Packs.all().stream().map(RemovedStatementTest::shipped).toList();

        List<String> violations = LongStream.range(0, LANDINGS)
                .parallel()
                .mapToObj(seed -> {
                    Trial trial = trials.get((int) (seed % trials.size()));
                    Spec drawn =
                            RandomUniverses.draw(900_000 + seed, SIZES.get((int) (seed % SIZES.size())), trial.words);
                    Spec spec = Removal.landing(drawn, Words.TODAY.plusDays(seed / trials.size() % 2));
                    return violations(seed, trial, spec, Removal.landings(spec));
                })
                .flatMap(Collection::stream)
                .toList();

        assertThat(violations).isEmpty();
        assertThat(removed).hasValueGreaterThan(LANDINGS / 2);
        assertThat(opened).as("assessments that were more certain with it").hasValueGreaterThan(LANDINGS / 10);
    }

    private static Trial shipped(Path folder) {
        PlainPack pack = PlainPack.read(folder);
        return new Trial(pack.name(), Packs.screener(folder), Words.around(pack));
    }

    private Trial random(long number) {
        Declarations declared = Declarations.parse(RandomVocabulary.yaml(number));
        RulePack pack = RandomPacks.draw(number, declared, folder.resolve("pack-" + number));
        return new Trial("random pack " + number, Screener.of(pack), Words.of(declared));
    }

    private List<String> violations(long seed, Trial trial) {
        Spec spec = RandomUniverses.draw(300_000 + seed, SIZES.get((int) (seed % SIZES.size())), trial.words);
        List<Removal> removals = new ArrayList<>(Removal.all(spec));
        Collections.shuffle(removals, new Random(seed));
        return violations(seed, trial, spec, removals.subList(0, REMOVED_EACH));
    }

    private List<String> violations(long seed, Trial trial, Spec spec, List<Removal> removals) {
        Explained full = Explained.of(trial.screener, spec.universe());
        List<String> violations = new ArrayList<>();
        for (Removal removal : removals) {
            String where = trial.pack + ", seed " + seed + ", without " + removal + ": ";
            Explained less = Explained.of(trial.screener, removal.from(spec).universe());
            removed.incrementAndGet();
            for (Explanation one : less.pairs()) {
                Assessment assessment = one.assessment();
                Position without = Position.of(one);
                Position with = Position.of(full.find(assessment.project(), assessment.city()));
                violations.addAll(
                        Soundness.outside(where + assessment.project() + " in " + assessment.city(), without, with));
                if (!Soundness.isSame(without, with)) {
                    opened.incrementAndGet();
                }
            }
        }
        return violations;
    }
}
