package dev.winnow.workbench.internal.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.Bakery;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.explain.CaseStep;
import dev.winnow.engine.explain.CaseStep.Constraint;
import dev.winnow.engine.explain.NearestWay;
import dev.winnow.engine.internal.evaluate.Truth;
import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.pack.WorkedExample;
import dev.winnow.model.source.Document;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The nearest match of a rule, with the values of its operands. */
class NearestWayTest {

    @TempDir
    private static Path folder;

    private static RulePack pack;

    @BeforeAll
    static void read() {
        pack = Bakery.in(folder).draft();
    }

    private static List<CaseStep> steps(RulePack pack, String rule, String given) {
        String yaml =
                "case:\n  case: The one\n  rule: " + rule + "\n  given:\n" + given.indent(4) + "  expect: fires\n";
        List<Problem> problems = new ArrayList<>();
        Node file = Document.parse("cases/demand.yaml", yaml, problems);
        WorkedExample example = WorkedExample.read(Objects.requireNonNull(file.get("case")), null, problems);
        CaseFacts scene = CaseFacts.of(Objects.requireNonNull(example), pack.vocabulary(), pack.limitTable());
        assertThat(problems).isEmpty();
        assertThat(scene.problems()).isEmpty();
        CheckedRule checked = pack.checkedRules().stream()
                .filter(one -> one.id().equals(rule))
                .findFirst()
                .orElseThrow();
        return NearestWay.of(
                checked,
                Objects.requireNonNull(scene.evaluationContext(pack.limitTable())),
                Objects.requireNonNull(scene.candidate()));
    }

    private static List<String> said(String rule, String given) {
        return steps(pack, rule, given).stream().map(NearestWayTest::said).toList();
    }

    private static String said(CaseStep step) {
        String about = step.truth() + " " + step.place().line() + " row=" + step.row() + " others=" + step.others()
                + (step.note() == null ? "" : " note=" + step.note());
        String values = step.values().isEmpty() ? "" : " " + values(step.values());
        return about
                + values
                + step.constraints().stream().map(NearestWayTest::said).collect(Collectors.joining());
    }

    private static String said(Constraint constraint) {
        return "\n  " + constraint.truth() + " " + constraint.text() + " {" + values(constraint.values()) + "}";
    }

    private static String values(List<CaseStep.Value> values) {
        return values.stream()
                .map(value -> value.name() + " = " + value.value()
                        + (value.limit() == null ? "" : " (limit " + value.limit() + ")"))
                .collect(Collectors.joining("; "));
    }

    @Test
    void itStopsAtTheConstraintThatFails() {
        String small = """
            project: {endMarkets: [bread]}
            city: {demands: [{endMarket: bread, annualOutput: 40 mn yuan}], complete: [demands]}
            """;
        assertThat(said("market-at-scale", small))
                .containsExactly(
                        "YES 13 row=null others=0 value = 50 mn yuan",
                        "YES 14 row=null others=0 endMarkets = [bread]",
                        """
                        NO 15 row=bread others=0
                          YES endMarket memberOf $markets {endMarket = bread; $markets = [bread]}
                          NO annualOutput >= $min {annualOutput = 40 mn yuan; $min = 50 mn yuan (limit large-market)}\
                        """);
    }

    @Test
    void theRowThatMeetsMostConditionsIsShown() {
        String several = """
            project: {endMarkets: [bread]}
            city:
              demands: [{endMarket: cake, annualOutput: 90 mn yuan}, {endMarket: bread, annualOutput: 40 mn yuan}, {endMarket: tea}]
              complete: [demands]
            """;
        CaseStep last = last("market-at-scale", several);
        assertThat(last.row()).isEqualTo("bread");
        assertThat(last.others()).isEqualTo(2);
        assertThat(last.constraints()).hasSize(2);
    }

    private static CaseStep last(String rule, String given) {
        List<CaseStep> steps = steps(pack, rule, given);
        return steps.get(steps.size() - 1);
    }

