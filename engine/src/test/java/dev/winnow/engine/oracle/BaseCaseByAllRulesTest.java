package dev.winnow.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import dev.winnow.engine.internal.evaluate.EvaluationContext;
import dev.winnow.engine.oracle.RandomUniverses.Size;
import dev.winnow.model.domain.City;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.BaseCase;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.universe.AssumedFacts;
import dev.winnow.model.universe.Universe;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A base case, which evaluates only open rules that read an assumed fact, equals evaluating all rules on facts in which
 * the assumptions are known.
 */
class BaseCaseByAllRulesTest {

    private static final int UNIVERSES = 25;

    static List<Path> packs() {
        return Packs.all().stream()
                .filter(folder -> !Packs.pack(folder).assumptions().isEmpty())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("packs")
    void onRandomUniverses(Path folder) {
        RulePack pack = Packs.pack(folder);
        Words words = Words.around(PlainPack.read(folder));
        Screener screener = Screener.of(pack);
        int filled = 0;
        for (long seed = 0; seed < UNIVERSES; seed++) {
            Universe universe = RandomUniverses.draw(110_000 + seed, Size.MIDDLE, words)
                    .universe()
                    .with(pack.vocabulary());
            AssumedFacts facts = universe.inHindsight(universe.asOf()).assuming(pack.assumptions());
            for (Assessment one : screener.screen(universe).assessments()) {
                BaseCase base = Objects.requireNonNull(one.base());
                String except = facts.known().present(one.project(), one.city()) ? one.project() : null;
                City city = Objects.requireNonNull(facts.city(one.city()));
                Explanation judged = screener.explain(
                        EvaluationContext.of(facts, city, pack.limitTable().on(facts.asOf()), except),
                        Objects.requireNonNull(facts.project(one.project())));
                Assessment all = judged.assessment();

                assertThat(List.of(base.because(), base.score()))
                        .as("seed %d, %s in %s", seed, one.project(), one.city())
                        .isEqualTo(List.of(all.because(), all.score()));
                filled += all.score().equals(one.score()) ? 0 : 1;
            }
        }
        assertThat(filled).as("scores that an assumption changes").isPositive();
    }
}
