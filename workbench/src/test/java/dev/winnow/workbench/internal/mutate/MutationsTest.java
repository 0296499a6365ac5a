package dev.winnow.workbench.internal.mutate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.Bakery;
import dev.winnow.engine.RulePack;
import dev.winnow.language.internal.pack.PackFiles;
import dev.winnow.model.AllocationLimit;
import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Unit;
import dev.winnow.workbench.internal.mutate.Mutant.Kind;
import dev.winnow.workbench.internal.mutate.Mutations.Variant;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of mutation, at its place, and no invalid rule. */
class MutationsTest {

    @TempDir
    private Path folder;

    private static List<Mutant> mutants(Bakery bakery, String rule) {
        RulePack pack = bakery.draft();
        Mutations mutations = new Mutations(pack, PackFiles.read(bakery.folder(), new ArrayList<>()));
        return pack.checkedRules().stream()
                .filter(one -> one.id().equals(rule))
                .flatMap(one -> mutations.of(one).stream())
                .map(Variant::mutant)
                .toList();
    }

    private static List<String> said(List<Mutant> mutants, Kind... kinds) {
        return mutants.stream()
                .filter(mutant -> kinds.length == 0 || List.of(kinds).contains(mutant.kind()))
                .map(mutant -> mutant.place().line() + ":" + mutant.place().column() + " " + mutant.before() + " → "
                        + mutant.after())
                .toList();
    }

    /** Returns the mutations of a rule with these patterns. */
    private List<String> of(String patterns, Kind... kinds) {
        Bakery bakery = Bakery.in(folder)
                .edit("sense.drl", "  Project( $id : id )\n", "")
                .edit("sense.drl", "  Milestone( project == $id, step == \"production\", $day : reached )\n", patterns)
                .edit("sense.drl", "since %s\", $day", "before\"");
        return said(mutants(bakery, "baked-before"), kinds);
    }

    @Test
    void allMutationsOfARuleOnDemand() {
        assertThat(said(mutants(Bakery.in(folder), "market-at-scale")))
                .containsExactly(
                        "11:11 40 → 39",
                        "11:11 40 → 41",
                        "11:16 @family(market) → ",
                        "15:11 endMarket memberOf $markets → ",
                        "15:21 memberOf → not memberOf",
                        "15:83 annualOutput >= $min → ",
                        "15:96 >= → <",
                        "15:96 >= → >",
                        "17:8 award → note",
                        "17:53 $market, $size → $size, $market",
                        "17:62 $size, $min → $min, $size",
                        "4:40 30 mn yuan → 33 mn yuan",
                        "4:40 30 mn yuan → 27 mn yuan",
                        "4:100 50 mn yuan → 55 mn yuan",
                        "4:100 50 mn yuan → 45 mn yuan");
    }

    /** The cost of a mutation grows with its rule, not with its file. */
    @Test
    void theCostPerRuleDoesNotGrowWithTheFile() {
        Bakery bakery = Bakery.in(folder);
        String rules = IntStream.range(0, 300).mapToObj(i -> """

                    rule "rule-%d"
                      @title("A rule of the test")  @points(1)  @source("almanac § 9")
                    when
                      Project( claimsScale == true )
                    then
                      card.award("So it is");
                    end
                    """.formatted(i)).collect(Collectors.joining());
        bakery.write("money.drl", bakery.text("money.drl") + rules);
        RulePack pack = bakery.draft();
        Mutations mutations = new Mutations(pack, PackFiles.read(bakery.folder(), new ArrayList<>()));
        long found = AllocationLimit.megabytes(
                1_000,
                () -> pack.checkedRules().stream()
                        .mapToLong(rule -> mutations.of(rule).size())
                        .sum());
        assertThat(found).isGreaterThan(900);
    }

