package dev.winnow.drools.internal.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.WindRule;
import dev.winnow.engine.internal.evaluate.Order;
import dev.winnow.language.internal.check.CheckedRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Patterns that do not depend on the candidate are matched before it, in any order of the rule file. */
class OrderTest {

    /** The types of a rule's patterns, in matching order. */
    private static List<String> order(String when) {
        CheckedRule rule = WindRule.of(when);
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
    void conditionsOnTheCandidateMoveToItsPattern() {
        String when = "Project( $links : links ) Presence( link memberOf $links, held == true, $link : link )";

        assertThat(Rewriter.write(WindRule.of(when))).contains("""
              $fPresence : Presence( Comparisons.same(held, true).isPossible() )
              $fProject : Project( Comparisons.memberOf($fPresence.link(), links).isPossible() )
            """);
    }

    @Test
    void matchedFactsKeepTheAuthorsOrder() {
        assertThat(Rewriter.write(WindRule.of("Project( $links : links ) Presence( link memberOf $links )")))
                .contains(
                        "card.matched(\"turbine\", Comparisons.memberOf($fPresence.link(), $fProject.links()).isCertain(),"
                                + " $fProject, $fPresence);");
    }

    @Test
    void aRuleOfPlainPatternsIsWrittenOnceAndAnyOtherOncePerReading() {
        assertThat(Rewriter.write(WindRule.of("Project( $name : name ) Fund( kind == \"aic\" )")))
                .containsOnlyOnce("rule \"")
                .contains("$fFund.city() != null && Comparisons.same($fFund.kind(), \"aic\").isCertain()");
        assertThat(Rewriter.write(WindRule.of("Project( $name : name ) not Fund( kind == \"aic\" )")))
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
    void aCountThatReadsTheCandidateComesAfterIt() {
        assertThat(order("""
            Project( $links : links )
            accumulate( Presence( link memberOf $links ); $held : count(1); $held > 0 )
            not Coverage( stage memberOf $links )
            """)).containsExactly("Project", "Presence", "Coverage");
    }

    @Test
    void onlyOnePatternOverRowsComesBeforeTheCandidate() {
        assertThat(order("Project( $markets : endMarkets ) Demand( endMarket memberOf $markets ) Firm() Fund()"))
                .containsExactly("Demand", "Project", "Firm", "Fund");
        assertThat(order("Fund() Project( $markets : endMarkets ) Demand( endMarket memberOf $markets )"))
                .containsExactly("Fund", "Project", "Demand");
    }

    @Test
    void rowsFoundByAnEqualityComeAfterTheCandidate() {
        assertThat(order("Project( $owner : owner ) LeadUser( firm == $owner )"))
                .containsExactly("Project", "LeadUser");
    }

    @Test
    void milestonesComeAfterTheCandidate() {
        assertThat(order("Project( $id : id ) Milestone( project == $id )")).containsExactly("Project", "Milestone");
        assertThat(order("Project( $id : id ) not Milestone( project == $id )"))
                .containsExactly("Project", "Milestone");
    }

    @Test
    void nestedArithmeticIsOneCall() {
        assertThat(Rewriter.write(WindRule.of("""
            Project( $need : investment, $a : $need / $need, $b : $a * $a )
            Fund( $have : available, $have >= $b * $need )"""))).contains("Calculation.of(\"../../*.*\", ");
    }
}
