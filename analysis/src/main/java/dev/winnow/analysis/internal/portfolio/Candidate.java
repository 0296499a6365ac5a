package dev.winnow.analysis.internal.portfolio;

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
 * @param district the district that is suggested; null if none is
 * @param track its track; null if it is not known
 * @param links the chain links it occupies; null if they are not known
 * @param verdict its verdict alone; null for a candidate of the plan
 * @param base its verdict in the base case; null if there is none
 * @param known how much is known of what bears on its score, 0 to 1; null for a candidate of the plan
 * @param worth its score alone, in millionths, by scenario
 * @param cost what it costs, in millionths of a million, likewise; none where it is not known
 * @param basis what that cost is, likewise
 * @param parts what of it falls on a part of the budget, by the part's name
 * @param barred why it cannot be chosen, likewise; none where it can
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

    /** What the cost of a candidate is. */
    public enum CostBasis {
        /** The known amount. */
        KNOWN,
        /** What the plan says. */
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

    /** The worth by one reading; 0 if it has none. */
    public long worth(Scenario scenario) {
        return worth.getOrDefault(scenario, 0L);
    }

    /** The cost by one reading; 0 if it is not known. */
    public long cost(Scenario scenario) {
        return cost.getOrDefault(scenario, 0L);
    }

    /** The same value by each reading. */
    static <V> Map<Scenario, V> always(V value) {
        Map<Scenario, V> all = new EnumMap<>(Scenario.class);
        for (Scenario scenario : Scenario.values()) {
            all.put(scenario, value);
        }
        return all;
    }
}