    @Test
    void allMutationsOfARowOfATable() {
        Bakery bakery = Bakery.in(folder)
                .edit("demand.drl", "rule \"market-at-scale\"\n", "rule \"market\"\n")
                .edit("demand.drl", "  @points(40)  @family(market)  @source(\"almanac § 1\")\n", """
                      @source("almanac § 1")
                      @table(
                        rule              | $market | $min           | points
                        "market-at-scale" | "bread" | "large-market" |     40
                        "market-of-cake"  | "cake"  | -              |     20
                      )
                    """)
                .edit("demand.drl", "Limit( id == \"large-market\", $min : value )", "Limit( $min : value )")
                .edit("demand.drl", "%s sells for %s a year, %s is large\", $market, $size, $min", "%s sells\", $size");

        assertThat(said(mutants(bakery, "market-at-scale")))
                .containsExactly(
                        "14:25 \"bread\" → -",
                        "14:25 \"bread\" → \"cake\"",
                        "14:56 40 → 39",
                        "14:56 40 → 41",
                        "20:11 endMarket memberOf $markets → ",
                        "20:21 memberOf → not memberOf",
                        "20:83 annualOutput >= $min → ",
                        "20:96 >= → <",
                        "20:96 >= → >",
                        "22:8 award → note",
                        "4:40 30 mn yuan → 33 mn yuan",
                        "4:40 30 mn yuan → 27 mn yuan",
                        "4:100 50 mn yuan → 55 mn yuan",
                        "4:100 50 mn yuan → 45 mn yuan");
    }

    @Test
    void theLineIsShownWithItsChange() {
        Mutant dropped = mutants(Bakery.in(folder), "market-at-scale").get(5);
        assertThat(dropped.place().text())
                .isEqualTo("  Demand( endMarket memberOf $markets, $market : endMarket, $size : annualOutput,"
                        + " annualOutput >= $min )");
        assertThat(dropped.changed())
                .isEqualTo("  Demand( endMarket memberOf $markets, $market : endMarket, $size : annualOutput )");
        Mutant limit = mutants(Bakery.in(folder), "cafes-at-hand").stream()
                .filter(mutant -> mutant.kind() == Kind.LIMIT)
                .findFirst()
                .orElseThrow();
        assertThat(limit.changed()).isEqualTo("    values: [{value: 4}]");
        assertThat(limit.place().toString()).endsWith("limits.yaml:7:22");
    }

    @Test
    void signsAndWordsAreFlipped() {
        assertThat(of(
                        "  Project( yieldRate >= 1 || linkedFirms < 1, track in (\"bread\"), claimsScale == true,"
                                + " links not contains \"mill\", !( owner != \"a\" ) )\n",
                        Kind.OPERATOR,
                        Kind.CONSTANT))
                .containsExactly(
                        "13:22 >= → <",
                        "13:22 >= → >",
                        "13:25 1 → 0",
                        "13:27 || → &&",
                        "13:42 < → <=",
                        "13:42 < → >=",
                        "13:44 1 → 0",
                        "13:53 in → not in",
                        "13:79 == → !=",
                        "13:82 true → false",
                        "13:94 not contains → contains",
                        "13:115 ! → ",
                        "13:124 != → ==");
    }

    @Test
    void aNotIsAddedAndRemovedIfNoVariableIsReadLater() {
        assertThat(of("  Project( $m : endMarkets )\n  not Demand( endMarket memberOf $m )\n", Kind.NOT, Kind.PATTERN))
                .containsExactly("14:3 not → ", "14:3 not Demand( endMarket memberOf $m ) → ");
        assertThat(of("  Project( $m : endMarkets )\n  Demand( endMarket memberOf $m )\n", Kind.NOT))
                .containsExactly("14:3  → not");
        String bound = "  Project( $m : endMarkets )\n  Demand( $e : endMarket )\n  LeadUser( endMarket == $e )\n";
        assertThat(of(bound, Kind.NOT, Kind.PATTERN))
                .containsExactly("15:3  → not", "15:3 LeadUser( endMarket == $e ) → ");
    }

