package dev.winnow.past.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.winnow.engine.Progress;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.model.ShippedFacts;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.result.VerdictReason;
import dev.winnow.model.universe.Universe;
import dev.winnow.past.backtest.RuleDiscrimination.Count;
import dev.winnow.past.backtest.RuleDiscrimination.Kind;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Four projects of a tiny pack with results computed by hand; and the assessments of a back-test equal those of a
 * screening.
 */
class BackTestTest {

    private static final RulePack HARBOUR =
            RulePack.draft(Path.of("..", "..", "analysis", "src", "test", "resources", "packs", "harbour"));

    private static final Universe WIND = Universe.read(
            ShippedFacts.VOCABULARY,
            Path.of("..", "..", "analysis", "src", "test", "resources", "universes", "wind.yaml"));

    private static final BackTest TEST = test(Set.copyOf(WIND.cityIds()));

    private static BackTest test(Set<String> cities) {
        return BackTest.of(ScreeningRequest.of(HARBOUR, WIND).asking(null, cities), Progress.NONE);
    }

    @Test
    void theUniverseIsValid() {
        assertThat(WIND.problems()).isEmpty();
    }

    @Test
    void everyProjectWithAnOutcomeIsTriedOnTheDayOfItsDecision() {
        assertThat(TEST.trials())
                .extracting(
                        BackTestCase::project,
                        trial -> trial.judged(false).asOf().toString(),
                        trial -> trial.judged(false).because(),
                        trial -> trial.judged(true).because())
                .containsExactly(
                        tuple("gale", "2010-06-01", VerdictReason.ON_CONDITION, VerdictReason.ON_CONDITION),
                        tuple("lull", "2020-12-31", VerdictReason.KNOCK_OUT_OPEN, VerdictReason.KNOCK_OUT_OPEN),
                        tuple("squall", "2018-06-01", VerdictReason.KNOCK_OUT_OPEN, VerdictReason.KNOCK_OUT),
                        tuple("zephyr", "2012-06-01", VerdictReason.TOO_LOW, VerdictReason.ON_CONDITION));
        assertThat(TEST.undated()).extracting(BackTestCase::project).containsExactly("lull");
        assertThat(TEST.afterTheFact()).isEmpty();
    }

    @Test
    void hindsightLeavesTheCityAsItWas() {
        BackTestCase gale = TEST.trials().get(0);
        assertThat(gale.judged(true).asOf()).isEqualTo("2010-06-01");
        assertThat(gale.judged(true).chainActions())
                .as("northport lacked towers before gale")
                .isNotEmpty();
    }

    @Test
    void aProjectWithoutACityIsTriedInAllAndTheBestCounts() {
        BackTestCase lull = TEST.trials().get(1);
        assertThat(lull.then())
                .extracting(Explanation::assessment)
                .extracting(Assessment::city, Assessment::verdict)
                .containsExactly(tuple("southport", Verdict.HOLD), tuple("northport", Verdict.DECLINE));
        assertThat(TEST.trials().get(0).then())
                .extracting(Explanation::assessment)
                .extracting(Assessment::city)
                .containsExactly("northport");
    }

    @Test
    void verdictsAreCountedByOutcome() {
        assertThat(TEST.counts(Verdict.RECOMMEND, false)).isEqualTo(Map.of("succeeded", 1, "failed", 0, "stopped", 0));
        assertThat(TEST.counts(Verdict.HOLD, false)).isEqualTo(Map.of("succeeded", 0, "failed", 1, "stopped", 1));
        assertThat(TEST.counts(Verdict.DECLINE, false)).isEqualTo(Map.of("succeeded", 1, "failed", 0, "stopped", 0));
        assertThat(TEST.counts(Verdict.RECOMMEND, true)).isEqualTo(Map.of("succeeded", 2, "failed", 0, "stopped", 0));
        assertThat(TEST.counts(Verdict.HOLD, true)).isEqualTo(Map.of("succeeded", 0, "failed", 0, "stopped", 1));
        assertThat(TEST.counts(Verdict.DECLINE, true)).isEqualTo(Map.of("succeeded", 0, "failed", 1, "stopped", 0));
        assertThat(TEST.trials())
                .filteredOn(trial -> trial.isWrong(false))
                .extracting(BackTestCase::project)
                .containsExactly("zephyr");
    }

    @Test
    void aRuleIsComparedWithTheOutcomes() {
        assertThat(TEST.then())
                .extracting(
                        one -> one.rule().id(),
                        RuleDiscrimination::succeeded,
                        RuleDiscrimination::failed,
                        RuleDiscrimination::kind)
                .containsExactlyInAnyOrder(
                        tuple("shares-the-risk", new Count(1, 1, 0), new Count(1, 0, 1), Kind.TELLS),
                        tuple("fills-a-gap", new Count(2, 0, 0), new Count(1, 0, 1), Kind.ALIKE),
                        tuple("technology-not-owned", new Count(0, 2, 0), new Count(0, 0, 2), Kind.ONE_SIDED),
                        tuple("no-backing", new Count(0, 0, 2), new Count(0, 0, 2), Kind.NEVER_DECIDED));
        assertThat(TEST.then().stream().filter(RuleDiscrimination::isBackwards))
                .as("all determined failures earned it, and half of the successes")
                .extracting(one -> one.rule().id())
                .containsExactly("shares-the-risk");
        assertThat(TEST.afterwards())
                .filteredOn(one -> one.kind() == Kind.TELLS)
                .extracting(
                        one -> one.rule().id(),
                        RuleDiscrimination::succeeded,
                        RuleDiscrimination::failed,
                        RuleDiscrimination::isBackwards)
                .containsExactly(tuple("technology-not-owned", new Count(0, 2, 0), new Count(1, 0, 1), false));
    }

    @Test
    void fewFailuresFlatterTheRules() {
        assertThat(TEST.successes()).isEqualTo(2);
        assertThat(TEST.failures()).isEqualTo(2);
        assertThat(TEST.isFlattered()).isTrue();
    }

    @Test
    void aCityThatIsNotRequestedIsLeftOut() {
        assertThat(test(Set.of("southport")).trials())
                .extracting(BackTestCase::project)
                .containsExactly("lull");
    }

    @Test
    void aBackTestEqualsAScreeningAtTheDecisions() {
        Universe seeds = Universe.read(ShippedFacts.VOCABULARY, Path.of("..", "..", "seeds", "semiconductor"));
        RulePack pack = RulePack.load(Path.of("..", "..", "rules", "semiconductor"));
        BackTest test = BackTest.of(ScreeningRequest.of(pack, seeds), Progress.NONE);
        Map<String, Assessment> screening = Screener.of(pack).screenAtDecisions(seeds).assessments().stream()
                .collect(java.util.stream.Collectors.toMap(one -> one.project() + " " + one.city(), one -> one));
        assertThat(test.trials()).hasSizeGreaterThan(5);
        assertThat(test.afterTheFact()).extracting(BackTestCase::project).containsExactly("boe", "wanda");
        for (BackTestCase trial : test.trials()) {
            for (Explanation explained : trial.then()) {
                Assessment one = explained.assessment();
                Assessment other = screening.get(one.project() + " " + one.city());
                assertThat(one)
                        .usingRecursiveComparison()
                        .ignoringFields("rank", "tied")
                        .isEqualTo(other);
            }
        }
    }
}
