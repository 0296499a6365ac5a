package dev.winnow.past.watch;

import dev.winnow.engine.ScreeningRequest;
import dev.winnow.engine.ScreeningResult;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * Recorded recommendations, screened again by the facts and the pack of today.
 *
 * @param today the day on which conditions are due
 * @param within a condition is due from this number of days before its last day
 * @param result the screening of today
 * @param pairs the recommendations: those that fell, then those that stand nearer to the next lower verdict, then the
 *     others; by city and project
 */
public record Watch(LocalDate today, int within, ScreeningResult result, List<WatchedPair> pairs) {

    public Watch {
        pairs = List.copyOf(pairs);
    }

    /**
     * Compares recommendations with a screening of today.
     *
     * @param recommendations the recommendations, one per pair
     * @param request the screening of today
     * @param result its result
     * @param today the day on which conditions are due
     * @param within a condition is due from this number of days before its last day
     */
    public static Watch of(
            List<Recommendation> recommendations,
            ScreeningRequest request,
            ScreeningResult result,
            LocalDate today,
            int within) {
        return new Watch(
                today, within, result, new WatchBuilder(request, result, today, within).pairs(recommendations));
    }

    /** Whether any recommendation no longer stands. */
    public boolean anyLost() {
        return pairs.stream().anyMatch(one -> one.outcome().isLost());
    }

    /** The conditions of all pairs, in the order of the pairs. */
    public Stream<ConditionState> conditions() {
        return pairs.stream().flatMap(one -> one.conditions().stream());
    }
}
