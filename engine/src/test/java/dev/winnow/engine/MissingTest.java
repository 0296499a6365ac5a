package dev.winnow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.oracle.Packs;
import dev.winnow.engine.oracle.RandomUniverses;
import dev.winnow.engine.oracle.RandomUniverses.Size;
import dev.winnow.model.City;
import dev.winnow.model.Facts;
import dev.winnow.model.Project;
import dev.winnow.model.Universe;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What would decide a rule is what keeps each way in which it possibly holds from being certain, whatever ways share. */
class MissingTest {

    private static final int UNIVERSES = 12;

    static List<Path> packs() {
        return Packs.all();
    }

    @ParameterizedTest
    @MethodSource("packs")
    void ofManyWaysItIsThatOfEachTogether(Path pack) {
        RulePack rules = Packs.pack(pack);
        AtomicInteger shared = new AtomicInteger();
        LongStream.range(0, UNIVERSES).parallel().forEach(seed -> {
            Universe universe = RandomUniverses.draw(90_000 + seed, Size.SMALL).universe();
            Facts facts = universe.asOf(universe.asOf(), true);
            for (City city : facts.cities()) {
                Surroundings surroundings =
                        Surroundings.of(facts, city, rules.limitTable().on(facts.asOf()), null);
                for (Project project : facts.projects()) {
                    for (CheckedRule rule : rules.checkedRules()) {
                        shared.addAndGet(ways(rule, surroundings, project));
                    }
                }
            }
        });
        assertThat(shared).as("rules that hold in several ways and are open").hasPositiveValue();
    }

    /** How many ways were looked at together. */
    private static int ways(CheckedRule rule, Surroundings surroundings, Project project) {
        Walker walk = Walker.walk(rule, surroundings, project, doubting(rule));
        Outcome outcome = Outcome.of(rule, Fraction.of(rule.rule().points()), walk.certain(), walk.possible());
        if (!outcome.isOpen() || outcome.possible().size() < 2) {
            return 0;
        }
        Set<String> each = new TreeSet<>();
        for (Match way : outcome.possible()) {
            Outcome alone = new Outcome(rule, outcome.certain(), List.of(way), outcome.low(), outcome.high());
            each.addAll(Missing.of(alone, surroundings, project));
        }
        assertThat(Missing.of(outcome, surroundings, project))
                .as("%s of %s", rule.id(), project.id())
                .isEqualTo(each);
        return outcome.possible().size();
    }

    /** Conditions of which it is said that they are never in doubt never are. */
    private static Walker.Watch doubting(CheckedRule rule) {
        return new Walker.Watch() {
            @Override
            public void condition(int pattern, Expression test, Evaluator evaluator, Truth truth) {
                if (truth == Truth.UNKNOWN) {
                    assertThat(rule.looks().get(pattern).doubtful())
                            .as("%s: %s", rule.id(), Written.of(test))
                            .contains(test);
                }
            }
        };
    }
}
