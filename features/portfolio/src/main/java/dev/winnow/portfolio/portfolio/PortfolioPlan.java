package dev.winnow.portfolio.portfolio;

import dev.winnow.model.result.Verdict;
import dev.winnow.model.value.Amount;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The constraints of a set of projects. Projects are named by id; amounts are millions of the universe's currency, or
 * plain numbers if the plan has its own candidates.
 *
 * @param title the title of the plan; null if it has none
 * @param budget the total budget; null for no limit
 * @param parts the budget of each part, such as a year, by its name
 * @param cities the budget of a city, by its id
 * @param districts the budget of a district, by its name
 * @param funds the ids of the funds that pay; empty for every fund of the cities, null if the payer does not matter
 * @param atLeast the minimum number of projects; null for no limit
 * @param atMost the maximum number of projects; null for no limit
 * @param must projects that are in the set
 * @param never projects that are not in the set
 * @param despiteFlags projects that may be in the set despite a red flag
 * @param from the minimum score of a member, in millionths; null for no minimum
 * @param consider the verdicts, sound or of the base case, that a member may have
 * @param needs the projects that must be in the set if a project is, by its id
 * @param oneOf groups of mutually exclusive projects
 * @param tracks the number of projects per track
 * @param cost the figure of a project that is its cost
 * @param costs costs of projects in the plan, by id and part; an empty part for the total
 * @param candidates the plan's own candidates, which no rules judge; empty if those of a universe are screened
 * @param together joint values of the plan's own candidates
 */
public record PortfolioPlan(
        @Nullable String title,
        @Nullable Amount budget,
        Map<String, Amount> parts,
        Map<String, Amount> cities,
        Map<String, Amount> districts,
        @Nullable List<String> funds,
        @Nullable Integer atLeast,
        @Nullable Integer atMost,
        Set<String> must,
        Set<String> never,
        Set<String> despiteFlags,
        @Nullable Long from,
        Set<Verdict> consider,
        Map<String, Set<String>> needs,
        List<Set<String>> oneOf,
        Map<String, Count> tracks,
        Cost cost,
        Map<String, Map<String, Amount>> costs,
        List<Given> candidates,
        List<GivenTogether> together) {

    /** The figure of a project that is its cost. */
    public enum Cost {
        FUNDING_NEED("fundingNeed"),
        INVESTMENT("investment");

        private final String word;

        Cost(String word) {
            this.word = word;
        }

        /** {@return the word for it in a plan} */
        public String word() {
            return word;
        }
    }

    /**
     * A number of projects.
     *
     * @param atLeast the minimum; null for no limit
     * @param atMost the maximum; null for no limit
     */
    public record Count(@Nullable Integer atLeast, @Nullable Integer atMost) {}

    /**
     * A candidate of the plan.
     *
     * @param id its id
     * @param name its display name
     * @param worth its worth, in millionths
     * @param track its track; null for none
     */
    public record Given(
            String id, String name, long worth, @Nullable String track) {}

    /**
     * The joint value of several candidates, in addition to their own.
     *
     * @param of their ids
     * @param worth in millionths; below 0 if they obstruct each other
     */
    public record GivenTogether(Set<String> of, long worth) {}

    /** {@return the rules for the projects that it may choose} */
    Eligibility eligibility() {
        return new Eligibility(despiteFlags, from);
    }

    /**
     * The verdicts that a member may have.
     *
     * @param hold whether candidates on hold may be chosen too
     */
    static Set<Verdict> considered(boolean hold) {
        return hold ? Set.of(Verdict.RECOMMEND, Verdict.HOLD) : Set.of(Verdict.RECOMMEND);
    }

    /**
     * Copies the plan, with or without candidates on hold.
     *
     * @param hold whether candidates on hold may be chosen too
     */
    public PortfolioPlan considering(boolean hold) {
        return new PortfolioPlan(
                title,
                budget,
                parts,
                cities,
                districts,
                funds,
                atLeast,
                atMost,
                must,
                never,
                despiteFlags,
                from,
                considered(hold),
                needs,
                oneOf,
                tracks,
                cost,
                costs,
                candidates,
                together);
    }

    /** A plan with only a budget; null for no budget. */
    public static PortfolioPlan of(@Nullable Amount budget) {
        return new PortfolioPlan(
                null,
                budget,
                Map.of(),
                Map.of(),
                Map.of(),
                null,
                null,
                null,
                Set.of(),
                Set.of(),
                Set.of(),
                null,
                considered(false),
                Map.of(),
                List.of(),
                Map.of(),
                Cost.FUNDING_NEED,
                Map.of(),
                List.of(),
                List.of());
    }
}
