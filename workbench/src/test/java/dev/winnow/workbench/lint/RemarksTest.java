package dev.winnow.workbench.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.Bakery;
import dev.winnow.language.pack.Check;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is remarked on in a pack, in so many words, and what is not. */
class RemarksTest {

    @TempDir
    Path folder;

    private Bakery bakery;
    private final Set<String> usual = new HashSet<>();

    @BeforeEach
    void copy() {
        bakery = Bakery.in(folder);
        usual.addAll(all());
    }

    /** Everything that is remarked on, but for rules without cases. */
    private List<String> all() {
        String prefix = bakery.folder().toString().replace('\\', '/') + "/";
        return Lint.remarks(bakery.draft()).stream()
                .filter(remark -> remark.check() != Check.LACKS_CASE)
                .map(remark -> remark.check().code() + " "
                        + remark.problem().toString().replace(prefix, ""))
                .toList();
    }

    /** What is remarked on beyond the pack as it was copied. */
    private List<String> said() {
        List<String> said = new ArrayList<>(all());
        said.removeAll(usual);
        return said;
    }

    /** Adds a note with these conditions, one a line. */
    private void note(String id, String... when) {
        rule("sense", id, "", "card.note(\"So it is\");", when);
    }

    private void rule(String criterion, String id, String annotations, String then, String... when) {
        String file = criterion + ".drl";
        bakery.write(file, bakery.text(file) + """

            rule "%s"
              @title("A rule of the test") %s @source("almanac § 9")
            when
              %s
            then
              %s
            end
            """.formatted(id, annotations, String.join("\n  ", when), then));
    }

    private void limit(String id, String values) {
        bakery.write("limits.yaml", bakery.text("limits.yaml") + """
              - id: %s
                values: [%s]
            """.formatted(id, values));
    }

    private void fine(String... when) {
        note("fine", when);
        assertThat(said()).isEmpty();
    }

    @Test
    void everyCheckAdvisesACorrection() {
        assertThat(Arrays.stream(Check.values()).map(check -> check.meaning().toString()))
                .allSatisfy(meaning ->
                        assertThat(meaning).endsWith(".").contains(":").hasSizeLessThan(220));
        assertThat(Arrays.stream(Check.values()).map(check -> Check.of(check.code())))
                .containsExactlyElementsOf(EnumSet.allOf(Check.class));
    }

    // --- never-fires ---

    @Test
    void aRangeWithNothingInIt() {
        limit("low", "{value: 90 %, source: almanac § 7}");
        limit("high", "{value: 80 %, source: almanac § 7}");
        note(
                "between",
                "Limit( id == \"low\", $low : value )",
                "Limit( id == \"high\", $high : value )",
                "Project( yieldRate >= $low, yieldRate < $high )");

        assertThat(said()).containsExactly("""
            never-fires sense.drl:24:31: rule `between` can never fire: `yieldRate >= $low` and `yieldRate < $high` are never both true
               |   Project( yieldRate >= $low, yieldRate < $high )
               |                               ^^^^^^^^^^^^^^^^^ limit `high` is 80 % and limit `low` is 90 %\
            """);
    }

    @Test
    void aRangeThatHasOnceHadSomethingInIt() {
        limit("low", "{from: 2010-01-01, value: 70 %, source: a § 7}, {from: 2020-01-01, value: 90 %, source: a § 7}");
        limit("high", "{value: 80 %, source: almanac § 7}");
        fine(
                "Limit( id == \"low\", $low : value )",
                "Limit( id == \"high\", $high : value )",
                "Project( yieldRate >= $low, yieldRate < $high )");
    }

    @Test
    void aCircle() {
        note(
                "circle",
                "Project( $need : fundingNeed, investment > $need, $all : investment )",
                "Fund( available >= $all, available < $need )");

        assertThat(said()).containsExactly("""
            never-fires sense.drl:23:28: rule `circle` can never fire: `investment > $need`, `available >= $all` and `available < $need` are never all true
               |   Fund( available >= $all, available < $need )
               |                            ^^^^^^^^^^^^^^^^^ change one of them, or remove the rule\
            """);
    }

    @Test
    void wordsThatCannotMeet() {
        note(
                "words",
                "Project()",
                "Fund( kind in (\"aic\", \"market\"), $kind : kind, $id : id )",
                "Fund( kind == $kind, kind == \"guidance\", id != $id )");

        assertThat(said()).containsExactly("""
            never-fires sense.drl:24:24: rule `words` can never fire: `kind in ("aic", "market")`, `kind == $kind` and `kind == "guidance"` are never all true
               |   Fund( kind == $kind, kind == "guidance", id != $id )
               |                        ^^^^^^^^^^^^^^^^^^ change one of them, or remove the rule\
            """);
    }