    @Test
    void aSumBecomesACount() {
        assertThat(of(
                        "  Project()\n  accumulate( Fund( $left : available ); $m : sum($left); $m > 0 )\n",
                        Kind.TOTAL,
                        Kind.CONSTANT,
                        Kind.OPERATOR))
                .containsExactly("14:47 sum($left) → count(1)", "14:62 > → <=", "14:62 > → >=");
        assertThat(of(
                        "  Project()\n  accumulate( Demand( $u : annualUnits ); $n : count(1); $n > 1 )\n",
                        Kind.TOTAL,
                        Kind.CONSTANT))
                .containsExactly("14:48 count(1) → sum($u)", "14:63 1 → 0");
    }

    @Test
    void arithmeticIsFlippedWhereItsUnitsAllow() {
        assertThat(of("  Project()\n  Demand( annualUnits * partsPerUnit >= 1 )\n", Kind.OPERATOR))
                .contains("14:23 * → /");
        assertThat(of("  Project( investment + fundingNeed > 0 )\n", Kind.OPERATOR))
                .contains("13:23 + → -");
    }

    @Test
    void partAndWholeChangePlaces() {
        assertThat(said(mutants(Bakery.in(folder), "cafes-at-hand"), Kind.SHARE, Kind.VERB, Kind.WORDS))
                .containsExactly(
                        "28:8 awardShare → award",
                        "28:19 $users, $enough → $enough, $users",
                        "28:71 $users, $enough → $enough, $users");
    }

    @Test
    void verbsAndActionsAreSwapped() {
        assertThat(said(mutants(Bakery.in(folder), "nobody-eats-it"), Kind.VERB))
                .containsExactly("38:8 redFlag → knockOut");
        assertThat(said(mutants(Bakery.in(folder), "fills-gap"), Kind.VERB, Kind.ACTION))
                .containsExactly("11:24 SUPPLEMENT → STRENGTHEN", "16:8 award → note");
    }

    @Test
    void aCapCapsAnotherCriterion() {
        Bakery bakery = Bakery.in(folder)
                .edit(
                        "sense.drl",
                        "  Project( $id : id )\n",
                        "  Limit( id == \"large-cap\", $c : value )\n  Project( $id : id )\n")
                .edit("sense.drl", "card.note(", "card.cap(\"demand\", $c, ")
                .edit(
                        "limits.yaml",
                        "limits:\n",
                        "limits:\n"
                                + "  - {id: large-cap, title: A cap, values: [{value: 40}], assumed: true, reason: a"
                                + " test}\n");
        assertThat(said(mutants(bakery, "baked-before"), Kind.CRITERION, Kind.VERB, Kind.LIMIT))
                .containsExactly("17:8 cap → note", "17:12 \"demand\" → \"chain\"", "2:52 40 → 44", "2:52 40 → 36");
    }

    @Test
    void limitsMoveByOneWhereTheyCountAndElseByATenth() {
        assertThat(moved("2", Unit.NUMBER)).containsExactly("3", "1");
        assertThat(moved("0", Unit.NUMBER)).containsExactly("1");
        assertThat(moved("2.5", Unit.NUMBER)).containsExactly("2.75", "2.25");
        assertThat(moved("100000000", Unit.NUMBER)).containsExactly("110000000", "90000000");
        assertThat(moved("0.95", Unit.SHARE)).containsExactly("0.975", "0.855");
        assertThat(moved("1", Unit.SHARE)).containsExactly("0.9");
        assertThat(moved("300000", Unit.MONEY)).containsExactly("330000", "270000");
    }

    private static List<String> moved(String value, Unit unit) {
        return LimitMutations.moved(Amount.of(value), unit).stream()
                .map(Amount::toString)
                .toList();
    }

    @Test
    void mutatedPointsStayValid() {
        Bakery bakery = Bakery.in(folder)
                .edit("demand.drl", "@points(40)", "@points(100)")
                .edit("demand.drl", "@points(30)", "@points(1)");
        assertThat(said(mutants(bakery, "market-at-scale"), Kind.POINTS)).containsExactly("11:11 100 → 99");
        assertThat(said(mutants(bakery, "cafes-at-hand"), Kind.POINTS)).containsExactly("22:11 1 → 2");
    }
}
