package dev.winnow.engine.internal.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.RulePack;
import dev.winnow.engine.internal.evaluate.EvaluationContext;
import dev.winnow.engine.internal.evaluate.Evaluator;
import dev.winnow.engine.internal.evaluate.Match;
import dev.winnow.engine.internal.evaluate.RuleOutcome;
import dev.winnow.engine.internal.evaluate.Truth;
import dev.winnow.engine.internal.walk.Walker;
import dev.winnow.engine.oracle.Packs;
import dev.winnow.engine.oracle.RandomUniverses;
import dev.winnow.engine.oracle.RandomUniverses.Size;
import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.check.PatternText;
import dev.winnow.language.internal.syntax.Expression;
import dev.winnow.model.domain.City;
import dev.winnow.model.domain.Project;
import dev.winnow.model.universe.Facts;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.value.Fraction;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The facts missed by a rule are those that keep each possible match from being certain. The result equals the
 * reference implementation, and reuse between matches does not change it.
 */
class MissingTest {

    private static final int UNIVERSES = 12;

    static List<Path> packs() {
        return Packs.all();
    }

    @ParameterizedTest
    @MethodSource("packs")
    void missingFactsOfManyMatchesAreTheUnionOfEach(Path pack) {
        RulePack rules = Packs.pack(pack);
        Missing missing = new Missing(rules.checkedRules());
        AtomicInteger shared = new AtomicInteger();
        LongStream.range(0, UNIVERSES).parallel().forEach(seed -> {
            Universe universe =
                    RandomUniverses.draw(90_000 + seed, Size.SMALL).universe().with(rules.vocabulary());
            Facts facts = universe.asOf(universe.asOf(), true);
            for (City city : facts.cities()) {
                EvaluationContext context =
                        EvaluationContext.of(facts, city, rules.limitTable().on(facts.asOf()), null);
                for (Project project : facts.projects()) {
                    for (int i = 0; i < rules.checkedRules().size(); i++) {
                        shared.addAndGet(ways(missing, rules.checkedRules().get(i), i, context, project));
                    }
                }
            }
        });
        assertThat(shared).as("rules that hold in several ways and are open").hasPositiveValue();
    }

    /** The number of matches examined together. */
    private static int ways(Missing missing, CheckedRule rule, int number, EvaluationContext context, Project project) {
        Walker walk = Walker.walk(rule, context, project, doubting(rule));
        RuleOutcome outcome = RuleOutcome.of(rule, Fraction.of(rule.rule().points()), walk.certain(), walk.possible());
        if (!outcome.isOpen()) {
            return 0;
        }
        assertThat(missing.of(number, outcome, context, project))
                .as("%s of %s", rule.id(), project.id())
                .containsExactlyElementsOf(MissingByTrees.of(outcome, context, project));
        if (outcome.possible().size() < 2) {
            return 0;
        }
        Set<String> each = new TreeSet<>();
        for (Match way : outcome.possible()) {
            RuleOutcome alone = new RuleOutcome(rule, outcome.certain(), List.of(way), outcome.low(), outcome.high());
            each.addAll(missing.of(number, alone, context, project));
        }
        assertThat(missing.of(number, outcome, context, project))
                .as("%s of %s", rule.id(), project.id())
                .containsExactlyElementsOf(each);
        return outcome.possible().size();
    }

    /** Asserts that conditions classified as always decided are decided. */
    private static Walker.Watch doubting(CheckedRule rule) {
        return new Walker.Watch() {
            @Override
            public void condition(int pattern, Expression test, Evaluator evaluator, Truth truth) {
                if (truth == Truth.POSSIBLE) {
                    assertThat(rule.looks().get(pattern).doubtful())
                            .as("%s: %s", rule.id(), PatternText.of(test))
                            .contains(test);
                }
            }
        };
    }
}
