package dev.winnow.portfolio.match;

import dev.winnow.portfolio.match.TwoSidedMarket.Between;
import dev.winnow.portfolio.portfolio.Eligibility;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The constraints of a matching of projects and cities.
 *
 * @param title the title of the plan; null if it has none
 * @param each the capacity of cities without one of their own; null if only cities with a capacity take part
 * @param capacities the number of projects that a city takes, by its id
 * @param never the ids of projects that go nowhere
 * @param despiteFlags the ids of projects that may be matched despite a red flag
 * @param from the minimum score of a pair, in millionths of a point; null for no minimum
 * @param given the plan's own projects and cities, which no rules judge; null if those of a universe are screened
 */
public record MatchPlan(
        @Nullable String title,
        @Nullable Integer each,
        Map<String, Integer> capacities,
        Set<String> never,
        Set<String> despiteFlags,
        @Nullable Long from,
        @Nullable Given given) {

    public MatchPlan {
        capacities = Map.copyOf(capacities);
        never = Set.copyOf(never);
        despiteFlags = Set.copyOf(despiteFlags);
    }

    /** A plan without constraints. */
    public static final MatchPlan NONE = new MatchPlan(null, null, Map.of(), Set.of(), Set.of(), null, null);

    /**
     * The plan's own projects and cities.
     *
     * @param projects the ids of the projects, sorted
     * @param cities the ids of the cities, sorted
     * @param pairs the pairs that may be acceptable to both sides
     * @param ranked whether the sides rank each other; a gain is then the negative position in a list, so that -1 is
     *     the first choice
     */
    public record Given(List<String> projects, List<String> cities, List<GivenPair> pairs, boolean ranked) {

        public Given {
            projects = List.copyOf(projects);
            cities = List.copyOf(cities);
            pairs = List.copyOf(pairs);
        }
    }

    /**
     * A pair of a plan.
     *
     * @param project the project's id
     * @param city the city's id
     * @param ofProject the gain of the project, in millionths
     * @param ofCity the gain of the city, in millionths
     * @param sure whether both sides certainly accept it
     */
    public record GivenPair(String project, String city, Between ofProject, Between ofCity, boolean sure) {}

    /** {@return the capacity of a city; null if it takes no part} */
    public @Nullable Integer capacity(String city) {
        Integer own = capacities.get(city);
        return own == null ? each : own;
    }

    /**
     * {@return the same plan with other capacities}
     *
     * @param everywhere the capacity of each city without one of its own; null for no change
     * @param others capacities of single cities, by id
     */
    public MatchPlan with(@Nullable Integer everywhere, Map<String, Integer> others) {
        Map<String, Integer> all = new LinkedHashMap<>(capacities);
        all.putAll(others);
        return new MatchPlan(title, everywhere == null ? each : everywhere, all, never, despiteFlags, from, given);
    }

    /** {@return the rules for the pairs that it may match} */
    Eligibility eligibility() {
        return new Eligibility(despiteFlags, from);
    }
}
