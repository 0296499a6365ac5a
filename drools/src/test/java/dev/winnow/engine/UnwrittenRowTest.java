package dev.winnow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Undetermined;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The unwritten row has no key of a written row; and an empty list contains nothing. */
class UnwrittenRowTest {

    private enum Outcome {
        FIRES,
        OPEN,
        NOT
    }

    /** Expected outcome of a rule with some patterns, for a project in a town. */
    private record Case(Outcome outcome, String project, String patterns, String town) {

        Case(Outcome outcome, String project, String patterns) {
            this(outcome, project, patterns, TOWN);
        }
    }

    /** Demand for bread is 5 mn yuan a year; other demand is unknown. */
    private static final String TOWN = """
        universe: {name: town, asOf: 2024-01-01}
        cities:
          - id: mill
            demands: [{endMarket: bread, annualOutput: 5 mn yuan}]
            leadUsers: [{firm: Cafe, endMarket: bread}]
            firms: [{name: Cafe, links: []}]
            complete: [leadUsers, firms]
        projects: [{id: rye, %s}]
        """;

    /** Cafe buys bread and tea, Inn buys bread; other buyers are unknown. */
    private static final String MARKET = """
        universe: {name: town, asOf: 2024-01-01}
        cities:
          - id: mill
            leadUsers: [{firm: Cafe, endMarket: bread}, {firm: Cafe, endMarket: tea}, {firm: Inn, endMarket: bread}]
        projects: [{id: rye, %s}]
        """;

    /** A rule that holds if fewer than three rows meet conditions; open if one row can have two keys that meet them. */
    private static Case fewerThanThree(Outcome outcome, String project, String conditions) {
        return new Case(
                outcome,
                project,
                "accumulate( LeadUser( " + conditions + " ); $rows : count(1); $rows <= $several )",
                MARKET);
    }

    private static final List<Case> CASES = List.of(
            // The key compared with a text.
            new Case(Outcome.NOT, "endMarkets: [bread]", "Demand( endMarket == \"bread\", annualOutput >= $large )"),
            new Case(Outcome.OPEN, "endMarkets: [bread]", "Demand( endMarket == \"tea\", annualOutput >= $large )"),
            new Case(Outcome.OPEN, "endMarkets: [bread]", "Demand( endMarket != \"bread\", annualOutput >= $large )"),
            new Case(
                    Outcome.OPEN,
                    "endMarkets: [bread]",
                    "Demand( !( endMarket == \"bread\" ), annualOutput >= $large )"),
            new Case(
                    Outcome.NOT,
                    "endMarkets: [bread]",
                    "Demand( !( endMarket != \"bread\" ), annualOutput >= $large )"),
            new Case(
                    Outcome.NOT, "endMarkets: [bread]", "Demand( endMarket in ( \"bread\" ), annualOutput >= $large )"),
            new Case(
                    Outcome.OPEN,
                    "endMarkets: [bread]",
                    "Demand( endMarket in ( \"bread\", \"tea\" ), annualOutput >= $large )"),
            new Case(
                    Outcome.OPEN,
                    "endMarkets: [bread]",
                    "Demand( endMarket not in ( \"bread\" ), annualOutput >= $large )"),
            // The key compared with lists of the project.
            new Case(
                    Outcome.NOT,
                    "endMarkets: [bread]",
                    "Demand( endMarket memberOf $markets, annualOutput >= $large )"),
            new Case(
                    Outcome.OPEN,
                    "endMarkets: [bread, tea]",
                    "Demand( endMarket memberOf $markets, annualOutput >= $large )"),
            new Case(Outcome.OPEN, "name: Rye", "Demand( endMarket memberOf $markets, annualOutput >= $large )"),
            new Case(Outcome.NOT, "endMarkets: []", "Demand( endMarket memberOf $markets, annualOutput >= $large )"),
            new Case(
                    Outcome.OPEN,
                    "endMarkets: [bread]",
                    "Demand( endMarket not memberOf $markets, annualOutput >= $large )"),
            new Case(
                    Outcome.OPEN,
                    "endMarkets: {value: [bread], more: true}",
                    "Demand( endMarket memberOf $markets, annualOutput >= $large )"),
            // In absences and sums.
            new Case(
                    Outcome.FIRES,
                    "endMarkets: [bread]",
                    "not Demand( endMarket memberOf $markets, annualOutput >= $large )"),
            new Case(
                    Outcome.OPEN,
                    "endMarkets: [tea]",
                    "not Demand( endMarket memberOf $markets, annualOutput >= $large )"),
            new Case(Outcome.FIRES, "endMarkets: []", "not Demand( endMarket memberOf $markets )"),
            new Case(
                    Outcome.FIRES,
                    "endMarkets: [bread]",
                    "accumulate( Demand( endMarket memberOf $markets, $size : annualOutput ); $sum : sum( $size );"
                            + " $sum < $large )"),
            new Case(
                    Outcome.OPEN,
                    "endMarkets: [bread, tea]",
                    "accumulate( Demand( endMarket memberOf $markets, $size : annualOutput ); $sum : sum( $size );"
                            + " $sum < $large )"),
            new Case(
                    Outcome.FIRES,
                    "endMarkets: [bread]",
                    "accumulate( Demand( endMarket memberOf $markets ); $rows : count(1); $rows < $several )"),
            // The key compared with other rows, on either side.
            new Case(
                    Outcome.NOT,
                    "endMarkets: [bread]",
                    "LeadUser( $sold : endMarket ) Demand( endMarket == $sold, annualOutput >= $large )"),
            new Case(
                    Outcome.NOT,
                    "endMarkets: [bread]",
                    "Demand( $sold : endMarket, annualOutput >= $large ) LeadUser( endMarket == $sold )"),
            new Case(
                    Outcome.OPEN,
                    "endMarkets: [bread]",
                    "Demand( $sold : endMarket, annualOutput >= $large ) LeadUser( endMarket != $sold )"),
            new Case(
                    Outcome.OPEN,
                    "endMarkets: [bread]",
                    "Demand( $sold : endMarket, annualOutput >= $large ) not LeadUser( endMarket == $sold )"),
            new Case(
                    Outcome.NOT,
                    "endMarkets: [bread]",
                    "Demand( $sold : endMarket, annualOutput >= $large ) not LeadUser( endMarket != $sold )"),
            new Case(
                    Outcome.OPEN,
                    "endMarkets: [bread]",
                    "Demand( $one : endMarket, annualOutput >= $large ) Demand( endMarket != $one )"),
            // An empty list contains nothing, known or unknown.
            new Case(Outcome.NOT, "name: Rye", "Firm( links contains $track )"),
            new Case(Outcome.FIRES, "name: Rye", "Firm( links not contains $track )"),
            new Case(Outcome.OPEN, "endMarkets: [bread]", "Demand( endMarket not memberOf $links )"),
            new Case(Outcome.FIRES, "links: []", "LeadUser( endMarket not memberOf $links )"),
            // A key of two parts is new if either part is.
            fewerThanThree(Outcome.FIRES, "name: Rye", "firm == \"Cafe\", endMarket == \"bread\""),
            fewerThanThree(Outcome.FIRES, "name: Rye", "\"Cafe\" == firm && endMarket in ( \"bread\", \"tea\" )"),
            fewerThanThree(Outcome.OPEN, "name: Rye", "firm == \"Inn\", endMarket in ( \"bread\", \"tea\" )"),
            fewerThanThree(Outcome.OPEN, "name: Rye", "firm == \"Cafe\", endMarket != \"milk\""),
            fewerThanThree(Outcome.OPEN, "name: Rye", "firm == \"Cafe\""),
            fewerThanThree(Outcome.OPEN, "name: Rye", "endMarket == firm, endMarket == \"bread\""),
            fewerThanThree(Outcome.FIRES, "endMarkets: [tea, bread]", "firm == \"Cafe\", endMarket memberOf $markets"),
            fewerThanThree(Outcome.OPEN, "endMarkets: [tea, milk]", "firm == \"Cafe\", endMarket memberOf $markets"),
            fewerThanThree(Outcome.OPEN, "name: Rye", "firm == \"Cafe\", endMarket memberOf $markets"),
            fewerThanThree(
                    Outcome.OPEN,
                    "endMarkets: {value: [bread], more: true}",
                    "firm == \"Cafe\", endMarket memberOf $markets"),
            fewerThanThree(Outcome.FIRES, "owner: Cafe", "firm == $owner, endMarket == \"bread\""),
            fewerThanThree(Outcome.OPEN, "owner: Mill", "firm == $owner, endMarket == \"bread\""),
            fewerThanThree(Outcome.OPEN, "name: Rye", "firm == $owner, endMarket == \"bread\""),
            fewerThanThree(
                    Outcome.OPEN, "name: Rye", "( firm == \"Cafe\" || firm == \"Inn\" ), endMarket == \"bread\""));

