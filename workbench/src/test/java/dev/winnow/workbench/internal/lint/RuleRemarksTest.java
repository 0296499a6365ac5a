package dev.winnow.workbench.internal.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.winnow.language.internal.pack.Check;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Remarks on single rules, with their exact texts, and rules without remarks. */
class RuleRemarksTest {

    @TempDir
    Path folder;

    private RemarkedBakery bakery;

    @BeforeEach
    void copy() {
        bakery = RemarkedBakery.in(folder);
    }

    private void fine(String... when) {
        bakery.note("fine", when);
        assertThat(bakery.said()).isEmpty();
    }

    @Test
    void anEmptyRange() {
        bakery.limit("low", "{value: 90 %, source: almanac § 7}");
        bakery.limit("high", "{value: 80 %, source: almanac § 7}");
        bakery.note(
                "between",
                "Limit( id == \"low\", $low : value )",
                "Limit( id == \"high\", $high : value )",
                "Project( yieldRate >= $low, yieldRate < $high )");

        assertThat(bakery.said()).containsExactly("""
            never-fires sense.drl:24:31: rule `between` can never fire: `yieldRate >= $low` and `yieldRate < $high` are never both true
               |   Project( yieldRate >= $low, yieldRate < $high )
               |                               ^^^^^^^^^^^^^^^^^ limit `high` is 80 % and limit `low` is 90 %\
            """);
    }

    @Test
    void aRangeThatOnceContainedAValue() {
        bakery.limit(
                "low",
                "{from: 2010-01-01, value: 70 %, source: a § 7}, {from: 2020-01-01, value: 90 %, source: a § 7}");
        bakery.limit("high", "{value: 80 %, source: almanac § 7}");
        fine(
                "Limit( id == \"low\", $low : value )",
                "Limit( id == \"high\", $high : value )",
                "Project( yieldRate >= $low, yieldRate < $high )");
    }

    @Test
    void aCircle() {
        bakery.note(
                "circle",
                "Project( $need : fundingNeed, investment > $need, $all : investment )",
                "Fund( available >= $all, available < $need )");

        assertThat(bakery.said()).containsExactly("""
            never-fires sense.drl:23:28: rule `circle` can never fire: `investment > $need`, `available >= $all` and `available < $need` are never all true
               |   Fund( available >= $all, available < $need )
               |                            ^^^^^^^^^^^^^^^^^ change one of them, or remove the rule\
            """);
    }

    @Test
    void closedListsWithoutACommonWord() {
        bakery.note(
                "words",
                "Project()",
                "Fund( kind in (\"aic\", \"market\"), $kind : kind, $id : id )",
                "Fund( kind == $kind, kind == \"guidance\", id != $id )");

        assertThat(bakery.said()).containsExactly("""
            never-fires sense.drl:24:24: rule `words` can never fire: `kind in ("aic", "market")`, `kind == $kind` and `kind == "guidance"` are never all true
               |   Fund( kind == $kind, kind == "guidance", id != $id )
               |                        ^^^^^^^^^^^^^^^^^^ change one of them, or remove the rule\
            """);
    }

    @Test
    void aRowRequiredAndExcluded() {
        bakery.note(
                "gap",
                "Project( $links : links )",
                "Presence( link memberOf $links, held == true, $chain : chain )",
                "not Presence( chain == $chain, held == true )");

        assertThat(bakery.said()).containsExactly("""
            never-fires sense.drl:24:7: rule `gap` can never fire: `held == true` and `not Presence( chain == $chain, held == true )` are never both true
               |   not Presence( chain == $chain, held == true )
               |       ^^^^^^^^ change one of them, or remove the rule\
            """);
    }

    @Test
    void aRowRequiredButNotCounted() {
        bakery.note(
                "none",
                "Project( $markets : endMarkets )",
                "Demand( endMarket memberOf $markets )",
                "accumulate( Demand( endMarket memberOf $markets ); $count : count(1); $count < 1 )");

        assertThat(bakery.said()).hasSize(1);
        assertThat(bakery.said().get(0)).startsWith("never-fires sense.drl:24:73: rule `none` can never fire: ");
    }

    @Test
    void conditionsThatMayHoldTogether() {
        fine(
                "Project( $links : links, $owner : owner, coInvestors not contains $owner )",
                "Presence( link memberOf $links, held == true, $chain : chain )",
                "not Presence( chain == $chain, held == false )",
                "accumulate( LeadUser( firm == $owner ); $count : count(1); $count < 1 )",
                "Fund( available > invested, leveraged < invested )",
                "LeadUser( firm != $owner )");
    }

    @Test
    void nothingIsBelowNothing() {
        bakery.note("dead", "Project( investment >= 0 )");

        assertThat(bakery.said()).containsExactly("""
            dead-condition sense.drl:22:12: `investment >= 0` is always true
               |   Project( investment >= 0 )
               |            ^^^^^^^^^^^^^^^ remove it, or change it\
            """);
    }