    @Test
    void aWordThatTheModelDoesNotKnow() {
        note("word", "Project( $id : id )", "Milestone( project == $id, step == \"prodution\" )");

        assertThat(said()).containsExactly("""
            never-fires sense.drl:23:30: rule `word` can never fire: `step == "prodution"` is never true
               |   Milestone( project == $id, step == "prodution" )
               |                              ^^^^^^^^^^^^^^^^^^^ maybe `production`?\
            """);
    }

    @Test
    void whatIsThereAndIsNot() {
        note(
                "gap",
                "Project( $links : links )",
                "Presence( link memberOf $links, held == true, $chain : chain )",
                "not Presence( chain == $chain, held == true )");

        assertThat(said()).containsExactly("""
            never-fires sense.drl:24:7: rule `gap` can never fire: `held == true` and `not Presence( chain == $chain, held == true )` are never both true
               |   not Presence( chain == $chain, held == true )
               |       ^^^^^^^^ change one of them, or remove the rule\
            """);
    }

    @Test
    void whatIsThereAndNotCounted() {
        note(
                "none",
                "Project( $markets : endMarkets )",
                "Demand( endMarket memberOf $markets )",
                "accumulate( Demand( endMarket memberOf $markets ); $count : count(1); $count < 1 )");

        assertThat(said()).hasSize(1);
        assertThat(said().get(0)).startsWith("never-fires sense.drl:24:73: rule `none` can never fire: ");
    }

    @Test
    void whatIsNotCertainToClash() {
        fine(
                "Project( $links : links, $owner : owner, coInvestors not contains $owner )",
                "Presence( link memberOf $links, held == true, $chain : chain )",
                "not Presence( chain == $chain, held == false )",
                "accumulate( LeadUser( firm == $owner ); $count : count(1); $count < 1 )",
                "Fund( available > invested, leveraged < invested )",
                "LeadUser( firm != $owner )");
    }

    // --- dead-condition ---

    @Test
    void nothingIsBelowNothing() {
        note("dead", "Project( investment >= 0 )");

        assertThat(said()).containsExactly("""
            dead-condition sense.drl:22:12: `investment >= 0` is always true
               |   Project( investment >= 0 )
               |            ^^^^^^^^^^^^^^^ remove it, or change it\
            """);
    }

    @Test
    void whatItsNeighbourSays() {
        note("dead", "Project( $need : fundingNeed )", "Fund( available > $need, available >= $need )");

        assertThat(said()).containsExactly("""
            dead-condition sense.drl:23:28: `available >= $need` decides nothing: it is true wherever `available > $need` is
               |   Fund( available > $need, available >= $need )
               |                            ^^^^^^^^^^^^^^^^^^ remove it\
            """);
    }

    @Test
    void duplicates() {
        note("dead", "Project( $need : fundingNeed )", "Fund( available > $need, $need < available )");

        assertThat(said()).containsExactly("""
            dead-condition sense.drl:23:28: `$need < available` is said twice
               |   Fund( available > $need, $need < available )
               |                            ^^^^^^^^^^^^^^^^^ remove it\
            """);
    }

    @Test
    void theAbsenceOfWhatCannotBe() {
        note("dead", "Project( $need : fundingNeed )", "not Fund( available > $need, available < $need )");

        assertThat(said()).containsExactly("""
            dead-condition sense.drl:23:7: `not Fund( available > $need, available < $need )` is always true: no fact can be so
               |   not Fund( available > $need, available < $need )
               |       ^^^^ remove it, or change its conditions\
            """);
    }

    @Test
    void aCountThatCannotFail() {
        note("dead", "Project()", "accumulate( Demand(); $count : count(1); $count >= 0 )");

        assertThat(said()).containsExactly("""
            dead-condition sense.drl:23:44: `$count >= 0` is always true
               |   accumulate( Demand(); $count : count(1); $count >= 0 )
               |                                            ^^^^^^^^^^^ remove it, or change it\
            """);
    }

    @Test
    void whatLooksDeadAndDecidesAboutUnknowns() {
        fine(
                "Project( $partners : coInvestors, coInvestors.size() > 0, $need : fundingNeed )",
                "LeadUser( firm memberOf $partners )",
                "Fund( available > 0, available > $need )");
    }

    // --- pairs ---

