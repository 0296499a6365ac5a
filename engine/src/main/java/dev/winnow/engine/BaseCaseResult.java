package dev.winnow.engine;

import dev.winnow.engine.internal.evaluate.Candidate;
import dev.winnow.engine.internal.evaluate.EvaluationContext;
import dev.winnow.engine.internal.evaluate.RuleOutcome;
import dev.winnow.engine.internal.score.PairScorer.Standing;
import dev.winnow.model.result.BaseCase;
import dev.winnow.model.result.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The base case of a candidate in a city.
 *
 * @param candidate the project with its assumptions
 * @param context the city with its assumptions
 * @param except a landed project whose own presences are left out; null for none
 * @param sound outcomes without assumptions
 * @param outcomes outcomes with assumptions
 * @param standing the verdict and scores with assumptions
 */
record BaseCaseResult(
        Candidate candidate,
        EvaluationContext context,
        @Nullable String except,
        List<RuleOutcome> sound,
        List<RuleOutcome> outcomes,
        Standing standing) {

    Verdict verdict() {
        return standing.judgement().because().verdict();
    }

    BaseCase baseCase() {
        return new BaseCase(
                verdict(), standing.judgement().because(), standing.judgement().score(), standing.sides());
    }
}
