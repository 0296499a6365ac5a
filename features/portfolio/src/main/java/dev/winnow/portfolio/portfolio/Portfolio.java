package dev.winnow.portfolio.portfolio;

import dev.winnow.analysis.internal.chains.ChainArrivals;
import dev.winnow.model.result.Names;
import dev.winnow.model.result.Screening.Edition;
import dev.winnow.model.source.Message;
import dev.winnow.model.universe.Facts;
import dev.winnow.model.value.Unit;
import dev.winnow.portfolio.selection.Choice.Status;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The best sets of a plan, and the facts behind them. Worths are in millionths of a point, amounts in millionths of a
 * million of the currency.
 *
 * @param plan the plan
 * @param pack the pack whose rules judged; null if the plan has its own candidates
 * @param universe the universe; null if the plan has its own candidates
 * @param illustrative whether candidates are invented
 * @param names display names
 * @param money the currency; plain numbers if the plan has its own candidates
 * @param solver the name of the solver
 * @param complete whether all sets with a possible joint value were screened before the sets were chosen
 * @param cutShort whether the effort was spent before everything about the best set was searched
 * @param candidates all candidates, including those that could not be chosen
 * @param sets the best set, by scenario
 * @param main the scenario that the rest is based on: the base case if there is one
 * @param greedy the set chosen by reading down the ranking; null if it breaks a constraint
 * @param insiders members of the best set, and the loss without each
 * @param outsiders candidates outside the set that could be chosen, by their cost to the set
 * @param margins the value of a tenth more of each budget
 * @param frontier the best sets for other budgets; empty without a total budget
 * @param draws number of random draws of weights and unknown facts
 * @param standings how often each candidate was in the best set, most often first; empty without draws
 * @param contradiction a minimal group of constraints that no set satisfies, perhaps not minimal if the search was cut
 *     short; empty if there is a set
 */
public record Portfolio(
        PortfolioPlan plan,
        @Nullable Edition pack,
        @Nullable Edition universe,
        boolean illustrative,
        Names names,
        Unit money,
        String solver,
        boolean complete,
        boolean cutShort,
        List<Candidate> candidates,
        Map<Scenario, ChosenSet> sets,
        Scenario main,
        @Nullable ChosenSet greedy,
        List<Insider> insiders,
        List<Outsider> outsiders,
        List<Margin> margins,
        List<Frontier> frontier,
        int draws,
        List<Standing> standings,
        List<Message> contradiction) {

    /**
     * A member of a set.
     *
     * @param candidate the candidate
     * @param alone its worth without the others
     * @param inSet its worth with the others: its score as if they had landed
     */
    public record Member(Candidate candidate, long alone, long inSet) {}

    /**
     * A set of candidates.
     *
     * @param scenario the scenario in which the set was chosen
     * @param status whether the set is proven to be the best
     * @param members its members, by worth
     * @param worth its worth: the sum of the scores of its members as if the others had landed
     * @param bound upper bound of the worth of any set, as far as the terms of pairs and groups tell
     * @param cost its cost
     * @param leftOut the difference to those terms found by screening the set
     */
    public record ChosenSet(
            Scenario scenario, Status status, List<Member> members, long worth, long bound, long cost, long leftOut) {

        /** {@return how much better a set may be, as a part of the bound; 0 if none is better} */
        public double gap() {
            return bound <= worth || bound <= 0 ? 0 : (double) (bound - worth) / bound;
        }

        /** {@return whether a project is in the set} */
        public boolean has(String project) {
            return members.stream().anyMatch(one -> one.candidate().project().equals(project));
        }
    }

    /**
     * A candidate outside the set.
     *
     * @param candidate the candidate, in its best city
     * @param loss the loss of worth of the best set with it, so the additional worth that it needs; null if no set with
     *     it satisfies the constraints
     * @param instead the members that would leave
     * @param proven whether no set with it is better
     */
    public record Outsider(Candidate candidate, @Nullable Long loss, List<Candidate> instead, boolean proven) {

        /** {@return whether a set with it has the same worth as the best} */
        public boolean isTied() {
            return loss != null && loss == 0;
        }
    }

    /**
     * A member of the best set.
     *
     * @param candidate the member, in its city
     * @param loss the loss of worth of the best set without it; null if no set without it satisfies the constraints
     */
    public record Insider(Candidate candidate, @Nullable Long loss) {

        /** {@return whether only sets with it, in this city, satisfy the constraints} */
        public boolean isRequired() {
            return loss == null;
        }
    }

    /**
     * The value of a larger budget.
     *
     * @param label the budget
     * @param more the additional amount
     * @param gain the additional worth of the best set
     */
    public record Margin(Message label, long more, long gain) {}

    /**
     * The best set for another budget.
     *
     * @param budget the budget
     * @param worth the worth of the set
     * @param cost its cost
     * @param projects the number of its projects
     * @param proven whether no set is better
     */
    public record Frontier(long budget, long worth, long cost, int projects, boolean proven) {}

    /**
     * How often a candidate was in the best set.
     *
     * @param candidate the candidate
     * @param times the number of draws
     * @param kind the kind of its membership
     * @param assumed whether its cost, or that it can be chosen at all, rests on assumptions
     */
    public record Standing(Candidate candidate, int times, Kind kind, boolean assumed) {}

    /** Kind of a project's membership in the best sets of all draws. */
    public enum Kind {
        /** In every set because no other satisfies the constraints. */
        REQUIRED,
        /** In every set. */
        CORE,
        /** In some sets. */
        BORDERLINE,
        /** In no set. */
        EXTERIOR
    }

    /** {@return whether a set without a member of the best set, or with it in another city, has the same worth} */
    public boolean isTied(Candidate member) {
        return insiders.stream()
                .anyMatch(one ->
                        one.loss() != null && one.loss() == 0 && one.candidate().equals(member));
    }

    /** The set of the main scenario; null if there is none. */
    public @Nullable ChosenSet best() {
        return sets.get(main);
    }

    /**
     * {@return the chain links that the best set adds; null without a set or without facts}
     *
     * @param facts the facts of its universe; null if the plan has its own candidates
     */
    public @Nullable ChainArrivals arrivals(@Nullable Facts facts) {
        ChosenSet best = best();
        if (facts == null || best == null) {
            return null;
        }
        Map<String, String> places = new TreeMap<>();
        best.members()
                .forEach(one -> places.put(
                        one.candidate().project(),
                        Objects.requireNonNull(one.candidate().city())));
        return ChainArrivals.of(facts, places);
    }
}
