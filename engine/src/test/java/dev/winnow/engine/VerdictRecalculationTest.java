package dev.winnow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.internal.evaluate.Candidate;
import dev.winnow.engine.internal.evaluate.EvaluationContext;
import dev.winnow.engine.internal.evaluate.Finder;
import dev.winnow.engine.internal.evaluate.RuleOutcome;
import dev.winnow.engine.internal.score.PairScorer;
import dev.winnow.engine.internal.score.VerdictRecalculation;
import dev.winnow.engine.internal.walk.WalkingFinder;
import dev.winnow.model.ShippedFacts;
import dev.winnow.model.universe.Facts;
import dev.winnow.model.universe.Universe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Recalculating with some outcomes replaced by another candidate's equals judging all outcomes at once. */
class VerdictRecalculationTest {

    private static final Path ROOT = Path.of("..");

    private static final int TIMES = 2_000;

    @EachShippedPack
    void recalculationEqualsJudgingAllOutcomes(String rules, String seeds) {
        RulePack pack = RulePack.load(ROOT.resolve("rules").resolve(rules));
        Universe universe = Universe.read(
                        ShippedFacts.VOCABULARY, ROOT.resolve("seeds").resolve(seeds))
                .with(pack.vocabulary());
        PairScorer scorer = pack.scorer();
        List<List<RuleOutcome>> all = outcomes(pack, universe.inHindsight(universe.asOf()));
        SplittableRandom random = new SplittableRandom(1);
        int changes = 0;
        for (int i = 0; i < TIMES; i++) {
            List<RuleOutcome> base = all.get(random.nextInt(all.size()));
            List<RuleOutcome> other = all.get(random.nextInt(all.size()));
            int[] changed = random.ints(1 + random.nextInt(8), 0, base.size())
                    .distinct()
                    .toArray();
            RuleOutcome[] found = new RuleOutcome[changed.length];
            List<RuleOutcome> mixed = new ArrayList<>(base);
            for (int j = 0; j < changed.length; j++) {
                found[j] = other.get(changed[j]);
                mixed.set(changed[j], found[j]);
            }
            VerdictRecalculation recalculation = scorer.recalculation(base);
            int before = recalculation.verdict(new int[0], new RuleOutcome[0]);
            int verdict = recalculation.verdict(changed, found);
            int within = recalculation.within(changed, found);

            assertThat(verdict).isEqualTo(verdict(scorer, mixed));
            assertThat(within & verdict).as("the verdict is within the bounds").isEqualTo(verdict);
            assertThat(recalculation.verdict(new int[0], new RuleOutcome[0]))
                    .as("outcomes restored")
                    .isEqualTo(before)
                    .isEqualTo(verdict(scorer, base));
            changes += verdict == before ? 0 : 1;
        }
        assertThat(changes).as("verdicts that changed").isPositive();
    }

    private static int verdict(PairScorer scorer, List<RuleOutcome> outcomes) {
        return VerdictRecalculation.bit(scorer.judge(outcomes).because().verdict());
    }

    private static List<List<RuleOutcome>> outcomes(RulePack pack, Facts facts) {
        Finder finder = new WalkingFinder(pack.checkedRules());
        List<Candidate> candidates = facts.projects().stream()
                .map(project -> new Candidate(project, false))
                .toList();
        return facts.cities().stream()
                .limit(3)
                .map(city -> EvaluationContext.of(facts, city, pack.limitTable().on(facts.asOf()), null))
                .flatMap(context -> finder.findLocal(context, candidates).stream())
                .map(pack.scorer()::outcomes)
                .toList();
    }
}
