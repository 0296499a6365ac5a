package dev.winnow.engine.internal.evaluate;

import dev.winnow.model.domain.Project;
import dev.winnow.model.value.Fraction;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the matches of a pack's rules for candidates. City-independent matches are found separately, once for all
 * cities. Thread-safe.
 */
public interface Finder {

    /** The matches found for one candidate. */
    interface Found {

        Found NOTHING = (outcomes, points) -> {};

        /**
         * Stores the outcomes of the rules that match.
         *
         * @param outcomes the outcome of each rule
         * @param points the full points of each rule
         */
        void putInto(RuleOutcome[] outcomes, List<Fraction> points);

        /**
         * Makes the matches behind outcomes available.
         *
         * @param outcomes outcomes found here, and others whose matches are already available
         */
        default MatchedOutcomes withMatches(List<RuleOutcome> outcomes) {
            return MatchedOutcomes.of(outcomes);
        }
    }

    /** Matches found for one candidate, by rule number. */
    interface Matches extends Found {

        /** The matches in which a rule certainly holds. */
        List<Match> certain(int rule);

        /** The matches in which a rule possibly holds; may include those in which it certainly does. */
        List<Match> possible(int rule);

        @Override
        default void putInto(RuleOutcome[] outcomes, List<Fraction> points) {
            for (int i = 0; i < outcomes.length; i++) {
                List<Match> certain = certain(i);
                List<Match> possible = possible(i);
                if (!certain.isEmpty() || !possible.isEmpty()) {
                    outcomes[i] = RuleOutcome.of(outcomes[i].rule(), points.get(i), certain, possible);
                }
            }
        }
    }

    /**
     * Finds the city-independent matches of each candidate of a batch, in its order. Candidates do not affect each
     * other.
     *
     * @param context the context of any city on the day
     */
    List<Found> findOwn(EvaluationContext context, List<Candidate> batch);

    /** Finds the city-dependent matches of each candidate of a batch, in its order. */
    List<Found> findLocal(EvaluationContext context, List<Candidate> batch);

    /**
     * As {@link #findOwn(EvaluationContext, List)} for some rules. Matches of other rules may be included or left out.
     *
     * @param asked numbers of the rules, per candidate
     */
    default List<Found> findOwn(EvaluationContext context, List<Candidate> batch, List<BitSet> asked) {
        return findOwn(context, batch);
    }

    /**
     * As {@link #findLocal(EvaluationContext, List)} for some rules. Matches of other rules may be included or left
     * out.
     *
     * @param asked numbers of the rules, per candidate
     */
    default List<Found> findLocal(EvaluationContext context, List<Candidate> batch, List<BitSet> asked) {
        return findLocal(context, batch);
    }

    /**
     * Evaluates single rules for a candidate with one fact changed; made for a series of such changes.
     *
     * @param context the city
     * @param candidate the candidate
     * @param otherwise the same project with another value of one fact; null if the project is unchanged
     * @param rules numbers of the rules
     * @return the outcome of each rule; null where the caller must use the walker
     */
    default @Nullable RuleOutcome[] findChanged(
            EvaluationContext context, Candidate candidate, @Nullable Project otherwise, int[] rules) {
        return new RuleOutcome[rules.length];
    }
}