    @Test
    void theSameRuleAgain() {
        rule(
                "demand",
                "nobody-wants-it",
                "",
                "card.redFlag(\"Nobody wants %s\", $theirs);",
                "Project( $theirs : endMarkets )",
                "not Demand( endMarket memberOf $theirs )");

        assertThat(said()).containsExactly("""
            duplicate demand.drl:41:6: rule `nobody-wants-it` does the same as `nobody-eats-it`, under the same conditions
               |   rule "nobody-wants-it"
               |        ^^^^^^^^^^^^^^^^^ the other stands at demand.drl:31:6\
            """);
    }

    @Test
    void theSameInAnotherOrder() {
        note(
                "one",
                "Project( $need : fundingNeed )",
                "City( firmCount > 1 )",
                "Fund( available > $need, kind == \"aic\" )");
        note(
                "other",
                "City( firmCount > 1 )",
                "Project( $want : fundingNeed )",
                "Fund( \"aic\" == kind, $want < available )");

        assertThat(said())
                .singleElement()
                .asString()
                .startsWith("duplicate sense.drl:29:6: rule `other` does the same as `one`");
    }

    @Test
    void aStricterStop() {
        rule("sense", "stop", "", "card.knockOut(\"No\");", "Project()", "not Demand( annualUnits > 1 )");
        rule(
                "sense",
                "strict",
                "",
                "card.knockOut(\"No\");",
                "Project( claimsScale == true )",
                "not Demand( annualUnits > 1 )");

        assertThat(said()).containsExactly("""
            implied sense.drl:28:6: wherever rule `strict` holds, `stop` holds too, which stops the candidate already
               |   rule "strict"
               |        ^^^^^^^^ remove it, or change either\
            """);
    }

    @Test
    void aStricterAwardThatIsWorthNoMore() {
        limit("huge-market", "{value: 90 mn yuan, source: almanac § 7}");
        rule(
                "demand",
                "market-beyond",
                "@points(40) @family(market)",
                "card.award(\"%s is huge\", $market);",
                "Limit( id == \"large-market\", $large : value )",
                "Limit( id == \"huge-market\", $huge : value )",
                "Project( $markets : endMarkets )",
                "Demand( endMarket memberOf $markets, $market : endMarket, annualOutput > $huge )");

        assertThat(said())
                .filteredOn(said -> said.startsWith("implied"))
                .singleElement()
                .asString()
                .contains("`market-beyond` holds, `market-at-scale` holds too, and of their family the larger counts");
    }

    @Test
    void aStricterAwardThatIsWorthMore() {
        limit("huge-market", "{value: 90 mn yuan, source: almanac § 7}");
        rule(
                "demand",
                "market-beyond",
                "@points(50) @family(market)",
                "card.award(\"%s is huge: %s\", $market, $large);",
                "Limit( id == \"large-market\", $large : value )",
                "Limit( id == \"huge-market\", $huge : value )",
                "Project( $markets : endMarkets )",
                "Demand( endMarket memberOf $markets, $market : endMarket, annualOutput > $huge )");

        assertThat(said()).noneMatch(said -> said.startsWith("implied") || said.startsWith("counts-twice"));
    }

    @Test
    void anAwardOnTopOfAnother() {
        rule(
                "chain",
                "fills-gap-with-scale",
                "@points(40)",
                "card.award(\"So it is\");",
                "Project( $links : links, claimsScale == true )",
                "Presence( link memberOf $links, held == false )");

        assertThat(said()).containsExactly("""
            counts-twice chain.drl:19:6: wherever rule `fills-gap-with-scale` holds, `fills-gap` holds too, and the points of both count
               |   rule "fills-gap-with-scale"
               |        ^^^^^^^^^^^^^^^^^^^^^^ put both into one `@family` if they measure the same\
            """);
    }

    // --- units ---

    @Test
    void ninetyAgainstNinetyPerCent() {
        limit("yield", "{value: 90, source: almanac § 7}");
        note("good", "Limit( id == \"yield\", $min : value )", "Project( yieldRate >= $min )");

        assertThat(said()).containsExactly("""
            mixed-units limits.yaml:11:22: `yieldRate >= $min` in rule `good` compares a share with a number
               |   values: [{value: 90, source: almanac § 7}]
               |                    ^^ limit `yield` is 90; maybe `90 %`?\
            """);
    }

    @Test
    void aCeilingInPerCent() {
        limit("top", "{value: 40 %, source: almanac § 7}");
        rule(
                "sense",
                "capped",
                "",
                "card.cap(\"demand\", $top, \"So it is\");",
                "Limit( id == \"top\", $top : value )",
                "Project()");

        assertThat(said()).containsExactly("""
            mixed-units sense.drl:25:22: the ceiling `$top` is a share, and criteria are scored from 0 to 100
               |   card.cap("demand", $top, "So it is");
               |                      ^^^^ limit `top` is 40 %; maybe `40`?\
            """);
    }

