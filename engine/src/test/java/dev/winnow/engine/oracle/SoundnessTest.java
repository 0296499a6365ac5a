package dev.winnow.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.Explained;
import dev.winnow.engine.Screener;
import dev.winnow.engine.oracle.RandomUniverses.Size;
import dev.winnow.model.Thorough;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Screening;
import dev.winnow.model.universe.Universe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * For every completion, certain findings hold, and findings that hold were possible. Tries 1,000 completions, or 10,000
 * in thorough runs.
 */
class SoundnessTest {

    /** A violation of the law shows within a hundred completions of a universe: {@code PlantedFaultTest}. */
    private static final int COMPLETIONS = Thorough.count(1_000, 10_000);

    private static final int COMPLETIONS_EACH = 8;

    /** Two projects; the second may be a copy of the first, decided on another day. */
    private static final Size PAIR = new Size(1, 2, 2, 0.25, 0.5);

    /** Leaves so little unknown that some candidates are recommended, and some of these on conditions. */
    private static final Size KNOWN_PAIR = new Size(1, 2, 3, 0.05, 0.5);

    @Test
    void certainImpliesPlainImpliesPossible() {
        List<Path> packs = Packs.all();
        int universes = COMPLETIONS / COMPLETIONS_EACH / packs.size() + 1;
        AtomicInteger completions = new AtomicInteger();
        List<String> violations = new ArrayList<>();

        for (Path folder : packs) {
            PlainPack pack = PlainPack.read(folder);
            Screener screener = Packs.screener(folder);
            Words words = Words.around(pack);
            violations.addAll(LongStream.range(0, universes)
                    .parallel()
                    .mapToObj(seed -> violations(seed, words, pack, screener, completions))
                    .flatMap(Collection::stream)
                    .toList());
        }

        assertThat(violations).isEmpty();
        assertThat(completions).hasValueGreaterThanOrEqualTo(COMPLETIONS);
    }

    private record Before(Assessment assessment, Position position) {}

    private static List<String> violations(
            long seed, Words words, PlainPack pack, Screener screener, AtomicInteger completions) {
        Spec spec = RandomUniverses.draw(10_000 + seed, seed % 2 == 0 ? PAIR : KNOWN_PAIR, words);
        Universe universe = spec.universe();
        List<Before> before = Explained.of(screener, universe).pairs().stream()
                .map(one -> new Before(one.assessment(), Position.of(one)))
                .toList();
        List<String> violations = new ArrayList<>();
        Random random = new Random(seed);
        for (int i = 0; i < COMPLETIONS_EACH; i++) {
            Universe completed = Completions.draw(spec, universe, random);
            Explained after = Explained.of(screener, completed);
            List<Judged> word = Judged.today(pack, completed);
            String where = pack.name() + ", seed " + seed + ", completion " + i + ": ";
            for (Before one : before) {
                Assessment assessment = one.assessment();
                String project = where + assessment.project();
                Position plain = Position.of(after.find(assessment.project(), assessment.city()));
                violations.addAll(Soundness.violations(project, one.position(), plain));
                Judged judged = Judged.get(word, assessment.project(), assessment.city());
                violations.addAll(Position.differences(project, Position.of(pack, judged.board()), plain));
            }
            completions.incrementAndGet();
        }
        return violations.stream().limit(5).toList();
    }

    static Assessment find(Assessment assessment, Screening after) {
        return find(assessment.project(), assessment.city(), after);
    }

    static Assessment find(String project, String city, Screening after) {
        return after.assessments().stream()
                .filter(one -> one.project().equals(project) && one.city().equals(city))
                .findAny()
                .orElseThrow();
    }
}
