package dev.winnow.engine.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.Bakery;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import dev.winnow.engine.ScreeningSession;
import dev.winnow.engine.explain.Obstacle.Gap;
import dev.winnow.engine.explain.Obstacle.Kind;
import dev.winnow.model.ShippedFacts;
import dev.winnow.model.result.Effect;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.universe.Universe;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The obstacles of rules that do not hold: the failing constraint, and by how much it fails. */
class ObstaclesTest {

    @TempDir
    private static Path folder;

    private static RulePack pack;

    @BeforeAll
    static void read() {
        pack = Bakery.in(folder).draft();
    }

    private static List<Obstacle> obstacles(RulePack pack, String project, String city) {
        Universe universe = Universe.parse(ShippedFacts.VOCABULARY, Map.of("all.yaml", """
            universe: {name: town, asOf: 2025-06-30}
            tracks: [{id: food, name: Food}, {id: drink, name: Drink}]
            endMarkets: [{id: bread, name: Bread}, {id: tea, name: Tea}]
            projects: [{id: oven, name: Oven, %s}]
            cities: [{id: town, name: Town, %s}]
            """.formatted(project, city)));
        assertThat(universe.problems()).isEmpty();
        ScreeningSession session = Screener.walking(pack).open(universe);
        return session.obstacles(Objects.requireNonNull(session.assess("oven", "town")));
    }

    private static Obstacle one(String rule, String project, String city) {
        return obstacles(pack, project, city).stream()
                .filter(obstacle -> obstacle.rule().id().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private static String text(Gap gap) {
        return gap.found() + " " + gap.sign() + " " + gap.needed() + " by " + gap.distance() + " of " + gap.limit();
    }

    @Test
    void aNumberBelowItsLimitHasAGap() {
        Obstacle small = one(
                "market-at-scale",
                "endMarkets: [bread]",
                "complete: [demands], demands: [{endMarket: bread, annualOutput: 30 mn yuan}]");
        assertThat(small.kind()).isEqualTo(Kind.FAILS);
        assertThat(small.constraint()).isEqualTo("annualOutput >= $min");
        assertThat(small.type()).isEqualTo("Demand");
        assertThat(small.row()).isEqualTo("bread");
        assertThat(text(Objects.requireNonNull(small.gap())))
                .isEqualTo("30 mn yuan >= 50 mn yuan by 20 mn yuan of large-market");
        assertThat(small.place().file()).isEqualTo("demand.drl");
        assertThat(small.place().line()).isEqualTo(15);
    }

    @Test
    void theFactWithTheSmallestGapIsShown() {
        Obstacle small = one(
                "market-at-scale",
                "endMarkets: [bread, tea]",
                "complete: [demands], demands: [{endMarket: bread, annualOutput: 30 mn yuan},"
                        + " {endMarket: tea, annualOutput: 45 mn yuan}]");
        assertThat(small.row()).isEqualTo("tea");
        assertThat(small.rows()).isEqualTo(2);
    }

    @Test
    void aTypeWithoutAMatchingFactIsReported() {
        Obstacle none = one(
                "market-at-scale",
                "endMarkets: [bread]",
                "complete: [demands], demands: [{endMarket: tea, annualOutput: 90 mn yuan}]");
        assertThat(none.kind()).isEqualTo(Kind.ABSENT);
        assertThat(none.row()).isEqualTo("tea");
        assertThat(none.gap()).isNull();
    }

    @Test
    void theWholePatternIsShownIfNoFactExists() {
        Obstacle none = one("market-at-scale", "endMarkets: [bread]", "complete: [demands]");
        assertThat(none.kind()).isEqualTo(Kind.ABSENT);
        assertThat(none.rows()).isZero();
        assertThat(none.constraint()).startsWith("Demand( ");
    }

    @Test
    void aFactRequiredToBeAbsentIsNamed() {
        Obstacle there = one(
                "nobody-eats-it",
                "endMarkets: [bread]",
                "complete: [demands], demands: [{endMarket: bread, annualOutput: 90 mn yuan}]");
        assertThat(there.kind()).isEqualTo(Kind.PRESENT);
        assertThat(there.row()).isEqualTo("bread");
    }

    @Test
    void countingNothingIsReportedAsAMissingFact() {
        Obstacle none = one("funds-cover-need", "track: food, fundingNeed: 1 mn yuan", "complete: [funds]");
        assertThat(none.kind()).isEqualTo(Kind.ABSENT);
        assertThat(none.type()).isEqualTo("Fund");
    }

    @Test
    void awardsAreSortedByPossibleGain() {
        List<Obstacle> all =
                obstacles(pack, "endMarkets: [bread], track: food", "complete: [demands, leadUsers, funds]");
        List<Obstacle> awards = all.stream()
                .filter(obstacle -> obstacle.rule().effect() == Effect.AWARD)
                .toList();
        assertThat(all.subList(0, awards.size())).isEqualTo(awards);
        assertThat(awards)
                .isSortedAccordingTo(Comparator.comparing(Obstacle::worth)
                        .reversed()
                        .thenComparing(obstacle -> obstacle.rule().id()));
        assertThat(awards)
                .filteredOn(obstacle -> obstacle.rule().id().equals("market-at-scale"))
                .singleElement()
                .satisfies(obstacle -> assertThat(obstacle.worth()).isEqualByComparingTo("24")); // 40 points of a
        // criterion that
        // weighs 60 %
    }

    @Test
    void rulesThatHoldOrAreOpenHaveNoObstacle() {
        assertThat(obstacles(pack, "endMarkets: [bread]", "demands: [{endMarket: tea, annualOutput: 90 mn yuan}]"))
                .extracting(one -> one.rule().id())
                .doesNotContain("market-at-scale", "nobody-eats-it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"semiconductor", "battery", "battery-review", "chips-act", "data-centre"})
    void everyShippedRuleThatDoesNotHoldHasAnObstacle(String name) {
        RulePack shipped = RulePack.draft(Path.of("..", "rules", name));
        Universe universe = Universe.read(
                ShippedFacts.VOCABULARY, Path.of("..", "seeds", name.equals("battery") ? "illustrative" : name));
        ScreeningSession session = Screener.walking(shipped).open(universe);
        for (Explanation explanation : session.result().explanations().toList()) {
            for (Obstacle one : session.obstacles(explanation.assessment())) {
                assertThat(one.constraint()).isNotBlank();
                assertThat(one.place().line())
                        .isGreaterThanOrEqualTo(one.rule().place().line());
                assertThat(one.worth().signum()).isNotNegative();
                Gap gap = one.gap();
                assertThat(gap == null || gap.distance().isExact()).isTrue();
                assertThat(explanation.findings())
                        .noneMatch(finding -> finding.rule().equals(one.rule().id()));
                assertThat(explanation.undetermined())
                        .noneMatch(open -> open.rule().equals(one.rule().id()));
            }
        }
    }
}
