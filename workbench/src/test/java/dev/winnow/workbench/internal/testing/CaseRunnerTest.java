package dev.winnow.workbench.internal.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.Bakery;
import dev.winnow.engine.explain.CaseResult;
import dev.winnow.engine.internal.evaluate.Truth;
import dev.winnow.language.internal.pack.WorkedExample;
import dev.winnow.model.source.Document;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Worked examples contain only the relevant facts, and results use the words of expectations. */
class CaseRunnerTest {

    @TempDir
    private static Path folder;

    private static CaseRunner runner;

    @BeforeAll
    static void compile() {
        runner = new CaseRunner(Bakery.in(folder).load());
    }

    @Test
    void theCasesOfTheGoodPackPass() {
        assertThat(CaseRunner.run(Bakery.in(folder.resolve("good")).load())).allMatch(CaseResult::passed);
    }

    private static CaseResult run(String rule, String background, String given, String expect) {
        return runner.run(List.of(example(rule, background, given, expect))).get(0);
    }

    private static WorkedExample example(String rule, String background, String given, String expect) {
        String yaml = "background:\n" + background.indent(2) + "case:\n  case: The one\n  rule: " + rule
                + "\n  given:\n" + given.indent(4) + "  expect: " + expect + "\n";
        List<Problem> problems = new ArrayList<>();
        Node file = Document.parse("cases/demand.yaml", yaml, problems);
        WorkedExample example =
                WorkedExample.read(Objects.requireNonNull(file.get("case")), file.get("background"), problems);
        assertThat(problems).isEmpty();
        return Objects.requireNonNull(example);
    }

    private static CaseResult run(String rule, String given, String expect) {
        return run(rule, "project: {name: A bakery}", given, expect);
    }

    private static CaseResult market(String given, String expect) {
        return run("market-at-scale", given, expect);
    }

    private static final String LARGE = """
        project: {endMarkets: [bread]}
        city: {demands: [{endMarket: bread, annualOutput: 60 mn yuan}]}
        """;

    private static final String SMALL = """
        project: {endMarkets: [bread]}
        city: {demands: [{endMarket: bread, annualOutput: 40 mn yuan}], complete: [demands]}
        """;

    @Test
    void aCaseWithTheExpectedOutcomePasses() {
        assertThat(market(LARGE, "fires").passed()).isTrue();
        assertThat(market(SMALL, "does not fire").passed()).isTrue();
    }

    @Test
    void aFailingCaseReportsTheOutcomeOfTheRule() {
        CaseResult result = market(LARGE, "does not fire");
        assertThat(result.passed()).isFalse();
        assertThat(result.expected()).isEqualTo("does not fire");
        assertThat(result.actual())
                .isEqualTo("fires; share: 1; reason: bread sells for 60 mn yuan a year, 50 mn yuan is large");
        assertThat(result.place()).hasToString("cases/demand.yaml:4:3");
    }

    @Test
    void aFailingCaseShowsHowFarTheRuleWasMet() {
        CaseResult result = market(SMALL, "fires");
        assertThat(result.steps()).hasSize(3);
        assertThat(result.steps().get(2).truth()).isEqualTo(Truth.NO);
        assertThat(market(SMALL, "does not fire").steps()).isEmpty();
    }

    @Test
    void missingFactsAreNamed() {
        CaseResult result = market("project: {endMarkets: [bread]}\n", "fires");
        assertThat(result.passed()).isFalse();
        assertThat(result.actual()).isEqualTo("cannot say; missing: city.demands");
        assertThat(market("project: {endMarkets: [bread]}\n", "{outcome: cannot say, missing: [city.demands]}")
                        .passed())
                .isTrue();
        assertThat(market("project: {endMarkets: [bread]}\n", "{outcome: cannot say, missing: [city.funds]}")
                        .passed())
                .isFalse();
    }

    @Test
    void aReasonIsComparedWordByWord() {
        assertThat(market(LARGE, "{outcome: fires, reason: \"bread sells for 60 mn yuan a year, 50 mn yuan is large\"}")
                        .passed())
                .isTrue();
        CaseResult other = market(LARGE, "{outcome: fires, reason: Bread sells}");
        assertThat(other.passed()).isFalse();
        assertThat(other.expected()).isEqualTo("fires; reason: Bread sells");
    }

    @Test
    void furtherReasonsAreListedUnderAlso() {
        String two = """
            project: {endMarkets: [bread, cake]}
            city: {demands: [{endMarket: bread, annualOutput: 60 mn yuan}, {endMarket: cake, annualOutput: 70 mn yuan}]}
            """;
        assertThat(market(two, "{outcome: fires, also: [\"cake sells for 70 mn yuan a year, 50 mn yuan is large\"]}")
                        .passed())
                .isTrue();
        assertThat(market(two, "{outcome: fires, also: []}").passed()).isFalse();
    }

