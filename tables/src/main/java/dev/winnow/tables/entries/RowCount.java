package dev.winnow.tables.entries;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The rows of the input by what became of them. Each row was taken, refused or passed over, so the three add up to the
 * rows there are. Blank rows do not count; a record of JSON, and an entry of a universe document, counts as a row.
 *
 * @param rows how many rows were read
 * @param taken how many of them gave an entry
 * @param refused how many were refused, alone or with their table
 * @param passedOver how many hold no entry, by reason, in the order of the reasons
 */
public record RowCount(long rows, long taken, long refused, Map<PassedOver, Long> passedOver) {

    /** @throws IllegalArgumentException if they do not add up */
    public RowCount {
        Map<PassedOver, Long> ordered = new EnumMap<>(PassedOver.class);
        ordered.putAll(passedOver);
        passedOver = Collections.unmodifiableMap(ordered);
        if (rows != taken + refused + sum(passedOver)) {
            throw new IllegalArgumentException(
                    rows + " rows, but " + taken + " taken, " + refused + " refused, passed over " + passedOver);
        }
    }

    /** How many rows were passed over, whatever the reason. */
    public long passed() {
        return sum(passedOver);
    }

    private static long sum(Map<PassedOver, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
