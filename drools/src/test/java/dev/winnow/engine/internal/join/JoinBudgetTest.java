package dev.winnow.engine.internal.join;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.engine.Bakery;
import dev.winnow.engine.Matcher;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import dev.winnow.language.PackException;
import dev.winnow.model.Crowd;
import dev.winnow.model.ShippedFacts;
import dev.winnow.model.universe.Universe;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rules that combine long lists stop at the budget, with every evaluator. */
class JoinBudgetTest {

    @TempDir
    private Path folder;

    /** A pack whose rule combines each market with each fund without any look-up. */
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
    void aRuleThatTriesManyRowsEqualsPhreak() {
        RulePack pack = pack();
        Universe universe = universe(600);

        assertThat(Screener.of(pack).screen(universe))
                .isEqualTo(Screener.of(pack, Matcher.PHREAK).screen(universe));
    }

    @ParameterizedTest
    @EnumSource
    void aRuleThatTriesTooManyRowsIsRejected(Matcher matcher) {
        Screener screener = Screener.of(pack(), matcher);
        Universe universe = universe(2_300);

        assertThatThrownBy(() -> screener.screen(universe))
                .isInstanceOf(PackException.class)
                .hasMessageContaining("`baked-before` tries more than 5,000,000 combinations of rows");
    }
}