    @Test
    void aShareIsComparedToItsWrittenDecimals() {
        String given = """
            project: {endMarkets: [bread]}
            city: {leadUsers: [{firm: Oven, endMarket: bread}, {firm: Crust, endMarket: bread}], complete: [leadUsers]}
            """;
        assertThat(run("cafes-at-hand", given, "{outcome: fires, share: 0.67}").passed())
                .isTrue();
        assertThat(run("cafes-at-hand", given, "{outcome: fires, share: 0.6667}")
                        .passed())
                .isTrue();
        assertThat(run("cafes-at-hand", given, "{outcome: fires, share: 0.66}").passed())
                .isFalse();
        assertThat(run("cafes-at-hand", given, "{outcome: fires, share: 1}").passed())
                .isFalse();
        assertThat(run("cafes-at-hand", given, "{outcome: fires, share: two thirds}")
                        .passed())
                .isFalse();
    }

    @Test
    void aCaseMayOverrideALimit() {
        String limited = SMALL + "limits: {large-market: 40 mn yuan}\n";
        assertThat(market(
                                limited,
                                "{outcome: fires, reason: \"bread sells for 40 mn yuan a year, 40 mn yuan is large\"}")
                        .passed())
                .isTrue();
    }

    @Test
    void aCaseMaySetTheDay() {
        assertThat(market(SMALL, "does not fire").passed()).isTrue();
        assertThat(market(SMALL + "asOf: 2015-06\n", "fires").passed()).isTrue();
        assertThat(market(SMALL + "asOf: 2020-01-01\n", "does not fire").passed())
                .isTrue();
    }

    @Test
    void factsDatedAfterTheDayAreUnknown() {
        String later = """
            asOf: 2015-12-31
            project: {endMarkets: [bread]}
            city: {demands: [{endMarket: bread, annualOutput: 60 mn yuan, asOf: 2016-01-01}], complete: [demands]}
            """;
        assertThat(market(later, "does not fire").passed()).isTrue();
        assertThat(market(later.replace("2015-12-31", "2016-01-01"), "fires").passed())
                .isTrue();
    }

    @Test
    void theBackgroundIsUnderEveryCase() {
        String background = """
            city: {complete: [demands], demands: [{endMarket: bread, annualOutput: 60 mn yuan}]}
            project: {endMarkets: [bread]}
            """;
        assertThat(run("market-at-scale", background, "project: {track: food}", "fires")
                        .passed())
                .isTrue();
        assertThat(run("market-at-scale", background, "city: {demands: []}", "does not fire")
                        .passed())
                .isTrue();
    }

    @Test
    void otherProjectsMayHaveLandedBefore() {
        String chains = "chains: [{id: bread, links: [{id: mill, stage: grain}]}]";
        String landed = """
            project: {links: [mill]}
            projects: [{id: old-mill, name: The old mill, city: city, links: [mill], milestones: [{step: landed, reached: 2001}]}]
            """;
        assertThat(run("fills-gap", chains, landed, "does not fire").passed()).isTrue();
        assertThat(run("fills-gap", chains, "project: {links: [mill]}", "cannot say")
                        .passed())
                .isTrue();
    }

    @Test
    void aCaseThatCannotBeReadIsReported() {
        assertCannotBeRead("project: {endMarkts: [bread]}\n", "has no `endMarkts`");
        assertCannotBeRead("project: {ownsTechnolgy: true}\n", """
            a project has no `ownsTechnolgy`
               |   project: {ownsTechnolgy: true}
               |             ^^^^^^^^^^^^^ did you mean `ownsTechnology`?\
            """);
        assertCannotBeRead("projct: {endMarkets: [bread]}\n", "`given` has no `projct`");
        assertCannotBeRead(LARGE.replace("60 mn yuan", "60"), "`60` has no unit of money");
        assertCannotBeRead(SMALL + "limits: {large-markt: 40 mn yuan}\n", "limits.yaml has no `large-markt`");
        assertCannotBeRead(SMALL + "limits: {large-market: 40 %}\n", "large-market: 40 %");
        assertCannotBeRead(SMALL + "asOf: yesterday\n", "`yesterday` is not a date");
        assertCannotBeRead("project: bread\n", "`project` must be a map, found a value");
        assertCannotBeRead("city: [bread]\n", "`city` must be a map, found a list");
        assertCannotBeRead("projects: {id: other}\n", "`projects` must be a list, found ");
        assertCannotBeRead("cities: {id: other}\n", "`cities` must be a list, found ");
    }

    private void assertCannotBeRead(String given, String why) {
        CaseResult result = market(given, "fires");
        assertThat(result.passed()).isFalse();
        assertThat(result.actual())
                .startsWith("the case cannot be read: ")
                .contains("cases/demand.yaml:")
                .contains(why);
    }
}
