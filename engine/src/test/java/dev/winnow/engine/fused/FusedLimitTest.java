package dev.winnow.engine.fused;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.Bakery;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import dev.winnow.engine.evaluate.Matcher;
import dev.winnow.model.Crowd;
import dev.winnow.model.ShippedFacts;
import dev.winnow.model.universe.Universe;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules beyond the limits of the fused evaluator are left to PHREAK and counted. */
class FusedLimitTest {

    @TempDir
    private Path folder;

    /** Each market is held against each fund, and nothing can be looked up. */
    private RulePack pack() {
        return Bakery.in(folder)
                .edit(
                        "sense.drl",
                        "Milestone( project == $id, step == \"production\", $day : reached )",
                        "Demand( $day : annualOutput )\n  Fund( available == $day )")
                .draft();
    }

    private static Universe universe(int rows) {
        return Universe.parse(ShippedFacts.VOCABULARY, Map.of("crowd.yaml", Crowd.yaml(rows, 3)));
    }

    @Test
    void aRuleThatTriesManyRowsIsLeftToPhreak() {
        RulePack pack = pack();
        Screener fused = Screener.of(pack, Matcher.FUSED);
        Universe universe = universe(600);

        assertThat(fused.screen(universe))
                .isEqualTo(Screener.of(pack, Matcher.PHREAK).screen(universe));
        assertThat(fused.leftToPhreak()).isEqualTo(Map.of("baked-before", 3L));
    }

    @Test
    void oneThatTriesFewIsNot() {
        Screener fused = Screener.of(pack(), Matcher.FUSED);
        fused.screen(universe(60));

        assertThat(fused.leftToPhreak()).isEmpty();
    }
}
