package dev.winnow.language.internal.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.language.internal.syntax.Expression.Arithmetic;
import dev.winnow.language.internal.syntax.Expression.Compare;
import dev.winnow.language.internal.syntax.Expression.Comparison;
import dev.winnow.language.internal.syntax.Expression.Member;
import dev.winnow.language.internal.syntax.Expression.Not;
import dev.winnow.language.internal.syntax.Expression.OneOf;
import dev.winnow.language.internal.syntax.Expression.Or;
import dev.winnow.language.internal.syntax.Expression.Property;
import dev.winnow.language.internal.syntax.Expression.Size;
import dev.winnow.language.internal.syntax.Expression.Variable;
import dev.winnow.language.internal.syntax.Pattern.Kind;
import dev.winnow.model.domain.ChainAction;
import dev.winnow.model.result.Effect;
import dev.winnow.model.source.Foreign;
import dev.winnow.model.source.Problem;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The grammar of rule files, construct by construct, and what it rejects. */
class RuleGrammarTest {

    private static final String HEADER = """
        package town.wind
        import dev.winnow.model.*
        import dev.winnow.engine.*
        global Scorecard card
        """;

    private final List<Problem> problems = new ArrayList<>();

    private RuleParser.Rules read(String rules) {
        RuleFile file = new RuleFile("wind.drl", "wind", HEADER + rules, problems);
        return RuleParser.parse(file, "town.wind");
    }

    private PackRule rule(String when, String then) {
        RuleParser.Rules read = read("rule \"turbine\"\n  @title(\"T\") @points(12.5) @source(\"almanac\")\nwhen\n"
                + when + "\nthen\n  " + then + "\nend\n");
        assertThat(problems).isEmpty();
        return read.rules().get(0);
    }

    private Expression test(String condition) {
        return rule("Project( " + condition + " )", "card.award(\"x\");")
                .patterns()
                .get(0)
                .conditions()
                .get(0);
    }

    @Test
    void annotationsGiveThePointsOfARule() {
        PackRule rule = read("""
            rule "turbine"
              @title("A turbine")  @points(12.5)  @source("almanac § 2")
              @family(wind-and-water)  @action(EXTEND)
            when
              Project()
            then
              card.award("Wind");
            end
            """).rules().get(0);

        assertThat(problems).isEmpty();
        assertThat(rule.id()).isEqualTo("turbine");
        assertThat(rule.criterion()).isEqualTo("wind");
        assertThat(rule.title()).isEqualTo("A turbine");
        assertThat(rule.points()).isEqualByComparingTo("12.5");
        assertThat(rule.source()).isEqualTo("almanac § 2");
        assertThat(rule.family()).isEqualTo("wind-and-water");
        assertThat(rule.action()).isEqualTo(ChainAction.EXTEND);
        assertThat(rule.place()).hasToString("wind.drl:5:6");
    }

    @Test
    void aPatternBindsAndCompares() {
        Pattern pattern = rule("Demand( $market : endMarket, annualOutput >= $min )", "card.award(\"x\");")
                .patterns()
                .get(0);

        assertThat(pattern.kind()).isEqualTo(Kind.FACT);
        assertThat(pattern.type()).isEqualTo("Demand");
        assertThat(pattern.bindings()).singleElement().satisfies(binding -> {
            assertThat(binding.variable()).isEqualTo("$market");
            assertThat(binding.value())
                    .isInstanceOfSatisfying(
                            Property.class,
                            property -> assertThat(property.name()).isEqualTo("endMarket"));
        });
        assertThat(pattern.conditions()).singleElement().isInstanceOfSatisfying(Compare.class, compare -> {
            assertThat(compare.sign()).isEqualTo(Comparison.AT_LEAST);
            assertThat(compare.right())
                    .isInstanceOfSatisfying(
                            Variable.class,
                            variable -> assertThat(variable.name()).isEqualTo("$min"));
        });
    }

    @ParameterizedTest
    @CsvSource({"==,SAME", "!=,DIFFERENT", ">=,AT_LEAST", ">,MORE_THAN", "<=,AT_MOST", "<,LESS_THAN"})
    void comparisons(String sign, Comparison comparison) {
        assertThat(test("linkedFirms " + sign + " $few"))
                .isInstanceOfSatisfying(
                        Compare.class, compare -> assertThat(compare.sign()).isEqualTo(comparison));
    }

