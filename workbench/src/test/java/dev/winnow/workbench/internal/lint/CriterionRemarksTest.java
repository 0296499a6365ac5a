package dev.winnow.workbench.internal.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Remarks on the points that the rules of a criterion earn together. */
class CriterionRemarksTest {

    @TempDir
    Path folder;

    private RemarkedBakery bakery;

    @BeforeEach
    void copy() {
        bakery = RemarkedBakery.in(folder);
    }

    @Test
    void aCriterionThatIsFullTooSoon() {
        bakery.rule("chain", "more", "@points(50)", "card.award(\"So it is\");", "Project( claimsScale == true )");

        assertThat(bakery.said()).containsExactly("""
            saturates pack.yaml:10:10: `chain` counts at most 100, but its rules can earn 110: `fills-gap` and `more` reach it alone
               |   - {id: chain, title: From grain to bread, side: city, weight: 100}
               |          ^^^^^ lower points by 10 in total, or put rules that measure the same into one `@family`\
            """);
    }

    @Test
    void aCriterionOfExactlyOneHundred() {
        bakery.rule("chain", "more", "@points(40)", "card.award(\"So it is\");", "Project( claimsScale == true )");

        assertThat(bakery.said()).isEmpty();
        assertThat(bakery.all()).noneMatch(said -> said.contains("`chain` cannot"));
    }

    @Test
    void aCriterionOfRulesThatNeverHoldTogether() {
        bakery.rule("chain", "large", "@points(40)", "card.award(\"So it is\");", "Project( claimsScale == true )");
        bakery.rule("chain", "small", "@points(30)", "card.award(\"So it is\");", "Project( claimsScale == false )");

        assertThat(bakery.said()).isEmpty();

        bakery.files().edit("chain.drl", "@points(60)", "@points(50)");
        assertThat(bakery.said()).containsExactly("""
            unreachable-100 pack.yaml:10:10: `chain` cannot reach 100: its rules earn at most 90 points, since some never hold together
               |   - {id: chain, title: From grain to bread, side: city, weight: 100}
               |          ^^^^^ raise points by 10 in total, or add a rule\
            """);
    }

    @Test
    void oneMeasureThatCountsTwice() {
        bakery.limit("yield", "{value: 90 %, source: almanac § 7}");
        bakery.rule(
                "chain",
                "good",
                "@points(20)",
                "card.award(\"So it is\");",
                "Limit( id == \"yield\", $min : value )",
                "Project( yieldRate >= $min )");
        bakery.rule("money", "good-too", "@points(20)", "card.award(\"So it is\");", "Project( yieldRate > 0 )");

        assertThat(bakery.said())
                .filteredOn(said -> said.startsWith("shared-fact"))
                .containsExactly("""
            shared-fact chain.drl:19:6: `good-too` and `good` all award points for `project.yieldRate`
               |   rule "good"
               |        ^^^^^^ put them into one `@family` if they measure the same\
            """);
    }

    @Test
    void aFamilyOfOneByAMistake() {
        bakery.rule(
                "demand",
                "other",
                "@points(20) @family(markt)",
                "card.award(\"So it is\");",
                "Project( claimsScale == true )");

        assertThat(bakery.said()).contains("""
            family-of-one demand.drl:41:6: rule `other` is alone in its family `markt`
               |   rule "other"
               |        ^^^^^^^ did you mean `market`?\
            """);
    }

    @Test
    void aFamilyOfANote() {
        bakery.rule("sense", "other", "@family(market)", "card.note(\"So it is\");", "Project( claimsScale == true )");

        assertThat(bakery.said()).containsExactly("""
            family-without-points sense.drl:19:6: rule `other` has no points, so its family `market` has no effect
               |   rule "other"
               |        ^^^^^^^ remove `@family`\
            """);
    }
}
