package dev.winnow.workbench.internal.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.explain.CaseResult;
import dev.winnow.engine.oracle.Packs;
import org.junit.jupiter.api.Test;

/** The cases of the dense pack record the oracle's results for small facts: the engine must give the same. */
class WorkedExamplesTest {

    @Test
    void allCasesOfTheDensePackPass() {
        assertThat(CaseRunner.run(Packs.pack(Packs.dense())))
                .hasSizeGreaterThan(200)
                .filteredOn(example -> !example.passed())
                .extracting(CaseResult::sentence, CaseResult::actual)
                .isEmpty();
    }
}
