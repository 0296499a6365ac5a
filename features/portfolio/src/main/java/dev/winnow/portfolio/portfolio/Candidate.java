package dev.winnow.portfolio.portfolio;

import dev.winnow.model.result.Verdict;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A project in a city, or a candidate of the plan.
 *
 * @param project the project's id
 * @param projectName its display name
 * @param city the city's id; null for a candidate of the plan
 * @param cityName its display name; null for a candidate of the plan
 * @param district the suggested district, or else the one of the project; null if there is neither
 * @param track its track; null if unknown
 * @param links its chain links; null if unknown
 * @param verdict its verdict alone; null for a candidate of the plan
 * @param base its verdict in the base case; null if there is none
 * @param known the known share of its weighted points, 0 to 1; null for a candidate of the plan
 * @param worth its score alone, in millionths, by scenario
 * @param cost its cost, in millionths of a million, by scenario; none where it is unknown
 * @param basis the basis of the cost, by scenario
 * @param parts the share of its cost in each part of the budget, by name of the part
 * @param barred the reasons why it cannot be chosen, by scenario; none where it can
 */
public record Candidate(
        String project,
        String projectName,
        @Nullable String city,
        @Nullable String cityName,
        @Nullable String district,
        @Nullable String track,
        @Nullable List<String> links,
        @Nullable Verdict verdict,
        @Nullable Verdict base,
        @Nullable BigDecimal known,
        Map<Scenario, Long> worth,
        Map<Scenario, Long> cost,
        Map<Scenario, CostBasis> basis,
        Map<String, Long> parts,
        Map<Scenario, Bar> barred) {

    /** Basis of the cost of a candidate. */
    public enum CostBasis {
        /** The known amount. */
        KNOWN,
        /** The amount in the plan. */
        PLAN,
        /** An end of the known range. */
        RANGE_END,
        /** An end of the assumed range; the amount is unknown. */
        ASSUMED
    }

    public Candidate {
        worth = Map.copyOf(worth);
        cost = Map.copyOf(cost);
        basis = Map.copyOf(basis);
        parts = Map.copyOf(parts);
        barred = Map.copyOf(barred);
    }

    /** The worth in a scenario; 0 if it has none. */
    public long worth(Scenario scenario) {
        return worth.getOrDefault(scenario, 0L);
    }

    /** The cost in a scenario; 0 if it is unknown. */
    public long cost(Scenario scenario) {
        return cost.getOrDefault(scenario, 0L);
    }

    /** {@return whether its cost, or that it can be chosen at all, rests on assumptions} */
    boolean isAssumed(Scenario scenario) {
        return basis.get(scenario) == CostBasis.ASSUMED
                || (scenario == Scenario.BASE && barred.containsKey(Scenario.CERTAIN));
    }

    /** Maps every scenario to the same value. */
    static <V> Map<Scenario, V> always(V value) {
        Map<Scenario, V> all = new EnumMap<>(Scenario.class);
        for (Scenario scenario : Scenario.values()) {
            all.put(scenario, value);
        }
        return all;
    }
}
