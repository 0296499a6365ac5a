package dev.winnow.analysis.internal.portfolio;

import dev.winnow.model.result.Verdict;
import dev.winnow.model.value.Amount;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a set of projects must keep to. Projects are named by their ids, amounts are million of the universe's currency, or plain
 * numbers where the plan brings its own candidates.
 *
 * @param title what people call it; null if it has no name
 * @param budget what may be spent in all; null for no limit
 * @param parts what may be spent of each part, such as a year, by its name
 * @param cities what may be spent in a city, by its id
 * @param districts what may be spent in a district, by its name
 * @param funds who pays, by id; empty for every fund of the cities, null if it does not matter who does
 * @param atLeast the fewest projects; null for no limit
 * @param atMost the most projects; null for no limit
 * @param must projects that are in the set
 * @param never projects that are not
 * @param despiteFlags projects that may be in the set though a red flag holds
 * @param from the least score of a member, in millionths; null for any
 * @param consider the verdicts of which one, sound or of the base case, a member must have
 * @param needs what else must be in the set if a project is, by its id
 * @param oneOf projects of which one at most is in the set
 * @param tracks how many of a track
 * @param cost which figure of a project is its cost
 * @param costs the costs of projects that are given, by id and part; of no part where the part is empty
 * @param candidates the plan's own candidates, which no rules judge; empty where those of a universe are screened
 * @param together what its own candidates are worth together besides
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

    /** Which figure of a project is its cost. */
    public enum Cost {
        FUNDING_NEED("fundingNeed"),
        INVESTMENT("investment");

        private final String word;

        Cost(String word) {
            this.word = word;
        }

        /** {@return the word in a plan} */
        public String word() {
            return word;
        }
    }

    /**
     * How many.
     *
     * @param atLeast null for no limit
     * @param atMost null for no limit
     */
    public record Count(@Nullable Integer atLeast, @Nullable Integer atMost) {}

    /**
     * A candidate that the plan brings.
     *
     * @param id its id
     * @param name what people call it
     * @param worth what it is worth, in millionths
     * @param track its track; null for none
     */
    public record Given(
            String id, String name, long worth, @Nullable String track) {}

    /**
     * What several are worth together besides.
     *
     * @param of their ids
     * @param worth in millionths, below 0 if they stand in each other's way
     */
    public record GivenTogether(Set<String> of, long worth) {}

    /** {@return which projects it may choose} */
    Eligibility eligibility() {
        return new Eligibility(despiteFlags, from);
    }

    /**
     * The verdicts of which one a member must have.
     *
     * @param hold whether candidates on hold may be chosen too
     */
    static Set<Verdict> considered(boolean hold) {
        return hold ? Set.of(Verdict.RECOMMEND, Verdict.HOLD) : Set.of(Verdict.RECOMMEND);
    }

    /**
     * The same plan, with or without candidates on hold.
     *
     * @param hold whether they may be chosen too
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

    /** A plan with a budget and nothing else; null for none. */
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
