package dev.winnow.workbench.internal.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Remarks on pairs of rules. */
class PairRemarksTest {

    @TempDir
    Path folder;

    private RemarkedBakery bakery;

    @BeforeEach
    void copy() {
        bakery = RemarkedBakery.in(folder);
    }

    @Test
    void aDuplicateRule() {
        bakery.rule(
                "demand",
                "nobody-wants-it",
                "",
                "card.redFlag(\"Nobody wants %s\", $theirs);",
                "Project( $theirs : endMarkets )",
                "not Demand( endMarket memberOf $theirs )");

        assertThat(bakery.said()).containsExactly("""
            duplicate demand.drl:41:6: rule `nobody-wants-it` does the same as `nobody-eats-it` under the same conditions
               |   rule "nobody-wants-it"
               |        ^^^^^^^^^^^^^^^^^ the other one is at demand.drl:31:6\
            """);
    }

    @Test
    void equalConditionsInAnotherOrder() {
        bakery.note(
                "one",
                "Project( $need : fundingNeed )",
                "City( firmCount > 1 )",
                "Fund( available > $need, kind == \"aic\" )");
        bakery.note(
                "other",
                "City( firmCount > 1 )",
                "Project( $want : fundingNeed )",
                "Fund( \"aic\" == kind, $want < available )");

        assertThat(bakery.said())
                .singleElement()
                .asString()
                .startsWith("duplicate sense.drl:29:6: rule `other` does the same as `one`");
    }

    @Test
    void aStricterStop() {
        bakery.rule("sense", "stop", "", "card.knockOut(\"No\");", "Project()", "not Demand( annualUnits > 1 )");
        bakery.rule(
                "sense",
                "strict",
                "",
                "card.knockOut(\"No\");",
                "Project( claimsScale == true )",
                "not Demand( annualUnits > 1 )");

        assertThat(bakery.said()).containsExactly("""
            implied sense.drl:28:6: wherever rule `strict` holds, `stop` holds too and already stops the candidate
               |   rule "strict"
               |        ^^^^^^^^ remove or change one of them\
            """);
    }

    @Test
    void aStricterAwardThatIsWorthNoMore() {
        bakery.limit("huge-market", "{value: 90 mn yuan, source: almanac § 7}");
        bakery.rule(
                "demand",
                "market-beyond",
                "@points(40) @family(market)",
                "card.award(\"%s is huge\", $market);",
                "Limit( id == \"large-market\", $large : value )",
                "Limit( id == \"huge-market\", $huge : value )",
                "Project( $markets : endMarkets )",
                "Demand( endMarket memberOf $markets, $market : endMarket, annualOutput > $huge )");

        assertThat(bakery.said())
                .filteredOn(said -> said.startsWith("implied"))
                .singleElement()
                .asString()
                .contains("`market-beyond` holds, `market-at-scale` holds too, and their family counts the larger one");
    }

    @Test
    void aStricterAwardThatIsWorthMore() {
        bakery.limit("huge-market", "{value: 90 mn yuan, source: almanac § 7}");
        bakery.rule(
                "demand",
                "market-beyond",
                "@points(50) @family(market)",
                "card.award(\"%s is huge: %s\", $market, $large);",
                "Limit( id == \"large-market\", $large : value )",
                "Limit( id == \"huge-market\", $huge : value )",
                "Project( $markets : endMarkets )",
                "Demand( endMarket memberOf $markets, $market : endMarket, annualOutput > $huge )");

        assertThat(bakery.said()).noneMatch(said -> said.startsWith("implied") || said.startsWith("counts-twice"));
    }

    @Test
    void anAwardAddedToALaxerOne() {
        bakery.rule(
                "chain",
                "fills-gap-with-scale",
                "@points(40)",
                "card.award(\"So it is\");",
                "Project( $links : links, claimsScale == true )",
                "Presence( link memberOf $links, held == false )");

        assertThat(bakery.said()).containsExactly("""
            counts-twice chain.drl:19:6: wherever rule `fills-gap-with-scale` holds, `fills-gap` holds too, and both award their points
               |   rule "fills-gap-with-scale"
               |        ^^^^^^^^^^^^^^^^^^^^^^ put both into one `@family` if they measure the same\
            """);
    }
}
