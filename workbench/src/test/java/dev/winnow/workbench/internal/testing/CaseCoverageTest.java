package dev.winnow.workbench.internal.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.Bakery;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.internal.evaluate.Truth;
import dev.winnow.engine.oracle.Packs;
import dev.winnow.language.internal.pack.WorkedExample;
import dev.winnow.workbench.internal.testing.CaseCoverage.Rule;
import dev.winnow.workbench.internal.testing.CaseCoverage.Seen;
import dev.winnow.workbench.internal.testing.CaseCoverage.Total;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The outcomes of rules that cases show: removing the only case for one is reported at the line of the rule. */
class CaseCoverageTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"semiconductor", "battery", "chips-act", "data-centre"})
    void removingTheOnlyCaseOfAnOutcomeLowersCoverageAndNamesTheLine(String name) {
        RulePack pack = Packs.pack(Path.of("..", "rules", name));
        CaseCoverage whole = CaseRunner.run(pack, TestPlan.ALL).coverage();
        Map<String, Total> ofRule = new HashMap<>();
        int alone = 0;
        for (WorkedExample example : pack.checked().examples()) {
            List<WorkedExample> others = new ArrayList<>(pack.checked().examples());
            others.remove(example);
            List<WorkedExample> mine = only(others, example.rule());
            List<Seen> shown =
                    seen(CaseRunner.run(pack, TestPlan.ALL, List.of(example)).coverage(), example.rule());
            CaseCoverage left = CaseRunner.run(pack, TestPlan.ALL, mine).coverage();
            List<Seen> rest = seen(left, example.rule());
            boolean something = false;
            for (int i = 0; i < shown.size(); i++) {
                Seen one = shown.get(i);
                Seen other = rest.get(i);
                List<Truth> lost = one.cases().keySet().stream()
                        .filter(outcome ->
                                one.cases().get(outcome) > 0 && other.cases().get(outcome) == 0)
                        .toList();
                assertThat(other.missing()).as(example.sentence()).containsAll(lost);
                assertThat(other.place().line()).isPositive();
                something |= !lost.isEmpty();
            }
            Total without = left.total(criterion(pack, example));
            Total with = ofRule.computeIfAbsent(
                    example.rule(),
                    rule -> CaseRunner.run(
                                    pack, TestPlan.ALL, only(pack.checked().examples(), rule))
                            .coverage()
                            .total(criterion(pack, example)));
            assertThat(without.shown() < with.shown()).as(example.sentence()).isEqualTo(something);
            alone += something ? 1 : 0;
        }
        assertThat(whole.total().shown()).isEqualTo(whole.total().possible());
        assertThat(alone).isGreaterThan(50);
    }

    private static List<WorkedExample> only(List<WorkedExample> examples, String rule) {
        return examples.stream().filter(one -> one.rule().equals(rule)).toList();
    }

    private static String criterion(RulePack pack, WorkedExample example) {
        return pack.checked().groupsOf(example.rule()).get(0);
    }

    private static List<Seen> seen(CaseCoverage coverage, String rule) {
        return coverage.rules().stream()
                .filter(one -> one.id().equals(rule))
                .flatMap(Rule::all)
                .toList();
    }

    @Test
    void aRemovedCaseIsReportedInTheFile() {
        Bakery bakery = Bakery.in(folder);
        String cases = bakery.text("cases/sense.yaml");
        CaseCoverage before = CaseRunner.run(bakery.draft(), TestPlan.ALL).coverage();
        bakery.write("cases/sense.yaml", cases.substring(0, cases.lastIndexOf("  - case:")));
        CaseCoverage after = CaseRunner.run(bakery.draft(), TestPlan.ALL).coverage();
        assertThat(after.total().shown()).isLessThan(before.total().shown());
        assertThat(after.total().possible()).isEqualTo(before.total().possible());
    }

    @Test
    void everyPartOfAJoinedConditionIsCounted() {
        Rule rule = rule(Bakery.in(folder)
                .edit(
                        "demand.drl",
                        "annualOutput >= $min )",
                        "annualOutput >= $min || !( annualUnits > 0 && partsPerUnit > 0 ) )"));
        assertThat(rule.constraints())
                .extracting(Seen::text)
                .containsExactly(
                        "endMarket memberOf $markets",
                        "annualOutput >= $min || !( annualUnits > 0 && partsPerUnit > 0 )",
                        "annualOutput >= $min",
                        "!( annualUnits > 0 && partsPerUnit > 0 )",
                        "annualUnits > 0",
                        "partsPerUnit > 0");
    }

    @Test
    void theIdOfALimitIsNotAConstraint() {
        assertThat(rule(Bakery.in(folder)).constraints())
                .extracting(Seen::text)
                .containsExactly("endMarket memberOf $markets", "annualOutput >= $min");
    }

    @Test
    void constraintsAreReportedAtTheirLines() {
        assertThat(rule(Bakery.in(folder)).constraints())
                .extracting(one -> one.place().line() + ":" + one.place().column())
                .containsExactly("15:11", "15:83");
    }

    private static Rule rule(Bakery bakery) {
        return CaseRunner.run(bakery.draft(), TestPlan.ALL).coverage().rules().stream()
                .filter(one -> one.id().equals("market-at-scale"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aFilterCoversTheRulesOfItsCasesAlone() {
        TestRun run = CaseRunner.run(Bakery.in(folder).draft(), new TestPlan("nobody-eats-it", false));
        assertThat(run.coverage().rules()).extracting(Rule::id).containsExactly("nobody-eats-it");
    }

    @Test
    void aPercentageIsNeverRoundedUp() {
        assertThat(new Total(999, 1000).percent()).isEqualByComparingTo("99.9");
        assertThat(new Total(9999, 10000).percent()).isEqualByComparingTo("99.9");
        assertThat(new Total(9999, 10000).reaches(BigDecimal.valueOf(100))).isFalse();
        assertThat(new Total(9999, 10000).reaches(new BigDecimal("99.99"))).isTrue();
        assertThat(new Total(0, 0).reaches(BigDecimal.valueOf(100))).isTrue();
    }
}
