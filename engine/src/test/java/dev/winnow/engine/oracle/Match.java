package dev.winnow.engine.oracle;

import dev.winnow.model.result.FactRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way in which a rule holds, or may hold.
 *
 * @param certain whether it certainly holds
 * @param low the least share it earns
 * @param high the greatest share it may earn
 * @param reason its text
 * @param ceiling what a cap limits its criterion to; null for other verbs and where it is unknown
 * @param district what a suggestion names
 * @param facts what the patterns matched, without phantoms
 */
record Match(
        boolean certain,
        Fraction low,
        Fraction high,
        String reason,
        @Nullable Range ceiling,
        @Nullable Object district,
        List<FactRef> facts) {}
