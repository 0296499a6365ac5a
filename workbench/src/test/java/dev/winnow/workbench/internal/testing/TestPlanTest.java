package dev.winnow.workbench.internal.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.Bakery;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.explain.CaseResult;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cases that a plan selects, and where it stops. */
class TestPlanTest {

    @TempDir
    private static Path folder;

    private static RulePack pack;

    @BeforeAll
    static void read() {
        pack = Bakery.in(folder).draft();
    }

    private static List<String> rules(@Nullable String filter) {
        return CaseRunner.run(pack, new TestPlan(filter, false)).results().stream()
                .map(CaseResult::rule)
                .distinct()
                .toList();
    }

    @Test
    void aPartOfARuleIdSuffices() {
        assertThat(rules("market-at")).containsExactly("market-at-scale");
        assertThat(rules("MARKET-at")).containsExactly("market-at-scale");
    }

    @Test
    void aCriterionChoosesTheCasesOfItsRules() {
        assertThat(rules("money")).contains("funds-cover-need");
        assertThat(rules("sense")).containsExactly("baked-before");
    }

    @Test
    void aTableChoosesTheCasesOfItsRows() {
        RulePack tables = Bakery.shipped("data-centre", folder).load();

        assertThat(CaseRunner.run(tables, new TestPlan("latency*", false)).results())
                .extracting(CaseResult::rule)
                .containsOnly("users-in-one-region", "users-between-hubs");
    }

    @Test
    void wordsOfTheSentenceSelectACase() {
        String sentence = pack.checked().examples().get(0).sentence();
        assertThat(CaseRunner.run(pack, new TestPlan(sentence.substring(2), false))
                        .results())
                .extracting(CaseResult::sentence)
                .contains(sentence);
    }

    @Test
    void aStarMatchesAnythingAndTheRestMustMatch() {
        assertThat(rules("*-at-scale")).containsExactly("market-at-scale");
        assertThat(rules("market*")).containsExactly("market-at-scale");
        assertThat(rules("at-scal*")).isEmpty();
        assertThat(rules("m.*scale")).isEmpty();
    }

    @Test
    void withoutAFilterAllAreRun() {
        assertThat(CaseRunner.run(pack, new TestPlan(null, false)).results())
                .hasSameSizeAs(pack.checked().examples());
    }

    @Test
    void aRunWithoutCasesIsNoSuccess() {
        TestRun run = CaseRunner.run(pack, new TestPlan("no such thing", false));
        assertThat(run.results()).isEmpty();
        assertThat(run.passed()).isFalse();
    }

    @Test
    void failingFastLeavesTheRest() {
        Bakery bakery =
                Bakery.in(folder.resolve("other")).edit("cases/demand.yaml", "expect: fires", "expect: cannot say");
        TestRun run = CaseRunner.run(bakery.draft(), new TestPlan(null, true));
        assertThat(run.failed()).isEqualTo(1);
        assertThat(run.results().get(run.results().size() - 1).passed()).isFalse();
        assertThat(run.results().size() + run.notRun())
                .isEqualTo(pack.checked().examples().size());
        assertThat(run.notRun()).isPositive();
    }
}
