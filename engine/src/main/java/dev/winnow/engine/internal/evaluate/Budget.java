package dev.winnow.engine.internal.evaluate;

/**
 * Limits on the work of a screening. A valid rule may still pair long lists with each other; the budget stops it. All
 * limits are counts, so the same pack and universe stop at the same candidate on any machine.
 *
 * @param looks number of times that the patterns of a run's rules are tried on combinations of rows
 * @param pairs number of partial matches kept in memory
 * @param rows number of single rows examined by all rules for one candidate
 * @param matches number of matches of one rule for one candidate
 * @param characters total length of the reasons of one rule for one candidate
 */
public record Budget(long looks, long pairs, long rows, int matches, long characters) {

    /** Far above what policies need, while one candidate stays within 512 MB. */
    public static final Budget STANDARD = new Budget(5_000_000, 1_000_000, 2_000_000, 10_000, 4_000_000);

    /** No limits, for work that stayed within its budget before. */
    public static final Budget UNLIMITED =
            new Budget(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, Integer.MAX_VALUE, Long.MAX_VALUE);
}