    @TempDir
    private static Path folder;

    private static List<Screener> screeners;

    static List<Case> cases() {
        return CASES;
    }

    @BeforeAll
    static void compile() throws IOException {
        Bakery bakery = Bakery.in(folder);
        StringBuilder rules = new StringBuilder(bakery.text("demand.drl"));
        for (int i = 0; i < CASES.size(); i++) {
            rules.append("""

                rule "%s"
                  @title("Case %s")
                  @points(1)  @source("almanac § 9")
                when
                  Limit( id == "large-market", $large : value )
                  Limit( id == "several-users", $several : value )
                  Project( $name : name, $markets : endMarkets, $links : links, $track : track, $owner : owner )
                  %s
                then
                  card.award("%%s asks", $name);
                end
                """.formatted(rule(i), i, CASES.get(i).patterns()));
        }
        Files.writeString(bakery.path("demand.drl"), rules);
        RulePack pack = RulePack.draft(bakery.folder());
        screeners = List.of(
                Screener.of(pack, Matcher.FUSED, 5), Screener.of(pack, Matcher.PHREAK, 5), Screener.walking(pack));
    }

    private static String rule(int number) {
        return "case-" + (char) ('a' + number / 26) + (char) ('a' + number % 26);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void allEvaluatorsAgree(Case one) {
        String rule = rule(CASES.indexOf(one));
        Universe universe =
                Universe.parse(Vocabulary.core(), Map.of("u.yaml", one.town().formatted(one.project())));
        assertThat(universe.problems()).isEmpty();
        for (Screener screener : screeners) {
            assertThat(outcome(Explained.of(screener, universe).pairs().get(0), rule))
                    .isEqualTo(one.outcome());
        }
    }

    private static Outcome outcome(Explanation explanation, String rule) {
        return explanation.findings().stream()
                        .anyMatch(finding -> finding.rule().equals(rule))
                ? Outcome.FIRES
                : explanation.undetermined().stream().map(Undetermined::rule).anyMatch(rule::equals)
                        ? Outcome.OPEN
                        : Outcome.NOT;
    }
}
