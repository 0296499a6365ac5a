package dev.winnow.engine;

import dev.winnow.engine.internal.evaluate.Candidate;
import dev.winnow.engine.internal.evaluate.EvaluationContext;
import dev.winnow.engine.internal.evaluate.RuleOutcome;
import dev.winnow.engine.internal.score.Assessor.Standing;
import dev.winnow.model.result.BaseCase;
import dev.winnow.model.result.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a candidate is judged in the base case.
 *
 * @param candidate the project with what is assumed of it
 * @param context the city with what is assumed of it
 * @param except a landed project whose own presences are left out; null for none
 * @param sound what the rules find without what is assumed
 * @param outcomes what they find with it
 * @param standing the verdict and the scores that follow
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
