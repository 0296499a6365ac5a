package dev.winnow.engine.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.language.check.CheckedRule;
import dev.winnow.language.check.Law;
import dev.winnow.language.pack.LimitTable;
import dev.winnow.language.syntax.PackRule;
import dev.winnow.language.syntax.RuleFile;
import dev.winnow.language.syntax.RuleParser;
import dev.winnow.language.vocabulary.FactTypes;
import dev.winnow.model.ShippedFacts;
import dev.winnow.model.source.Problem;
import dev.winnow.model.value.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Patterns that do not depend on the candidate are matched before it, whatever the order of the rule file. */
class OrderTest {

    private static CheckedRule rule(String when) {
        List<Problem> problems = new ArrayList<>();
        RuleFile file = new RuleFile("wind.drl", "wind", """
            package town.wind
            import dev.winnow.model.*
            import dev.winnow.engine.*
            global Scorecard card
            rule "turbine"
              @title("A turbine")  @points(10)  @source("almanac")
            when
            %s
            then
              card.award("Wind");
            end
            """.formatted(when), problems);
        PackRule read = RuleParser.parse(file, "town.wind").rules().get(0);
        CheckedRule checked = Law.check(
                file,
                read,
                FactTypes.of(ShippedFacts.VOCABULARY),
                LimitTable.read(null, Unit.MONEY, new ArrayList<>()),
                Set.of("wind"));
        assertThat(problems).isEmpty();
        if (checked == null) {
            throw new AssertionError("refused without a word");
        }
        return checked;
    }

    /** The types of a rule's patterns in the order in which they are matched. */
    private static List<String> order(String when) {
        CheckedRule rule = rule(when);
        return Order.of(rule).patterns().stream()
                .map(index -> rule.types().get(index).name())
                .toList();
    }

    @Test
    void rowsOfTheCityComeBeforeTheCandidate() {
        assertThat(order("Project( $links : links ) Presence( link memberOf $links )"))
                .containsExactly("Presence", "Project");
    }

    @Test
    void theirConditionsOnTheCandidateMoveToIt() {
        String when = "Project( $links : links ) Presence( link memberOf $links, held == true, $link : link )";

        assertThat(Rewriter.write(rule(when))).contains("""
              $fPresence : Presence( Possibly.same(held, true) )
              $fProject : Project( Possibly.memberOf($fPresence.link(), links) )
            """);
    }

    @Test
    void whatWasMatchedIsNamedInTheAuthorsOrder() {
        assertThat(Rewriter.write(rule("Project( $links : links ) Presence( link memberOf $links )")))
                .contains("card.matched(\"turbine\", Certainly.memberOf($fPresence.link(), $fProject.links()),"
                        + " $fProject, $fPresence);");
    }

    @Test
    void aRuleOfPlainPatternsIsWrittenOnceAndAnyOtherForEachReading() {
        assertThat(Rewriter.write(rule("Project( $name : name ) Fund( kind == \"aic\" )")))
                .containsOnlyOnce("rule \"")
                .contains("$fFund.city() != null && Certainly.same($fFund.kind(), \"aic\")");
        assertThat(Rewriter.write(rule("Project( $name : name ) not Fund( kind == \"aic\" )")))
                .contains("rule \"turbine\"", "rule \"turbine ?\"");
    }

    @Test
    void theDayAndTheCityComeBeforeTheCandidate() {
        assertThat(order("Project() AsOf( $today : date ) City( aicEquityPilotSince <= $today ) Fund()"))
                .containsExactly("AsOf", "City", "Fund", "Project");
    }

    @Test
    void aCountOverRowsAloneComesBeforeTheCandidate() {
        assertThat(order("""
            Project( $links : links )
            ChainLink( id memberOf $links, $near : neighbours )
            accumulate( Presence( link memberOf $near ); $held : count(1); $held > 0 )
            not Coverage( held == true )
            """)).containsExactly("ChainLink", "Presence", "Coverage", "Project");
    }

    @Test
    void aCountThatReadsTheCandidateStaysBehindIt() {
        assertThat(order("""
            Project( $links : links )
            accumulate( Presence( link memberOf $links ); $held : count(1); $held > 0 )
            not Coverage( stage memberOf $links )
            """)).containsExactly("Project", "Presence", "Coverage");
    }

    @Test
    void onePatternOverRowsComesBeforeTheCandidateAndNoSecond() {
        assertThat(order("Project( $markets : endMarkets ) Demand( endMarket memberOf $markets ) Firm() Fund()"))
                .containsExactly("Demand", "Project", "Firm", "Fund");
        assertThat(order("Fund() Project( $markets : endMarkets ) Demand( endMarket memberOf $markets )"))
                .containsExactly("Fund", "Project", "Demand");
    }

    @Test
    void whatIsFoundByAnEqualityStaysBehindTheCandidate() {
        assertThat(order("Project( $owner : owner ) LeadUser( firm == $owner )"))
                .containsExactly("Project", "LeadUser");
    }

    @Test
    void milestonesOfTheCandidateStayBehindIt() {
        assertThat(order("Project( $id : id ) Milestone( project == $id )")).containsExactly("Project", "Milestone");
        assertThat(order("Project( $id : id ) not Milestone( project == $id )"))
                .containsExactly("Project", "Milestone");
    }
}
