package dev.winnow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.evaluate.Matcher;
import dev.winnow.engine.evaluate.Moment;
import dev.winnow.model.ShippedFacts;
import dev.winnow.model.universe.Universe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScreeningRunTest {

    private static final Path HOME = Path.of("..");
    private static final RulePack PACK = RulePack.draft(HOME.resolve("rules/battery"));
    private static final Universe UNIVERSE = Universe.read(ShippedFacts.VOCABULARY, HOME.resolve("seeds/illustrative"));

    static List<Moment> moments() {
        return List.of(Moment.ofUniverse(), Moment.ofDecisions());
    }

    @ParameterizedTest
    @MethodSource("moments")
    void batchesGiveTheSameScreening(Moment moment) {
        Screener screener = Screener.of(PACK, Matcher.FUSED, 5);
        ScreeningRun run = screener.run(UNIVERSE, moment);
        List<Integer> counts = new ArrayList<>();
        while (run.evaluateNext()) {
            counts.add(run.evaluated());
        }
        assertThat(counts).isSorted().hasSizeGreaterThan(1).endsWith(run.all());
        assertThat(Screener.collect(PACK, UNIVERSE, run.evaluations())).isEqualTo(screener.screen(UNIVERSE, moment));
    }

    /** Of very many candidates only scores are kept. */
    @ParameterizedTest
    @MethodSource("moments")
    void whatIsNotKeptIsFoundAgain(Moment moment) {
        Screener screener = Screener.of(PACK, Matcher.FUSED, 5);
        List<Evaluation> kept = screener.run(UNIVERSE, moment).evaluations();
        List<Evaluation> scores = screener.run(UNIVERSE, moment, 0).evaluations();

        assertThat(scores).hasSameSizeAs(kept);
        for (int i = 0; i < kept.size(); i++) {
            Evaluation one = scores.get(i);
            assertThat(one.anew()).isEqualTo(kept.get(i).assessment());
            assertThat(one.assessment()).isEqualTo(kept.get(i).assessment());
            assertThat(one.weighing()).isEqualTo(kept.get(i).weighing());
            assertThat(one.obstacles()).isEqualTo(kept.get(i).obstacles());
            assertThat(one.under(PACK)).isEqualTo(kept.get(i).under(PACK));
        }
    }

    @ParameterizedTest
    @MethodSource("moments")
    void remainingBatchesAreEvaluatedAtTheEnd(Moment moment) {
        ScreeningRun run = Screener.walking(PACK).run(UNIVERSE, moment);
        assertThat(run.evaluated()).isZero();
        assertThat(run.evaluations()).hasSize(run.all());
        assertThat(run.evaluateNext()).isFalse();
    }
}
