package dev.winnow.analysis.internal.placement;

import dev.winnow.analysis.internal.matching.TwoSidedMarket.Between;
import dev.winnow.analysis.internal.portfolio.Eligibility;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a matching of projects and cities keeps to.
 *
 * @param title what people call it; null if it has no name
 * @param each how many projects a city takes that has no capacity of its own; null if only those take part that have one
 * @param capacities how many projects a city takes, by its id
 * @param never the ids of projects that go nowhere
 * @param despiteFlags the ids of projects that may be matched though a red flag holds
 * @param from the least score of a pair, in millionths of a point; null for any
 * @param given the plan's own projects and cities, which no rules judge; null where those of a universe are screened
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

    /** A plan with nothing in it. */
    public static final MatchPlan NONE = new MatchPlan(null, null, Map.of(), Set.of(), Set.of(), null, null);

    /**
     * Projects and cities that the plan brings.
     *
     * @param projects the ids of the projects, sorted
     * @param cities the ids of the cities, sorted
     * @param pairs the pairs that may be acceptable to both sides
     * @param ranked whether each side ranks the other: a gain is then the place in its list, below 0, so that -1 is its first choice
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
     * @param ofProject what the project gains, in millionths
     * @param ofCity what the city gains, in millionths
     * @param sure whether both sides accept it for sure
     */
    public record GivenPair(String project, String city, Between ofProject, Between ofCity, boolean sure) {}

    /** {@return how many projects a city takes; null if it takes no part} */
    public @Nullable Integer capacity(String city) {
        Integer own = capacities.get(city);
        return own == null ? each : own;
    }

    /**
     * {@return the same plan with other capacities, where they are given}
     *
     * @param everywhere of each city that has none of its own; null to leave it as it is
     * @param others of single cities, by id
     */
    public MatchPlan with(@Nullable Integer everywhere, Map<String, Integer> others) {
        Map<String, Integer> all = new LinkedHashMap<>(capacities);
        all.putAll(others);
        return new MatchPlan(title, everywhere == null ? each : everywhere, all, never, despiteFlags, from, given);
    }

    /** {@return which pairs it may match} */
    Eligibility eligibility() {
        return new Eligibility(despiteFlags, from);
    }
}
