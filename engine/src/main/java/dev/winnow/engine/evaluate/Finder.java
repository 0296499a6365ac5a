package dev.winnow.engine.evaluate;

import dev.winnow.language.pack.PackException;
import dev.winnow.language.rational.Fraction;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the ways in which the rules of a pack hold for candidates. What rules say of a candidate whatever the city is found
 * by itself, so that it need not be found for each city again. Thread-safe.
 */
public interface Finder {

    /** What is found of one candidate. */
    interface Found {

        /** Nothing holds. */
        Found NOTHING = (before, points) -> before;

        /**
         * What each rule comes to, where this is found as well.
         *
         * @param before what each came to without it
         * @param points what each is worth in full
         */
        List<RuleOutcome> over(List<RuleOutcome> before, List<Fraction> points);

        /**
         * The same outcomes with the ways at hand in which their rules hold.
         *
         * @param outcomes with those that were found here, and others whose ways are at hand
         */
        default List<RuleOutcome> withWays(List<RuleOutcome> outcomes) {
            return outcomes;
        }
    }

    /** The same as the ways in which rules hold, by the rule's number. */
    interface Ways extends Found {

        /** The ways in which a rule certainly holds. */
        List<Match> certain(int rule);

        /** The ways in which it possibly holds; those in which it certainly does may be among them. */
        List<Match> possible(int rule);

        @Override
        default List<RuleOutcome> over(List<RuleOutcome> before, List<Fraction> points) {
            List<RuleOutcome> outcomes = new ArrayList<>(before);
            for (int i = 0; i < outcomes.size(); i++) {
                List<Match> certain = certain(i);
                List<Match> possible = possible(i);
                if (!certain.isEmpty() || !possible.isEmpty()) {
                    outcomes.set(i, RuleOutcome.of(outcomes.get(i).rule(), points.get(i), certain, possible));
                }
            }
            return outcomes;
        }
    }

    /**
     * What is found of each of a batch, in its order, whatever the city; none of them sees the others.
     *
     * @param surroundings of any city on the day
     */
    List<Found> findOwn(EvaluationContext surroundings, List<Candidate> batch);

    /** What else is found of each of a batch, in its order, in a city. */
    List<Found> findLocal(EvaluationContext surroundings, List<Candidate> batch);

    /**
     * Looks whether a city has so few rows that all rules may look at them for one candidate.
     *
     * @param first the candidate that is named otherwise
     * @throws PackException if it has more
     */
    default void admit(EvaluationContext surroundings, Candidate first) {}
}