    @Test
    void listsAndTheirMembers() {
        assertThat(test("track memberOf $tracks"))
                .isInstanceOfSatisfying(
                        Member.class, member -> assertThat(member.negated()).isFalse());
        assertThat(test("track not memberOf $tracks"))
                .isInstanceOfSatisfying(
                        Member.class, member -> assertThat(member.negated()).isTrue());
        assertThat(test("links contains $link")).isInstanceOfSatisfying(Member.class, member -> {
            assertThat(member.item()).isInstanceOf(Variable.class);
            assertThat(member.list()).isInstanceOf(Property.class);
        });
        assertThat(test("links not contains \"blade\""))
                .isInstanceOfSatisfying(
                        Member.class, member -> assertThat(member.negated()).isTrue());
        assertThat(test("links.size() > 0"))
                .isInstanceOfSatisfying(
                        Compare.class, compare -> assertThat(compare.left()).isInstanceOf(Size.class));
    }

    @Test
    void textsWrittenOut() {
        assertThat(test("track in ( \"wind\", 'water' )")).isInstanceOfSatisfying(OneOf.class, oneOf -> {
            assertThat(oneOf.negated()).isFalse();
            assertThat(oneOf.options()).extracting(Expression.Text::value).containsExactly("wind", "water");
        });
        assertThat(test("track not in ( \"wind\" )"))
                .isInstanceOfSatisfying(
                        OneOf.class, oneOf -> assertThat(oneOf.negated()).isTrue());
    }

    @Test
    void orBindsLooserThanAndAndThanNot() {
        assertThat(test("claimsScale == true || claimsScarcity == true && !( track == \"wind\" )"))
                .isInstanceOfSatisfying(Or.class, or -> {
                    assertThat(or.parts()).hasSize(2);
                    assertThat(or.parts().get(1))
                            .isInstanceOfSatisfying(
                                    Expression.And.class,
                                    and -> assertThat(and.parts().get(1)).isInstanceOf(Not.class));
                });
        assertThat(test("( claimsScale == true || claimsScarcity == true ) && track == \"wind\""))
                .isInstanceOfSatisfying(
                        Expression.And.class,
                        and -> assertThat(and.parts().get(0)).isInstanceOf(Or.class));
    }

    @Test
    void productsBindTighterThanSums() {
        assertThat(test("investment - fundingNeed * linkedFirms > 0"))
                .isInstanceOfSatisfying(
                        Compare.class,
                        compare -> assertThat(compare.left()).isInstanceOfSatisfying(Arithmetic.class, difference -> {
                            assertThat(difference.sign()).isEqualTo('-');
                            assertThat(difference.right())
                                    .isInstanceOfSatisfying(
                                            Arithmetic.class,
                                            product ->
                                                    assertThat(product.sign()).isEqualTo('*'));
                        }));
        assertThat(test("( investment + fundingNeed ) / linkedFirms > $x"))
                .isInstanceOfSatisfying(
                        Compare.class,
                        compare -> assertThat(compare.left())
                                .isInstanceOfSatisfying(
                                        Arithmetic.class,
                                        quotient -> assertThat(quotient.sign()).isEqualTo('/')));
    }

    @Test
    void notAppliesToOnePattern() {
        assertThat(rule("not Demand( endMarket == \"wind\" )", "card.award(\"x\");")
                        .patterns())
                .singleElement()
                .satisfies(pattern -> assertThat(pattern.kind()).isEqualTo(Kind.NOT));
        assertThat(rule("not( Demand( endMarket == \"wind\" ) )", "card.award(\"x\");")
                        .patterns())
                .singleElement()
                .satisfies(pattern -> assertThat(pattern.kind()).isEqualTo(Kind.NOT));
    }

