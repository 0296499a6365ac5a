package dev.winnow.workbench.internal.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.Bakery;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.internal.evaluate.EvaluationContext;
import dev.winnow.engine.internal.evaluate.Evaluator;
import dev.winnow.engine.internal.evaluate.Interval;
import dev.winnow.engine.internal.evaluate.Truth;
import dev.winnow.engine.internal.walk.Walker;
import dev.winnow.engine.oracle.Packs;
import dev.winnow.engine.oracle.RandomUniverses;
import dev.winnow.engine.oracle.RandomUniverses.Size;
import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.check.PatternText;
import dev.winnow.language.internal.syntax.Expression;
import dev.winnow.language.internal.syntax.Pattern.Total;
import dev.winnow.language.internal.vocabulary.Limit;
import dev.winnow.model.domain.City;
import dev.winnow.model.domain.Project;
import dev.winnow.model.universe.Facts;
import dev.winnow.model.universe.Universe;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Outcomes proved impossible never occur, and required outcomes can occur. */
class PossibleOutcomesTest {

    private static final int UNIVERSES = 40;

    @TempDir
    private Path folder;

    static List<Path> packs() {
        return Packs.all();
    }

    @ParameterizedTest
    @MethodSource("packs")
    void nothingElseOccursInRandomUniverses(Path pack) {
        RulePack rules = Packs.pack(pack);
        LongStream.range(0, UNIVERSES).parallel().forEach(seed -> {
            Universe universe =
                    RandomUniverses.draw(70_000 + seed, Size.SMALL).universe().with(rules.vocabulary());
            Facts facts = universe.asOf(universe.asOf(), true);
            for (City city : facts.cities()) {
                EvaluationContext context =
                        EvaluationContext.of(facts, city, rules.limitTable().on(facts.asOf()), null);
                for (Project project : facts.projects()) {
                    rules.checkedRules().forEach(rule -> Walker.walk(rule, context, project, claiming(rule)));
                }
            }
        });
    }

    private static Walker.Watch claiming(CheckedRule rule) {
        PossibleOutcomes occurs = new PossibleOutcomes(rule);
        return new Walker.Watch() {
            @Override
            public void condition(int pattern, Expression test, Evaluator evaluator, Truth truth) {
                if (rule.types().get(pattern).record() != Limit.class) {
                    assertThat(occurs.condition(pattern, test))
                            .as("%s: %s", rule.id(), PatternText.of(test))
                            .contains(truth);
                }
            }

            @Override
            public void absence(int pattern, Truth truth) {
                assertThat(occurs.pattern(pattern)).as("%s", rule.id()).contains(truth);
            }

            @Override
            public void total(int pattern, Total total, Interval ends, Evaluator outside, Truth truth) {
                assertThat(occurs.pattern(pattern))
                        .as("%s: %s", rule.id(), PatternText.comparison(total))
                        .contains(truth);
            }
        };
    }

    private PossibleOutcomes of(String patterns) {
        RulePack pack = Bakery.in(folder)
                .edit("sense.drl", "  Project( $id : id )\n", "")
                .edit("sense.drl", "  Milestone( project == $id, step == \"production\", $day : reached )\n", patterns)
                .edit("sense.drl", "since %s\", $day", "before\"")
                .draft();
        return new PossibleOutcomes(pack.checkedRules().stream()
                .filter(rule -> rule.id().equals("baked-before"))
                .findFirst()
                .orElseThrow());
    }

    private static Expression first(PossibleOutcomes occurs, int pattern) {
        return occurs.checked().rule().patterns().get(pattern).conditions().get(0);
    }

    private Set<Truth> condition(String patterns, int pattern) {
        PossibleOutcomes occurs = of(patterns);
        return occurs.condition(pattern, first(occurs, pattern));
    }

    @Test
    void aMilestoneIsAlwaysTheCandidatesOwn() {
        assertThat(condition("  Project( $id : id )\n  Milestone( project == $id )\n", 1))
                .containsExactly(Truth.YES);
    }

    @Test
    void aClaimThatNobodyStatesIsOpen() {
        assertThat(condition("  Project( claimsScale == true )\n", 0))
                .containsExactlyInAnyOrder(Truth.YES, Truth.POSSIBLE, Truth.NO);
    }

    @Test
    void anUnknownComponentLeavesAConditionOpen() {
        assertThat(condition("  Project( endMarkets contains \"bread\" )\n", 0)).contains(Truth.POSSIBLE);
    }

    @Test
    void aValueReadFromAListMayBeUnknown() {
        assertThat(condition("  Project( $links : links )\n  ChainLink( id memberOf $links )\n", 1))
                .contains(Truth.POSSIBLE);
        assertThat(condition("  Project()\n  ChainLink( $c : chain )\n  Presence( chain == $c )\n", 2))
                .doesNotContain(Truth.POSSIBLE);
    }

    @Test
    void anIncompleteListMakesConditionsOnItsRowsOpen() {
        assertThat(condition("  Project()\n  Demand( endMarket == \"bread\" )\n", 1))
                .contains(Truth.POSSIBLE);
    }

    @Test
    void noFigureIsBelowNothing() {
        assertThat(condition("  Project( yieldRate >= 0 )\n", 0)).containsExactlyInAnyOrder(Truth.YES, Truth.POSSIBLE);
        assertThat(condition("  Project( !( yieldRate >= 0 ) )\n", 0))
                .containsExactlyInAnyOrder(Truth.NO, Truth.POSSIBLE);
    }

    @Test
    void aRowFoundByAnEarlierPatternIsCounted() {
        String held = "  Project()\n  ChainLink( $c : chain )\n"
                + "  accumulate( Presence( chain == $c, held == true ); $h : count(1); $h > 0 )\n";
        String all = "  accumulate( Presence( chain == $c ); $n : count(1); $n > 0 )\n";
        assertThat(of(held + all).pattern(3)).containsExactly(Truth.YES);
        assertThat(of(held + all.replace("> 0", "> 1")).pattern(3)).contains(Truth.NO);
        assertThat(of(held + all.replace("== $c", "!= $c")).pattern(3)).contains(Truth.NO);
        assertThat(of(held.replace("> 0", "< 1") + all).pattern(3)).contains(Truth.NO);
    }

    @Test
    void aRuleThatReadsNothingOpenIsNeverOpen() {
        assertThat(of("  Project( id == \"mill\" )\n").rule()).doesNotContain(Truth.POSSIBLE);
        assertThat(of("  Project()\n  not Demand()\n").rule()).contains(Truth.POSSIBLE);
    }
}