    @Test
    void unknownValuesAreNamedInWords() {
        CaseStep last = last("market-at-scale", """
            project: {endMarkets: [bread]}
            city: {demands: [{endMarket: bread}]}
            """);
        assertThat(said(last)).isEqualTo("""
            POSSIBLE 15 row=bread others=0
              YES endMarket memberOf $markets {endMarket = bread; $markets = [bread]}
              POSSIBLE annualOutput >= $min {annualOutput = unknown; $min = 50 mn yuan (limit large-market)}\
            """);
    }

    @Test
    void anUnlistedRowIsNamedAsSuch() {
        CaseStep last = last("market-at-scale", "project: {endMarkets: [bread]}\n");
        assertThat(last.note()).hasToString("possibly an unwritten row, because city.demands is incomplete");
        assertThat(last.truth()).isEqualTo(Truth.POSSIBLE);
    }

    @Test
    void aTotalShowsItsIntervalAndTheCountedRows() {
        CaseStep last = last("cafes-at-hand", """
            project: {endMarkets: [bread]}
            city: {leadUsers: [{firm: Oven, endMarket: bread}, {firm: Loaf, endMarket: tea}]}
            """);
        assertThat(said(last)).isEqualTo("""
            YES 26 row=null others=0 note=counted: Oven/bread; possibly: unwritten rows
              YES $users > 0 {$users = at least 1}\
            """);
    }

    @Test
    void aTotalWithoutRowsShowsTheNearestRow() {
        CaseStep last = last("cafes-at-hand", """
            project: {endMarkets: [bread]}
            city: {leadUsers: [{firm: Loaf, endMarket: tea}], complete: [leadUsers]}
            """);
        assertThat(said(last)).isEqualTo("""
            NO 26 row=Loaf/tea others=0 note=no row counted
              NO endMarket memberOf $markets {endMarket = tea; $markets = [bread]}
              NO $users > 0 {$users = 0}\
            """);
        assertThat(last("cafes-at-hand", """
            project: {endMarkets: [bread]}
            city: {complete: [leadUsers]}
            """).note()).hasToString("no rows to count");
    }

    @Test
    void aNotShowsTheExistingRow() {
        CaseStep last = last("nobody-eats-it", """
            project: {endMarkets: [bread]}
            city: {demands: [{endMarket: tea}, {endMarket: bread}]}
            """);
        assertThat(said(last)).isEqualTo("""
            NO 36 row=bread others=0 note=a match exists
              YES endMarket memberOf $markets {endMarket = bread; $markets = [bread]}\
            """);
    }

    @Test
    void aTypeWithoutRowsIsReported() {
        CaseStep last = last("fills-gap", "project: {links: []}\n");
        assertThat(last.truth()).isEqualTo(Truth.NO);
        assertThat(last.note()).hasToString("no match");
        assertThat(last.text()).startsWith("Presence( ");
    }

    @Test
    void aLimitThatIsNotInForceYetIsNamed(@TempDir Path other) {
        RulePack dated = Bakery.in(other).write("limits.yaml", """
            limits:
              - id: large-market
                title: A large market
                values: [{from: 2020-01-01, value: 50 mn yuan, source: almanac}]
              - id: several-users
                title: Users
                values: [{value: 3, source: almanac}]
            """).draft();
        List<CaseStep> steps = steps(dated, "market-at-scale", "asOf: 2019-12-31\nproject: {endMarkets: [bread]}\n");
        assertThat(steps).hasSize(1);
        assertThat(steps.get(0).note()).hasToString("limit large-market is not in force on that day");
    }

    @Test
    void arithmeticShowsItsResultAndItsParts(@TempDir Path other) {
        RulePack products = Bakery.in(other)
                .edit("demand.drl", "annualOutput >= $min )", "annualUnits * partsPerUnit > 1 )")
                .draft();
        List<CaseStep> steps = steps(products, "market-at-scale", """
            project: {endMarkets: [bread]}
            city: {demands: [{endMarket: bread, annualUnits: 1, partsPerUnit: 0-1}], complete: [demands]}
            """);
        Constraint last = steps.get(2).constraints().get(1);
        assertThat(values(last.values()))
                .isEqualTo("annualUnits * partsPerUnit = 0–1; annualUnits = 1; partsPerUnit = 0–1");
    }
}