    @Test
    void aShareAgainstAShareAndAllOfIt() {
        limit("yield", "{value: 90 %, source: almanac § 7}");
        fine("Limit( id == \"yield\", $min : value )", "Project( yieldRate >= $min, yieldRate < 1 )");
    }

    // --- criteria ---

    @Test
    void aCriterionThatIsFullTooSoon() {
        rule("chain", "more", "@points(50)", "card.award(\"So it is\");", "Project( claimsScale == true )");

        assertThat(said()).containsExactly("""
            saturates pack.yaml:10:10: `chain` is full at 100, and its rules can earn 110: `fills-gap` and `more` reach it alone
               |   - {id: chain, title: From grain to bread, side: city, weight: 100}
               |          ^^^^^ lower points by 10 in all, or put rules that measure the same into one `@family`\
            """);
    }

    @Test
    void aCriterionOfExactlyOneHundred() {
        rule("chain", "more", "@points(40)", "card.award(\"So it is\");", "Project( claimsScale == true )");

        assertThat(said()).isEmpty();
        assertThat(all()).noneMatch(said -> said.contains("`chain` cannot"));
    }

    @Test
    void aCriterionOfRulesThatNeverHoldTogether() {
        rule("chain", "large", "@points(40)", "card.award(\"So it is\");", "Project( claimsScale == true )");
        rule("chain", "small", "@points(30)", "card.award(\"So it is\");", "Project( claimsScale == false )");

        assertThat(said()).isEmpty();

        bakery.edit("chain.drl", "@points(60)", "@points(50)");
        assertThat(said()).containsExactly("""
            unreachable-100 pack.yaml:10:10: `chain` cannot reach 100: its rules earn at most 90 points, since some never hold together
               |   - {id: chain, title: From grain to bread, side: city, weight: 100}
               |          ^^^^^ raise points by 10 in all, or add a rule\
            """);
    }

    @Test
    void aCapThatLimitsNothing() {
        limit("top", "{value: 100, source: almanac § 7}");
        rule(
                "sense",
                "capped",
                "",
                "card.cap(\"demand\", $top, \"So it is\");",
                "Limit( id == \"top\", $top : value )",
                "Project()");

        assertThat(said()).containsExactly("""
            idle-cap sense.drl:25:22: rule `capped` limits nothing: no criterion is above 100
               |   card.cap("demand", $top, "So it is");
               |                      ^^^^ limit `top` is 100\
            """);
    }

    // --- limits ---

    @Test
    void aLimitThatNobodyReads() {
        limit("spare", "{value: 3, source: almanac § 7}");

        assertThat(said()).containsExactly("""
            unread-limit limits.yaml:10:9: no rule reads limit `spare`
               |   - id: spare
               |         ^^^^^ remove it, or write `Limit( id == "spare", $min : value )` in a rule\
            """);
    }

    @Test
    void sourcesInNameOnly() {
        bakery.edit("limits.yaml", "source: almanac § 1", "source: TBD")
                .edit("demand.drl", "@source(\"almanac § 1\")", "@source(\"n/a\")");

        assertThat(said()).containsExactly("""
            uncited demand.drl:9:6: the source of rule `market-at-scale` is `n/a`, which names none
               |   rule "market-at-scale"
               |        ^^^^^^^^^^^^^^^^^ say where it comes from, or who chose it: `@source("…")`\
            """, """
            uncited limits.yaml:2:9: the source of limit `large-market` is `TBD`, which names none
               |   - id: large-market
               |         ^^^^^^^^^^^^ say where it comes from, or `assumed: true` with a `reason`\
            """);
    }

    @Test
    void aReasonInNameOnly() {
        bakery.edit("limits.yaml", "reason: the almanac names three", "reason: Cafés that make a full first market");

        assertThat(said()).containsExactly("""
            assumed-without-reason limits.yaml:5:9: limit `several-users` is assumed because `Cafés that make a full first market`, which is no reason
               |   - id: several-users
               |         ^^^^^^^^^^^^^ say why this number and no other\
            """);
    }

    @Test
    void anAssumptionThatNoRuleReads() {
        bakery.write("assumptions.yaml", """
            assumptions:
              - {fact: project.childCarePlan, value: true, reason: most bakers have one}
            """);

        assertThat(said()).containsExactly("""
            unread-assumption assumptions.yaml:2:12: no rule reads `project.childCarePlan`, so to assume it changes nothing
               |   - {fact: project.childCarePlan, value: true, reason: most bakers have one}
               |            ^^^^^^^^^^^^^^^^^^^^^ remove it, or write the rule\
            """);
    }

