package dev.winnow.engine.internal.evaluate;

import dev.winnow.model.domain.Project;
import dev.winnow.model.value.Fraction;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the matches of a pack's rules for candidates. Matches that do not depend on the city are found separately, so
 * that they are found once for all cities. Thread-safe.
 */
public interface Finder {

    /** What is found for one candidate. */
    interface Found {

        /** Nothing holds. */
        Found NOTHING = (outcomes, points) -> {};

        /**
         * Enters the outcomes of the rules that match.
         *
         * @param outcomes the outcome of each rule
         * @param points the full points of each rule
         */
        void putInto(RuleOutcome[] outcomes, List<Fraction> points);

        /**
         * The same outcomes with the matches of their rules available.
         *
         * @param outcomes outcomes found here, and others whose matches are available already
         */
        default MatchedOutcomes withMatches(List<RuleOutcome> outcomes) {
            return MatchedOutcomes.of(outcomes);
        }
    }

    /** What is found, given as matches by the rule's number. */
    interface Matches extends Found {

        /** The matches in which a rule certainly holds. */
        List<Match> certain(int rule);

        /** The matches in which it possibly holds; those in which it certainly does may be among them. */
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
     * Finds what does not depend on the city for each candidate of a batch, in its order; candidates do not affect each
     * other.
     *
     * @param context the context of any city on the day
     */
    List<Found> findOwn(EvaluationContext context, List<Candidate> batch);

    /** Finds what depends on the city for each candidate of a batch, in its order. */
    List<Found> findLocal(EvaluationContext context, List<Candidate> batch);

    /**
     * The same as {@link #findOwn(EvaluationContext, List)} of some rules only; what others find is left out, or found all
     * the same.
     *
     * @param asked for each candidate, the numbers of the rules
     */
    default List<Found> findOwn(EvaluationContext context, List<Candidate> batch, List<BitSet> asked) {
        return findOwn(context, batch);
    }

    /**
     * The same as {@link #findLocal(EvaluationContext, List)} of some rules only; what others find is left out, or found
     * all the same.
     *
     * @param asked for each candidate, the numbers of the rules
     */
    default List<Found> findLocal(EvaluationContext context, List<Candidate> batch, List<BitSet> asked) {
        return findLocal(context, batch);
    }

    /**
     * What some rules come to, each by itself, for a candidate of which a fact is otherwise: for those who change one after
     * another.
     *
     * @param context the city
     * @param candidate the candidate
     * @param otherwise the same project with another value of a fact; null for the project as it is
     * @param rules the numbers of the rules
     * @return the outcome of each; null for one that is found by walking it
     */
    default @Nullable RuleOutcome[] findAgain(
            EvaluationContext context, Candidate candidate, @Nullable Project otherwise, int[] rules) {
        return new RuleOutcome[rules.length];
    }
}
