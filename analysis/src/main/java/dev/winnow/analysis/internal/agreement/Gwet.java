package dev.winnow.analysis.internal.agreement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Gwet's AC1 for answers without order. Unlike α, it does not fall when nearly all answers are the same. Source: K.
 * Gwet, Computing inter-rater reliability and its variance in the presence of high agreement, British Journal of
 * Mathematical and Statistical Psychology 61, 2008.
 */
final class Gwet {

    private Gwet() {}

    /** Returns AC1; null if no two assessors judged the same project, or if there is only one possible answer. */
    static @Nullable Double of(Ratings ratings) {
        int paired = 0;
        int judged = 0;
        double agreed = 0;
        Map<Double, Double> shares = new HashMap<>();
        for (List<@Nullable Double> row : ratings.rows()) {
            Map<Double, Integer> counts = new HashMap<>();
            row.stream().filter(Objects::nonNull).forEach(value -> counts.merge(value, 1, Integer::sum));
            int size = counts.values().stream().mapToInt(Integer::intValue).sum();
            judged += size > 0 ? 1 : 0;
            counts.forEach((value, count) -> shares.merge(value, (double) count / size, Double::sum));
            if (size > 1) {
                paired++;
                for (int count : counts.values()) {
                    agreed += count * (count - 1.0) / (size * (size - 1.0));
                }
            }
        }
        int answers = Math.max(ratings.answers(), shares.size());
        if (paired == 0 || answers < 2) {
            return null;
        }
        double chance = 0;
        for (double share : shares.values()) {
            chance += share / judged * (1 - share / judged) / (answers - 1);
        }
        return (agreed / paired - chance) / (1 - chance);
    }
}
