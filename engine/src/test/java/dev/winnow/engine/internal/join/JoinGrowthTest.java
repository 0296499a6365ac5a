package dev.winnow.engine.internal.join;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.Bakery;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import dev.winnow.engine.internal.evaluate.Interval;
import dev.winnow.engine.internal.evaluate.Truth;
import dev.winnow.engine.internal.evaluate.WrittenKeys;
import dev.winnow.model.Crowd;
import dev.winnow.model.ShippedFacts;
import dev.winnow.model.universe.Universe;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The work per candidate grows slowly with the number of rows, counted in calls of conditions, not in time. */
class JoinGrowthTest {

    private static final int FEW = 20;
    private static final int MANY = 80;

    @TempDir
    private static Path folder;

    /** A pack whose rules look up rows by values of the candidate. */
    private static RulePack lookingUp;
    /** A pack with a rule that compares each market with a figure of the candidate and matches none. */
    private static RulePack comparing;

    @BeforeAll
    static void packs() {
        lookingUp = Bakery.in(folder.resolve("one")).draft();
        comparing = Bakery.in(folder.resolve("other"))
                .edit(
                        "sense.drl",
                        "Project( $id : id )\n  Milestone( project == $id, step == \"production\", $day : reached )",
                        "Project( $most : fundingNeed )\n  Demand( annualOutput < $most, $day : annualOutput )")
                .draft();
    }

    /** Number of calls of conditions for a number of candidates in a city whose lists have a number of rows each. */
    private static long evaluated(RulePack pack, int rows, int candidates) {
        JoinPlan plan = JoinPlan.of(pack.checkedRules());
        AtomicLong evaluated = new AtomicLong();
        Conditions conditions = plan.conditions();
        Conditions counted = new Conditions() {
            @Override
            public Truth alone(int number, Object fact, WrittenKeys keys) {
                evaluated.incrementAndGet();
                return conditions.alone(number, fact, keys);
            }

            @Override
            public Truth joint(int number, @Nullable Object[] facts, WrittenKeys keys) {
                evaluated.incrementAndGet();
                return conditions.joint(number, facts, keys);
            }

            @Override
            public @Nullable Object read(int number, Object fact, WrittenKeys keys) {
                evaluated.incrementAndGet();
                return conditions.read(number, fact, keys);
            }

            @Override
            public @Nullable Object value(int number, @Nullable Object[] facts, Interval[] ends) {
                evaluated.incrementAndGet();
                return conditions.value(number, facts, ends);
            }
        };
        JoinFinder fused = new JoinFinder(plan, counted);
        Screener.of(pack, fused, candidates)
                .screen(Universe.parse(ShippedFacts.VOCABULARY, Map.of("crowd.yaml", Crowd.yaml(rows, candidates))));
        return evaluated.get();
    }

    /** Number of calls per candidate, without those for the city. */
    private static double each(RulePack pack, int rows) {
        return (evaluated(pack, rows, 30) - evaluated(pack, rows, 10)) / 20.0;
    }

    @Test
    void eachCandidateCostsAsMuchAsTheFirst() {
        long first = evaluated(lookingUp, FEW, 20) - evaluated(lookingUp, FEW, 10);
        long last = evaluated(lookingUp, FEW, 400) - evaluated(lookingUp, FEW, 390);

        assertThat(last).isEqualTo(first);
    }

    @Test
    void rowsLookedUpByEqualityAreNotScanned() {
        assertThat(each(lookingUp, MANY)).isEqualTo(each(lookingUp, FEW));
    }

    @Test
    void rowsComparedWithTheCandidateAreScanned() {
        double more = each(comparing, MANY) - each(comparing, FEW);

        assertThat(more).isBetween((double) (MANY - FEW), 3.0 * (MANY - FEW));
    }

    @Test
    void evaluatingACityGrowsWithItsRowsAndHappensOnce() {
        double few = evaluated(lookingUp, FEW, 1) - each(lookingUp, FEW);
        double many = evaluated(lookingUp, MANY, 1) - each(lookingUp, MANY);

        assertThat(many / few).isBetween(1.5, (double) MANY / FEW);
    }
}