    @Test
    void accumulateCountsOrSums() {
        Pattern.Total count = rule(
                        "accumulate( Firm( links contains \"blade\" ); $n : count(1); $n >= 1 )", "card.award(\"x\");")
                .patterns()
                .get(0)
                .total();
        assertThat(count.argument()).isNull();
        assertThat(count.variable()).isEqualTo("$n");
        assertThat(count.sign()).isEqualTo(Comparison.AT_LEAST);

        Pattern.Total sum = rule(
                        "accumulate( Fund( $a : available ); $sum : sum($a); $sum < $need )", "card.award(\"x\");")
                .patterns()
                .get(0)
                .total();
        assertThat(sum.argument()).isInstanceOf(Variable.class);
        assertThat(sum.sign()).isEqualTo(Comparison.LESS_THAN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "card.award(\"%s\", $a); | AWARD | 0",
                "card.awardShare($a, $b, \"%s of %s\", $a, $b); | AWARD_SHARE | 2",
                "card.knockOut(\"x\"); | KNOCK_OUT | 0",
                "card.redFlag(\"x\"); | RED_FLAG | 0",
                "card.cap(\"wind\", $c, \"x\"); | CAP | 2",
                "card.note(\"x\"); | NOTE | 0",
                "card.suggest($d, \"x\"); | SUGGEST | 1"
            })
    void verbs(String sentence, Verb verb, int leading) {
        boolean awards = verb.effect().hasPoints();
        RuleParser.Rules read = read("rule \"turbine\" @title(\"T\") @source(\"S\") " + (awards ? "@points(1)" : "")
                + " when Project() then " + sentence + " end");

        assertThat(problems).isEmpty();
        assertThat(read.rules()).singleElement().satisfies(rule -> {
            assertThat(rule.consequence().word()).isEqualTo(verb.word);
            assertThat(rule.effect()).isEqualTo(verb.effect());
            assertThat(rule.leading()).hasSize(leading);
        });
    }

    @Test
    void commentsAndLayoutDoNotMatter() {
        assertThat(rule(
                                "// a comment\n Project( /* none */ links.size()\n > 0 ) // \"not closed",
                                "card.award(\"// %s\", $x);")
                        .text())
                .isEqualTo("// %s");
    }

    @Test
    void aTextMayContainQuotesAndOtherScripts() {
        assertThat(rule("Project( name == \"风 \\\"电\\\"\" )", "card.award(\"O'Wind\");")
                        .patterns()
                        .get(0)
                        .conditions())
                .singleElement()
                .isInstanceOfSatisfying(
                        Compare.class,
                        compare -> assertThat(compare.right())
                                .isInstanceOfSatisfying(
                                        Expression.Text.class,
                                        text -> assertThat(text.value()).isEqualTo("风 \"电\"")));
    }

