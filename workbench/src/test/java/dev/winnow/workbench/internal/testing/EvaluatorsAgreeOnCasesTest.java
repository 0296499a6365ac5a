package dev.winnow.workbench.internal.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.Bakery;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import dev.winnow.engine.oracle.Packs;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The result of a worked example does not depend on the evaluator. */
class EvaluatorsAgreeOnCasesTest {

    static List<Path> packs() {
        return Packs.all();
    }

    @ParameterizedTest
    @MethodSource("packs")
    void theCasesOfEveryPack(Path folder) {
        RulePack pack = Packs.pack(folder);
        assertThat(pack.checked().examples()).isNotEmpty();
        assertThat(CaseJudges.disagreements(pack)).isEmpty();
    }

    @Test
    void theCasesOfTheBakery(@TempDir Path folder) {
        assertThat(CaseJudges.disagreements(Bakery.in(folder).load())).isEmpty();
    }

    @Test
    void aRuleThatOneEvaluatorReadsDifferentlyIsDetected(@TempDir Path folder) {
        RulePack pack = Bakery.in(folder.resolve("plain")).draft();
        RulePack stricter = Bakery.in(folder.resolve("stricter"))
                .edit("demand.drl", "annualOutput >= $min )", "annualOutput < $min )")
                .draft();
        assertThat(CaseJudges.disagreements(pack, List.of(Screener.walking(pack), Screener.walking(stricter))))
                .anyMatch(one -> one.contains("cases/demand.yaml"));
    }
}
