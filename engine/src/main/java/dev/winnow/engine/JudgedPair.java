package dev.winnow.engine;

import dev.winnow.engine.internal.evaluate.Candidate;
import dev.winnow.engine.internal.evaluate.EvaluationContext;
import dev.winnow.engine.internal.evaluate.MatchedOutcomes;
import dev.winnow.engine.internal.evaluate.RuleOutcome;
import dev.winnow.engine.internal.score.CriterionTotals;
import dev.winnow.model.domain.Project;
import java.util.List;

/**
 * What the rules of a pack find for a candidate in a city.
 *
 * @param candidate the candidate
 * @param city the city; for a project that is present there, without its own presences
 * @param context what the candidate was judged against
 * @param outcomes what each rule finds, in the order of the pack
 * @param ways the same with the matches of the rules
 * @param tally the scores that follow
 */
record JudgedPair(
        Candidate candidate,
        CityContext city,
        EvaluationContext context,
        List<RuleOutcome> outcomes,
        MatchedOutcomes ways,
        CriterionTotals tally) {

    Project project() {
        return candidate.project();
    }
}
