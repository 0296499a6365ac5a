package dev.winnow.engine;

import dev.winnow.engine.internal.evaluate.Candidate;
import dev.winnow.engine.internal.evaluate.EvaluationContext;
import dev.winnow.engine.internal.evaluate.MatchedOutcomes;
import dev.winnow.engine.internal.evaluate.RuleOutcome;
import dev.winnow.engine.internal.score.CriterionTotals;
import dev.winnow.model.domain.Project;
import java.util.List;

/**
 * The outcomes of a pack's rules for a candidate in a city.
 *
 * @param candidate the candidate
 * @param city the city; without the project's own presences if it is present there
 * @param context the context that the candidate was judged against
 * @param outcomes the outcome of each rule, in the order of the pack
 * @param ways the outcomes with the matches of the rules
 * @param tally the resulting scores
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
