package dev.winnow.engine.oracle;

import dev.winnow.model.result.FactRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A match: one way in which a rule holds, or may hold.
 *
 * @param certain whether it certainly holds
 * @param low the smallest share that it earns
 * @param high the largest share that it may earn
 * @param reason its text
 * @param ceiling the ceiling that a cap sets; null for other verbs or if unknown
 * @param district the district that it suggests
 * @param facts the matched facts, without unwritten rows
 */
record Match(
        boolean certain,
        Fraction low,
        Fraction high,
        String reason,
        @Nullable Range ceiling,
        @Nullable Object district,
        List<FactRef> facts) {}
