package dev.winnow.engine.internal.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.internal.evaluate.Match;
import dev.winnow.engine.internal.evaluate.RuleOutcome;
import dev.winnow.engine.internal.evaluate.ScoringPlan;
import dev.winnow.engine.internal.evaluate.Share;
import dev.winnow.language.Criterion;
import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.syntax.Consequence;
import dev.winnow.language.internal.syntax.Expression.Numeral;
import dev.winnow.language.internal.syntax.Expression.Text;
import dev.winnow.language.internal.syntax.PackRule;
import dev.winnow.language.internal.syntax.TokenPosition;
import dev.winnow.language.internal.syntax.Verb;
import dev.winnow.model.result.Side;
import dev.winnow.model.source.Place;
import dev.winnow.model.value.Fraction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Points of rules add up to scores, and scores split into contributions. */
class CriterionTotalsTest {

    private static final TokenPosition NOWHERE = new TokenPosition(1, 1, 1);
    private static final Consequence.Reason REASON = new Consequence.Reason("text", List.of());

    private final List<CheckedRule> rules = new ArrayList<>();
    private final List<RuleOutcome> outcomes = new ArrayList<>();
    private List<Criterion> criteria = List.of(
            new Criterion("wind", "Wind", Side.PROJECT, BigDecimal.ONE),
            new Criterion("town", "Town", Side.CITY, BigDecimal.ONE));

    /** Adds a rule that certainly earns {@code low} and possibly {@code high} of its points. */
    private CriterionTotalsTest award(
            String id, String criterion, @Nullable String family, int points, int low, int high) {
        enter(
                id,
                criterion,
                family,
                points,
                new Consequence(Verb.AWARD, List.of(), REASON),
                low,
                high,
                low > 0,
                high > 0);
        return this;
    }

    /** Adds a rule that caps a criterion, certainly or only possibly. */
    private CriterionTotalsTest cap(String id, String capped, int ceiling, boolean certain) {
        Consequence cap =
                new Consequence(Verb.CAP, List.of(new Text(capped, NOWHERE), new Numeral("1", NOWHERE)), REASON);
        enter(id, "town", null, 0, cap, ceiling, certain ? ceiling : 100, certain, true);
        return this;
    }

    private void enter(
            String id,
            String criterion,
            @Nullable String family,
            int points,
            Consequence consequence,
            int low,
            int high,
            boolean certain,
            boolean possible) {
        PackRule rule = new PackRule(
                id,
                criterion,
                "title",
                BigDecimal.valueOf(points),
                "source",
                family,
                null,
                Place.file("wind.drl"),
                List.of(),
                consequence,
                null);
        CheckedRule checked = CheckedRule.of(rule, List.of(), Map.of(), true);
        Match match = new Match(checked, new Object[0], Share.FULL, null);
        rules.add(checked);
        outcomes.add(new RuleOutcome(
                checked,
                certain ? List.of(match) : List.of(),
                possible ? List.of(match) : List.of(),
                Fraction.of(low),
                Fraction.of(high)));
    }

    private CriterionTotals tally() {
        for (Criterion criterion : criteria) { // every criterion needs an award rule
            if (rules.stream()
                    .noneMatch(rule ->
                            rule.rule().awards() && rule.rule().criterion().equals(criterion.id()))) {
                award("nothing-" + criterion.id(), criterion.id(), null, 10, 0, 0);
            }
        }
        return new CriterionTotals(ScoringPlan.of(criteria, rules), outcomes);
    }