    @Test
    void anAssumptionForNoReason() {
        bakery.write("assumptions.yaml", """
            assumptions:
              - {fact: city.demands, nothing-unlisted: true, reason: tbd}
            """);

        assertThat(said()).containsExactly("""
            unreasoned-assumption assumptions.yaml:2:12: `city.demands` is assumed because `tbd`, which is no reason
               |   - {fact: city.demands, nothing-unlisted: true, reason: tbd}
               |            ^^^^^^^^^^^^ say why this is taken for granted until somebody finds out\
            """);
    }

    @Test
    void anAssumptionThatStopsByItself() {
        rule(
                "sense",
                "too-slow",
                "",
                "card.redFlag(\"It takes %s years\", $years);",
                "Limit( id == \"several-users\", $most : value )",
                "Project( yearsToFirstProduct > $most, $years : yearsToFirstProduct )");
        bakery.write("assumptions.yaml", """
            assumptions:
              - {fact: project.yearsToFirstProduct, where: {track: bread}, value: 4–6, reason: ovens take time}
              - {fact: project.yearsToFirstProduct, value: 1–2, reason: the rest takes little}
            """);

        assertThat(said()).contains("""
            assumed-stop assumptions.yaml:2:12: `project.yearsToFirstProduct` is assumed to be 4–6, which is what `too-slow` stops by its limit `several-users`
               |   - {fact: project.yearsToFirstProduct, where: {track: bread}, value: 4–6, reason: ovens take time}
               |            ^^^^^^^^^^^^^^^^^^^^^^^^^^^ assume otherwise, or accept it with a reason\
            """).noneMatch(said -> said.startsWith("assumed-stop assumptions.yaml:3"));
    }

    @Test
    void aStopOnAGuess() {
        rule(
                "sense",
                "stop",
                "",
                "card.knockOut(\"No\");",
                "Limit( id == \"several-users\", $min : value )",
                "Project()",
                "accumulate( LeadUser(); $count : count(1); $count < $min )");

        assertThat(said()).containsExactly("""
            assumed-knock-out limits.yaml:5:9: limit `several-users` is assumed, and `stop` stops candidates by it
               |   - id: several-users
               |         ^^^^^^^^^^^^^ find a source, or make it a red flag\
            """);
    }

    // --- awards and variables ---

    @Test
    void oneMeasureThatCountsTwice() {
        limit("yield", "{value: 90 %, source: almanac § 7}");
        rule(
                "chain",
                "good",
                "@points(20)",
                "card.award(\"So it is\");",
                "Limit( id == \"yield\", $min : value )",
                "Project( yieldRate >= $min )");
        rule("money", "good-too", "@points(20)", "card.award(\"So it is\");", "Project( yieldRate > 0 )");

        assertThat(said()).filteredOn(said -> said.startsWith("shared-fact")).containsExactly("""
            shared-fact chain.drl:19:6: `good-too` and `good` all give points for `project.yieldRate`
               |   rule "good"
               |        ^^^^^^ put them into one `@family` if they measure the same\
            """);
    }

    @Test
    void aFamilyOfOneByAMistake() {
        rule(
                "demand",
                "other",
                "@points(20) @family(markt)",
                "card.award(\"So it is\");",
                "Project( claimsScale == true )");

        assertThat(said()).contains("""
            family-of-one demand.drl:41:6: rule `other` is alone in its family `markt`
               |   rule "other"
               |        ^^^^^^^ maybe `market`?\
            """);
    }

    @Test
    void aFamilyOfANote() {
        rule("sense", "other", "@family(market)", "card.note(\"So it is\");", "Project( claimsScale == true )");

        assertThat(said()).containsExactly("""
            family-without-points sense.drl:19:6: rule `other` has no points, so its family `market` changes nothing
               |   rule "other"
               |        ^^^^^^^ remove `@family`\
            """);
    }

    @Test
    void aVariableThatNobodyReads() {
        note("unused", "Project( $need : fundingNeed )");

        assertThat(said()).containsExactly("""
            unused-binding sense.drl:22:12: `$need` is read nowhere
               |   Project( $need : fundingNeed )
               |            ^^^^^ remove it, or say it in the reason\
            """);
    }

    // --- cases ---

    @Test
    void aRuleWithoutCases() {
        bakery.remove("cases/money.yaml");

        assertThat(Lint.remarks(bakery.draft()))
                .filteredOn(remark -> remark.check() == Check.LACKS_CASE)
                .extracting(Remark::about, Remark::id)
                .containsExactly(org.assertj.core.api.Assertions.tuple(Check.About.RULE, "funds-cover-need"));
    }
}