    @Test
    void aConditionImpliedByItsNeighbour() {
        bakery.note("dead", "Project( $need : fundingNeed )", "Fund( available > $need, available >= $need )");

        assertThat(bakery.said()).containsExactly("""
            dead-condition sense.drl:23:28: `available >= $need` has no effect: it is true wherever `available > $need` is
               |   Fund( available > $need, available >= $need )
               |                            ^^^^^^^^^^^^^^^^^^ remove it\
            """);
    }

    @Test
    void duplicates() {
        bakery.note("dead", "Project( $need : fundingNeed )", "Fund( available > $need, $need < available )");

        assertThat(bakery.said()).containsExactly("""
            dead-condition sense.drl:23:28: duplicate `$need < available`
               |   Fund( available > $need, $need < available )
               |                            ^^^^^^^^^^^^^^^^^ remove it\
            """);
    }

    @Test
    void theAbsenceOfAnImpossibleRow() {
        bakery.note("dead", "Project( $need : fundingNeed )", "not Fund( available > $need, available < $need )");

        assertThat(bakery.said()).containsExactly("""
            dead-condition sense.drl:23:7: `not Fund( available > $need, available < $need )` is always true: no fact can meet it
               |   not Fund( available > $need, available < $need )
               |       ^^^^ remove it, or change its conditions\
            """);
    }

    @Test
    void aCountThatCannotFail() {
        bakery.note("dead", "Project()", "accumulate( Demand(); $count : count(1); $count >= 0 )");

        assertThat(bakery.said()).containsExactly("""
            dead-condition sense.drl:23:44: `$count >= 0` is always true
               |   accumulate( Demand(); $count : count(1); $count >= 0 )
               |                                            ^^^^^^^^^^^ remove it, or change it\
            """);
    }

    @Test
    void aRedundantConditionThatExcludesUnknownValues() {
        fine(
                "Project( $partners : coInvestors, coInvestors.size() > 0, $need : fundingNeed )",
                "LeadUser( firm memberOf $partners )",
                "Fund( available > 0, available > $need )");
    }

    @Test
    void ninetyAgainstNinetyPerCent() {
        bakery.limit("yield", "{value: 90, source: almanac § 7}");
        bakery.note("good", "Limit( id == \"yield\", $min : value )", "Project( yieldRate >= $min )");

        assertThat(bakery.said()).containsExactly("""
            mixed-units limits.yaml:11:22: `yieldRate >= $min` in rule `good` compares a share with a number
               |   values: [{value: 90, source: almanac § 7}]
               |                    ^^ limit `yield` is 90; did you mean `90 %`?\
            """);
    }

    /** Adds a rule that caps demand at a limit with this value. */
    private void capped(String value) {
        bakery.limit("top", "{value: " + value + ", source: almanac § 7}");
        bakery.rule(
                "sense",
                "capped",
                "",
                "card.cap(\"demand\", $top, \"So it is\");",
                "Limit( id == \"top\", $top : value )",
                "Project()");
    }

    @Test
    void aCeilingInPerCent() {
        capped("40 %");

        assertThat(bakery.said()).containsExactly("""
            mixed-units sense.drl:25:22: the ceiling `$top` is a share, but criteria are scored from 0 to 100
               |   card.cap("demand", $top, "So it is");
               |                      ^^^^ limit `top` is 40 %; did you mean `40`?\
            """);
    }

    @Test
    void aShareAgainstAShareAndAllOfIt() {
        bakery.limit("yield", "{value: 90 %, source: almanac § 7}");
        fine("Limit( id == \"yield\", $min : value )", "Project( yieldRate >= $min, yieldRate < 1 )");
    }

    @Test
    void aCapThatLimitsNothing() {
        capped("100");

        assertThat(bakery.said()).containsExactly("""
            idle-cap sense.drl:25:22: rule `capped` limits nothing: no criterion is above 100
               |   card.cap("demand", $top, "So it is");
               |                      ^^^^ limit `top` is 100\
            """);
    }

    @Test
    void anUnreadVariable() {
        bakery.note("unused", "Project( $need : fundingNeed )");

        assertThat(bakery.said()).containsExactly("""
            unused-binding sense.drl:22:12: `$need` is never used
               |   Project( $need : fundingNeed )
               |            ^^^^^ remove it, or use it in the reason\
            """);
    }

    @Test
    void aRuleWithoutCases() {
        bakery.files().remove("cases/money.yaml");

        assertThat(Lint.remarks(bakery.files().draft()))
                .filteredOn(remark -> remark.check() == Check.LACKS_CASE)
                .extracting(Remark::about, Remark::id)
                .containsExactly(tuple(Check.About.RULE, "funds-cover-need"));
    }
}
