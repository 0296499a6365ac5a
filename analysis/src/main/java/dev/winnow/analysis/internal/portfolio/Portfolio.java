package dev.winnow.analysis.internal.portfolio;

import dev.winnow.analysis.internal.selection.Choice.Status;
import dev.winnow.model.result.Names;
import dev.winnow.model.result.Screening.Edition;
import dev.winnow.model.source.Message;
import dev.winnow.model.value.Unit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The best sets of a plan, and what bears on them. Worths are in millionths of a point, amounts in millionths of a million of the
 * currency.
 *
 * @param plan what was asked for
 * @param pack the pack whose rules judged; null where the plan brings its own candidates
 * @param universe the universe; null likewise
 * @param illustrative whether candidates are invented
 * @param names what things are called
 * @param money the currency; plain numbers where the plan brings its own candidates
 * @param solver what found the sets
 * @param complete whether everything that may be worth something together was screened before the sets were chosen
 * @param cutShort whether the effort was spent before all that bears on the best set was searched
 * @param candidates those that could be chosen, and those that could not
 * @param sets the best set by each reading
 * @param main the reading of which the rest is told: the base case where there is one
 * @param greedy what reading down the ranking gives; null if that keeps to no constraint
 * @param outsiders those that are not in the set and could be, by what they would cost it
 * @param margins what a tenth more of each budget is worth
 * @param frontier the best sets of other budgets; empty where there is no budget in all
 * @param draws how often weights and unknown facts were drawn
 * @param standings how often each was in the best set, most often first; empty where nothing was drawn
 * @param contradiction constraints that no set keeps to, of which none can be spared unless the search was cut short; empty if there is a set
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
        List<Outsider> outsiders,
        List<Margin> margins,
        List<Frontier> frontier,
        int draws,
        List<Standing> standings,
        List<Message> contradiction) {

    /**
     * A member of a set.
     *
     * @param candidate who it is
     * @param alone what it is worth without the others
     * @param inSet what it is worth with them: its score as if they had landed
     */
    public record Member(Candidate candidate, long alone, long inSet) {}

    /**
     * A set.
     *
     * @param scenario the reading of unknown facts by which the set was chosen
     * @param status how sure it is that no set is better
     * @param members in the order of what they are worth
     * @param worth what it is worth: the sum of what its members score as if the others had landed
     * @param bound no set is worth more, as far as the terms of pairs and groups tell
     * @param cost what it costs
     * @param leftOut what screening the set found beyond those terms
     */
    public record ChosenSet(
            Scenario scenario, Status status, List<Member> members, long worth, long bound, long cost, long leftOut) {

        /** {@return how much better a set may be, as a part of the bound; 0 if none is} */
        public double gap() {
            return bound <= worth || bound <= 0 ? 0 : (double) (bound - worth) / bound;
        }

        /** {@return whether a project is in it} */
        public boolean has(String project) {
            return members.stream().anyMatch(one -> one.candidate().project().equals(project));
        }
    }

    /**
     * One that is not in the set.
     *
     * @param candidate who it is, where it would be best
     * @param loss how much less the best set with it is worth: so much more it would have to be worth; null if no set with it
     *     keeps to the constraints
     * @param instead who would leave
     * @param proven whether no set with it is better
     */
    public record Outsider(Candidate candidate, @Nullable Long loss, List<Candidate> instead, boolean proven) {

        /** {@return whether a set with it is worth as much as the best} */
        public boolean isTied() {
            return loss != null && loss == 0;
        }
    }

    /**
     * What more of a budget is worth.
     *
     * @param label the budget
     * @param more how much more
     * @param gain what the best set is then worth more
     */
    public record Margin(Message label, long more, long gain) {}

    /**
     * The best set of another budget.
     *
     * @param budget the budget
     * @param worth what the set is worth
     * @param cost what it costs
     * @param projects how many it holds
     * @param proven whether no set is better
     */
    public record Frontier(long budget, long worth, long cost, int projects, boolean proven) {}

    /**
     * How often one was in the best set.
     *
     * @param candidate who it is
     * @param times how often
     * @param kind what that makes it
     */
    public record Standing(Candidate candidate, int times, Kind kind) {}

    /** What a project is to the best sets that were drawn. */
    public enum Kind {
        /** In every one. */
        CORE,
        /** In some. */
        BORDERLINE,
        /** In none. */
        EXTERIOR
    }

    /** {@return whether a member of the best set could leave for an outsider, and the set would be worth as much} */
    public boolean isTied(Candidate member) {
        return outsiders.stream().anyMatch(one -> one.isTied() && one.instead().contains(member));
    }

    /** The set of the main reading; null if there is none. */
    public @Nullable ChosenSet best() {
        return sets.get(main);
    }
}