    private List<String> contributions() {
        @Nullable BigDecimal[] contributions = tally().contributions();
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            BigDecimal contribution = contributions[i];
            if (contribution != null) {
                shown.add(rules.get(i).id() + " "
                        + contribution.stripTrailingZeros().toPlainString());
            }
        }
        return shown;
    }

    private String wind() {
        CriterionTotals.Range range = tally().criteria().get(0);
        return range.low().rounded().stripTrailingZeros().toPlainString() + " to "
                + range.high().rounded().stripTrailingZeros().toPlainString();
    }

    private String known() {
        return tally().known().toString();
    }

    @Test
    void pointsAreSummed() {
        award("a", "wind", null, 40, 40, 40).award("b", "wind", null, 20, 10, 20);
        assertThat(wind()).isEqualTo("50 to 60");
        assertThat(contributions()).containsExactly("a 40", "b 10");
    }

    @Test
    void aFamilyCountsOnceAsItsLargestRule() {
        award("a", "wind", "f", 40, 30, 30).award("b", "wind", "f", 50, 20, 50).award("c", "wind", null, 10, 10, 10);
        assertThat(wind()).isEqualTo("40 to 60");
        assertThat(contributions()).containsExactly("a 30", "c 10");
    }

    @Test
    void theFirstIdOfEqualRulesInAFamilyCounts() {
        award("b", "wind", "f", 30, 30, 30).award("a", "wind", "f", 30, 30, 30);
        assertThat(wind()).isEqualTo("30 to 30");
        assertThat(contributions()).containsExactly("a 30");
    }

    @Test
    void familiesOfOneNameInTwoCriteriaAreDistinct() {
        award("a", "wind", "f", 30, 30, 30).award("b", "town", "f", 20, 20, 20);
        assertThat(contributions()).containsExactly("a 30", "b 20");
    }

    @Test
    void aRuleIdIsNotAFamily() {
        award("f", "wind", null, 30, 30, 30).award("a", "wind", "f", 20, 20, 20);
        assertThat(wind()).isEqualTo("50 to 50");
    }

    @Test
    void sumsAboveOneHundredAreScaledDown() {
        award("a", "wind", null, 100, 100, 100).award("b", "wind", null, 50, 50, 50);
        assertThat(wind()).isEqualTo("100 to 100");
        assertThat(contributions()).containsExactly("a 66.666667", "b 33.333333");
    }

    @Test
    void aCertainCapLimitsBothEnds() {
        award("a", "wind", null, 80, 80, 90).cap("lid", "wind", 50, true);
        assertThat(wind()).isEqualTo("50 to 50");
        assertThat(contributions()).containsExactly("a 80", "lid -30");
    }

    @Test
    void aPossibleCapLimitsOnlyTheLow() {
        award("a", "wind", null, 80, 80, 90).cap("lid", "wind", 50, false);
        assertThat(wind()).isEqualTo("50 to 90");
        assertThat(contributions()).containsExactly("a 80", "lid -30");
    }

    @Test
    void aCapAboveTheScoreHasNoEffect() {
        award("a", "wind", null, 40, 40, 40).cap("lid", "wind", 50, true);
        assertThat(wind()).isEqualTo("40 to 40");
        assertThat(contributions()).containsExactly("a 40");
    }

    @Test
    void theLowestCapCountsAndTheFirstIdAmongEquals() {
        award("a", "wind", null, 80, 80, 80)
                .cap("low-b", "wind", 30, true)
                .cap("high", "wind", 60, true)
                .cap("low-a", "wind", 30, true);
        assertThat(wind()).isEqualTo("30 to 30");
        assertThat(contributions()).containsExactly("a 80", "low-a -50");
    }

    @Test
    void aCapOfAnotherCriterionHasNoEffect() {
        award("a", "wind", null, 80, 80, 80)
                .award("b", "town", null, 80, 80, 80)
                .cap("lid", "town", 10, true);
        assertThat(wind()).isEqualTo("80 to 80");
        assertThat(contributions()).containsExactly("a 80", "b 80", "lid -70");
    }

    @Test
    void aSideIsTheWeightedMeanOfItsCriteria() {
        criteria = List.of(
                new Criterion("wind", "Wind", Side.PROJECT, BigDecimal.valueOf(3)),
                new Criterion("sun", "Sun", Side.PROJECT, BigDecimal.valueOf(1)),
                new Criterion("town", "Town", Side.CITY, BigDecimal.valueOf(7)));
        award("a", "wind", null, 80, 80, 100).award("b", "sun", null, 40, 40, 40);
        CriterionTotals.Range side = tally().side(Side.PROJECT);
        assertThat(side.low()).isEqualTo(Fraction.of(70));
        assertThat(side.high()).isEqualTo(Fraction.of(85));
        assertThat(tally().side(Side.CITY)).isEqualTo(new CriterionTotals.Range(Fraction.ZERO, Fraction.ZERO));
        assertThat(contributions()).containsExactly("a 60", "b 10");
    }

    @Test
    void roundingLossesGoToTheLargestRemaindersThenById() {
        criteria = List.of(
                new Criterion("wind", "Wind", Side.PROJECT, BigDecimal.ONE),
                new Criterion("sun", "Sun", Side.PROJECT, BigDecimal.valueOf(2)),
                new Criterion("town", "Town", Side.CITY, BigDecimal.ONE));
        award("d", "wind", null, 10, 10, 10)
                .award("c", "wind", null, 10, 10, 10)
                .award("b", "wind", null, 10, 10, 10)
                .award("a", "sun", null, 10, 10, 10);
        assertThat(tally().side(Side.PROJECT).low().rounded()).isEqualTo(new BigDecimal("16.666666"));
        assertThat(contributions()).containsExactly("d 3.333333", "c 3.333333", "b 3.333333", "a 6.666667");

        award("e", "wind", null, 10, 10, 10);
        assertThat(tally().side(Side.PROJECT).low().rounded()).isEqualTo(new BigDecimal("20.000000"));
        assertThat(contributions())
                .containsExactly("d 3.333333", "c 3.333333", "b 3.333334", "a 6.666667", "e 3.333333");
    }

    @Test
    void knownIsTheDecidedFractionOfPoints() {
        award("a", "wind", null, 30, 30, 30).award("b", "wind", null, 10, 0, 10).award("c", "town", null, 10, 0, 0);
        assertThat(known()).isEqualTo("0.875000");
    }

    @Test
    void anOpenFamilyCountsOnce() {
        award("a", "wind", "f", 30, 30, 30).award("b", "wind", "f", 20, 0, 20).award("c", "town", null, 10, 10, 10);
        assertThat(known()).isEqualTo("1.000000");
        award("d", "wind", "f", 40, 0, 40);
        assertThat(known()).isEqualTo("0.500000");
    }

    @Test
    void thePlanGroupsRulesThatCountOnce() {
        award("a", "wind", "f", 30, 0, 0).award("b", "wind", "f", 20, 0, 0).award("c", "wind", null, 15, 0, 0);
        cap("lid", "wind", 10, true);
        ScoringPlan.Part wind = ScoringPlan.of(criteria, rules).parts().get(0);
        assertThat(wind.groups()).extracting(ScoringPlan.Group::rules).containsExactly(List.of(0, 1), List.of(2));
        assertThat(wind.caps()).isEqualTo(1);
        assertThat(wind.cap(0)).isEqualTo(3);
        assertThat(wind.points()).isEqualTo(Fraction.of(45));
        assertThat(wind.weight()).isEqualTo(Fraction.ONE);
    }
}