    @Test
    void afterAMistakeTheNextRuleIsRead() {
        RuleParser.Rules read = read("""
            rule "broken"
            when
              exists Project()
            then
              card.note("x");
            end
            rule "without-end" @title("T") @source("S")
            when
              Project()
            then
              card.note("x");
            rule "good" @title("T") @source("S")
            when
              Project()
            then
              card.note("x");
            end
            """);

        assertThat(read.ids()).containsExactlyInAnyOrder("broken", "without-end", "good");
        assertThat(read.rules()).extracting(PackRule::id).containsExactly("without-end", "good");
        assertThat(read.flawed()).containsExactly("without-end");
        assertThat(read.whole()).isTrue();
        assertThat(problems).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exists Project()",
                "forall( Project() )",
                "eval( true )",
                "Project() or Project()",
                "Project() and Project()",
                "Project() from $list",
                "collect( Project() )",
                "groupby( Project(); $x; $y )",
                "$p : Project()",
                "( Project() )",
                "not not Project()",
                "not( Project() Project() )",
                "not accumulate( Project(); $n : count(1); $n > 0 )",
                "Project( evidence.source == \"x\" )",
                "Project( track == null )",
                "Project( track != null )",
                "Project( this == $x )",
                "Project( track matches \"w.*\" )",
                "Project( track soundslike \"wind\" )",
                "Project( track str[startsWith] \"w\" )",
                "Project( track.length() > 1 )",
                "Project( track.toUpperCase() == \"W\" )",
                "Project( getTrack() == \"w\" )",
                "Project( \"x\" )",
                "Project( $x; )",
                "Project( \"x\", $y; )",
                "Project( $x := track )",
                "Project( track#Wind.size > 1 )",
                "Project( track!.length > 1 )",
                "Project( links[0] == \"blade\" )",
                "Project( track -> track )",
                "Project( track == \"a\" ? true : false )",
                "/projects[ track == \"wind\" ]",
                "?projects( $x; )",
                "Project() @watch( track )",
                "Project() over window:time(1h)",
                "Project() from entry-point \"e\"",
                "if ( true ) do[x]",
                "Project( new Runtime() == 1 )",
                "Project( eval( true ) )",
                "Project( links excludes \"x\" )",
                "Project( decided > \"2020\" ; )",
                "Project( track = \"x\" )",
                "Project( linkedFirms % 1 == 0 )",
                "Project( claimsScale )",
                "Project( !claimsScale )",
                "Project( linkedFirms > 2 )",
                "Project( linkedFirms > 0.5 )",
                "Project( linkedFirms > 10B )",
                "Project( linkedFirms > -1 )",
                "Project( linkedFirms++ > 0 )",
                "Project( track in $list )",
                "accumulate( Project(); $n : max(1); $n > 0 )",
                "accumulate( Project(); count(1) )",
                "accumulate( Project(); $n : count(1) )",
                "accumulate( Project(); $n : count(1), $m : count(1); $n > 0 )",
                "accumulate( Project(); $n : count(1); $n > 0 && $n < 1 )",
                "accumulate( Project(); $n : count(1); $n == 1 )",
                "accumulate( Project(); $n : count(1); $n > 0 + 1 )",
                "accumulate( Project(); init( int n = 0; ); $n : count(1); $n > 0 )",
                "Project( java.lang.System.exit(1) == 0 )",
                "Project( 1 )"
            })
    void isNotPartOfTheLanguage(String condition) {
        RuleParser.Rules read = read("rule \"turbine\"\n @title(\"T\") @source(\"S\")\nwhen\n  " + condition
                + "\nthen\n  card.note(\"x\");\nend\n");
        boolean bare = condition.matches(".*> (2|0\\.5|10B) .*");

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.place().line()).isEqualTo(8);
            assertThat(Foreign.in(problem)).isEmpty();
        });
        assertThat(read.rules()).hasSize(bare ? 1 : 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "salience 10",
                "no-loop true",
                "agenda-group \"x\"",
                "ruleflow-group \"x\"",
                "lock-on-active",
                "auto-focus true",
                "date-effective \"1-Jan-2020\"",
                "date-expires \"1-Jan-2030\"",
                "duration 10",
                "timer ( 10s )",
                "enabled false",
                "activation-group \"x\"",
                "dialect \"mvel\"",
                "calendars \"x\"",
                "extends \"other\"",
                "@salience(10)",
                "@Propagation(EAGER)"
            })
    void attributesAreNotPartOfTheLanguage(String attribute) {
        read("rule \"turbine\"\n " + attribute
                + "\n @title(\"T\") @source(\"S\")\nwhen\n  Project()\nthen\n  card.note(\"x\");\nend\n");

        assertThat(problems)
                .singleElement()
                .satisfies(problem -> assertThat(problem.place().line()).isEqualTo(6));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "modify( $p ) { setName( \"x\" ) };",
                "insert( new Project() );",
                "insertLogical( $p );",
                "delete( $p );",
                "update( $p );",
                "retract( $p );",
                "System.exit(1);",
                "drools.halt();",
                "int i = 0;",
                "while (true) { }",
                "for (;;) { }",
                "if (true) { }",
                "card.note(\"a\" + $b);",
                "card.note($a);",
                "card.note(\"%d\", $a);",
                "card.note(\"%1$s\", $a);",
                "card.note(\"%n\");",
                "card.note(\"%s\");",
                "card.note(\"x\", $a);",
                "card.note(\"%s\", $a.size());",
                "card.note(\"%s\", 1);",
                "card.note(\"%s\", a);",
                "card.note(String.valueOf(1));",
                "card.getClass();",
                "card.note(\"x\"); card.note(\"y\");",
                "card.note(\"x\")",
                "{ card.note(\"x\"); }",
                "this.card.note(\"x\");",
                "out.note(\"x\");",
                "card.note(\"x\").note(\"y\");",
                "card.awardShare($a, \"x\");",
                "card.cap($c, $d, \"x\");",
                "card.cap(\"wind\", 50, \"x\");",
                "card.suggest(\"here\", \"x\");",
                ";",
                ""
            })
    void thenDoesNothingElse(String sentence) {
        read("rule \"turbine\"\n @title(\"T\") @source(\"S\")\nwhen\n  Project()\nthen\n  " + sentence + "\nend\n");

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.place().line()).isBetween(9, 11);
            assertThat(Foreign.in(problem)).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import java.util.List",
                "import static java.lang.Math.max",
                "import function dev.winnow.Twice",
                "import accumulate a.B b",
                "import dev.winnow.model.Project",
                "import dev.winnow.cli.*",
                "global java.lang.Runtime runtime",
                "global Scorecard other",
                "function int twice(int n) { return 2 * n; }",
                "declare Wind\n  speed : int\nend",
                "query \"q\"\n  Project()\nend",
                "unit Wind",
                "dialect \"mvel\"",
                "declare enum Wind EAST, WEST; end",
                "wind",
                "end",
                "then",
                "}"
            })
    void nothingButRulesIsAllowed(String statement) {
        RuleParser.Rules read = read(statement
                + "\nrule \"turbine\" @title(\"T\") @source(\"S\") when Project() then card.note(\"x\"); end\n");

        assertThat(problems)
                .singleElement()
                .satisfies(problem -> assertThat(problem.place().line()).isEqualTo(5));
        assertThat(read.rules()).extracting(PackRule::id).containsExactly("turbine");
    }

    // --- tables ---

    private static final String TABLE = """
        rule "size"
          @title("Of a size") @source("almanac") @action(BUILD)
          @table(
            rule    | $most   | $kind  | points | title   | source | reason
            "small" | "little" | "mill" | 7.5    | "Small" | -      | -
            "tall"  | -        | -      | 40     | -       | "me"   | "%s is tall"
          )
        when
          Limit( $most : value )
          Project( $kind : track, $size : linkedFirms, linkedFirms <= $most )
        then
          card.award("%s are at most %s", $size, $most);
        end
        """;

    @Test
    void aRowIsTheRuleWithTheValuesOfItsCells() {
        List<PackRule> rules = read(TABLE).rules();

        assertThat(problems).isEmpty();
        assertThat(rules).extracting(PackRule::id).containsExactly("small", "tall");
        PackRule small = rules.get(0);
        assertThat(TreeEquality.same(
                        small.patterns(), rule("""
                            Limit( id == "little", $most : value )
                            Project( track == "mill", $size : linkedFirms, linkedFirms <= $most )\
                            """, "card.award(\"n\");").patterns()))
                .isTrue();
        assertThat(List.of(small.title(), small.source(), small.text()))
                .containsExactly("Small", "almanac", "%s are at most %s");
        assertThat(small.points()).isEqualByComparingTo("7.5");
        assertThat(small.action()).isEqualTo(ChainAction.BUILD);
        assertThat(small.place().toString()).endsWith("wind.drl:9:5");
    }

    @Test
    void aRowThatLeavesOutALimitLacksTheComparisonWithIt() {
        PackRule tall = read(TABLE).rules().get(1);

        assertThat(TreeEquality.same(
                        tall.patterns(),
                        rule("Project( $size : linkedFirms )", "card.award(\"n\");")
                                .patterns()))
                .isTrue();
        assertThat(List.of(tall.title(), tall.source(), tall.text())).containsExactly("Of a size", "me", "%s is tall");
        assertThat(tall.arguments()).extracting(Variable::name).containsExactly("$size");
    }

    @Test
    void theRowsFormOneFamily() {
        assertThat(read(TABLE).rules()).extracting(PackRule::family).containsOnly("size");
        assertThat(read(TABLE.replace("@action", "@family(girth) @action")).rules())
                .extracting(PackRule::family)
                .containsOnly("girth");
    }

    @Test
    void aTableOfAVerbWithoutPointsHasNoFamily() {
        List<PackRule> rules = read("""
            rule "size"
              @title("Of a size") @source("almanac")
              @table(
                rule    | $most
                "small" | "little"
              )
            when
              Limit( $most : value )
              Project( linkedFirms <= $most )
            then
              card.redFlag("too small");
            end
            """).rules();

        assertThat(problems).isEmpty();
        assertThat(rules).singleElement().satisfies(rule -> {
            assertThat(rule.effect()).isEqualTo(Effect.RED_FLAG);
            assertThat(rule.family()).isNull();
        });
    }
}
